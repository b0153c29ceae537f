/** Việc nền: facts wake their jobs, the clock its own, and stopping leaves nothing behind; on both databases. */
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { systemActor } from '../../kernel/actor.ts'
import { MODULES } from '../../modules.ts'
import { newId } from '../action.ts'
import { transact } from '../database/pool.ts'
import type { TestDatabase } from '../database/test-database.ts'
import { recordFact } from '../ledger/record.ts'
import type { Job } from './job.ts'
import { startJobs } from './runner.ts'

const NOW = Temporal.Instant.from('2026-11-23T03:42:00Z')
/** A wake-up that came before the worker listened is found at its next look at the queue: wait for several of those. */
const PATIENCE = 15_000

let t: TestDatabase
let running: { stop: () => Promise<void> } | null = null

const start = async (jobs: readonly Job[]) => {
  running = await startJobs(t.db, () => NOW, jobs)
}
const stop = async () => {
  await running?.stop()
  running = null
}
const record = (keep: boolean) =>
  transact(
    t.db,
    systemActor(),
    (tx) => recordFact(tx, { actor: systemActor(), now: NOW, id: newId() }, { kind: 'thu.written', subject: 'thu:1' }),
    () => keep,
  )
const follower = (run: Job['run'], more: Partial<Job> = {}): Job => ({
  name: 'thu.after',
  title: 'Sau sự kiện',
  afterFacts: true,
  run,
  ...more,
})
const queue = async () =>
  (await t.db.pool.query("select count(*) as n from graphile_worker.jobs where task_identifier = 'facts'")).rows[0].n

beforeAll(async () => {
  t = await testDatabase()
})
afterEach(stop)
afterAll(() => t.drop())

describe('việc sau sự kiện', () => {
  it('sự kiện ghi trong giao dịch đánh thức việc trong vài giây, với đồng hồ của hệ thống', async () => {
    const ran: Temporal.Instant[] = []
    await start([follower(async ({ now }) => void ran.push(now))])
    await record(true)
    await vi.waitFor(() => expect(ran).toHaveLength(1), { timeout: PATIENCE, interval: 50 })
    expect(ran[0]?.equals(NOW)).toBe(true)
  })

  it('giao dịch quay lui thì không đánh thức gì', async () => {
    const ran: number[] = []
    await start([follower(async () => void ran.push(1))])
    await record(false)
    await delay(1500)
    expect(ran).toEqual([])
  })

  it('sự kiện ghi khi chưa có ai chạy vẫn được đọc lúc khởi động; mười sự kiện liền chỉ cần một lượt', async () => {
    for (let i = 0; i < 10; i++) await record(true)
    expect(await queue()).toBe(1)
    const ran: number[] = []
    await start([follower(async () => void ran.push(1))])
    await vi.waitFor(() => expect(ran).toHaveLength(1), { timeout: PATIENCE, interval: 50 })
    await delay(300)
    expect(ran).toHaveLength(1)
  })

  it('việc hỏng được giữ lại để chạy lại, không làm dừng các việc sau', async () => {
    await start([
      follower(async () => {
        throw new Error('hỏng')
      }),
    ])
    await record(true)
    await vi.waitFor(async () => {
      const left = await t.db.pool.query(
        "select attempts, last_error from graphile_worker.jobs where task_identifier = 'facts'",
      )
      expect(left.rows).toMatchObject([{ attempts: 1, last_error: expect.stringContaining('hỏng') }])
    }, PATIENCE)
    await t.db.pool.query('select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))')
  })
})

