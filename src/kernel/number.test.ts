/** Số: how officials write numbers, read and shown. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parseNumber, showNumber, showPercent, showRange, withUnit } from './number.ts'

describe('Hiện số', () => {
  test.each([
    [1234.5, 1, '1.234,5'],
    [1234, 1, '1.234'],
    [0, 1, '0'],
    [-0.04, 1, '0'],
    [-1234567.8, 1, '-1.234.567,8'],
    [12.345, 2, '12,35'],
    [999.95, 1, '1.000'],
    [85000, 0, '85.000'],
    [0.1, 1, '0,1'],
  ])('%d với %d chữ số thập phân', (n, digits, shown) => expect(showNumber(n, digits)).toBe(shown))

  it('chưa có số liệu thì để trống, không bao giờ là 0', () => {
    for (const none of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) expect(showNumber(none)).toBe('')
    expect(showPercent(null)).toBe('')
    expect(showPercent(0.841)).toBe('84,1%')
    expect(showPercent(0)).toBe('0%')
  })
})

describe('Đọc số', () => {
  test.each([
    ['nhóm ba và phần thập phân', '1.234,5', 1234.5],
    ['không nhóm', '1234,5', 1234.5],
    ['nhóm bằng khoảng trắng', '1 234,5', 1234.5],
    ['nhóm bằng khoảng trắng hẹp', '1\u202F234', 1234],
    ['dấu chấm trước ba chữ số là dấu nhóm', '85.000', 85000],
    ['dấu chấm trước một chữ số là dấu thập phân', '12.5', 12.5],
    ['số 0 đứng đầu thì dấu chấm là dấu thập phân', '0.125', 0.125],
    ['số âm', '-3', -3],
    ['số 0', '0', 0],
    ['chữ', 'khoảng 200', null],
    ['để trống', '', null],
    ['hai dấu phẩy', '1,2,3', null],
    ['phần trăm', '43,1%', null],
    ['nhóm sai', '1.23.456', null],
    ['dạng máy', '1e5', null],
    ['chữ số của hệ khác', '١٢', null],
  ])('%s: %s', (_, typed, value) => expect(parseNumber(typed)).toBe(value))

  it('hiện ra thế nào thì đọc lại đúng thế ấy', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.constantFrom(0, 1, 2, 3), (n, digits) => {
        const value = n / 10 ** digits
        expect(parseNumber(showNumber(value, digits))).toBeCloseTo(value === 0 ? 0 : value, 6)
      }),
    )
  })
})

describe('Số kèm đơn vị', () => {
  test.each([
    [85_000, 85_000, 'người', '85.000 người'],
    [5400, 6000, 'người', 'từ 5.400 đến 6.000 người'],
    [5400.2, 5399.8, 'người', '5.400 người'],
    [10.5, 12, '%', 'từ 10,5% đến 12%'],
    [43, 43, '%', '43%'],
    [12.14, 12.14, 'bác sỹ/10.000 dân', '12,14 bác sỹ/10.000 dân'],
    [0.5, 0.5, '', '0,5'],
  ])('%d – %d %s', (low, high, unit, words) => {
    expect(showRange(low, high, unit)).toBe(words)
    if (low === high) expect(withUnit(low, unit)).toBe(words)
  })
})
