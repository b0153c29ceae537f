import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  firstDayOf,
  lastDayOf,
  mayBeSameDay,
  type PartialDay,
  parsePartialDay,
  partialOf,
  precisionOf,
  showPartialDay,
} from './partial-day.ts'

describe('ngày chưa đủ', () => {
  it.each([
    ['02/09/1972', '1972-09-02', '02/09/1972', '1972-09-02'],
    ['2/9/1972', '1972-09-02', '02/09/1972', '1972-09-02'],
    ['9/1972', '1972-09', '09/1972', '1972-09-01'],
    ['09-1972', '1972-09', '09/1972', '1972-09-01'],
    ['1972', '1972', '1972', '1972-01-01'],
    ['1972-09-02', '1972-09-02', '02/09/1972', '1972-09-02'],
  ])('%s được giữ là %s, hiện lại là %s', (typed, kept, shown, first) => {
    const found = parsePartialDay(typed)
    expect(found).toBe(kept)
    expect(showPartialDay(found)).toBe(shown)
    expect(found === null ? null : firstDayOf(found)).toBe(first)
  })

  it.each([
    '31/02/1980',
    '13/1980',
    '00/1980',
    '0000',
    '72',
    'tháng 9',
    '',
    '1972-13',
    '1972-9-2',
  ])('%s không phải là ngày', (typed) => {
    expect(parsePartialDay(typed)).toBeNull()
  })

  it.each([
    ['1972', '1972-12-31'],
    ['1972-02', '1972-02-29'],
    ['1972-12', '1972-12-31'],
    ['1972-09-02', '1972-09-02'],
  ])('%s muộn nhất là %s', (text, last) => {
    expect(lastDayOf(text as PartialDay)).toBe(last)
  })

  it('giữ độ chính xác khi tách ra và ghép lại', () => {
    const parts = fc.tuple(
      fc.integer({ min: 1900, max: 2100 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.constantFrom(4, 7, 10),
    )
    fc.assert(
      fc.property(parts, ([y, m, d, length]) => {
        const p = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`.slice(0, length) as PartialDay
        expect(partialOf(firstDayOf(p), precisionOf(p))).toBe(p)
        expect(parsePartialDay(showPartialDay(p))).toBe(p)
        expect(mayBeSameDay(p, p.slice(0, 4) as PartialDay)).toBe(true)
      }),
    )
  })
})
