/** Che số: chỉ còn ba chữ số cuối. */
import { describe, expect, it } from 'vitest'
import { holdsLongNumber, maskDigits, maskLongNumbers } from './mask.ts'

describe('che số', () => {
  it.each([
    ['030181471301', '…301'],
    ['030 181 471 301', '…301'],
    ['030.181.471.301', '…301'],
    ['03018147130A', '…130A'],
    ['0904 111 222', '…222'],
    ['123', '123'],
    ['', ''],
  ])('%s → %s', (text, masked) => expect(maskDigits(text)).toBe(masked))

  it.each([
    ["'Nguyễn 030181471301' có chữ số", "'Nguyễn …301' có chữ số"],
    ["'031.181.471.301' không phải là ngày", "'…301' không phải là ngày"],
    ["'31/02/1980' không phải là ngày", "'31/02/1980' không phải là ngày"],
    ["'31.02.1980' không phải là ngày", "'31.02.1980' không phải là ngày"],
    ["'1.250.000' không phải một năm", "'1.250.000' không phải một năm"],
  ])('%s → %s', (text, masked) => expect(maskLongNumbers(text)).toBe(masked))

  it('nhận ra số dài', () => {
    expect(holdsLongNumber('CMND 141234567')).toBe(true)
    expect(holdsLongNumber('năm 2015, 31.02.1980')).toBe(false)
  })
})
