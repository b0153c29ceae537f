/** Giả định được dùng. */
import { describe, expect, it } from 'vitest'
import type { Assumption, AssumptionKind } from '../words.ts'
import { type AssumptionBook, assumed, wrongAssumption } from './assumed.ts'
import { yearMoves } from './history.ts'

const one = (kind: AssumptionKind, sector: string | null, value: number, sd = 0, by = 'Trần Thị Lan'): Assumption => ({
  kind,
  sector,
  value,
  sd,
  evidence: 'Báo cáo số 15/BC-SNV',
  recordedAt: null,
  recordedBy: by,
})
const move = (count: number, is: boolean) => ({
  was: true,
  is,
  fromSector: 'y-te',
  fromDegree: '6',
  toSector: is ? 'y-te' : null,
  toDegree: is ? '6' : null,
  sex: 'nu',
  born: 1990,
  count,
})
const followed = [yearMoves(2025, [move(9600, true), move(400, false)], () => false)]
const shipped = [one('thoi-viec', null, 2, 1, '')]
const book = (more: Partial<AssumptionBook>): AssumptionBook => ({ recorded: [], shipped, followed: [], ...more })

describe('giả định được dùng', () => {
  it('điều đã ghi đứng trước số ước, số ước đứng trước giả định ban đầu', () => {
    expect(assumed(book({}), 'thoi-viec', 'y-te')).toMatchObject({ value: 2, ground: 'ban-dau' })
    expect(assumed(book({ followed }), 'thoi-viec', 'y-te')?.ground).toBe('uoc')
    expect(assumed(book({ followed }), 'thoi-viec', 'y-te')?.value).toBeCloseTo(4, 1)
    expect(assumed(book({ followed, recorded: [one('thoi-viec', null, 7)] }), 'thoi-viec', 'y-te')).toMatchObject({
      value: 7,
      ground: 'ghi',
    })
  })
  it('giả định riêng của lĩnh vực đứng trước giả định chung', () => {
    const recorded = [one('thoi-viec', null, 7), one('thoi-viec', 'giao-duc', 3)]
    expect(assumed(book({ recorded }), 'thoi-viec', 'giao-duc')?.value).toBe(3)
    expect(assumed(book({ recorded }), 'thoi-viec', 'y-te')?.value).toBe(7)
  })
  it('không ai giả định, hồ sơ không nói, thì không có', () => {
    expect(assumed(book({}), 'chi-phi', 'y-te')).toBeNull()
  })
})

describe('giả định không dùng được', () => {
  it.each([
    ['thoi-viec', null, 61, 0, /từ 0 đến 60/],
    ['thoi-viec', null, 2, -1, /không thể âm/],
    ['qua-doi', 'y-te', 0.2, 0, /dùng chung/],
    ['dinh-muc', null, 19, 0, /Chọn lĩnh vực: định mức/],
  ] as const)('%s %s %d ± %d', (kind, sector, value, sd, words) => {
    expect(wrongAssumption(kind, sector, value, sd)).toMatch(words)
  })
  it('định mức của một lĩnh vực thì được', () => {
    expect(wrongAssumption('dinh-muc', 'y-te', 19, 0)).toBeNull()
  })
})
