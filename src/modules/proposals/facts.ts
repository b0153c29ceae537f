/** Câu của sổ cái. */
import { type Day, showDay } from '../../kernel/day.ts'
import type { LedgerLine } from '../../platform/ledger/record.ts'

const code = (l: LedgerLine): string => `kiến nghị ${String(l.data.code)}`

/** What happened, without the actor. */
export const FACTS: Readonly<Record<string, (line: LedgerLine) => string>> = {
  'proposals.gathered': (l) =>
    `tập hợp kiến nghị năm ${String(l.data.year)} từ ${String(l.data.reports)} báo cáo: ${String(l.data.added)} kiến nghị mới, ${String(l.data.changed)} đổi lời, ${String(l.data.gone)} không còn nêu`,
  'proposals.edited': (l) => `sửa ${code(l)}`,
  'proposals.split': (l) => `tách ${code(l)} thành ${String(l.data.parts)} kiến nghị`,
  'proposals.merged': (l) => `gộp ${String(l.data.others)} vào ${code(l)}`,
  'proposals.separated': (l) => `tách ${code(l)} khỏi ${String(l.data.from)}`,
  'proposals.assigned': (l) =>
    `giao ${String(l.data.owner)} trả lời ${code(l)}, chậm nhất ${showDay(l.data.due as Day)}`,
  'proposals.answered': (l) => `trả lời ${code(l)} bằng văn bản ${String(l.data.document)}`,
  'proposals.passed-on': (l) => `chuyển ${code(l)} tới ${String(l.data.to)} bằng văn bản ${String(l.data.document)}`,
  'proposals.declined': (l) => `báo ${code(l)} không thuộc thẩm quyền`,
  'proposals.reopened': (l) => `mở lại ${code(l)}`,
}
