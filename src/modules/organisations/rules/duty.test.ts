import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day, daysBetween } from '../../../kernel/day.ts'
import { holdsOn, type Validity, yearPeriod } from '../../../kernel/validity.ts'
import { type DutyStart, dutyHolders, linksFrom, ownerless, type Succession } from './duty.ts'

const start = day('2024-04-22')
const always: Validity = { from: start, to: null }
const event = (on: string, ...edges: [string | null, string | null][]): Succession => ({
  on: day(on),
  edges: edges.map(([from, to]) => ({ from, to })),
})

describe('nhiệm vụ đi theo sự kiện tổ chức', () => {
  test('không có sự kiện: đơn vị giữ nhiệm vụ từ ngày được giao', () => {
    expect(dutyHolders([{ unitId: 'a', from: start }], [], always)).toEqual([
      { unitId: 'a', valid: { from: start, to: null }, cameFrom: [] },
    ])
  })

  test('sáp nhập: đơn vị cũ hết nhiệm vụ trước ngày hiệu lực, đơn vị mới mang từ ngày ấy', () => {
    const found = dutyHolders(
      [{ unitId: 'a', from: start }],
      [event('2025-02-20', ['a', 'b'], ['b', 'b'])],
      yearPeriod(2025),
    )
    expect(found).toEqual([
      { unitId: 'a', valid: { from: '2025-01-01', to: '2025-02-20' }, cameFrom: [] },
      { unitId: 'b', valid: { from: '2025-02-20', to: '2026-01-01' }, cameFrom: ['a'] },
    ])
  })

  test('chia chức năng: mọi đơn vị nhận một phần đều mang nhiệm vụ', () => {
    const found = dutyHolders(
      [{ unitId: 'a', from: start }],
      [event('2025-02-20', ['a', 'b'], ['a', 'c'])],
      yearPeriod(2026),
    )
    expect(found.map((h) => h.unitId).sort()).toEqual(['b', 'c'])
  })

  test('chuyển bớt chức năng: đơn vị tự kế thừa vẫn mang nhiệm vụ', () => {
    const found = dutyHolders([{ unitId: 'a', from: start }], [event('2025-02-20', ['a', 'a'], ['a', 'b'])], always)
    expect(found.find((h) => h.unitId === 'a')?.valid).toEqual(always)
    expect(found.find((h) => h.unitId === 'b')?.cameFrom).toEqual(['a'])
  })

  test('nơi kế thừa chưa xác định: nhiệm vụ chưa có chủ', () => {
    const events = [event('2025-07-01', ['a', null])]
    const found = dutyHolders([{ unitId: 'a', from: start }], events, yearPeriod(2025))
    expect(found.map((h) => h.valid.to)).toEqual(['2025-07-01'])
    expect(ownerless(found, events).map((h) => h.unitId)).toEqual(['a'])
  })

  test('sự kiện trước hoặc đúng ngày giao đã nằm trong danh sách được giao', () => {
    const events = [event('2024-04-22', ['a', 'b'])]
    expect(dutyHolders([{ unitId: 'a', from: start }], events, always).map((h) => h.unitId)).toEqual(['a'])
  })

  test('đổi chỗ trong cùng ngày: hai đơn vị nhận của nhau', () => {
    const events = [event('2025-01-01', ['a', 'b'], ['b', 'a'])]
    const starts = [{ unitId: 'a', from: start }]
    expect(dutyHolders(starts, events, always).map((h) => [h.unitId, h.valid.from, h.valid.to])).toEqual([
      ['a', start, '2025-01-01'],
      ['b', '2025-01-01', null],
    ])
  })
})

const UNITS = ['a', 'b', 'c', 'd', 'e']
const someDay = fc.integer({ min: 0, max: 20 }).map((n) => addDays(start, n))
const anEdge = fc.record({ from: fc.constantFrom(...UNITS, null), to: fc.constantFrom(...UNITS, null) })
const someEvents: fc.Arbitrary<Succession[]> = fc.array(
  fc.record({ on: someDay, edges: fc.array(anEdge, { minLength: 1, maxLength: 4 }) }),
  { maxLength: 6 },
)
const someStarts: fc.Arbitrary<DutyStart[]> = fc.array(
  fc.record({ unitId: fc.constantFrom(...UNITS), from: someDay }),
  { maxLength: 4 },
)

