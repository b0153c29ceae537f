/** Đơn vị ngoài địa bàn của kế hoạch, khi sổ bộ giữ cả một tỉnh khác. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { systemActor } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import { perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { loadRegister } from './actions/load-register.ts'
import { readRegisterFacts } from './facts.ts'
import { inventedProvince } from './fixtures.ts'
import { unitsOutside } from './views/restatement.ts'
import { findUnitByCode, unitsByIds } from './views.ts'

const actor = systemActor()
let t: TestDatabase

/** Codes outside of the territory of a province on a day. */
const outside = (root: string, on: string) =>
  transact(t.db, actor, async (tx) => {
    const territory = await findUnitByCode(tx, root)
    const found = await unitsByIds(tx, await unitsOutside(tx, territory?.id ?? '', day(on)))
    return found.map((u) => u.code).sort()
  })

beforeAll(async () => {
  t = await testDatabase()
  const [own, other] = [readRegisterFacts(), inventedProvince()]
  const both = { units: [...own.units, ...other.units], events: [...own.events, ...other.events] }
  const at = { actor, now: Temporal.Instant.from('2026-11-23T03:00:00Z') }
  expect(await perform(t.db, at, loadRegister, both)).toMatchObject({ ok: true })
})
afterAll(() => t.drop())

const OTHER = inventedProvince().units.map((u) => u.code)

test('trước khi hợp nhất: đơn vị của tỉnh khác, kể cả đơn vị đã kết thúc, ở ngoài', async () => {
  expect(await outside('H23', '2024-12-01')).toEqual(OTHER.toSorted())
})

test('sau khi hợp nhất: đơn vị cũ, nơi kế thừa, tỉnh nhận địa bàn đều ở trong; tỉnh khác vẫn ở ngoài', async () => {
  const found = await outside('H23', '2026-11-23')
  expect(found).toEqual(expect.arrayContaining(OTHER))
  expect(found.filter((c) => !OTHER.includes(c) && c.startsWith('H23'))).toEqual([])
  expect(found).not.toContain('H24')
})
