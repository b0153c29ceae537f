/** Nội dung một báo cáo tuyển dụng: the fields both forms share, and what may be wrong with them. */
import { z } from 'zod'
import { dayOf } from '../../kernel/day.ts'
import { parseNumber } from '../../kernel/number.ts'
import type { Decision } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { dayField, optionalText, text } from '../../platform/http/input.ts'
import { recruiting } from './rules/recruitment.ts'
import { knownCodes, recruitmentsOf } from './views.ts'

/** Codes typed in one box: `NT-0001, NT-0007`. */
const codes = z.preprocess(
  (v) =>
    (Array.isArray(v) ? v : String(v ?? '').split(/[\s,;]+/))
      .map((c) => String(c).trim().toUpperCase())
      .filter((c) => c !== ''),
  z.array(z.string()),
)

/** A count as officials type it. */
const count = (missing: string) =>
  z.preprocess(
    (v) => (typeof v === 'string' ? (parseNumber(v) ?? v.trim()) : v),
    z.number({ error: missing }).int(missing),
  )

/** Fields of a result. */
export const recruitFields = {
  from: dayField('Nhập ngày đầu kỳ, ví dụ 01/01/2026'),
  to: dayField('Nhập ngày cuối kỳ, ví dụ 30/06/2026'),
  recruited: count('Nhập số người tuyển mới; không tuyển ai thì nhập 0'),
  talents: count('Nhập số nhân tài trong số tuyển mới; không có ai thì nhập 0'),
  named: codes,
  evidence: optionalText(1000),
  document: text(300, 'Nêu số, ngày báo cáo hoặc quyết định tuyển dụng'),
}

/** Một báo cáo đã nhập. */
export type RecruitsGiven = z.infer<z.ZodObject<typeof recruitFields>>

/** Whether it may be recorded for a body; `key` = the result it corrects. */
export async function checkRecruits(ctx: Ctx, unitId: string, given: RecruitsGiven, key = ''): Promise<Decision<null>> {
  const others = (await recruitmentsOf(ctx.tx, unitId)).filter((r) => r.key !== key)
  return recruiting(given, others, await knownCodes(ctx.tx, given.named), dayOf(ctx.now))
}
