/** Ngày trong danh sách: thứ tự ngày tháng quyết một lần cho cả cột, ngày không có thật bị từ chối. */
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { type DayReading, readDay, readDays } from './dates.ts'
import type { SheetCell } from './sheet.ts'

const text = (t: string): SheetCell => ({ column: 0, text: t, kind: 'text' })
const number = (n: number): SheetCell => ({ column: 0, text: String(n), kind: 'number', number: n })
const real = (iso: string, shown = ''): SheetCell => ({ column: 0, text: shown, kind: 'day', day: day(iso) })
const TODAY = day('2026-11-23')
const DMY: DayReading = { order: 'dmy', century: 'none', turned: false, sure: true, reason: '' }
const shown = (cell: SheetCell, reading = DMY) => {
  const found = readDay(cell, reading, TODAY)
  return found === null ? '' : 'value' in found ? found.value : found.problem
}

describe('Một ô', () => {
  it.each([
    ['02/09/1972', '1972-09-02'],
    ['2-9-1972', '1972-09-02'],
    ['2.9.1972', '1972-09-02'],
    ['02 09 1972', '1972-09-02'],
    ['02/09/1972 00:00', '1972-09-02'],
    ['1972-09-02', '1972-09-02'],
    ['1972-09-02T00:00:00Z', '1972-09-02'],
    ['02091972', '1972-09-02'],
    ['ngày 2 tháng 9 năm 1972', '1972-09-02'],
    ['09/1972', '1972-09'],
    ['tháng 9 năm 1972', '1972-09'],
    ['1972', '1972'],
    ['năm 1972', '1972'],
    ['31/02/1980', 'no-such-day'],
    ['29/02/1981', 'no-such-day'],
    ['29/02/1980', '1980-02-29'],
    ['13/1972', 'no-such-day'],
    ['00/00/1972', 'no-such-day'],
    ['05/17/1972', 'order'],
    ['02/09/2099', 'future'],
    ['02/09/1872', 'too-old'],
    ['hai chín bảy hai', 'no-day'],
    ['', ''],
    ['-', ''],
    ['không', ''],
  ])('"%s"', (t, wanted) => expect(shown(text(t))).toBe(wanted))

  it('ô kiểu ngày, ô kiểu ngày chỉ hiện năm, số năm, số thứ tự ngày của bảng tính, số mất số 0 đầu', () => {
    expect(shown(real('1972-09-02', '02/09/1972'))).toBe('1972-09-02')
    expect(shown(real('1972-01-01', '1972'))).toBe('1972')
    expect(shown(number(1972))).toBe('1972')
    expect(shown(number(26544))).toBe('1972-09-02')
    expect(shown(number(2091972))).toBe('1972-09-02')
  })

  it('năm hai chữ số chỉ đọc được khi cán bộ đã chọn thế kỷ', () => {
    expect(shown(text('02/09/72'))).toBe('two-digit-year')
    expect(shown(text('02/09/72'), { ...DMY, century: 'ask' })).toBe('two-digit-year')
    expect(shown(text('02/09/72'), { ...DMY, century: '19' })).toBe('1972-09-02')
    expect(shown(text('72'), { ...DMY, century: '19' })).toBe('1972')
  })

  it('tháng đứng trước', () => {
    expect(shown(text('09/25/1972'), { ...DMY, order: 'mdy' })).toBe('1972-09-25')
    expect(shown(text('25/09/1972'), { ...DMY, order: 'mdy' })).toBe('order')
  })
})

describe('Cả cột', () => {
  it.each([
    ['một ngày lớn hơn 12 chứng minh ngày đứng trước', ['02/09/1972', '25/12/1980'], { order: 'dmy', sure: true }],
    ['số thứ hai lớn hơn 12 chứng minh tháng đứng trước', ['09/02/1972', '12/25/1980'], { order: 'mdy', sure: true }],
    ['cả hai: hỏi', ['25/12/1980', '12/25/1980'], { sure: false }],
    [
      'không có bằng chứng: theo cách ghi Việt Nam, ghi là đoán',
      ['02/09/1972', '03/04/1980'],
      { order: 'dmy', sure: false },
    ],
    ['chỉ có năm', ['1972', '1980'], { order: 'dmy', sure: true, century: 'none' }],
    ['năm hai chữ số: hỏi một lần', ['02/09/72', '25/12/80'], { order: 'dmy', century: 'ask' }],
  ])('%s', (_, texts, wanted) => expect(readDays(texts.map(text))).toMatchObject(wanted))

  it('bảng tính đã đổi chỗ ngày và tháng: nhận ra, hỏi, đổi lại được', () => {
    const cells = [
      real('1972-09-02'),
      real('1980-05-11'),
      real('1975-01-07'),
      text('25/12/1980'),
      text('30/04/1981'),
      text('19/05/1982'),
    ]
    expect(readDays(cells)).toMatchObject({ sure: false })
    const turned = readDays(cells, { turned: true })
    expect(shown(cells[0] ?? text(''), turned)).toBe('1972-02-09')
  })
})
