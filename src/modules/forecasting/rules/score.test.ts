/** Đối chiếu dự báo với thực tế. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FanPoint, Issued } from '../words.ts'
import { calibration, calibrationWords, scored } from './score.ts'

const point = (year: number): FanPoint => ({ year, mean: 10, lo50: 9, hi50: 11, lo80: 8, hi80: 12, lo95: 6, hi95: 14 })
const given = (givenOn: string, years: number[]): Issued => ({
  code: 'II.1.2',
  givenOn,
  method: 'chuoi',
  points: years.map(point),
  chance: null,
  targetYear: 2030,
  recordedBy: 'Hệ thống',
})
const actuals = (byYear: Record<number, number>) =>
  new Map([['II.1.2', new Map(Object.entries(byYear).map(([y, v]) => [Number(y), v]))]])

describe('đối chiếu dự báo', () => {
  it('chỉ đối chiếu năm đã có số liệu và còn ở phía trước khi dự báo', () => {
    const list = scored([given('2025-12-05', [2024, 2025, 2026, 2027])], actuals({ 2024: 10, 2025: 13, 2026: 7 }))
    expect(list.map((s) => [s.year, s.in80, s.in95, s.ahead])).toEqual([
      [2026, false, true, 1],
      [2025, false, true, 0],
    ])
  })
  it('đúng biên của khoảng là trong khoảng', () => {
    const [s] = scored([given('2025-12-05', [2026])], actuals({ 2026: 12 }))
    expect([s?.in80, s?.in95]).toEqual([true, true])
  })
  it('trong khoảng 80% thì trong khoảng 95%', () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (v) => {
        const [s] = scored([given('2025-12-05', [2026])], actuals({ 2026: v }))
        return s !== undefined && (!s.in80 || s.in95)
      }),
    )
  })
  it.each([
    [0, 0, 0, /Chưa có dự báo nào/],
    [10, 8, 10, /Chưa đủ 20 lần/],
    [100, 80, 95, /phù hợp/],
    [100, 55, 80, /hẹp hơn/],
    [100, 99, 100, /rộng hơn/],
  ])('%d lần, %d trong 80%%, %d trong 95%%', (count, in80, in95, words) => {
    expect(calibrationWords({ count, in80, in95 })).toMatch(words)
  })
  it('cộng đủ', () => {
    expect(calibration(scored([given('2025-12-05', [2026, 2027])], actuals({ 2026: 10, 2027: 13 })))).toEqual({
      count: 2,
      in80: 1,
      in95: 2,
    })
  })
})
