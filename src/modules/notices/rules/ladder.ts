/** Bậc nhắc hạn: which reminder is due today. One digest per day: when several steps were missed, only the latest is sent. */
import { addDays, type Day } from '../../../kernel/day.ts'
import { STEPS, type Step } from '../words.ts'

/** Steps in the order of time. */
export const STEP_ORDER = Object.keys(STEPS) as readonly Step[]

/** The day a step falls on. `dueBefore` is the first day that is late, so the last day on time is the day before. */
export const dayOfStep = (step: Step, dueBefore: Day): Day => addDays(dueBefore, STEPS[step].days - 1)

/** The step to send today: the latest one reached and not yet sent, provided no later one was sent; null = none. */
export function stepToSend(dueBefore: Day, today: Day, sent: readonly Step[]): Step | null {
  const reached = STEP_ORDER.filter((s) => dayOfStep(s, dueBefore) <= today)
  const latest = reached.at(-1)
  if (latest === undefined) return null
  return sent.some((s) => STEP_ORDER.indexOf(s) >= STEP_ORDER.indexOf(latest)) ? null : latest
}
