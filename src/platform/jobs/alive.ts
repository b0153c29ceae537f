/**
 * Ai còn chạy việc nền: the queue notes on each job who has it. A process that was killed never gives its jobs back; the queue itself waits
 * four hours for it. Here every runner holds a lock as long as it lives, and whoever runs gives free what is held by nobody alive.
 */
import type pg from 'pg'
import { logger } from '../log.ts'

/** How often the living look for what the dead have. */
const LOOK_MS = 5_000
/** A job taken a moment ago may belong to a runner that is only beginning. */
const YOUNG = '10 seconds'

const KEY = "hashtext('nguyen-khi.viec-nen')"

/**
 * The lock is looked for, not tried: behind a pooler a session that tried it could be the very one that has it.
 */
const FREE = `select graphile_worker.force_unlock_workers(array(
  select distinct j.locked_by from graphile_worker._private_jobs j
  where j.locked_at < now() - interval '${YOUNG}' and not exists (
    select 1 from pg_locks l where l.locktype = 'advisory' and l.objsubid = 2 and l.granted
      and l.database = (select d.oid from pg_database d where d.datname = current_database())
      and l.classid::bigint = (${KEY}::bigint & 4294967295) and l.objid::bigint = (hashtext(j.locked_by)::bigint & 4294967295))))`

/** Says that the runner of this name is alive, and frees jobs of dead ones, until `stop`. */
export function stayAlive(pool: pg.Pool, name: string): { stop: () => Promise<void> } {
  let held: pg.PoolClient | null = null
  let stopped = false
  const hold = async (): Promise<void> => {
    if (held !== null) return
    const client = await pool.connect()
    held = client
    client.once('error', () => {
      held = null
    })
    await client.query(`select pg_advisory_lock(${KEY}, hashtext($1))`, [name])
  }
  const look = async (): Promise<void> => {
    await hold()
    await pool.query(FREE)
  }
  const turn = (): Promise<void> =>
    look().catch((error: Error) => {
      if (!stopped) logger.warn({ err: error.message }, 'chưa xem được việc nền của tiến trình đã dừng')
    })
  let turning = turn()
  const timer = setInterval(() => {
    turning = turning.then(turn)
  }, LOOK_MS)
  timer.unref()
  return {
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await turning
      held?.release(true)
    },
  }
}
