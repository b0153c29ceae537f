/** Việc theo giờ: what runs on the clock or after facts; each run is the same actions with a system actor. */
import type { Database } from '../database/pool.ts'
import type { Post } from '../mail/post.ts'

/** Bên ngoài: what a job reaches besides the database. Absent or null = not set up. */
export type Outside = {
  readonly post?: Post | null
  /** Where people reach the system: links in mails begin with it. */
  readonly address?: string | null
}

/** What a job is given. */
export type JobCtx = Outside & { readonly db: Database; readonly now: Temporal.Instant }

/** Việc nền. */
export type Job = {
  /** `module.verb`. */
  readonly name: string
  readonly title: string
  /** Cron expression in Vietnamese time is not assumed: minutes and hours are UTC. Absent = only after facts. */
  readonly cron?: string
  /** Runs soon after any fact was recorded. */
  readonly afterFacts?: boolean
  readonly run: (ctx: JobCtx) => Promise<void>
}
