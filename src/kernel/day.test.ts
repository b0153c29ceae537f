/** Ngày: what officials type, the legal day of an instant, and the forms a day is shown in. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  addDays,
  type Day,
  day,
  dayOf,
  daysBetween,
  parseDay,
  showDay,
  showDayInDocument,
  showInstant,
  showTime,
  startOf,
  weekdayOf,
  yearOf,
} from './day.ts'

const anyDay = fc
  .integer({ min: 0, max: 80_000 })
  .map((n) => Temporal.PlainDate.from('1900-01-01').add({ days: n }).toString() as Day)

describe('Đọc ngày', () => {
  test.each([
    ['dạng máy', '2026-12-05', '2026-12-05'],
    ['dạng màn hình', '05/12/2026', '2026-12-05'],
    ['bỏ số 0 đứng trước', '5/2/2026', '2026-02-05'],
    ['gạch nối', '05-12-2026', '2026-12-05'],
    ['dấu chấm', '5.12.2026', '2026-12-05'],
    ['tám chữ số liền', '05122026', '2026-12-05'],
    ['có khoảng trắng hai đầu', '  05/12/2026 ', '2026-12-05'],
    ['ngày nhuận', '29/02/2024', '2024-02-29'],
    ['ngày 29/02 của năm không nhuận', '29/02/2026', null],
    ['ngày 31 của tháng 30 ngày', '31/04/2026', null],
    ['tháng đứng trước ngày', '12/31/2026', null],
    ['năm hai chữ số', '05/12/26', null],
    ['năm 0', '01/01/0000', null],
    ['để trống', '', null],
    ['chữ', 'hôm nay', null],
    ['thừa chữ phía sau', '05/12/2026 sáng', null],
  ])('%s: %s', (_, typed, read) => expect(parseDay(typed)).toBe(read))

  it('mọi ngày hiện ra thế nào thì gõ lại đúng thế ấy', () => {
    fc.assert(
      fc.property(anyDay, (d) => {
        expect(parseDay(showDay(d))).toBe(d)
        expect(parseDay(d)).toBe(d)
        expect(parseDay(showDay(d).replaceAll('/', ''))).toBe(d)
      }),
    )
  })

  it('không ký tự nào làm hỏng việc đọc', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = parseDay(text)
        if (read !== null) expect(read).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      }),
    )
  })

  it('hằng số viết sai trong mã là lỗi lập trình', () => {
    expect(() => day('31/02/2026')).toThrow('not a day')
  })
})

describe('Ngày theo giờ Việt Nam', () => {
  test.each([
    ['giây cuối ngày 04/12', '2026-12-04T16:59:59.999Z', '2026-12-04'],
    ['0 giờ ngày 05/12', '2026-12-04T17:00:00Z', '2026-12-05'],
    ['sáng ngày 05/12', '2026-12-05T01:00:00Z', '2026-12-05'],
    ['giao thừa dương lịch', '2026-12-31T17:00:00Z', '2027-01-01'],
  ])('%s', (_, instant, expected) => expect(dayOf(Temporal.Instant.from(instant))).toBe(expected))

  it('ngày nào cũng bắt đầu ở chính nó, và một khoảnh khắc trước đó là hôm trước', () => {
    fc.assert(
      fc.property(anyDay, (d) => {
        expect(dayOf(startOf(d))).toBe(d)
        expect(dayOf(startOf(d).subtract({ milliseconds: 1 }))).toBe(addDays(d, -1))
      }),
    )
  })

  it('cộng ngày và đếm ngày ngược nhau', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (d, n) => {
        expect(daysBetween(d, addDays(d, n))).toBe(n)
        expect(addDays(addDays(d, n), -n)).toBe(d)
      }),
    )
  })

  it('so sánh chữ của hai ngày là so sánh hai ngày', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(a < b).toBe(daysBetween(a, b) > 0)
      }),
    )
  })
})

describe('Ngày trên màn hình và trong văn bản', () => {
  test.each([
    ['2026-02-05', 'ngày 05 tháng 02 năm 2026'],
    ['2026-03-05', 'ngày 05 tháng 3 năm 2026'],
    ['2026-12-15', 'ngày 15 tháng 12 năm 2026'],
    ['2026-01-31', 'ngày 31 tháng 01 năm 2026'],
  ])('%s trong văn bản: %s', (d, shown) => expect(showDayInDocument(day(d))).toBe(shown))

  it('giờ đứng trước ngày; không có ngày thì để trống', () => {
    const instant = Temporal.Instant.from('2026-12-04T02:05:00Z')
    expect(showInstant(instant)).toBe('09:05 04/12/2026')
    expect(showTime(instant)).toBe('09:05')
    expect(showDay(null)).toBe('')
    expect(showDay(undefined)).toBe('')
  })

  it('năm, thứ trong tuần', () => {
    expect(yearOf(day('2026-12-05'))).toBe(2026)
    expect(weekdayOf(day('2026-11-23'))).toBe(1)
    expect(weekdayOf(day('2026-11-29'))).toBe(7)
  })
})
