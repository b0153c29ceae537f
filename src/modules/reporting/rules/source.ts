/**
 * Nguồn của dòng số liệu: where the figure of a row is counted. Data of the regime: a measure with its conditions (of the body with all
 * below it), an indicator, or last year's figure carried over.
 */
import { z } from 'zod'

const codes = z.record(z.string(), z.array(z.string()))

/** Schema of a source. `part`: of the measure split so, only these keys; who is of unknown key widens the count. */
export const SourceSchema = z.discriminatedUnion('from', [
  z.object({
    from: z.literal('measure'),
    code: z.string(),
    where: codes.default({}),
    part: z.object({ by: z.enum(['sector', 'degree', 'sex', 'age']), keys: z.array(z.string()).min(1) }).optional(),
  }),
  z.object({ from: z.literal('indicator'), code: z.string() }),
  z.object({ from: z.literal('last-year') }),
])

/** Schema of how far a register may be trusted: the row that says how many people there are, and the least share of them it must hold. */
export const RegisterSchema = z.object({ total: z.string(), measure: z.string(), leastShare: z.number().min(0).max(1) })

/** Dấu nguồn của một ô: how its figure came there. */
export type Origin = 'dem' | 'chi-tieu' | 'nam-truoc' | 'go-tay'

const GROUND = 'Chế độ báo cáo: nguồn của dòng; Nghị định 09/2019/NĐ-CP, Điều 12 (chốt số liệu)'

/** Dấu nguồn, in words of the screen. */
export const ORIGINS: Readonly<Record<Origin, { readonly label: string; readonly source: string }>> = {
  dem: { label: 'đếm từ hồ sơ', source: GROUND },
  'chi-tieu': { label: 'theo chỉ tiêu', source: GROUND },
  'nam-truoc': { label: 'chuyển từ năm trước', source: GROUND },
  'go-tay': { label: 'gõ tay', source: GROUND },
}
