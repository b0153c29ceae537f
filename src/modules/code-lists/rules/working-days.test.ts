/** Ngày làm việc: weekends, the holidays that the law fixes, and the day off instead of one on a weekend. */
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { type Announced, isWorkingDay, workingDayAfter } from './working-days.ts'

const NONE: Announced = new Map()

describe('ngày làm việc (Bộ luật Lao động 2019, Điều 111, 112)', () => {
  it.each([
    ['thứ Hai thường', '2026-11-23', true],
    ['thứ Bảy', '2026-11-28', false],
    ['Tết Dương lịch', '2026-01-01', false],
    ['mùng 1 Tết Bính Ngọ', '2026-02-17', false],
    ['mùng 3 Tết Bính Ngọ', '2026-02-19', false],
    ['Giỗ Tổ rơi vào Chủ nhật: nghỉ bù thứ Hai', '2026-04-27', false],
    ['30/4', '2026-04-30', false],
    ['1/5', '2026-05-01', false],
    ['Quốc khánh', '2026-09-02', false],
    ['ngày kề Quốc khánh do thông báo hằng năm quyết định: vẫn tính là ngày làm việc', '2026-09-03', true],
    ['1/5/2027 là thứ Bảy: nghỉ bù thứ Hai', '2027-05-03', false],
    ['30/4 và 1/5/2033 rơi vào cuối tuần: nghỉ bù thứ Hai', '2033-05-02', false],
    ['và thứ Ba', '2033-05-03', false],
    ['sang thứ Tư', '2033-05-04', true],
    ['năm chưa có ngày âm lịch: không đoán', '2040-02-13', true],
  ])('%s: %s', (_, d, works) => {
    expect(isWorkingDay(day(d), NONE)).toBe(works)
  })

  it.each([
    ['thứ Sáu cộng hai ngày là thứ Ba', '2026-11-27', 2, '2026-12-01'],
    ['thứ Bảy cộng một ngày là thứ Hai', '2026-11-28', 1, '2026-11-30'],
    ['qua 30/4 và 1/5', '2026-04-29', 2, '2026-05-05'],
    ['qua Giỗ Tổ nghỉ bù', '2026-04-24', 2, '2026-04-29'],
    ['qua năm mới', '2025-12-31', 2, '2026-01-05'],
  ])('%s', (_, from, n, to) => {
    expect(workingDayAfter(day(from), n, NONE)).toBe(to)
  })
})

describe('ngày nghỉ, ngày làm bù theo thông báo của năm', () => {
  const TET: Announced = new Map([
    [day('2026-01-02'), 'nghi'],
    [day('2026-01-10'), 'lam-bu'],
    [day('2026-02-16'), 'nghi'],
    [day('2026-02-20'), 'nghi'],
  ])
  it.each([
    ['nghỉ thêm trước Tết', '2026-02-16', false],
    ['thứ Bảy làm bù', '2026-01-10', true],
    ['ngày không có trong thông báo', '2026-02-23', true],
  ])('%s', (_, d, works) => expect(isWorkingDay(day(d), TET)).toBe(works))

  it.each([
    ['qua Tết chín ngày', '2026-02-13', 2, '2026-02-24'],
    ['ngày làm bù được tính', '2026-01-09', 1, '2026-01-10'],
  ])('%s', (_, from, n, to) => expect(workingDayAfter(day(from), n, TET)).toBe(to))
})
