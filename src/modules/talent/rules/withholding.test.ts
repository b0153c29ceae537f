/** Lứa nhỏ: what somebody who does not see every body is told. */
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { someone } from '../fixtures.ts'
import { followedOn } from './cohort.ts'
import { curveOf, curvesOf } from './survival.ts'
import { toldCurves } from './withholding.ts'

const asOf = day('2026-11-23')

/** Cohorts of so many people, from 2019 on; what is told of them. */
function told(sizes: readonly number[], whole: boolean) {
  const all = sizes.flatMap((n, i) => Array.from({ length: n }, (_, k) => someone(`${i}.${k}`, `${2019 + i}-03-01`)))
  const followed = followedOn(all, asOf)
  const t = toldCurves(curvesOf(followed, asOf), curveOf(followed, asOf, null), whole)
  return {
    sizes: t.curves.map((c) => c.curve?.recognised ?? null),
    total: t.total?.recognised ?? null,
    withheld: t.withheld,
  }
}

describe('Lứa nhỏ', () => {
  it('Sở Nội vụ, lãnh đạo xem mọi lứa', () => {
    expect(told([1, 6], true)).toEqual({ sizes: [1, 6], total: 7, withheld: 0 })
  })

  it('người khác không thấy lứa dưới 5 người; tổng vẫn có', () => {
    expect(told([4, 9, 3, 7], false)).toEqual({ sizes: [null, 9, null, 7], total: 23, withheld: 2 })
  })

  it('chỉ một lứa nhỏ thì giấu thêm lứa nhỏ nhất còn lại, để không trừ từ tổng mà ra', () => {
    expect(told([4, 9, 7], false)).toEqual({ sizes: [null, 9, null], total: 20, withheld: 2 })
  })

  it('cả tỉnh dưới 5 người thì không có tổng', () => {
    expect(told([4, 9], false)).toEqual({ sizes: [null, null], total: 13, withheld: 2 })
    expect(told([2, 2], false)).toEqual({ sizes: [null, null], total: null, withheld: 2 })
    expect(told([3], false)).toEqual({ sizes: [null], total: null, withheld: 1 })
  })

  it('không lứa nào nhỏ thì không giấu gì', () => expect(told([5, 6], false)).toMatchObject({ withheld: 0, total: 11 }))
})
