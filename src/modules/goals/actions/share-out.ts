/** Giao chỉ tiêu: one milestone shared out to bodies; the shares sum to it, or the reason is recorded. */
import { z } from 'zod'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, list, optionalNumber, optionalText, text, year } from '../../../platform/http/input.ts'
import { indicatorViews } from '../../indicators/public.ts'
import { unitsByIds } from '../../organisations/public.ts'
import { canSetPaths } from '../rights.ts'
import { checkedCascade } from '../rules/cascade.ts'
import { pathOf } from '../rules/default-path.ts'
import { endOf, plannedOn } from '../rules/path.ts'
import { saveCascade } from '../store.ts'
import { pathsOf } from '../views.ts'

/**
 * Shares out the milestone of a year. Bodies without an amount are left out; nobody named takes the shares of the year back. Refuses
 * rates, years without a milestone, bodies that do not exist in that year, sums that differ without a reason.
 */
export const shareOut = action({
  name: 'goals.share-out',
  right: canSetPaths,
  input: z.object({
    code: text(40, 'Chọn mục tiêu'),
    year: year(),
    units: list(id(), 'Chọn ít nhất một cơ quan'),
    values: list(
      optionalNumber('Mức giao là một số, ví dụ 1.250').pipe(
        z.number().min(0, 'Mức giao không được âm, ví dụ 1.250').nullable(),
      ),
    ),
    reason: optionalText(1000),
    document: optionalText(300),
  }),
  run: async (ctx, input) => {
    const goal = (await indicatorViews(ctx.tx)).find((d) => d.code === input.code)
    if (goal === undefined) return refuse('absent', 'goals.absent', `Không có mục tiêu mã ${input.code}.`)
    const path = pathOf(goal, await pathsOf(ctx.tx))
    if (path === null || input.year > path.byYear || endOf(input.year) <= path.base.on)
      return refuseFields('goals.no-milestone', {
        year: `Năm ${input.year} không có mốc. Đặt lộ trình cho mục tiêu trước khi giao.`,
      })
    const shares = input.units.flatMap((unitId, i) => {
      const value = input.values[i] ?? null
      return value === null ? [] : [{ unitId, value }]
    })
    const standing = new Map(
      (
        await unitsByIds(
          ctx.tx,
          shares.map((s) => s.unitId),
        )
      ).map((u) => [u.id, u]),
    )
    const ended = shares.find((s) => {
      const u = standing.get(s.unitId)
      return (
        u === undefined ||
        u.valid.from > endOf(input.year) ||
        (u.valid.to !== null && u.valid.to <= `${input.year}-01-01`)
      )
    })
    if (ended !== undefined)
      return refuse(
        'conflict',
        'goals.no-such-body',
        `${standing.get(ended.unitId)?.officeName ?? 'Cơ quan đã chọn'} không hoạt động trong năm ${input.year}. Giao cho cơ quan kế thừa.`,
      )
    const cascade = checkedCascade({
      unit: goal.unit,
      year: input.year,
      milestone: Math.round(plannedOn(path, endOf(input.year))),
      shares,
      reason: input.reason,
    })
    if (!cascade.ok) return cascade
    await saveCascade(ctx, goal.id, { ...cascade.value, document: input.document })
    return done(
      { code: goal.code, year: input.year, bodies: shares.length },
      {
        kind: 'goals.shared-out',
        subject: `indicator:${goal.code}`,
        data: {
          code: goal.code,
          year: input.year,
          bodies: shares.length,
          milestone: cascade.value.milestone,
          unit: goal.unit,
        },
      },
    )
  },
})
