/** Dự báo chuỗi: what must hold for every series, and what is said of the poor ones. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecastSeries, pointsOf } from './forecast.ts'
import type { SeriesInput, SeriesKind, SeriesPoint } from './input.ts'

const KINDS: readonly SeriesKind[] = ['percent', 'count', 'positive', 'other']

const valuesOf = (p: SeriesPoint): number[] => [p.lo95, p.lo80, p.lo50, p.mean, p.hi50, p.hi80, p.hi95]

/** Series of every shape: noise, trends, jumps, zeros, gaps, constants. */
const anySeries: fc.Arbitrary<SeriesInput> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    start: fc.integer({ min: 1990, max: 2020 }),
    level: fc.integer({ min: 0, max: 9000 }).map((v) => v / 100),
    trend: fc.integer({ min: -300, max: 300 }).map((v) => v / 100),
    noise: fc.constantFrom(0, 0.01, 1, 10),
    size: fc.constantFrom(1, 1, 1, 1e-6, 1e9),
    steps: fc.array(
      fc.integer({ min: -1000, max: 1000 }).map((v) => v / 1000),
      { minLength: 0, maxLength: 40 },
    ),
    gaps: fc.array(fc.nat(39), { maxLength: 4 }),
  })
  .map(({ kind, start, level, trend, noise, size, steps, gaps }) => {
    const factor = kind === 'percent' ? 1 : size
    const values = steps.map((s, i) => {
      const v = level + trend * i + noise * s
      const possible = kind === 'other' ? v : Math.max(0, v)
      return gaps.includes(i) ? null : factor * (kind === 'percent' ? Math.min(100, possible) : possible)
    })
    return { kind, start, values }
  })

describe('Mọi chuỗi', () => {
  it('đủ mọi năm, không số nào hỏng, khoảng lồng nhau, tỷ lệ ở trong 0–100, số đếm không âm', () => {
    fc.assert(
      fc.property(anySeries, fc.integer({ min: 1, max: 25 }), (series, horizon) => {
        const f = forecastSeries(series, horizon)
        expect(f.points.map((p) => p.k)).toEqual(Array.from({ length: horizon }, (_, k) => k + 1))
        for (const p of f.points) {
          const v = valuesOf(p)
          expect(v.every(Number.isFinite)).toBe(true)
          expect(v.every((x, i) => i === 0 || x >= (v[i - 1] ?? 0))).toBe(true)
          if (series.kind !== 'other') expect(p.lo95).toBeGreaterThanOrEqual(0)
          if (series.kind === 'percent') expect(p.hi95).toBeLessThanOrEqual(100)
        }
      }),
      { numRuns: 1500, seed: 7 },
    )
  })

  it('nhân số liệu với c thì dự báo nhân đúng c', () => {
    const free = anySeries.filter((s) => s.kind !== 'percent' && s.values.some((v) => v !== null && v !== 0))
    fc.assert(
      fc.property(free, fc.constantFrom(1e-7, 0.3, 7, 1000, 2 ** 40), (series, c) => {
        const one = pointsOf(series, 6).points.flatMap(valuesOf)
        const scaled = { ...series, values: series.values.map((v) => (v === null ? null : v * c)) }
        const many = pointsOf(scaled, 6).points.flatMap(valuesOf)
        const size = Math.max(...one.map(Math.abs))
        one.forEach((v, i) => {
          expect(Math.abs((many[i] ?? 0) / c - v)).toBeLessThanOrEqual(1e-9 * size)
        })
      }),
      { numRuns: 600, seed: 8 },
    )
  })

  it('dự báo như nhau dù tệp bắt đầu bằng những năm trống', () => {
    const values = [3, 4, 4.5, 5, 5.2, 6, 6.1]
    const plain = forecastSeries({ kind: 'positive', start: 2012, values }, 4)
    const led = forecastSeries({ kind: 'positive', start: 2010, values: [null, null, ...values] }, 4)
    expect(led.points).toEqual(plain.points)
  })
})

