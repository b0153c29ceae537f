/** Ban hành cách tính mới của một chỉ tiêu. */
import { z } from 'zod'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { type Action, action, done } from '../../../platform/action.ts'
import { dayField, optionalText, text } from '../../../platform/http/input.ts'
import type { Measure } from '../../../platform/measure.ts'
import { namesFor, wordingFor } from '../drafting.ts'
import { exprForm } from '../facts.ts'
import { canIssueFormula } from '../rights.ts'
import { inferred } from '../rules/draft.ts'
import { sameExpr } from '../rules/expression.ts'
import type { Expr } from '../rules/formula.ts'
import { exprWords } from '../rules/formula-words.ts'
import { insertFormula, makeRoom, type NewFormula } from '../store.ts'
import { definitions, formulas } from '../views.ts'

/** A formula as JSON. It is made of formulas, which the description of the API cannot say: it is described in words. */
const formula: z.ZodType<Expr> = z
  .custom<Expr>((v) => exprForm.safeParse(v).success, 'Công thức chưa đúng dạng.')
  .meta({
    type: 'object',
    description:
      'Biểu thức: op và các phần của nó (measure, figure, reported, indicator, number, sum, difference, between, ratio)',
  })

const IssueInput = z.object({
  code: text(40, 'Chọn chỉ tiêu'),
  expr: formula.optional(),
  from: dayField('Nhập ngày bắt đầu áp dụng, ví dụ 01/01/2026'),
  meaning: text(2000, 'Viết điều chỉ tiêu đếm, bằng một hai câu'),
  ground: text(500, 'Nêu căn cứ: văn bản, điều khoản'),
  reason: text(500, 'Nêu lý do đổi cách tính'),
  base: optionalText(60),
  custodian: optionalText(200),
})

/** What is sent. */
export type IssueFormula = z.infer<typeof IssueInput>

/**
 * Issues another version of how an indicator is measured, from a day on; the versions it takes the place of stay, superseded, so that
 * what was answered before can be answered again. Refuses formulas that do not hold (units, cycles, unknown names), and one that is
 * there already. `measuresOf` = what all modules count.
 */
export const issueFormula = (
  measuresOf: () => readonly Measure[],
): Action<IssueFormula, { code: string; no: number }> =>
  action({
    name: 'indicators.issue-formula',
    right: canIssueFormula,
    input: IssueInput as unknown as z.ZodType<IssueFormula>,
    run: async (ctx, input) => {
      const list = await definitions(ctx.tx)
      const definition = list.find((d) => d.code === input.code)
      if (definition === undefined)
        return refuse('absent', 'indicator.absent', `Không có chỉ tiêu mã ${input.code}. Xem tại trang Chỉ tiêu.`)
      if (input.expr === undefined) return refuseFields('formula.no-numerator', { tu: 'Chọn số cần tính' })
      const all = await formulas(ctx.tx)
      const checked = inferred(input.code, input.expr, definition.unit, namesFor(list, all, measuresOf(), input.from))
      if (!checked.ok) return refuseFields(checked.code, { tu: checked.message }, checked.message)
      const held = all.filter((f) => f.definitionId === definition.id && f.supersededAt === null)
      const current = held.find((f) => f.valid.from <= input.from && (f.valid.to === null || input.from < f.valid.to))
      if (current !== undefined && sameExpr(current.expr, input.expr) && current.meaning === input.meaning)
        return refuse('conflict', 'formula.same', 'Cách tính này đang được dùng. Không có gì thay đổi.')
      const no = Math.max(0, ...all.filter((f) => f.definitionId === definition.id).map((f) => f.no)) + 1
      const words = await wordingFor(ctx, measuresOf(), list, input.from)
      const ratio = input.expr.op === 'ratio' ? input.expr.of : null
      await makeRoom(ctx, held, input.from)
      const { time, splits, source } = checked.value
      const version: NewFormula = {
        definitionId: definition.id,
        no,
        valid: { from: input.from, to: null },
        meaning: input.meaning,
        source,
        time,
        expr: input.expr,
        ended: '',
        unit: definition.unit,
        numerator: capital(exprWords(ratio?.[0] ?? input.expr, words)),
        denominator: ratio === null ? '' : capital(exprWords(ratio[1], words)),
        base: input.base,
        splits,
        beside: current?.beside ?? [],
        custodian: input.custodian === '' ? (current?.custodian ?? null) : input.custodian,
        ground: input.ground,
        reason: input.reason,
      }
      await insertFormula(ctx, version)
      return done(
        { code: input.code, no },
        {
          kind: 'indicator.formula-issued',
          subject: `indicator:${input.code}`,
          unit: definition.custodianUnitId,
          reason: input.reason,
          data: { code: input.code, no, from: input.from },
        },
      )
    },
  })

const capital = (t: string): string => t.charAt(0).toUpperCase() + t.slice(1)
