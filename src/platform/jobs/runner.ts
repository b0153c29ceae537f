/**
 * Chạy việc nền: graphile-worker on the same database. Facts wake the `facts` task in their own transaction;
 * jobs on the clock follow their cron line. Each job is the same actions with a system actor.
 */
import { EventEmitter } from 'node:events'
import { Logger, parseCronItems, type Runner, run as startWorker, type WorkerEvents } from 'graphile-worker'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/pool.ts'
import { logger } from '../log.ts'
import { stayAlive } from './alive.ts'
import type { Job, Outside } from './job.ts'

const quiet = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') logger.warn({ job: true }, message)
})

/** Starts the worker; `stop` lets running jobs finish. */
export async function startJobs(
  db: Database,
  clock: Clock,
  jobs: readonly Job[],
  outside: Outside = {},
): Promise<{ stop: () => Promise<void> }> {
  const runJob = async (job: Job) => {
    try {
      await job.run({ ...outside, db, now: clock() })
    } catch (error) {
      logger.error({ err: error, job: job.name }, 'việc nền không xong, sẽ chạy lại')
      throw error
    }
  }
  const tasks = Object.fromEntries(jobs.filter((j) => j.cron).map((j) => [j.name, () => runJob(j)]))
  // One of them is held for as long as the runner lives.
  const pool = db.plainPool(4)
  let alive: { stop: () => Promise<void> } | null = null
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => {
    alive = stayAlive(pool, workerPool.id)
  })
  const worker: Runner = await startWorker({
    pgPool: pool,
    concurrency: 1,
    // A wake-up missed while the worker (re)connects is found here; a notice must reach its reader within 5 seconds.
    pollInterval: 2000,
    noHandleSignals: true,
    logger: quiet,
    events,
    taskList: {
      ...tasks,
      facts: async () => {
        for (const job of jobs.filter((j) => j.afterFacts)) await runJob(job)
      },
    },
    parsedCronItems: parseCronItems(
      jobs.flatMap((j) =>
        j.cron ? [{ task: j.name, match: j.cron, options: { backfillPeriod: 24 * 3600 * 1000, jobKey: j.name } }] : [],
      ),
    ),
  })
  return {
    stop: async () => {
      await worker.stop()
      await alive?.stop()
      await pool.end()
    },
  }
}
