/** Đề nghị gia hạn: when a body may ask for a later day, and what the answer does. Pure. */
import { addDays, type Day, showDay } from '../../../kernel/day.ts'
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'
import type { Validity } from '../../../kernel/validity.ts'
import type { RequestState } from '../words.ts'
import { extend } from './deadline.ts'

/** The report a request is about. */
export type AskedAbout = {
  /** The day before which it is due now. */
  readonly dueBefore: Day
  /** Something is still owed and not sent. */
  readonly owed: boolean
  /** A request that waits for its answer. */
  readonly open: boolean
}

/** Longest extension: a report of a year is of no use to the consolidation after this many days. */
export const LONGEST_DAYS = 60

/** Asks for `until`; later than the present day, within reason, and only one at a time. */
export function askExtension(about: AskedAbout, until: Day): Decision<Day> {
  if (!about.owed)
    return refuse('conflict', 'report.nothing-owed', 'Báo cáo này không còn phải nộp, không cần gia hạn.')
  if (about.open)
    return refuse(
      'conflict',
      'report.request-open',
      'Đã có một đề nghị gia hạn đang chờ trả lời. Rút đề nghị ấy trước khi gửi đề nghị khác.',
    )
  const later = extend(about.dueBefore, until)
  if (!later.ok) return refuseFields('report.extension-shorter', { until: 'Hạn đề nghị phải sau hạn đang áp dụng' })
  const last = addDays(about.dueBefore, LONGEST_DAYS)
  return until > last
    ? refuseFields('report.extension-long', {
        until: `Hạn đề nghị không quá ${LONGEST_DAYS} ngày sau hạn đang áp dụng (trước ngày ${showDay(last)})`,
      })
    : accept(until)
}

/** Settles an open request; an answer is given once. */
export const settleRequest = (
  state: RequestState,
  to: Exclude<RequestState, 'cho'>,
): Decision<Exclude<RequestState, 'cho'>> =>
  state === 'cho'
    ? accept(to)
    : refuse('conflict', 'report.request-settled', 'Đề nghị này đã có trả lời hoặc đã rút. Không đổi gì.')

/** The days of an authority to sign; refuses an end before its beginning. */
export function authorityDays(from: Day, lastDay: Day | null): Decision<Validity> {
  if (lastDay !== null && lastDay < from)
    return refuseFields('report.authority-days', { to: 'Ngày hết hiệu lực phải từ ngày bắt đầu trở đi' })
  return accept({ from, to: lastDay === null ? null : addDays(lastDay, 1) })
}
