/** Phân bổ chỉ tiêu: ngành thiếu nhất được nâng trước, đủ từng người. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allotment } from './allotment.ts'

const STANDS = [
  { sector: 'y-te', have: 410, need: 500 },
  { sector: 'giao-duc', have: 900, need: 920 },
  { sector: 'cong-nghe', have: 150, need: 200 },
]

describe('phân bổ chỉ tiêu', () => {
  it('nâng hai ngành thiếu nhất lên ngang nhau, ngành thứ ba không cần', () => {
    const a = allotment(STANDS, 60)
    expect(a?.lines.map((l) => [l.sector, l.added])).toEqual([
      ['cong-nghe', 27],
      ['y-te', 33],
      ['giao-duc', 0],
    ])
    expect(a?.lowest.before).toBeCloseTo(0.75, 9)
    expect(a?.lowest.after).toBeCloseTo(0.885, 9)
    expect(a?.uneven.before).toBeCloseTo(0.0485371216, 9)
  })
  it('không có chỉ tiêu: chỉ nói mức cân đối', () => {
    const a = allotment(STANDS, 0)
    expect(a?.lines.map((l) => l.added)).toEqual([0, 0, 0])
    expect(a?.uneven.after).toBe(a?.uneven.before)
  })
  it('không ngành nào có nhu cầu thì không có gì để phân', () => {
    expect(allotment([{ sector: 'y-te', have: 3, need: 0 }], 5)).toBeNull()
  })
  it('phân hết, không ai bị bớt, mức thấp nhất không giảm', () => {
    const stand = fc.record({
      sector: fc.constant('x'),
      have: fc.integer({ min: 0, max: 900 }),
      need: fc.integer({ min: 1, max: 900 }),
    })
    fc.assert(
      fc.property(fc.array(stand, { minLength: 1, maxLength: 12 }), fc.integer({ min: 0, max: 500 }), (list, quota) => {
        const a = allotment(list, quota)
        if (a === null) return false
        const given = a.lines.reduce((n, l) => n + l.added, 0)
        return given === quota && a.lines.every((l) => l.added >= 0) && a.lowest.after >= a.lowest.before - 1e-12
      }),
    )
  })
})
