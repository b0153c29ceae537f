/** Đường giữ chân: hand-worked cases, then laws that hold of every cohort. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, type Day, day } from '../../../kernel/day.ts'
import { someone } from '../fixtures.ts'
import type { Exit, Talent } from '../words.ts'
import { followedOn } from './cohort.ts'
import { type Curve, curveOf, curvesOf, shareAt, yearsBetween } from './survival.ts'

const curve = (all: readonly Talent[], asOf: string): Curve => curveOf(followedOn(all, day(asOf)), day(asOf), null)

test.each([
  ['2020-03-01', '2025-03-01', 5],
  ['2020-03-01', '2021-03-01', 1],
  ['2020-02-29', '2025-02-28', 5],
  ['2021-01-01', '2021-07-02', 0.4986],
] as const)('từ %s đến %s là %d năm', (from, to, years) => expect(yearsBetween(day(from), day(to))).toBe(years))

describe('Đường giữ chân', () => {
  it('bốn người, một rời đi sau một năm: còn 75%', () => {
    const all = [
      someone('1', '2020-01-01', ['2021-01-01', 'roi']),
      ...['2', '3', '4'].map((id) => someone(id, '2020-01-01')),
    ]
    expect(curve(all, '2025-01-01')).toMatchObject({
      recognised: 4,
      left: 1,
      reached: 4,
      stayed: 3,
      share: 0.75,
      until: 5,
    })
  })

  it('người nghỉ hưu giữa chừng thôi được tính từ ngày nghỉ, không làm giảm tỷ lệ', () => {
    const all = [
      someone('1', '2020-01-01', ['2021-01-01', 'nghi-huu']),
      someone('2', '2020-01-01', ['2022-01-01', 'roi']),
      someone('3', '2020-01-01'),
    ]
    const c = curve(all, '2025-01-01')
    expect(c.steps).toEqual([{ years: 2, atRisk: 2, left: 1, share: 0.5 }])
    expect(c).toMatchObject({ allowed: 1, reached: 2, stayed: 1 })
    expect(c.marks).toEqual([{ years: 1, count: 1, why: 'duoc-phep' }])
  })

  it('chưa đủ 5 năm: có đường đến hôm nay, có dấu chưa đủ, không có giá trị ở năm thứ năm', () => {
    const c = curve([someone('1', '2024-01-01'), someone('2', '2024-01-01', ['2024-07-01', 'roi'])], '2026-01-01')
    expect(c).toMatchObject({ reached: 0, waiting: 1, until: 2, measurableFrom: '2029-01-01' })
    expect(shareAt(c, 2)).toBe(0.5)
    expect(shareAt(c, 5)).toBeNull()
    expect(c.marks).toEqual([{ years: 2, count: 1, why: 'chua-du' }])
  })

  it('mỗi năm công nhận là một lứa, lứa cũ trước', () => {
    const all = [someone('1', '2021-05-01'), someone('2', '2020-05-01'), someone('3', '2021-09-01')]
    const asOf = day('2026-01-01')
    expect(curvesOf(followedOn(all, asOf), asOf).map((c) => [c.cohort, c.recognised])).toEqual([
      [2020, 1],
      [2021, 2],
    ])
  })

  it('chưa có ai thì đường rỗng', () =>
    expect(curve([], '2026-01-01')).toMatchObject({ recognised: 0, until: 0, steps: [] }))
})

const START = day('2019-01-01')
const life = fc.record({
  on: fc.integer({ min: 0, max: 2500 }),
  after: fc.option(fc.integer({ min: 1, max: 2600 }), { nil: null }),
  exit: fc.constantFrom<Exit>('roi', 'nghi-huu', 'tu-tran'),
})
const lives = fc.array(life, { maxLength: 40 }).map((list) =>
  list.map((l, i) => {
    const on = addDays(START, l.on)
    return someone(String(i), on, l.after === null ? undefined : [addDays(on, l.after), l.exit])
  }),
)
const asked = fc.integer({ min: 0, max: 4500 }).map((n) => addDays(START, n))

/** The same by the definition, person by person and without sorting: the product over the times at which somebody left. */
function byDefinition(all: readonly Talent[], asOf: Day): number {
  const times = followedOn(all, asOf).map((f) => {
    const end = [f.fiveYears, asOf, ...(f.on === null ? [] : [f.on])].sort()[0] ?? asOf
    return { years: yearsBetween(f.since, end), left: f.outcome === 'left' && f.on === end && end < f.fiveYears }
  })
  return [...new Set(times.filter((t) => t.left).map((t) => t.years))].reduce((s, y) => {
    const atRisk = times.filter((t) => t.years >= y).length
    return s * (1 - times.filter((t) => t.left && t.years === y).length / atRisk)
  }, 1)
}

describe('Luật của mọi đường giữ chân', () => {
  it('từ 100% đi xuống, không dưới 0, bằng tích theo định nghĩa', () => {
    fc.assert(
      fc.property(lives, asked, (all, asOf) => {
        const c = curve(all, asOf)
        const shares = [1, ...c.steps.map((s) => s.share)]
        for (const [i, s] of shares.entries()) {
          expect(s).toBeGreaterThanOrEqual(-1e-12)
          expect(s).toBeLessThanOrEqual(shares[i - 1] ?? 1)
        }
        expect(c.share).toBeCloseTo(byDefinition(all, asOf), 10)
      }),
      { numRuns: 200 },
    )
  })

  it('mỗi người ở đúng một chỗ: đã rời, được phép, chưa đủ 5 năm, hoặc đã đủ', () => {
    fc.assert(
      fc.property(lives, asked, (all, asOf) => {
        const c = curve(all, asOf)
        const leftBefore = c.reached - c.stayed
        expect(c.stayed + c.left + c.allowed + c.waiting).toBe(c.recognised)
        expect(leftBefore).toBeLessThanOrEqual(c.left)
        expect(c.stayed).toBeLessThanOrEqual(c.reached)
      }),
    )
  })

  it('không ai nghỉ hưu, từ trần và ai cũng đủ 5 năm: đường và tỷ lệ đếm được là một', () => {
    fc.assert(
      fc.property(lives, (all) => {
        const plain = all.filter((t) => t.episodes.every((e) => e.exit === null || e.exit === 'roi'))
        const c = curve(plain, '2035-01-01')
        expect(c.reached).toBe(plain.length)
        if (plain.length > 0) expect(c.share).toBeCloseTo(c.stayed / c.reached, 10)
      }),
    )
  })

  it('100% khi và chỉ khi không ai rời đi trước khi đủ 5 năm', () => {
    fc.assert(
      fc.property(lives, asked, (all, asOf) => {
        const c = curve(all, asOf)
        expect(c.share === 1).toBe(c.left === 0)
      }),
    )
  })

  it('việc xảy ra sau ngày xem không đổi đường của ngày ấy', () => {
    fc.assert(
      fc.property(lives, asked, (all, asOf) => {
        const later = all.map((t) => ({
          ...t,
          episodes: t.episodes.map((e) =>
            e.leftOn !== null && e.leftOn > asOf ? { ...e, leftOn: null, exit: null, reason: null } : e,
          ),
        }))
        expect(curve(later, asOf)).toEqual(curve(all, asOf))
      }),
    )
  })
})
