/** Chưa lấy số từ hồ sơ: điều được nói trước khi trình. */
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { LAST_YEAR, REGIME } from '../fixtures.ts'
import { FIELD } from './answers.ts'
import type { Counted, Counting } from './prefill.ts'
import { typedUncounted, uncountedLines } from './uncounted.ts'

const counted = (low: number | null, high = low): Counted => ({
  origin: 'dem',
  low,
  high,
  asOf: day('2026-11-15'),
  source: 'Hồ sơ trí thức',
  notes: [],
  href: null,
  why: low === null ? 'Chưa có hồ sơ nào.' : '',
})
const register = (held: number): Counting['register'] => ({ toDate: counted(held), wholeYear: counted(held) })
const DOCTORS = FIELD.toDate('bieu-2.tien-si')
const TOTAL = FIELD.toDate('bieu-2.tong-so')
const told = (typed: string, figure: Counted, held = 4800) =>
  uncountedLines(
    REGIME,
    { figures: { [DOCTORS]: figure }, register: register(held) },
    { [DOCTORS]: typed, [TOTAL]: '4812' },
    LAST_YEAR,
  ).map((l) => [l.key, l.typed, l.counted, l.differs])

describe('số đã gõ bên cạnh số hồ sơ đếm được', () => {
  it('khác thì nêu cả hai, khớp thì nói khớp', () => {
    expect(told('44', counted(41))).toEqual([['bieu-2.tien-si', 44, '41', true]])
    expect(told('41', counted(41))).toEqual([['bieu-2.tien-si', 41, '41', false]])
  })
  it('hồ sơ mới biết một khoảng: chỉ nêu khi số gõ ít hơn số chắc chắn có', () => {
    expect(told('44', counted(41, 50))).toEqual([])
    expect(told('40', counted(41, 50))).toEqual([['bieu-2.tien-si', 40, 'ít nhất 41', true]])
  })
  it('hồ sơ chưa đủ người thì không lấy làm chuẩn; ô trống không phải là 0', () => {
    expect(told('44', counted(41), 60)).toEqual([])
    expect(told('', counted(41))).toEqual([])
    expect(told('44', counted(null))).toEqual([])
  })
  it('chưa gõ ô nào có nguồn thì không đếm', () => {
    expect(typedUncounted(REGIME, {})).toBe(false)
    expect(typedUncounted(REGIME, { [FIELD.wholeYear('bieu-2.tien-si')]: '44' })).toBe(false)
    expect(typedUncounted(REGIME, { [DOCTORS]: '44' })).toBe(true)
  })
})
