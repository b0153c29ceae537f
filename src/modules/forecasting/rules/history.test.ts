/** Biến động của một năm và tỷ lệ ước từ đó. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MoveRow } from '../../../platform/measure.ts'
import { posterior, sectorRate, seen, yearMoves } from './history.ts'

const row = (r: Partial<MoveRow>): MoveRow => ({
  was: true,
  is: true,
  fromSector: 'y-te',
  fromDegree: '6',
  toSector: 'y-te',
  toDegree: '6',
  sex: 'nam',
  born: 1985,
  count: 1,
  ...r,
})
const gone = { is: false, toSector: null, toDegree: null }
const retires = (_sex: string | null, born: number | null, year: number): boolean => born !== null && year - born >= 62

describe('biến động của một năm', () => {
  const y = yearMoves(
    2025,
    [
      row({ count: 90 }),
      row({ count: 4, ...gone }),
      row({ count: 6, ...gone, born: 1960 }),
      row({ count: 5, toDegree: '7' }),
      row({ count: 2, fromDegree: '7', toDegree: '8' }),
      row({ count: 3, toSector: 'giao-duc' }),
      row({ count: 7, fromSector: null, toSector: 'giao-duc' }),
      row({ count: 10, was: false, fromSector: null, fromDegree: null, born: 2000 }),
    ],
    retires,
  )
  it('người đến tuổi nghỉ hưu không tính là thôi việc', () => {
    expect(y.leave.get('y-te')).toEqual({ exposed: 104, happened: 4 })
    expect(y.retired.get('y-te')).toBe(6)
  })
  it('nâng trình độ tính trên người còn làm việc', () => {
    expect(y.master.get('y-te')).toEqual({ exposed: 98, happened: 5 })
    expect(y.doctor.get('y-te')).toEqual({ exposed: 2, happened: 2 })
  })
  it('người trước chưa ghi lĩnh vực, nay có ghi, không phải là chuyển lĩnh vực', () => {
    expect(seen([y], 'transfer', null)).toEqual({ exposed: 100, happened: 3 })
  })
  it('người vào có tuổi vào cuối năm', () => {
    expect(y.entrants).toEqual([{ sector: 'y-te', degree: '6', sex: 'nam', age: 25, count: 10 }])
  })
})

describe('ước tỷ lệ', () => {
  const prior = { mean: 0.02, sd: 0.01 }
  it('chưa đếm được ai thì giữ giả định', () => {
    const p = posterior(prior, { exposed: 0, happened: 0 })
    expect(p.mean).toBeCloseTo(0.02, 12)
    expect(p.sd).toBeCloseTo(0.01, 12)
  })
  it('đếm được nhiều thì theo số đếm', () => {
    expect(posterior(prior, { exposed: 1e6, happened: 5e4 }).mean).toBeCloseTo(0.05, 4)
  })
  it('luôn nằm giữa giả định và số đếm, độ chưa chắc không tăng khi số đếm hợp với giả định', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (exposed, share) => {
          const happened = Math.round(exposed * share)
          const { mean } = posterior(prior, { exposed, happened })
          const [low, high] = [Math.min(0.02, happened / exposed), Math.max(0.02, happened / exposed)]
          return mean >= low - 1e-12 && mean <= high + 1e-12
        },
      ),
    )
  })
  it('lĩnh vực nhỏ dựa vào toàn tỉnh, lĩnh vực lớn tự nói', () => {
    const province = { exposed: 50_000, happened: 2500 }
    expect(sectorRate(prior, province, { exposed: 10, happened: 0 }).mean).toBeGreaterThan(0.045)
    expect(sectorRate(prior, province, { exposed: 20_000, happened: 200 }).mean).toBeLessThan(0.012)
  })
})
