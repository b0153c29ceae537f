/** Phân phối, khả năng đạt, đường đi chung: closed forms and the learnt marginals. */
import { describe, expect, it } from 'vitest'
import { chance, draws } from './draws.ts'
import { forecastSeries } from './forecast.ts'
import type { SeriesForecast } from './input.ts'
import { normalShare, scoreAt, valueAt } from './quantiles.ts'

const Z = [-1.959964, -1.281552, -0.67449, 0, 0.67449, 1.281552, 1.959964] as const
const at = (of: (z: number) => number) => {
  const [lo95, lo80, lo50, mean, hi50, hi80, hi95] = Z.map(of) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return { lo95, lo80, lo50, mean, hi50, hi80, hi95 }
}

describe('Phân phối chuẩn', () => {
  it.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [-1.959963984540054, 0.025],
    [2.5758293035489, 0.995],
    [-4, 3.167124183311998e-5],
  ])('phần ở dưới %f', (z, share) => {
    expect(Math.abs(normalShare(z) - share)).toBeLessThan(1e-12)
  })

  it('một phân phối chuẩn được giữ nguyên trong khoảng 95%', () => {
    const p = at((z) => 10 + 2 * z)
    for (const z of [-1.5, -0.3, 0, 0.9, 1.9]) {
      expect(valueAt(p, z, 1)).toBeCloseTo(10 + 2 * z, 9)
      expect(scoreAt(p, 10 + 2 * z, 1)).toBeCloseTo(z, 9)
    }
    expect(valueAt(p, 3, 1)).toBeCloseTo(16, 5)
  })

  it('phân phối log chuẩn: các phân vị là lũy thừa của e', () => {
    const p = at((z) => 100 * Math.exp(0.2 * z))
    for (const [i, z] of Z.entries()) expect(valueAt(p, z, 1)).toBeCloseTo(100 * Math.exp(0.2 * (Z[i] ?? 0)), 9)
    expect(normalShare(scoreAt(p, 100 * Math.exp(0.2 * 1.281552), 1))).toBeCloseTo(0.9, 6)
  })
})

const growing = (): SeriesForecast =>
  forecastSeries({ kind: 'percent', start: 2010, values: [60, 63, 65, 69, 71, 75, 77, 80, 84, 86, 90] }, 8)

describe('Khả năng đạt', () => {
  it('ở điểm giữa là một nửa, ở các mép khoảng đúng phần còn lại', () => {
    const f = growing()
    const p = f.points[0]
    if (!p) throw new Error('thiếu năm đầu')
    expect(chance(f, p.year, p.mean, '>=')).toBeCloseTo(0.5, 6)
    expect(chance(f, p.year, p.lo80, '>=')).toBeCloseTo(0.9, 6)
    expect(chance(f, p.year, p.lo95, '<=')).toBeCloseTo(0.025, 6)
  })

  it('mức cao hơn thì khó đạt hơn; hai chiều cộng lại đủ một', () => {
    const f = growing()
    const up = [70, 80, 85, 90, 95, 99, 100].map((t) => chance(f, 2024, t, '>=') ?? -1)
    expect(up.every((v, i) => i === 0 || v <= (up[i - 1] ?? 1))).toBe(true)
    expect((chance(f, 2024, 85, '>=') ?? 0) + (chance(f, 2024, 85, '<=') ?? 0)).toBeCloseTo(1, 9)
  })

  it('mức ngoài giới hạn là chắc chắn hoặc không thể; năm ngoài dự báo thì không có câu trả lời', () => {
    const f = growing()
    expect([chance(f, 2021, 0, '>='), chance(f, 2021, 101, '>='), chance(f, 2021, 100, '<=')]).toEqual([1, 0, 1])
    expect(chance(f, 2050, 90, '>=')).toBeNull()
  })

  it('phần bị cắt ở 100% vẫn được tính là đạt 100%', () => {
    const f = growing()
    const reached = chance(f, 2028, 100, '>=') ?? 0
    const paths = draws(f, 4000, 3)
    const share = paths.filter((d) => (d[7] ?? 0) >= 100).length / paths.length
    expect(Math.abs(reached - share)).toBeLessThan(0.03)
  })
})

describe('Đường đi chung', () => {
  const f = forecastSeries(
    { kind: 'count', start: 2000, values: [900, 940, 930, 990, 1010, 1060, 1050, 1100, 1150, 1140] },
    10,
  )

  it('cùng mầm thì cùng từng bit, kể cả khi lấy ít đường hơn; mầm khác thì khác', () => {
    expect(draws(f, 50, 11)).toEqual(draws(f, 50, 11))
    expect(draws(f, 5, 11)).toEqual(draws(f, 50, 11).slice(0, 5))
    expect(draws(f, 5, 12)).not.toEqual(draws(f, 5, 11))
  })

  it('mỗi năm đúng các khoảng đã nói', () => {
    const paths = draws(f, 6000, 5)
    f.points.forEach((p, i) => {
      const share = (lo: number, hi: number): number =>
        paths.filter((d) => (d[i] ?? 0) >= lo && (d[i] ?? 0) <= hi).length / paths.length
      expect(Math.abs(share(p.lo80, p.hi80) - 0.8)).toBeLessThan(0.02)
      expect(Math.abs(share(p.lo95, p.hi95) - 0.95)).toBeLessThan(0.012)
    })
  })

  it('năm gần nhau lệch cùng phía', () => {
    const paths = draws(f, 4000, 6)
    const same = (a: number, b: number): number =>
      paths.filter((d) => (d[a] ?? 0) > (f.points[a]?.mean ?? 0) === (d[b] ?? 0) > (f.points[b]?.mean ?? 0)).length /
      4000
    expect(same(8, 9)).toBeGreaterThan(0.8)
    expect(same(0, 9)).toBeLessThan(same(8, 9))
  })
})
