/**
 * Số đếm trang tổng hợp: chips and their rows come from one function, so they cannot disagree.
 */
import type { Obligation, ReportState } from '../words.ts'

/** Nhóm lọc của trang tổng hợp. */
export type Filter =
  | 'tat-ca'
  | 'chua-nop'
  | 'cho'
  | 'tra-lai'
  | 'da-duyet'
  | 'qua-han'
  | 'xin-gia-han'
  | 'khong-van-de'
  | 'mien'

/** Nhãn các nhóm lọc. */
export const FILTERS: Readonly<Record<Filter, { readonly label: string; readonly source: string }>> = {
  'tat-ca': { label: 'Phải nộp', source: 'Danh sách nghĩa vụ của kỳ' },
  'chua-nop': { label: 'Chưa nộp', source: 'Danh sách nghĩa vụ của kỳ' },
  cho: { label: 'Đã nộp, chờ duyệt', source: 'Danh sách nghĩa vụ của kỳ' },
  'tra-lai': { label: 'Trả lại', source: 'Danh sách nghĩa vụ của kỳ' },
  'da-duyet': { label: 'Đã duyệt', source: 'Danh sách nghĩa vụ của kỳ' },
  'qua-han': { label: 'Quá hạn', source: 'Hạn nộp của chế độ báo cáo' },
  'xin-gia-han': { label: 'Xin gia hạn', source: 'Đề nghị của cơ quan, chờ trả lời' },
  'khong-van-de': { label: 'Không còn vấn đề', source: 'Kết quả kiểm tra báo cáo' },
  mien: { label: 'Được miễn, kế thừa', source: 'Quyết định của cơ quan chủ trì chế độ báo cáo' },
}

/** One row of the collection page. */
export type Line = Obligation & {
  readonly openWarnings: number
  readonly findings: number
  /** A request for a later day waits for its answer. */
  readonly asking: boolean
}

const RELEASED: readonly ReportState[] = ['mien', 'ke-thua']
const WAITING: readonly ReportState[] = ['da-nop', 'da-tiep-nhan']
const UNSENT: readonly ReportState[] = ['chua-mo', 'chua-nop', 'dang-soan', 'cho-ky']

/** Whether something is owed now and its day has passed. */
export const overdue = (o: Obligation): boolean => o.daysOverdue > 0

/** Whether the row belongs to the filter. */
export function fits(o: Line, filter: Filter): boolean {
  switch (filter) {
    case 'tat-ca':
      return !RELEASED.includes(o.state)
    case 'chua-nop':
      return UNSENT.includes(o.state)
    case 'cho':
      return WAITING.includes(o.state)
    case 'tra-lai':
    case 'da-duyet':
      return o.state === filter
    case 'qua-han':
      return overdue(o)
    case 'xin-gia-han':
      return o.asking
    case 'khong-van-de':
      return WAITING.includes(o.state) && o.openWarnings === 0
    case 'mien':
      return RELEASED.includes(o.state)
  }
}

/** The count of each filter. Chưa nộp + chờ + trả lại + đã duyệt = phải nộp, always. */
export const countsOf = (list: readonly Line[]): Readonly<Record<Filter, number>> =>
  Object.fromEntries(
    (Object.keys(FILTERS) as Filter[]).map((f) => [f, list.filter((o) => fits(o, f)).length]),
  ) as Record<Filter, number>

/** Kết quả nộp: how many were sent, on time, late. */
export function turnout(list: readonly Obligation[]): {
  readonly owed: number
  readonly sent: number
  readonly onTime: number
  readonly late: number
  readonly released: number
} {
  const owed = list.filter((o) => !RELEASED.includes(o.state))
  const sent = owed.filter((o) => o.late !== null)
  return {
    owed: owed.length,
    sent: sent.length,
    onTime: sent.filter((o) => o.late === false).length,
    late: sent.filter((o) => o.late === true).length,
    released: list.length - owed.length,
  }
}
