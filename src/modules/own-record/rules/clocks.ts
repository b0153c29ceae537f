/**
 * Thời hạn trả lời chủ hồ sơ (NĐ 356/2025/NĐ-CP): receipt within two working days; withdrawing, restricting and objecting within
 * 15 days, 20 where somebody processes on behalf of the body; everything else within 10 to 20 days by kind, extended once by at
 * most 15 days with a reason. How the 10 to 20 days are shared out among the kinds could not be read in the decree itself: the
 * shortest term is used, and the table says so.
 */
import { addDays, type Day, daysBetween } from '../../../kernel/day.ts'
import { type Announced, workingDayAfter } from '../../code-lists/public.ts'
import type { RequestKind } from '../words.ts'

/** Thời hạn của một loại yêu cầu. `checked` = the figure itself was read; otherwise the shortest the decree may mean. */
export type Clock = {
  readonly kind: RequestKind
  /** Days to decide, counted from the day after sending. */
  readonly days: number
  /** Days where a processor or a third party holds the data. */
  readonly withProcessor: number
  readonly source: string
  readonly checked: boolean
}

const READ = 'NĐ 356/2025/NĐ-CP: không quá 15 ngày; 20 ngày khi có bên xử lý, bên thứ ba'
const UNREAD = 'NĐ 356/2025/NĐ-CP: 10 đến 20 ngày tùy loại; chưa đối chiếu được mức của loại này, dùng mức ngắn nhất'

/** Bảng thời hạn. */
export const CLOCKS: readonly Clock[] = [
  { kind: 'chinh-sua', days: 10, withProcessor: 10, source: UNREAD, checked: false },
  { kind: 'cung-cap', days: 10, withProcessor: 10, source: UNREAD, checked: false },
  { kind: 'hoi-ly-do', days: 10, withProcessor: 10, source: UNREAD, checked: false },
  { kind: 'xoa', days: 10, withProcessor: 10, source: UNREAD, checked: false },
  { kind: 'han-che', days: 15, withProcessor: 20, source: READ, checked: true },
  { kind: 'phan-doi', days: 15, withProcessor: 20, source: READ, checked: true },
]

/** Ngày làm việc để trả lời đã nhận. */
export const RECEIPT_DAYS = 2

/** Số ngày nhiều nhất của một lần gia hạn. */
export const MOST_EXTENSION = 15

/** The clock of a kind. */
export function clockOf(kind: RequestKind): Clock {
  const found = CLOCKS.find((c) => c.kind === kind)
  if (found === undefined) throw new Error(`no clock for ${kind}`)
  return found
}

/** Ngày cuối cùng to say that it was received, and to decide; `announced` = days off and swapped days of the years. */
export const termsOf = (kind: RequestKind, sentOn: Day, announced: Announced): { receiveBy: Day; decideBy: Day } => ({
  receiveBy: workingDayAfter(sentOn, RECEIPT_DAYS, announced),
  decideBy: addDays(sentOn, clockOf(kind).days),
})

/** What is looked at to say whether a request is late. */
export type Running = {
  readonly receiveBy: Day
  readonly decideBy: Day
  readonly receivedOn: Day | null
  readonly answeredOn: Day | null
}

/** How many open requests have missed a term. */
export const countLate = (
  open: readonly { readonly receiveBy: Day; readonly decideBy: Day; readonly received: boolean }[],
  today: Day,
): number => open.filter((r) => today > r.decideBy || (!r.received && today > r.receiveBy)).length

/** Quá hạn: the last day still is in time. `days` past the term that was missed first. */
export function lateness(
  r: Running,
  today: Day,
): { late: boolean; what: 'tiep-nhan' | 'tra-loi' | null; days: number } {
  if (r.answeredOn !== null) return { late: false, what: null, days: 0 }
  if (today > r.decideBy) return { late: true, what: 'tra-loi', days: daysBetween(r.decideBy, today) }
  if (r.receivedOn === null && today > r.receiveBy)
    return { late: true, what: 'tiep-nhan', days: daysBetween(r.receiveBy, today) }
  return { late: false, what: null, days: 0 }
}
