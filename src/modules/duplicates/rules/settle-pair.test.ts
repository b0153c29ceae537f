/** Cặp sau một lần so: one line a case. */
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { record } from '../fixtures.ts'
import { compareRecords } from './compare.ts'
import { decide } from './decide.ts'
import { TABLE_FREQUENCIES } from './frequencies.ts'
import type { MatchRecord } from './record.ts'
import { idEvidenceOf, type KnownPair, settlePair, whyApart } from './settle-pair.ts'

const born = { day: day('1970-07-15'), precision: 'day' as const }
const vinh = record({ name: 'Lại Thế Vinh', sex: 'nam', birth: born, unitId: 'u1' })
const stranger = record({ name: 'Lê Thị Hoa', birth: { day: day('1990-01-02'), precision: 'day' } })
const compare = (a: MatchRecord, b: MatchRecord) =>
  compareRecords(a, b, { size: 1000, names: TABLE_FREQUENCIES, sharedContacts: new Map() })
const settle = (known: KnownPair | null, a: MatchRecord, b: MatchRecord) => {
  const c = compare(a, b)
  return settlePair(known, c, decide(c))
}
const at = (state: string, idEvidence: string[] = []): KnownPair => ({ state, idEvidence })

describe('Cặp sau một lần so', () => {
  it.each([
    ['mới, giống nhau', null, vinh, 'open'],
    ['mới, khác nhau', null, stranger, 'leave'],
    ['đang chờ, vẫn giống', at('open'), vinh, 'update'],
    ['đang chờ, nay khác', at('open'), stranger, 'close'],
    ['đã thôi hỏi, nay giống', at('void'), vinh, 'reopen'],
    ['đã thôi hỏi, vẫn khác', at('void'), stranger, 'leave'],
    ['đã chuyển', at('unsure'), vinh, 'leave'],
    ['đã gộp', at('merged'), vinh, 'leave'],
    ['đã xác định hai người', at('different'), vinh, 'leave'],
  ] as const)('%s', (_, known, other, settlement) => {
    expect(settle(known, vinh, { ...other, id: 'b' })).toBe(settlement)
  })

  it('đã xác định hai người: chỉ mở lại khi có thêm số giấy tờ trùng', () => {
    const numbered = { ...vinh, cmnd: '141' }
    const other = { ...numbered, id: 'b' }
    expect(idEvidenceOf(compare(numbered, other))).toEqual(['cmnd.same'])
    expect(settle(at('different'), numbered, other)).toBe('reopen')
    expect(settle(at('different', ['cmnd.same']), numbered, other)).toBe('leave')
  })

  it('sinh đôi, hoặc một tên một ngày sinh hai số định danh: chỉ đánh dấu', () => {
    const twin = { ...vinh, id: 'b', name: 'Lại Thế Quang' }
    expect(settle(null, vinh, twin)).toBe('mark')
    expect(whyApart(decide(compare(vinh, twin)))).toMatch(/sinh đôi/)
    const one = { ...vinh, cccd: '1', last3: '001', unitId: null }
    const two = { ...vinh, id: 'b', cccd: '2', last3: '002', unitId: null }
    expect(settle(null, one, two)).toBe('mark')
    expect(whyApart(decide(compare(one, two)))).toBe('Hai số định danh khác nhau, đều còn hiệu lực.')
  })
})
