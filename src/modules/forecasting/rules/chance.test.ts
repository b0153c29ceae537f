/** Khả năng đạt, bằng số và bằng lời. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FanPoint } from '../words.ts'
import { chanceClass, chanceOf, chanceWords, firstBehind } from './chance.ts'

/** Bounds of a normal law of mean 10 and deviation 2. */
const NORMAL: FanPoint = {
  year: 2030,
  mean: 10,
  lo95: 10 - 2 * 1.959964,
  lo80: 10 - 2 * 1.281552,
  lo50: 10 - 2 * 0.67449,
  hi50: 10 + 2 * 0.67449,
  hi80: 10 + 2 * 1.281552,
  hi95: 10 + 2 * 1.959964,
}

describe('khả năng đạt', () => {
  it.each([
    [10, 0.5],
    [12, 0.158655],
    [8, 0.841345],
    [6, 0.97725],
    [14, 0.02275],
  ])('luật chuẩn: vượt %d là %d', (target, expected) => {
    expect(chanceOf(NORMAL, target, '>=')).toBeCloseTo(expected, 5)
    expect(chanceOf(NORMAL, target, '<=')).toBeCloseTo(1 - expected, 5)
  })
  it('đích cao hơn thì khả năng không tăng', () => {
    const value = fc.double({ min: -100, max: 100, noNaN: true })
    fc.assert(
      fc.property(value, value, (a, b) =>
        a <= b ? chanceOf(NORMAL, a, '>=') >= chanceOf(NORMAL, b, '>=') - 1e-12 : true,
      ),
    )
  })
  it('dự báo chạm mức trần: đạt mức trần ít nhất là một nửa khả năng', () => {
    const capped: FanPoint = { ...NORMAL, mean: 100, lo95: 87, lo80: 95, lo50: 99.7, hi50: 100, hi80: 100, hi95: 100 }
    expect(chanceOf(capped, 100, '>=')).toBeCloseTo(0.5, 5)
  })
  it('đúng biên 80% là 10% hai đầu', () => {
    expect(chanceOf(NORMAL, NORMAL.hi80, '>=')).toBeCloseTo(0.1, 5)
    expect(chanceOf(NORMAL, NORMAL.lo80, '<=')).toBeCloseTo(0.1, 5)
  })
})

describe('năm đầu tiên khó theo kịp lộ trình', () => {
  const years = [2026, 2027, 2028].map((year) => ({ ...NORMAL, year }))
  const path = (...values: number[]) => values.map((value, i) => ({ year: 2026 + i, value }))
  it.each([
    ['mốc nào cũng có khả năng đạt hơn là không', path(8, 9, 10), null],
    ['mốc năm 2027 cao hơn mức dự báo', path(8, 11, 12), 2027],
    ['lộ trình không có mốc của năm nào được dự báo', [{ year: 2031, value: 99 }], null],
  ])('%s', (_, milestones, expected) => {
    expect(firstBehind(years, milestones, '>=')).toBe(expected)
  })
  it('mục tiêu giảm: năm mà mức dự báo còn cao hơn mốc', () => {
    expect(firstBehind(years, path(12, 11, 9), '<=')).toBe(2028)
  })
  it('năm được nêu luôn là năm sớm nhất mà khả năng đạt mốc dưới một nửa', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: 3, maxLength: 3 }), (values) => {
        const bad = path(...values).filter(
          (m) => chanceClass(chanceOf({ ...NORMAL, year: m.year }, m.value, '>=')) === 'kho',
        )
        expect(firstBehind(years, path(...values), '>=')).toBe(bad[0]?.year ?? null)
      }),
    )
  })
})

describe('lời', () => {
  it.each([
    [0.62, 'Khả năng đạt: 62%', 'co-the'],
    [0.001, 'Khả năng đạt: dưới 1%', 'kho'],
    [0.9999, 'Khả năng đạt: trên 99%', 'chac'],
    [null, 'Mới có 3 năm số liệu', 'chua-ro'],
  ] as const)('%s → %s', (chance, words, kind) => {
    expect(chanceWords(chance, 'Mới có 3 năm số liệu')).toBe(words)
    expect(chanceClass(chance)).toBe(kind)
  })
})
