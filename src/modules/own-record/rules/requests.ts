/** Yêu cầu của chủ hồ sơ: what may be done with a request in which state. */
import { addDays, type Day, daysBetween, showDay } from '../../../kernel/day.ts'
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'
import type { RequestState } from '../words.ts'
import { MOST_EXTENSION } from './clocks.ts'

/** What is known of the request when somebody acts on it. */
export type Standing = {
  readonly state: RequestState
  readonly version: number
  readonly decideBy: Day
  readonly extended: boolean
}

const GROUND = 'NĐ 356/2025/NĐ-CP'

/** Refuses to touch a request that was answered, or that somebody changed meanwhile. */
export function stillOpen(r: Standing, version: number): Decision<null> {
  if (r.state === 'chap-nhan' || r.state === 'tu-choi')
    return refuse('conflict', 'own-record.answered', 'Yêu cầu này đã được trả lời, không sửa được câu trả lời.')
  if (r.version !== version)
    return refuse('stale', 'own-record.request-changed', 'Người khác vừa xử lý yêu cầu này. Mở lại để xem bản mới.')
  return accept(null)
}

/** Tiếp nhận. */
export function receive(r: Standing, version: number): Decision<null> {
  const open = stillOpen(r, version)
  if (!open.ok) return open
  return r.state === 'da-gui' ? open : refuse('conflict', 'own-record.received', 'Yêu cầu này đã được tiếp nhận.')
}

/** Gia hạn: once, before the term, by at most 15 days, with a reason. */
export function extend(r: Standing, asked: { version: number; until: Day; reason: string }, today: Day): Decision<Day> {
  const open = stillOpen(r, asked.version)
  if (!open.ok) return open
  if (r.extended) return refuse('conflict', 'own-record.extended', 'Chỉ được gia hạn một lần.', { ground: GROUND })
  if (today > r.decideBy)
    return refuse('conflict', 'own-record.too-late', 'Đã quá hạn trả lời nên không gia hạn được nữa.', {
      ground: GROUND,
    })
  const days = daysBetween(r.decideBy, asked.until)
  const last = showDay(addDays(r.decideBy, MOST_EXTENSION))
  if (days <= 0 || days > MOST_EXTENSION)
    return refuseFields('own-record.extension', {
      until: `Ngày gia hạn phải sau ${showDay(r.decideBy)} và không quá ${last}`,
    })
  return accept(asked.until)
}

/** Trả lời: a refusal names its ground. */
export function decide(
  r: Standing,
  asked: { version: number; state: 'chap-nhan' | 'tu-choi'; ground: string },
): Decision<null> {
  const open = stillOpen(r, asked.version)
  if (!open.ok) return open
  if (asked.state === 'tu-choi' && asked.ground === '')
    return refuseFields('own-record.ground', { ground: 'Nêu căn cứ của việc không chấp nhận' })
  return accept(null)
}
