/** Thế giới mẫu đang dựng: what its steps are given. */
import type { systemActor } from '../kernel/actor.ts'
import { type Day, startOf } from '../kernel/day.ts'
import type { Unit } from '../modules/organisations/public.ts'
import type { Action } from '../platform/action.ts'
import type { Database } from '../platform/database/pool.ts'

/** What the later steps of the sample world build on. */
export type World = {
  readonly db: Database
  readonly now: Temporal.Instant
  readonly today: Day
  readonly year: number
  readonly programmeId: string
  /** Performs an action at an instant, as the sample system or as a given actor; throws when it is refused. */
  readonly act: <I, O>(
    what: Action<I, O>,
    input: unknown,
    at?: { now?: Temporal.Instant; as?: ReturnType<typeof systemActor> },
  ) => Promise<O>
  /** Bodies that owe a report in a year, as they are called. */
  readonly obligated: (year: number) => Promise<Unit[]>
}

/** 10:00 in the morning of a day, Vietnamese time. */
export const morningOf = (d: Day): Temporal.Instant => startOf(d).add({ hours: 10 })
