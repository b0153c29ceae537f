/** Khóa truy cập của hệ thống khác: how long one may live, and what it is today. */
import { addDays, type Day, startOf } from '../../../kernel/day.ts'
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'

/** Số ngày dài nhất của một khóa: a year. */
export const LONGEST_DAYS = 365

/** The moment a key issued today for use through `until` ends, or why that day cannot be. */
export function endOfToken(today: Day, until: Day): Decision<Temporal.Instant> {
  if (until < today) return refuseFields('accounts.token-past', { until: 'Ngày hết hạn phải từ hôm nay trở đi' })
  if (until > addDays(today, LONGEST_DAYS))
    return refuseFields('accounts.token-too-long', { until: 'Khóa dùng nhiều nhất một năm, chọn ngày sớm hơn' })
  return accept(startOf(addDays(until, 1)))
}

/** What a key is at `now`. */
export function stateOfToken(
  t: { readonly revokedAt: Temporal.Instant | null; readonly endsAt: Temporal.Instant },
  now: Temporal.Instant,
): 'revoked' | 'ended' | 'in-use' {
  if (t.revokedAt !== null) return 'revoked'
  return Temporal.Instant.compare(now, t.endsAt) < 0 ? 'in-use' : 'ended'
}
