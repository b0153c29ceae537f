/** Sổ bộ giữ trong tiến trình: it answers as the database does, for every unit, and a change is seen by the next reader. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { systemActor } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import { perform } from '../../platform/action.ts'
import { connect, type Database, enterToRead, transact } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { loadRegister } from './actions/load-register.ts'
import { readRegisterFacts } from './facts.ts'
import { findUnit, findUnitByCode, issuerOn, successionsOf, territoryRoot, unitsByIds, unitsOn } from './views.ts'

const actor = systemActor()
const now = Temporal.Instant.from('2026-11-23T03:00:00Z')
const DAYS = ['2024-05-01', '2025-03-01', '2025-07-01', '2026-11-23'].map(day)

let t: TestDatabase
let other: Database
beforeAll(async () => {
  t = await testDatabase()
  other = connect(t.address, t.db.vault)
  expect((await perform(t.db, { actor, now }, loadRegister, readRegisterFacts())).ok).toBe(true)
})
afterAll(async () => {
  await other.close()
  await t.drop()
})

const plain = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => transact(t.db, actor, work)
const page = <T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> =>
  transact(db, actor, async (tx) => {
    await enterToRead(db, tx, actor)
    return work(tx)
  })

describe('Sổ bộ giữ trong tiến trình', () => {
  test('mỗi đơn vị, mỗi mã, mỗi ngày: trả lời như cơ sở dữ liệu', async () => {
    const ids = (await t.db.pool.query('select id from organisations.unit')).rows.map((r) => r.id as string)
    const codes = (await t.db.pool.query('select distinct value from organisations.unit_identifier')).rows
    const ask = async (tx: Tx) => {
      const found: unknown[] = [await unitsByIds(tx, ids), await successionsOf(tx, ids)]
      for (const id of ids.slice(0, 60)) found.push(await findUnit(tx, id), await successionsOf(tx, [id]))
      for (const { value } of codes) found.push(await findUnitByCode(tx, value))
      for (const on of DAYS) {
        const { root } = await territoryRoot(tx, on)
        found.push(await unitsOn(tx, on), root, root && (await issuerOn(tx, root.id, on)))
      }
      return found
    }
    const expected = await plain(ask)
    expect(await page(t.db, ask)).toEqual(expected)
    const kept = await page(t.db, async (tx) => [await ask(tx), tx.statements] as const)
    expect(kept).toEqual([expected, 1])
  })

  test('đơn vị đổi tên, thêm mối nối: người đọc sau thấy ngay, ở tiến trình này và tiến trình khác', async () => {
    const today = day('2026-11-23')
    const body = await plain((tx) => findUnitByCode(tx, 'H24.SNV'))
    const id = body?.id ?? ''
    const seen = (db: Database) =>
      page(db, async (tx) => [
        (await findUnit(tx, id))?.officeName,
        (await unitsOn(tx, today)).find((u) => u.id === id)?.officeName,
        (await successionsOf(tx, [id])).flatMap((s) => s.edges).length,
      ])
    const before = [body?.officeName, body?.officeName, 0]
    expect([await seen(t.db), await seen(other)]).toEqual([before, before])
    await t.db.pool.query(
      `update organisations.unit_name set office_name = 'Sở Thử' where unit_id = $1 and upper_inf(valid)`,
      [id],
    )
    const renamed = ['Sở Thử', 'Sở Thử', 0]
    expect([await seen(t.db), await seen(other)]).toEqual([renamed, renamed])
    await other.pool.query(
      `insert into organisations.event_edge (event_id, ordinal, from_unit, to_unit, part, basis)
       select id, 9999, $1, $1, 'part', 'seen' from organisations.event limit 1`,
      [id],
    )
    const linked = ['Sở Thử', 'Sở Thử', 1]
    expect([await seen(t.db), await seen(other)]).toEqual([linked, linked])
  })
})
