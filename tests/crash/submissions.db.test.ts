/** Ngắt điện giữa lúc nộp: SIGKILL of the process and of the database; every acknowledged report is there afterwards. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { connect, type Database, transact } from '../../src/platform/database/pool.ts'
import { isAlive, livePostmaster } from '../../src/platform/database/postmaster.ts'
import { row, rows, sql } from '../../src/platform/database/sql.ts'
import { startEngine, testEngine } from '../../src/platform/database/test-engine.ts'
import { firstBrokenFact } from '../../src/platform/ledger/record.ts'
import { openVault } from '../../src/platform/vault.ts'

let folder: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(inject('scratch'), 'nop-'))
  fs.chmodSync(folder, 0o711)
})

afterEach(async () => {
  const left = livePostmaster(path.join(folder, 'postgresql'))
  if (left) {
    process.kill(left.pid, 'SIGINT')
    await until(() => !isAlive(left.pid))
  }
  fs.rmSync(folder, { recursive: true, force: true })
})

test('kill -9 khi đang nộp, cả tiến trình lẫn PostgreSQL: báo cáo đã xác nhận còn đủ, sổ cái không đứt', {
  timeout: 120_000,
}, async () => {
  const acknowledged: string[] = []
  for (const [round, victim] of (['process', 'database', 'process', 'process', 'database'] as const).entries()) {
    const reporter = await startReporter()
    await until(() => reporter.sent().length >= 3 + round)
    if (victim === 'process') reporter.process.kill('SIGKILL')
    else process.kill(reporter.server(), 'SIGKILL')
    await until(() => reporter.process.exitCode !== null || reporter.process.signalCode !== null)
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
  const child: ChildProcess = spawn(process.execPath, ['tests/crash/reporter.ts', testEngine(), folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NGUYEN_KHI_LOG: 'silent' },
  })
  let output = ''
  let trouble = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    trouble += chunk.toString()
  })
  const lines = (word: string) =>
    output
      .split('\n')
      .slice(0, -1)
      .flatMap((l) => (l.startsWith(`${word} `) ? [l.slice(word.length + 1)] : []))
  await until(() => {
    if (child.exitCode !== null) throw new Error(trouble)
    return lines('may-chu').length > 0
  })
  return { process: child, server: () => Number(lines('may-chu')[0]), sent: () => lines('nop') }
}

async function until(condition: () => boolean): Promise<void> {
  for (const limit = Date.now() + 60_000; !condition(); ) {
    if (Date.now() > limit) throw new Error('waited too long')
    await sleep(10)
  }
}
