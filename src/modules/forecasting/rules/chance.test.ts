/** Khả năng đạt, bằng số và bằng lời. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FanPoint } from '../words.ts'
import { chanceClass, chanceOf, chanceWords } from './chance.ts'

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