/** Day by day, the slow way. */
function holdersOn(starts: readonly DutyStart[], events: readonly Succession[], until: Day): Set<string> {
  let now = new Set<string>()
  for (let n = 0; n <= daysBetween(start, until); n++) {
    const d = addDays(start, n)
    const edges = events.filter((e) => e.on === d).flatMap((e) => e.edges)
    const next = new Set([...now].filter((u) => !edges.some((x) => x.from === u)))
    for (const x of edges) if (x.from !== null && x.to !== null && now.has(x.from)) next.add(x.to)
    for (const s of starts) if (s.from === d) next.add(s.unitId)
    now = next
  }
  return now
}

describe('tính chất của kế thừa nhiệm vụ', () => {
  test('nhiệm vụ được mang đúng những ngày phải mang, không thừa, không chồng', () => {
    fc.assert(
      fc.property(someStarts, someEvents, (starts, events) => {
        const found = dutyHolders(starts, events, always)
        for (let n = 0; n <= 22; n++) {
          const d = addDays(start, n)
          const held = found.filter((h) => holdsOn(h.valid, d)).map((h) => h.unitId)
          expect(held.sort()).toEqual([...holdersOn(starts, events, d)].sort())
        }
      }),
      { numRuns: 150 },
    )
  })

  test('bỏ sự kiện cuối: mọi ngày trước nó không đổi', () => {
    fc.assert(
      fc.property(someStarts, someEvents, someDay, anEdge, (starts, events, on, edge) => {
        const cut = (list: readonly Succession[]) =>
          dutyHolders(starts, list, { from: start, to: on }).map((h) => [h.unitId, h.valid, h.cameFrom])
        if (on === start) return
        expect(cut([...events, { on, edges: [edge] }])).toEqual(cut(events))
      }),
    )
  })

  test('cắt theo năm rồi nối lại bằng cả khoảng', () => {
    fc.assert(
      fc.property(someStarts, someEvents, someDay, (starts, events, cut) => {
        const whole = dutyHolders(starts, events, always)
        const parts = [
          ...(cut > start ? dutyHolders(starts, events, { from: start, to: cut }) : []),
          ...dutyHolders(starts, events, { from: cut, to: null }),
        ]
        for (let n = 0; n <= 22; n++) {
          const d = addDays(start, n)
          const on = (list: typeof whole) =>
            list
              .filter((h) => holdsOn(h.valid, d))
              .map((h) => h.unitId)
              .sort()
          expect(on(parts)).toEqual(on(whole))
        }
      }),
    )
  })

  test('mọi nơi kế thừa đều biết: nhiệm vụ không bao giờ mất chủ', () => {
    const known = someEvents.map((list) =>
      list.map((e) => ({ ...e, edges: e.edges.map((x) => ({ ...x, to: x.to ?? 'e' })) })),
    )
    fc.assert(
      fc.property(known, (events) => {
        const found = dutyHolders([{ unitId: 'a', from: start }], events, always)
        for (let n = 0; n <= 22; n++) expect(found.some((h) => holdsOn(h.valid, addDays(start, n)))).toBe(true)
      }),
    )
  })
})

describe('đường đi của nhiệm vụ trong sổ bộ', () => {
  const links = [
    { from: 'x', to: 'y' },
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c' },
    { from: 'c', to: 'a' },
    { from: 'b', to: null },
  ]

  test('lấy mọi mối nối của đơn vị và của bên kế thừa, kể cả vòng; không lấy của đơn vị khác', () => {
    expect(linksFrom(links, ['a'])).toEqual(links.slice(1))
    expect(linksFrom(links, ['y'])).toEqual([])
    expect(linksFrom(links, [])).toEqual([])
  })
})
