/** Bàn giao lại sau khi hỏng: when an event that could not be carried out is tried again, and told again. */
import { dayOf } from '../../../kernel/day.ts'

type Failed = { readonly failedAt: Temporal.Instant | null }

/** Facts wake the job all the time: what failed waits an hour, since others must mend its cause first. */
const WAIT_HOURS = 1

/** Whether an event may be tried at `now`: the first time, or an hour after it was last told to have failed. */
export const mayTryAgain = ({ failedAt }: Failed, now: Temporal.Instant): boolean =>
  failedAt === null || Temporal.Instant.compare(failedAt.add({ hours: WAIT_HOURS }), now) <= 0

/** Whether the failure was told on the day of `now`. */
export const toldToday = ({ failedAt }: Failed, now: Temporal.Instant): boolean =>
  failedAt !== null && dayOf(failedAt) === dayOf(now)
