import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { systemActor } from '../../kernel/actor.ts'
import { type Day, day } from '../../kernel/day.ts'
import { perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/sql.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { loadRegister } from './actions/load-register.ts'
import { readRegisterFacts } from './facts.ts'
import { restate } from './rules/restate.ts'
import { restatementLinks, territoryPlaces } from './views/restatement.ts'
import { findUnitByCode, unitsOn } from './views.ts'
import type { Measure } from './words.ts'

const actor = systemActor()
let t: TestDatabase
const read = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => transact(t.db, actor, work)

beforeAll(async () => {
  t = await testDatabase()
  const at = { actor, now: Temporal.Instant.from('2026-11-23T03:00:00Z') }
  expect(await perform(t.db, at, loadRegister, readRegisterFacts())).toMatchObject({ ok: true })
})
afterAll(() => t.drop())

/** Figures of communes of one day told by the units of another, by code; `—` = unallocated. */
async function told(figures: Readonly<Record<string, number>>, from: Day, to: Day, measure: Measure = 'people') {
  return read(async (tx) => {
    const units = [...(await unitsOn(tx, from)), ...(await unitsOn(tx, to))]
    const idOf = new Map(units.map((u) => [u.code, u.id]))
    const codeOf = new Map(units.map((u) => [u.id, u.code]))
    const values = new Map(Object.entries(figures).map(([code, n]) => [idOf.get(code) ?? code, { low: n, high: n }]))
    const found = restate(values, await restatementLinks(tx), from, to, measure)
    return Object.fromEntries(
      found.map((s) => [codeOf.get(s.unit) ?? '—', `${s.low === s.high ? s.low : `${s.low}..${s.high}`} ${s.basis}`]),
    )
  })
}

const [seed, later, now] = [day('2024-04-22'), day('2024-12-01'), day('2025-07-01')]

describe('địa bàn tỉnh cũ sau khi kết thúc', () => {
  const territory = (on: string) =>
    read(async (tx) => {
      const root = await findUnitByCode(tx, 'H23')
      const places = await territoryPlaces(tx, root?.id ?? '', day(on))
      const count = (kind: string) => places.filter((u) => u.kind === kind).length
      return [count('province'), count('district'), count('commune')]
    })

  test.each([
    ['2024-04-22', [1, 12, 235]],
    ['2024-11-30', [1, 12, 235]],
    ['2024-12-01', [1, 12, 207]],
    ['2025-06-30', [1, 12, 207]],
    ['2025-07-01', [0, 0, 64]],
    ['2026-11-23', [0, 0, 64]],
  ])('ngày %s: số đơn vị cấp tỉnh, huyện, xã', async (on, expected) => expect(await territory(on)).toEqual(expected))
})

describe('số liệu thật qua các lần sắp xếp', () => {
  test('đổi tên, giữ mã; nhập vào; chưa xác định nơi kế thừa', async () => {
    expect(await told({ 'H23.10621': 5, 'H23.10624': 7, 'H23.10651': 3 }, seed, later)).toEqual({
      'H23.10621': '12 restated',
      '—': '3 unallocated',
    })
  })

  test('xã Hòa Bình: dân về xã Kim Thành, đất là khoảng ở hai xã', async () => {
    const then = day('2025-06-30')
    expect(await told({ 'H23.10798': 9000 }, then, now, 'people')).toEqual({ 'H24.10804': '9000 restated' })
    expect(await told({ 'H23.10798': 8 }, then, now, 'land')).toEqual({
      'H24.10804': '0..8 range',
      'H24.10843': '0..8 range',
    })
  })

  test('tổng của 235 xã không đổi: phần biết chắc cộng phần chưa phân bổ, khoảng chứa phần còn lại', async () => {
    const communes = (await read((tx) => unitsOn(tx, seed))).filter((u) => u.kind === 'commune')
    const found = await read(async (tx) =>
      restate(
        new Map(communes.map((u) => [u.id, { low: 100, high: 100 }])),
        await restatementLinks(tx),
        seed,
        now,
        'land',
      ),
    )
    const sum = (side: 'low' | 'high') => found.reduce((all, s) => all + s[side], 0)
    expect(sum('low')).toBeLessThanOrEqual(23500)
    expect(sum('high')).toBeGreaterThanOrEqual(23500)
    expect(found.filter((s) => s.unit === '').map((s) => s.low)).toEqual([800])
  })
})
