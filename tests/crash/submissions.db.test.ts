/** Ngắt điện giữa lúc nộp: SIGKILL of the process and of the database; every acknowledged report is there afterwards. */
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { connect, type Database, transact } from '../../src/platform/database/pool.ts'
import { row, rows, sql } from '../../src/platform/database/sql.ts'
import { startEngine, testEngine } from '../../src/platform/database/test-engine.ts'
import { firstBrokenFact } from '../../src/platform/ledger/record.ts'
import { openVault } from '../../src/platform/vault.ts'
import { clearFolder, freshFolder, hasEnded, startWorking, until } from './crashing.ts'

let folder: string

beforeEach(() => {
  folder = freshFolder('nop-')
})
afterEach(() => clearFolder(folder))

test('kill -9 khi đang nộp, cả tiến trình lẫn PostgreSQL: báo cáo đã xác nhận còn đủ, sổ cái không đứt', {
  timeout: 120_000,
}, async () => {
  const acknowledged: string[] = []
  for (const [round, victim] of (['process', 'database', 'process', 'process', 'database'] as const).entries()) {
    const reporter = await startReporter()
    await until(() => reporter.sent().length >= 3 + round)
    if (victim === 'process') reporter.process.kill('SIGKILL')
    else process.kill(reporter.server(), 'SIGKILL')
    await until(() => hasEnded(reporter.process))
    acknowledged.push(...reporter.sent())
  }
  const server = await startEngine(testEngine(), folder)
  const db = connect(server, openVault('7'.repeat(64)))
  try {
    const kept = await storedReports(db)
    expect(acknowledged.length).toBeGreaterThanOrEqual(25)
    expect(acknowledged.filter((line) => !kept.has(line))).toEqual([])
    await expectWhole(db, kept.size)
  } finally {
    await db.close()
    await server.stop()
  }
})

/** `mã bản băm` of every stored version whose Word file is really there, byte for byte. */
async function storedReports(db: Database): Promise<Set<string>> {
  const all = await transact(db, systemActor(), (tx) =>
    rows<{ code: string; number: number; sha256: string; body: Uint8Array }>(
      tx,
      sql`select o.code, s.number, s.sha256, f.body from reporting.submission s
          join reporting.obligation o on o.id = s.obligation_id join platform.file_part f on f.file_id = s.file_id and f.n = 0`,
    ),
  )
  const whole = all.filter((s) => createHash('sha256').update(s.body).digest('hex') === s.sha256)
  expect(whole).toHaveLength(all.length)
  return new Set(all.map((s) => `${s.code} ${s.number} ${s.sha256}`))
}

/** Nothing half done: one fact per version, the chain whole, no version number left out. */
async function expectWhole(db: Database, versions: number): Promise<void> {
  await transact(db, systemActor(), async (tx) => {
    expect(await firstBrokenFact(tx)).toBeNull()
    const facts = await row<{ n: number }>(
      tx,
      sql`select count(*)::int as n from platform.ledger where kind = 'reporting.submitted'`,
    )
    expect(facts.n).toBe(versions)
    const gaps = await rows(
      tx,
      sql`select obligation_id from reporting.submission group by 1 having max(number) <> count(*)`,
    )
    expect(gaps).toEqual([])
  })
}

async function startReporter() {
  const reporter = startWorking('reporter.ts', folder)
  await until(() => {
    if (reporter.process.exitCode !== null) throw new Error(reporter.trouble())
    return reporter.said('may-chu').length > 0
  })
  return {
    process: reporter.process,
    server: () => Number(reporter.said('may-chu')[0]),
    sent: () => reporter.said('nop'),
  }
}
