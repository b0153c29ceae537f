/** Giải trình việc chưa đạt mốc của một năm: cause and remedy, by the body that answers for it. */
import { z } from 'zod'
import { dayOf, yearOf } from '../../../kernel/day.ts'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { id, oneOf, text, year } from '../../../platform/http/input.ts'
import { indicatorViews } from '../../indicators/public.ts'
import { findUnit } from '../../organisations/public.ts'
import { answerableFor } from '../answerable.ts'
import { canExplain } from '../rights.ts'
import { saveExplanation } from '../store.ts'
import { CAUSES, type Cause } from '../words.ts'

/** Keeps an explanation; said again for the same year it takes the place of the one before. Refuses years to come, bodies of others, and bodies that do not answer for the goal. */
export const explainMiss = action({
  name: 'goals.explain-miss',
  right: canExplain,
  input: z.object({
    code: text(40, 'Chọn mục tiêu'),
    year: year(),
    unitId: id('Chọn cơ quan giải trình'),
    cause: oneOf(Object.keys(CAUSES) as Cause[], 'Chọn loại nguyên nhân'),
    body: text(2000, 'Ghi nguyên nhân chưa đạt mốc'),
    remedy: text(2000, 'Ghi việc sẽ làm để đạt mốc sau'),
  }),
  run: async (ctx, input) => {
    const goal = (await indicatorViews(ctx.tx)).find((d) => d.code === input.code)
    if (goal === undefined) return refuse('absent', 'goals.absent', `Không có mục tiêu mã ${input.code}.`)
    const allowed = demand(canExplain, ctx.actor, input.unitId)
    if (!allowed.ok) return allowed
    if (input.year > yearOf(dayOf(ctx.now)))
      return refuseFields('goals.year-to-come', { year: `Năm ${input.year} chưa tới nên chưa có mốc nào bị lỡ.` })
    if (!(await answerableFor(ctx, goal)).includes(input.unitId))
      return refuseFields('goals.not-answerable', {
        unitId: `Chọn cơ quan chủ trì, được giao hoặc cung cấp số liệu của mục tiêu ${goal.code}.`,
      })
    const unit = await findUnit(ctx.tx, input.unitId)
    if (unit === null) return refuse('absent', 'goals.no-body', 'Không có cơ quan này trong sổ bộ tổ chức.')
    await saveExplanation(ctx, goal.id, input)
    return done(
      { code: goal.code, year: input.year },
      {
        kind: 'goals.explained',
        subject: `indicator:${goal.code}`,
        unit: input.unitId,
        data: { code: goal.code, year: input.year, unitName: unit.officeName, cause: input.cause },
      },
    )
  },
})
