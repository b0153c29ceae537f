/** Ngành thiếu người: mỗi năm phải thêm bao nhiêu, theo trình độ. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parted, type SectorStand, shortages } from './shortage.ts'

const health: SectorStand = {
  sector: 'y-te',
  supply: 80,
  need: 100,
  leaving: 0,
  degrees: new Map([
    ['6', 60],
    ['7', 30],
    ['8', 10],
  ]),
}

describe('ngành thiếu người', () => {
  it('không ai thôi việc: thiếu 20 trong 4 năm là mỗi năm 5, chia theo trình độ hiện có', () => {
    expect(shortages([health], 4)).toMatchObject([
      {
        missing: 20,
        covered: 0.8,
        perYear: 5,
        degrees: [
          { degree: '6', perYear: 3 },
          { degree: '7', perYear: 2 },
        ],
      },
    ])
  })
  it('người vào thêm cũng thôi việc: phải thêm nhiều hơn, vừa đủ', () => {
    const [s] = shortages([{ ...health, leaving: 0.1 }], 4)
    // 1 + 0,9 + 0,81 + 0,729 = 3,439; 20 / 3,439 = 5,8…
    expect(s?.perYear).toBe(6)
  })
  it('đủ người, hoặc đã đến năm cuối: không có tên', () => {
    expect(shortages([{ ...health, supply: 99.5 }], 4)).toEqual([])
    expect(shortages([health], 0)).toEqual([])
  })
  it('thiếu nhiều đứng trước', () => {
    const two = shortages([health, { ...health, sector: 'giao-duc', supply: 10 }], 4)
    expect(two.map((s) => s.sector)).toEqual(['giao-duc', 'y-te'])
  })
  it('các phần cộng lại đúng bằng cả, không phần nào âm', () => {
    const shares = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), shares, (whole, list) => {
        const parts = parted(whole, list)
        return parts.reduce((a, b) => a + b, 0) === whole && parts.every((p) => p >= 0 && Number.isInteger(p))
      }),
    )
  })
})
