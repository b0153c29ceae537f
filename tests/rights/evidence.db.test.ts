/** Tệp bằng chứng: theo hồ sơ mà đi, kể cả khi chuyển và gộp; của mục nhạy cảm chỉ mở trong giao dịch đã nói là đọc mức C. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, systemActor } from '../../src/kernel/actor.ts'
import { newId } from '../../src/platform/action.ts'
import { transact } from '../../src/platform/database/pool.ts'
import { asOwner, type TestDatabase } from '../../src/platform/database/test-database.ts'
import { findFile, keepFile } from '../../src/platform/files/keep.ts'
import { testDatabase } from '../database.ts'
import { type Marked, mark } from './marked-people.ts'

const NOW = Temporal.Instant.from('2026-11-23T03:42:00Z')
const HEALTH = newId()
const SCHOOL = newId()
const officer = (unit: string): Actor => ({ ...systemActor('Cán bộ'), id: newId(), kind: 'account', scope: [unit] })

let t: TestDatabase
let a: Marked
let b: Marked
beforeAll(async () => {
  t = await testDatabase()
  a = await mark(t.db, NOW, 'Qorvaxk', '030181471311', HEALTH)
  b = await mark(t.db, NOW, 'Qorvaxm', '030181471312', SCHOOL)
}, 60_000)
afterAll(() => t.drop())

const keep = (table: string, sensitive: boolean) =>
  transact(t.db, officer(HEALTH), async (tx) => {
    if (sensitive) await tx.client.query(`set local nk.sensitive to 'on'`)
    const file = { name: 'quyet-dinh.pdf', mediaType: 'application/pdf', bytes: Buffer.from(`Quyết định ${table}`) }
    const ctx = { tx, actor: officer(HEALTH), now: NOW, newId }
    return (await keepFile(ctx, file, { of: { table, id: a.id }, sealed: true })).id
  })
const seen = (unit: string | null, file: string, sensitive = false) =>
  transact(t.db, unit === null ? systemActor() : officer(unit), async (tx) => {
    if (sensitive) await tx.client.query(`set local nk.sensitive to 'on'`)
    return (await findFile(tx, file)) !== null
  })

it('bằng chứng của một hồ sơ: cơ quan quản lý hồ sơ đọc được, cơ quan khác thì không; hồ sơ chuyển đi thì tệp đi theo', async () => {
  const file = await keep('people.person', false)
  expect([await seen(HEALTH, file), await seen(SCHOOL, file)]).toEqual([true, false])
  await asOwner(t.db, 'update people.person set unit_id = $2 where id = $1', [a.id, SCHOOL])
  expect([await seen(HEALTH, file), await seen(SCHOOL, file)]).toEqual([false, true])
  await asOwner(t.db, 'update people.person set unit_id = $2 where id = $1', [a.id, HEALTH])
})

it('hồ sơ gộp vào hồ sơ khác: cơ quan giữ hồ sơ còn lại đọc được bằng chứng cũ', async () => {
  const file = await keep('people.person', false)
  await asOwner(t.db, 'update people.person set merged_into = $2 where id = $1', [a.id, b.id])
  expect(await seen(SCHOOL, file)).toBe(true)
  await asOwner(t.db, 'update people.person set merged_into = null where id = $1', [a.id])
  expect(await seen(SCHOOL, file)).toBe(false)
})

it('bằng chứng của mục nhạy cảm: không mở khi chưa nói là đọc mức C, dù thấy mọi đơn vị', async () => {
  const file = await keep('people.sealed_fact', true)
  expect([await seen(HEALTH, file), await seen(null, file), await seen(SCHOOL, file, true)]).toEqual([
    false,
    false,
    false,
  ])
  expect([await seen(HEALTH, file, true), await seen(null, file, true)]).toEqual([true, true])
})