describe('việc theo đồng hồ', () => {
  const clocked: Job = { name: 'thu.clock', title: 'Mỗi sáng', cron: '30 0 * * *', run: async () => undefined }
  const crontab = async () =>
    (await t.db.pool.query('select identifier, last_execution from graphile_worker._private_known_crontabs order by 1'))
      .rows

  it('được ghi vào danh sách đã biết, khởi động lại đọc được danh sách ấy', async () => {
    await start([clocked])
    await vi.waitFor(async () => expect(await crontab()).toMatchObject([{ identifier: 'thu.clock' }]), PATIENCE)
    await stop()
    await t.db.pool.query(
      "update graphile_worker._private_known_crontabs set known_since = now() - interval '2 days', last_execution = now() - interval '1 day 2 minutes'",
    )
    await start([clocked, follower(async () => undefined)])
    expect(await crontab()).toHaveLength(1)
  })

  it('lượt lỡ trong một ngày được chạy bù đúng một lần', async () => {
    const ran: number[] = []
    await t.db.pool.query('delete from graphile_worker._private_known_crontabs')
    const { hour, minute } = Temporal.Now.zonedDateTimeISO('UTC').subtract({ hours: 1 })
    const missed: Job = {
      ...clocked,
      name: 'thu.often',
      cron: `${minute} ${hour} * * *`,
      run: async () => void ran.push(1),
    }
    await t.db.pool.query(
      "insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution) values ('thu.often', now() - interval '2 days', now() - interval '3 hours')",
    )
    await start([missed])
    await vi.waitFor(() => expect(ran.length).toBeGreaterThanOrEqual(1), { timeout: PATIENCE, interval: 50 })
    await delay(500)
    expect(ran).toHaveLength(1)
  })

  it('mọi dòng giờ của các mô-đun đọc được', async () => {
    const jobs = MODULES.flatMap((m) => m.jobs ?? []).map((j) => ({ ...j, run: async () => undefined }))
    expect(jobs.some((j) => j.cron)).toBe(true)
    expect(new Set(jobs.map((j) => j.name)).size).toBe(jobs.length)
    await start(jobs)
    const clocks = jobs.flatMap((j) => (j.cron ? [j.name] : []))
    const known = async () => (await crontab()).map((c) => c.identifier)
    await vi.waitFor(async () => expect(await known()).toEqual(expect.arrayContaining(clocks)), PATIENCE)
  })
})

describe('tiến trình bị giết', () => {
  /** What a runner that is no more has taken, a minute ago. */
  const taken = async (by: string) => {
    await record(true)
    await t.db.pool.query(
      "update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '1 minute' where locked_at is null and key = 'facts'",
      [by],
    )
  }
  const holders = async () =>
    (await t.db.pool.query('select distinct locked_by from graphile_worker._private_jobs where locked_by is not null'))
      .rows

  it('việc đang cầm dở được trả lại và chạy ngay, không chờ bốn giờ', async () => {
    await taken('pool-da-chet')
    const ran: number[] = []
    await start([follower(async () => void ran.push(1))])
    await vi.waitFor(() => expect(ran.length).toBeGreaterThanOrEqual(1), { timeout: PATIENCE, interval: 50 })
    await vi.waitFor(async () => expect(await holders()).toEqual([]), PATIENCE)
  })

  it('việc của tiến trình còn sống thì giữ nguyên, dù lâu', async () => {
    const other = t.db.plainPool(1)
    try {
      await other.query("select pg_advisory_lock(hashtext('nguyen-khi.viec-nen'), hashtext('pool-con-song'))")
      await taken('pool-con-song')
      await start([follower(async () => undefined)])
      await delay(2500)
      expect(await holders()).toEqual([{ locked_by: 'pool-con-song' }])
    } finally {
      await other.end()
      await t.db.pool.query('select graphile_worker.force_unlock_workers($1)', [['pool-con-song']])
    }
  })
})

describe('dừng', () => {
  it('việc đang chạy được chạy xong, không kết nối nào còn lại', async () => {
    let finished = false
    let begun = false
    await start([
      follower(async () => {
        begun = true
        await delay(400)
        finished = true
      }),
    ])
    await record(true)
    await vi.waitFor(() => expect(begun).toBe(true), { timeout: PATIENCE, interval: 20 })
    await stop()
    expect(finished).toBe(true)
    await delay(100)
    const left = await t.db.pool.query(
      "select count(*) as n from pg_stat_activity where datname = current_database() and application_name = 'nguyen-khi' and pid <> pg_backend_pid()",
    )
    expect(left.rows[0].n).toBe(t.db.pool.totalCount - 1)
  })
})
