/** Câu của sổ cái. */
import { type Day, showDay } from '../../kernel/day.ts'
import type { LedgerLine } from '../../platform/ledger/record.ts'

const on = (value: unknown): string => showDay(value as Day)
const period = (l: LedgerLine): string => `từ ${on(l.data.from)} đến ${on(l.data.to)}`
const told = (l: LedgerLine): string => (l.data.told === '' ? '' : ` (${String(l.data.told)})`)

/** What happened, without the actor. */
export const FACTS: Readonly<Record<string, (line: LedgerLine) => string>> = {
  'talent.recognised': (l) =>
    `ghi công nhận nhân tài ${String(l.data.code)} theo quyết định ${String(l.data.number)} ngày ${on(l.data.decidedOn)}`,
  'talent.recognition-corrected': (l) =>
    `đính chính quyết định ${String(l.data.number)} công nhận nhân tài ${String(l.data.code)}`,
  'talent.recognition-ended': (l) =>
    `kết thúc công nhận nhân tài ${String(l.data.code)} từ ngày ${on(l.data.endedOn)}: ${String(l.data.why)}`,
  'talent.recognition-withdrawn': (l) =>
    `rút quyết định ${String(l.data.number)} công nhận nhân tài ${String(l.data.code)}`,
  'talent.left': (l) =>
    `ghi nhân tài ${String(l.data.code)} thôi việc ngày ${on(l.data.leftOn)}: ${String(l.data.exit)}${told(l)}`,
  'talent.leaving-withdrawn': (l) => `rút lần thôi việc ngày ${on(l.data.leftOn)} của nhân tài ${String(l.data.code)}`,
  'talent.reviewed': (l) =>
    `${l.data.again === true ? 'ghi lại' : 'ghi'} đánh giá mốc ${String(l.data.milestone)} năm của nhân tài ${String(l.data.code)}: ${String(l.data.rating)}`,
  'talent.recruitment-recorded': (l) =>
    `ghi kết quả tuyển dụng của ${String(l.data.unitName)} ${period(l)}: ${String(l.data.recruited)} người, ${String(l.data.talents)} nhân tài`,
  'talent.recruitment-corrected': (l) =>
    `đính chính kết quả tuyển dụng ${period(l)}: ${String(l.data.before)} thành ${String(l.data.recruited)} người, ${String(l.data.talentsBefore)} thành ${String(l.data.talents)} nhân tài`,
  'talent.recruitment-withdrawn': (l) => `rút kết quả tuyển dụng ${period(l)}`,
}
