/** Việc nền: batches that were asked to run are run, one after another, each in a thread of its own; also those a stop cut short. */
import { Worker } from 'node:worker_threads'
import { systemActor } from '../../kernel/actor.ts'
import { type Database, transact } from '../../platform/database/pool.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { logger } from '../../platform/log.ts'
import { CONSTRAINTS } from './constraints.ts'
import type { Order } from './jobs/thread.ts'
import { runningBatches } from './views.ts'

/** Megabytes the thread may use before it is stopped: the whole process stays within 400. */
const MEMORY_MB = 220

/** What runs in this process now. The database decides who runs what; this only keeps one process from starting it twice. */
const running = new Set<string>()

/** Runs the thread of one batch to its end. */
function runThread(order: Order): Promise<void> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./jobs/thread.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: 24 },
      execArgv: [],
    })
    worker.once('error', (error) => logger.error({ err: error, batch: order.batch }, 'lượt nhập dừng vì lỗi'))
    worker.once('exit', () => resolve())
  })
}

/** Starts what waits to run; answers when all of it is done. */
export async function runWaiting(db: Database, now: Temporal.Instant): Promise<void> {
  const waiting = await transact(db, systemActor(), (tx) => runningBatches(tx))
  for (const b of waiting) {
    if (running.has(b.id)) continue
    running.add(b.id)
    try {
      await runThread({
        address: db.address,
        key: db.vault.lend(),
        province: db.province,
        batch: b.id,
        writes: b.state === 'dang-ghi',
        actor: b.askedBy,
        now: now.toString(),
        constraints: CONSTRAINTS,
      })
    } finally {
      running.delete(b.id)
    }
  }
}

/** Jobs of the module. The worker goes on with other jobs while a file is read: a long file must not hold a reminder up. */
export const jobs: readonly Job[] = [
  {
    name: 'imports.run-waiting',
    title: 'Chạy các lô nhập đang chờ',
    afterFacts: true,
    cron: '*/5 * * * *',
    run: async ({ db, now }) => {
      void runWaiting(db, now).catch((error) => logger.error({ err: error }, 'không chạy được lô nhập đang chờ'))
    },
  },
]
