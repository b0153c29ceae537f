/** Ngắt điện giữa lúc nhập: SIGKILL of the process or of the database; the register is as before and the batch can be written again. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemActor } from '../../src/kernel/actor.ts'
import { writeBatch } from '../../src/modules/imports/actions/write-batch.ts'
import { perform } from '../../src/platform/action.ts'
import { connect, type Database, transact } from '../../src/platform/database/pool.ts'
import { row, sql } from '../../src/platform/database/sql.ts'
import { startEngine, testEngine } from '../../src/platform/database/test-engine.ts'
import { firstBrokenFact } from '../../src/platform/ledger/record.ts'
import { openVault } from '../../src/platform/vault.ts'
import { clearFolder, freshFolder, hasEnded, startWorking, until } from './crashing.ts'

const NOW = Temporal.Instant.from('2026-11-23T10:45:00+07:00')
let folder: string

beforeEach(() => {
  folder = freshFolder('nhap-')
})
afterEach(() => clearFolder(folder))

test('kill -9 khi đang ghi lô: sổ như trước, lô ghi lại được, sổ cái không đứt', { timeout: 180_000 }, async () => {
  for (const victim of ['process', 'database'] as const) {
    const importer = startWorking('importer.ts', folder)
    // Some thousand rows are in the transaction, the rest is not.
    await until(() => importer.said('dong').length > 0)
    if (victim === 'process') importer.process.kill('SIGKILL')
    else process.kill(Number(importer.said('may-chu')[0]), 'SIGKILL')
    await until(() => hasEnded(importer.process))
    expect(importer.said('xong')).toEqual([])
    const server = await startEngine(testEngine(), folder)
    const db = connect(server, openVault('7'.repeat(64)))
    try {
      expect(await counted(db)).toMatchObject({ people: 0, facts: 0, written: 0 })
      expect(await transact(db, systemActor(), firstBrokenFact)).toBeNull()
      if (victim === 'process') continue
      const again = await perform(db, { actor: systemActor(), now: NOW }, writeBatch, { id: importer.said('lo')[0] })
      expect(again).toMatchObject({ ok: true, value: { counts: { new: 7000, error: 0 } } })
      expect(await counted(db)).toMatchObject({ people: 7000, written: 1 })
    } finally {
      await db.close()
      await server.stop()
    }
  }
})

const counted = (db: Database) =>
  transact(db, systemActor(), (tx) =>
    row(
      tx,
      sql`select (select count(*) from people.person) as people, (select count(*) from people.fact) as facts,
            (select count(*) from platform.ledger where kind = 'imports.written') as written`,
    ),
  )
