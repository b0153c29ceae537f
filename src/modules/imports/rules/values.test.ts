/** Giá trị từng ô như người ta gõ. */
import { describe, expect, it } from 'vitest'
import type { SheetCell } from './sheet.ts'
import { readEmail, readFigure, readFlag, readIdNumber, readPhone, readSex, readYear } from './values.ts'

const text = (t: string): SheetCell => ({ column: 0, text: t, kind: 'text' })
const number = (n: number, shown = String(n)): SheetCell => ({ column: 0, text: shown, kind: 'number', number: n })

describe('Số định danh cá nhân, CMND', () => {
  it.each([
    [text('030072001234'), { scheme: 'cccd', value: '030072001234', proposed: false }],
    [text("'030072001234"), { scheme: 'cccd', value: '030072001234', proposed: false }],
    [text('030 072 001 234'), { scheme: 'cccd', value: '030072001234', proposed: false }],
    [number(30072001234, '030072001234'), { scheme: 'cccd', value: '030072001234', proposed: false }],
    [number(30072001234), { scheme: 'cccd', value: '030072001234', proposed: true }],
    [number(1072001234), { scheme: 'cccd', value: '001072001234', proposed: true }],
    [text('141234567'), { scheme: 'cmnd', value: '141234567', proposed: false }],
    [number(12345678), { scheme: 'cmnd', value: '012345678', proposed: true }],
  ])('%j', (cell, value) => expect(readIdNumber(cell)).toMatchObject({ value }))

  it.each([
    ['3.0072E+10', 'scientific'],
    ['3,00720E+10', 'scientific'],
    ['03007200123', undefined],
    ['0300720012345', 'id-length:13'],
    ['B1234567', 'id-letters'],
    ['1234567', 'id-length:7'],
  ])('"%s"', (t, problem) => {
    const found = readIdNumber(text(t))
    if (problem === undefined) expect(found).toMatchObject({ value: { proposed: true } })
    else expect(found).toEqual({ problem })
  })

  it('ô trống, gạch ngang là không có', () => {
    expect(readIdNumber(text('-'))).toBeNull()
    expect(readIdNumber(text('chưa có'))).toBeNull()
  })
})

it.each([
  ['Nam', 'nam'],
  ['NỮ', 'nu'],
  ['nữ ', 'nu'],
  ['Female', 'nu'],
  ['m', 'nam'],
])('giới tính "%s"', (t, value) => expect(readSex(t)).toMatchObject({ value }))
it('giới tính không rõ', () => expect(readSex('Năm')).toEqual({ value: 'nam', note: null }))
it('giới tính không đọc được', () => expect(readSex('khác')).toEqual({ problem: 'sex' }))

it.each([
  ['x', true],
  ['X', true],
  ['Có', true],
  ['', false],
  ['Không', false],
  ['Đảng viên', true],
])('đánh dấu "%s"', (t, value) => expect(readFlag(t)).toMatchObject({ value }))

it.each([
  [text('0912 345 678'), '0912345678'],
  [text('+84 912 345 678'), '0912345678'],
  [number(912345678), '0912345678'],
  [text('0912.345.678; 02203 853 123'), '0912345678; 02203853123'],
  [text('0912345678/0987654321'), '0912345678; 0987654321'],
])('điện thoại %j', (cell, value) => expect(readPhone(cell)).toMatchObject({ value }))
it('điện thoại sai', () => expect(readPhone(text('gọi bàn'))).toEqual({ problem: 'phone' }))

it('thư điện tử', () => {
  expect(readEmail('Lan.TT@haiduong.gov.vn')).toMatchObject({ value: 'lan.tt@haiduong.gov.vn' })
  expect(readEmail('lan@a.vn; b@c.vn')).toMatchObject({ value: 'lan@a.vn', note: 'email-more' })
  expect(readEmail('lan at a.vn')).toEqual({ problem: 'email' })
})

it('số, năm', () => {
  expect(readFigure(text('12,5%'))).toMatchObject({ value: 12.5 })
  expect(readFigure(text('1.234'))).toMatchObject({ value: 1234 })
  expect(readFigure(text('mười'))).toEqual({ problem: 'number' })
  expect(readYear(text('2008'))).toMatchObject({ value: 2008 })
  expect(readYear(text('06/2008'))).toMatchObject({ value: 2008 })
  expect(readYear(text('2004-2008'))).toMatchObject({ value: 2008 })
  expect(readYear(number(2008))).toMatchObject({ value: 2008 })
  expect(readYear(text('K45'))).toEqual({ problem: 'year' })
})
