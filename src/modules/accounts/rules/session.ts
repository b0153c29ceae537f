/**
 * Phiên đăng nhập: ends after 8 hours without a request and after 24 hours whatever happens; the second step must be
 * done within 10 minutes.
 */
import type { SessionStage } from '../words.ts'

/** Giờ không thao tác. */
export const IDLE_HOURS = 8

/** Giờ tối đa của một phiên. */
export const LONGEST_HOURS = 24

/** Minutes given for the second step. */
export const SECOND_STEP_MINUTES = 10

/** A request is noted only when the last note is older than this: reading pages does not write every time. */
const NOTE_MINUTES = 5

/** When a session opened at `now` ends at the latest. */
export const endOfSession = (stage: SessionStage, now: Temporal.Instant): Temporal.Instant =>
  stage === 'open' ? now.add({ hours: LONGEST_HOURS }) : now.add({ minutes: SECOND_STEP_MINUTES })

/** The instants a stored session is compared with: it holds when last seen after `idleSince`; a note is due when last seen before `noteBefore`. */
export const sessionLimits = (
  now: Temporal.Instant,
): { idleSince: Temporal.Instant; noteBefore: Temporal.Instant } => ({
  idleSince: now.subtract({ hours: IDLE_HOURS }),
  noteBefore: now.subtract({ minutes: NOTE_MINUTES }),
})

/** Phiên đã lưu, as far as its life is concerned. */
export type SessionLife = {
  readonly lastSeenAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly closedAt: Temporal.Instant | null
}

/** Whether the session holds at `now`. */
export function sessionHolds(s: SessionLife, now: Temporal.Instant): boolean {
  return (
    s.closedAt === null &&
    Temporal.Instant.compare(now, s.endsAt) < 0 &&
    Temporal.Instant.compare(s.lastSeenAt, sessionLimits(now).idleSince) > 0
  )
}
