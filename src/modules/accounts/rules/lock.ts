/**
 * Khóa tạm: ten wrong tries in a row close the account for fifteen minutes, so that guessing is slow and a person who
 * forgot is not shut out for long.
 */

/** 10 lần sai liên tiếp. */
export const MAX_TRIES = 10

/** 15 phút. */
export const LOCK_MINUTES = 15

/** What the account remembers about wrong tries. */
export type Tries = { readonly failed: number; readonly lockedUntil: Temporal.Instant | null }

/** Nothing wrong so far: what a right password sets. */
export const NO_TRIES: Tries = { failed: 0, lockedUntil: null }

/** Whether the account is closed at `now`. At the very instant the lock ends it is open. */
export const isLocked = (t: Tries, now: Temporal.Instant): boolean =>
  t.lockedUntil !== null && Temporal.Instant.compare(now, t.lockedUntil) < 0

/** After one more wrong try. While locked nothing counts on; a lock that has run out starts the count anew. */
export function afterWrongTry(t: Tries, now: Temporal.Instant): Tries {
  if (isLocked(t, now)) return t
  const failed = (t.lockedUntil === null ? t.failed : 0) + 1
  return { failed, lockedUntil: failed >= MAX_TRIES ? now.add({ minutes: LOCK_MINUTES }) : null }
}