describe('Chuỗi nghèo số liệu', () => {
  const few: readonly [number, readonly number[]][] = [
    [1, [40]],
    [2, [40, 41]],
    [3, [40, 41, 43]],
    [4, [40, 41, 43, 44]],
  ]
  it.each(few)('%i năm số liệu: giữ số cuối, không gọi là dự báo', (_n, values) => {
    const f = forecastSeries({ kind: 'percent', start: 2020, values }, 6)
    expect(f.label).toBe('none')
    expect(f.refused).toMatch(/cần ít nhất 5/)
    for (const p of f.points) {
      expect(p.mean).toBe(values.at(-1))
      expect(p.hi95 - p.lo95).toBeGreaterThan(0)
    }
  })

  it('không có số nào: dòng giữ chỗ, tỷ lệ trải 0–100', () => {
    const f = forecastSeries({ kind: 'percent', start: 2020, values: [null, null] }, 2)
    expect(f.points.map((p) => [p.year, p.lo95, p.mean, p.hi95])).toEqual([
      [2022, 0, 50, 100],
      [2023, 0, 50, 100],
    ])
    expect(f.refused).toMatch(/Không có số liệu/)
  })

  it('chuỗi không đổi: giữ số cuối, khoảng không bao giờ rộng bằng 0', () => {
    for (const kind of KINDS) {
      const f = forecastSeries({ kind, start: 2015, values: [7, 7, 7, 7, 7, 7] }, 6)
      expect(f.label).toBe('weak')
      for (const p of f.points) expect([p.mean, p.hi95 > p.lo95]).toEqual([7, true])
    }
  })

  it('toàn số 0: số người và tỷ lệ còn khoảng phía trên; nơi không biết đơn vị thì không', () => {
    const zeros = { start: 2015, values: [0, 0, 0, 0, 0, 0] }
    const top = (kind: SeriesKind): number => forecastSeries({ kind, ...zeros }, 1).points[0]?.hi95 ?? -1
    expect(top('count')).toBeGreaterThan(0)
    expect(top('percent')).toBeGreaterThan(0)
    expect(top('positive')).toBe(0)
  })

  it.each([
    ['percent', [10, 20, 400, 30, 40, 50], /400 \(năm 2012\); tỷ lệ phải từ 0 đến 100/],
    ['percent', [10, 20, -4, 30, 40, 50], /-4 \(năm 2012\)/],
    ['count', [-5, 6, 7, 8, 9, 10], /-5 \(năm 2010\); số đếm không âm/],
  ] as const)('giá trị không thể có của %s bị từ chối bằng lời, vẫn đủ dòng', (kind, values, reason) => {
    const f = forecastSeries({ kind, start: 2010, values }, 3)
    expect(f.refused).toMatch(reason)
    expect([f.label, f.points.length, f.points[0]?.mean]).toEqual(['none', 3, values.at(-1)])
  })

  it('thiếu số ở giữa và ở cuối: nói ra, khoảng tính từ năm có số gần nhất', () => {
    const values = [10, 11, null, 13, 14, 16, 17]
    const now = forecastSeries({ kind: 'count', start: 2010, values }, 3)
    const late = forecastSeries({ kind: 'count', start: 2010, values: [...values, null] }, 2)
    expect(now.notes.join(' ')).toMatch(/Thiếu số liệu 1 năm \(2012\)/)
    expect(late.notes.join(' ')).toMatch(/1 năm cuối chưa có số liệu/)
    expect(late.points.map((p) => [p.year, p.mean])).toEqual(now.points.slice(1).map((p) => [p.year, p.mean]))
  })
})

describe('Điều nói kèm dự báo', () => {
  const values = [10, 10.4, 10.9, 11.2, 11.8, 12.1, 12.4, 13, 13.3, 13.9, 14.2]
  it('năm đến tám điểm là dự báo yếu; sau mười năm là kịch bản', () => {
    expect(forecastSeries({ kind: 'positive', start: 2010, values: values.slice(0, 7) }, 6).label).toBe('weak')
    const f = forecastSeries({ kind: 'positive', start: 2010, values }, 21)
    expect([f.label, f.scenarioFrom, f.points.at(-1)?.year]).toEqual(['forecast', 11, 2041])
    expect(forecastSeries({ kind: 'positive', start: 2010, values }, 10).scenarioFrom).toBeNull()
  })

  it('thay đổi cuối khác thường thì đánh dấu', () => {
    expect(forecastSeries({ kind: 'positive', start: 2010, values }, 3).break).toBe(false)
    expect(forecastSeries({ kind: 'positive', start: 2010, values: [...values, 25] }, 3).break).toBe(true)
  })

  it('kiểm lại trên chính chuỗi: ba lần thử, đường gần thẳng thì trúng', () => {
    const f = forecastSeries({ kind: 'positive', start: 2010, values }, 3)
    expect(f.backtest?.origins).toEqual([2017, 2018, 2019])
    expect(f.backtest?.cov95).toBe(1)
    expect(f.backtest?.mase).toBeLessThan(1)
  })

  it('mức thay đổi mỗi năm là của chính chuỗi', () => {
    const { drift } = forecastSeries({ kind: 'positive', start: 2010, values: [1, 3, 4, 6, 9] }, 1)
    expect(drift.mean).toBeCloseTo(2, 12)
    expect(drift.sd).toBeCloseTo(Math.sqrt(2 / 3), 12)
  })
})
