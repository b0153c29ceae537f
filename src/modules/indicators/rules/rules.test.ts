import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '../../../kernel/day.ts'
import type { IndicatorValue, Target } from '../words.ts'
import { contradictions, valueOn } from './figures.ts'
import { recordFigure } from './record.ts'
import { meetsTarget, targetWords } from './target-words.ts'

const target = (more: Partial<Target>): Target => ({
  comparator: '>=',
  strict: false,
  target: 20,
  targetHigh: null,
  unit: '%',
  byYear: 2030,
  ...more,
})

describe('đích bằng lời', () => {
  test.each<[Partial<Target>, string]>([
    [{}, 'từ 20% trở lên'],
    [{ strict: true, target: 85000, unit: 'người' }, 'trên 85.000 người'],
    [{ comparator: '~', target: 3 }, 'khoảng 3%'],
    [{ comparator: '=', target: 19, unit: 'bác sỹ/10.000 dân' }, '19 bác sỹ/10.000 dân'],
    [{ comparator: 'range', target: 15, targetHigh: 20 }, 'từ 15% đến 20%'],
    [{ comparator: '<=', target: 5 }, 'không quá 5%'],
    [{ comparator: '<=', strict: true, target: 1.5 }, 'dưới 1,5%'],
  ])('%o → %s', (more, words) => expect(targetWords(target(more))).toBe(words))
})

describe('đã đạt mức đích', () => {
  test.each<[Partial<Target>, number, boolean | null]>([
    [{}, 20, true],
    [{ strict: true }, 20, false],
    [{ comparator: 'range', target: 15, targetHigh: 20 }, 21, false],
    [{ comparator: 'range', target: 15, targetHigh: 20 }, 15, true],
    [{ comparator: '=', target: 100 }, 99.9, false],
    [{ comparator: '~' }, 20, null],
    [{ comparator: '<=' }, 20, true],
  ])('%o với %d: %s', (more, value, met) => expect(meetsTarget(target(more), value)).toBe(met))
})

const at = Temporal.Instant.from('2026-01-01T00:00:00Z')
const figure = (id: string, asOf: string, value: number, more: Partial<IndicatorValue> = {}): IndicatorValue => ({
  id,
  code: 'II.1.1a',
  year: Number(asOf.slice(0, 4)),
  asOf: day(asOf),
  value,
  estimate: false,
  source: `nguồn ${id}`,
  status: 'seen',
  note: '',
  recordedAt: at,
  recordedBy: 'Lê Thị Lan',
  supersededAt: null,
  ...more,
})

describe('số liệu tại một ngày', () => {
  const values = [figure('a', '2021-10-04', 65000), figure('b', '2022-11-24', 65000), figure('c', '2022-12-28', 45000)]
  test.each<[string, string | null]>([
    ['2021-10-03', null],
    ['2021-10-04', 'a'],
    ['2022-12-27', 'b'],
    ['2026-01-01', 'c'],
  ])('ngày %s: %s', (on, id) => expect(valueOn(values, day(on), null)?.id ?? null).toBe(id))

  test('số đã thay không dùng, trừ khi hỏi theo lúc chưa thay', () => {
    const replaced = figure('d', '2023-01-01', 1, { supersededAt: at.add({ hours: 48 }) })
    expect(valueOn([replaced], day('2024-01-01'), null)).toBeNull()
    expect(valueOn([replaced], day('2024-01-01'), at.add({ hours: 24 }))?.id).toBe('d')
    expect(valueOn([replaced], day('2024-01-01'), at.subtract({ hours: 1 }))).toBeNull()
  })

  test('hai nguồn gần ngày, chênh quá 5% là mâu thuẫn, giữ cả hai', () => {
    const [a, b, c] = values
    if (!a || !b || !c) throw new Error('no figures')
    expect(contradictions(values, c).map((v) => v.id)).toEqual(['b'])
    expect(contradictions(values, a)).toEqual([])
  })

  test('mâu thuẫn là hai chiều', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 1, max: 1000 }),
        (days, x, y) => {
          const one = figure('x', '2022-01-01', x)
          const other = figure('y', addDays(day('2022-01-01'), days), y)
          expect(contradictions([one, other], one).length).toBe(contradictions([one, other], other).length)
        },
      ),
    ))
})

describe('ghi số liệu', () => {
  const given = {
    asOf: day('2025-12-31'),
    value: 43,
    estimate: false,
    source: 'nguồn',
    status: 'seen' as const,
    note: '',
  }
  test.each<[string, Partial<typeof given>, string]>([
    ['ngày chưa tới', { asOf: day('2027-01-01') }, 'asOf'],
    ['số âm', { value: -1 }, 'value'],
    ['tỷ lệ quá 100%', { value: 101 }, 'value'],
  ])('%s bị từ chối', (_, more, field) => {
    const decided = recordFigure('%', [], { ...given, ...more }, day('2026-11-23'))
    expect(decided.ok ? [] : Object.keys(decided.fields ?? {})).toEqual([field])
  })
  test('cùng ngày, cùng nguồn là sửa; giống hệt là không đổi', () => {
    const known = [figure('k', '2025-12-31', 42, { source: 'nguồn' })]
    expect(recordFigure('%', known, given, day('2026-11-23'))).toEqual({
      ok: true,
      value: { supersedes: 'k', same: false },
    })
    expect(recordFigure('%', known, { ...given, value: 42 }, day('2026-11-23'))).toMatchObject({
      value: { same: true },
    })
  })
})
