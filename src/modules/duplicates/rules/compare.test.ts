/** Tính chất của phép so: whatever the records are. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { candidatesFor } from './candidates.ts'
import { compareRecords, type MatchContext } from './compare.ts'
import { decide } from './decide.ts'
import { TABLE_FREQUENCIES } from './frequencies.ts'
import { matchKeys } from './keys.ts'
import type { MatchRecord } from './record.ts'

const context: MatchContext = { size: 20_000, names: TABLE_FREQUENCIES, sharedContacts: new Map([['0911111111', 9]]) }

const names = fc.constantFrom(
  'Nguyễn Thị Thu Hà',
  'Nguyễn Thu Hà',
  'Ha Nguyen Thu',
  'Nguyen Thi Thu Ha',
  'Nguyễn Thị Hạ',
  'Trần Văn Hùng',
  'Trần Văn Hưng',
  'Phạm Văn Nội',
  'Phạm Văn Lội',
  'Ý',
  'Y Moan Ênuôl',
  "H'Hen Niê",
  'Lý Thị Mỹ',
  'Lí Thị Mĩ',
  'PGS.TS. Trần Văn Hùng',
  '',
)
const births = fc.record({
  day: fc.constantFrom('1979-03-15', '1979-05-03', '1979-03-05', '1997-03-15', '1979-01-01', '1980-06-30').map(day),
  precision: fc.constantFrom('day', 'month', 'year'),
})
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })
const few = (...values: string[]) => fc.subarray(values, { maxLength: 2 })
const records: fc.Arbitrary<MatchRecord> = fc
  .record({
    name: names,
    otherNames: fc.array(names, { maxLength: 1 }),
    sex: maybe(fc.constantFrom('nam', 'nu')),
    birth: maybe(births),
    cccd: maybe(fc.constantFrom('030179000123', '030179111123', '030079222456')),
    cmnd: maybe(fc.constantFrom('141', '142')),
    orcid: maybe(fc.constantFrom('0000-0001', '0000-0002')),
    phones: few('0911111111', '0922222222', '84933333333'),
    emails: few('a@thu.example', 'b@thu.example'),
    unitId: maybe(fc.constantFrom('u1', 'u2')),
    communeId: maybe(fc.constantFrom('x1', 'x2')),
    homePlace: maybe(fc.constantFrom('xã Tân, huyện Sơn', 'Tân, Sơn', 'huyện Sơn', 'Lạc - Khê', '')),
    school: maybe(fc.constantFrom('Đại học Y', 'ĐH Y', 'Luật')),
    graduated: maybe(fc.constantFrom(2001, 2002)),
  })
  .map((r) => ({ ...r, id: 'x', last3: r.cccd?.slice(-3) ?? null }))

const RUNS = { numRuns: 600 }

describe('Phép so', () => {
  it('đối xứng', () => {
    fc.assert(
      fc.property(records, records, (a, b) => {
        const one = compareRecords(a, b, context)
        const other = compareRecords(b, a, context)
        expect(other.bits).toBeCloseTo(one.bits, 9)
        expect(decide(other)).toEqual(decide(one))
      }),
      RUNS,
    )
  })

  it('một bản ghi với chính nó không có điều gì trái và chung mọi khóa', () => {
    fc.assert(
      fc.property(records, (a) => {
        const b = { ...a, id: 'y' }
        if (a.name !== '') expect(compareRecords(a, b, context).outcomes.filter((o) => o.bits < 0)).toEqual([])
        expect(matchKeys(b)).toEqual(matchKeys(a))
      }),
      RUNS,
    )
  })

  it('bỏ một điều khớp thì điểm không tăng', () => {
    const single = ['sex', 'birth', 'cccd', 'cmnd', 'orcid', 'unitId', 'communeId', 'homePlace', 'school'] as const
    fc.assert(
      fc.property(records, records, fc.constantFrom(...single), (a, b, field) => {
        const less = { ...b, [field]: null }
        const before = compareRecords(a, b, context)
        const after = compareRecords(a, less, context)
        const against = before.outcomes.some((o) => o.bits < 0 && !after.outcomes.some((p) => p.code === o.code))
        if (!against) expect(after.bits).toBeLessThanOrEqual(before.bits + 1e-9)
      }),
      RUNS,
    )
  })

  it('không có số giấy tờ hay ORCID chung thì không bao giờ tự ghép; hai số định danh khác nhau cũng vậy', () => {
    fc.assert(
      fc.property(records, records, (a, b) => {
        const { verdict } = decide(compareRecords(a, b, context))
        const proven = (a.cccd !== null && a.cccd === b.cccd) || (a.orcid !== null && a.orcid === b.orcid)
        const two = a.cccd !== null && b.cccd !== null && a.cccd !== b.cccd
        if (!proven || two) expect(verdict).not.toBe('auto')
      }),
      RUNS,
    )
  })

  it('sinh đôi không bao giờ tự ghép, kể cả khi một số định danh được ghi cho cả hai', () => {
    const pairs = fc.constantFrom(
      ['Trần Văn Hùng', 'Trần Văn Bình'],
      ['Lê Thu Hà', 'Lê Thu Hằng'],
      ['Vũ An', 'Vũ Bình'],
    )
    fc.assert(
      fc.property(records, pairs, births, (base, [one = '', other = ''], birth) => {
        const common = { ...base, otherNames: [], birth: { ...birth, precision: 'day' as const } }
        const verdict = decide(compareRecords({ ...common, name: one }, { ...common, name: other }, context)).verdict
        expect(verdict).not.toBe('auto')
      }),
      RUNS,
    )
  })

  it('không quá năm ứng viên, mạnh nhất đứng đầu, mỗi lý do là một câu có số bit', () => {
    fc.assert(
      fc.property(records, fc.array(records, { maxLength: 12 }), (a, others) => {
        const list = candidatesFor(
          a,
          others.map((o, i) => ({ ...o, id: `o${i}` })),
          context,
        )
        expect(list.length).toBeLessThanOrEqual(5)
        for (const c of list) expect(c.reasons.every((r) => r.phrase !== '' && Number.isFinite(r.bits))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
