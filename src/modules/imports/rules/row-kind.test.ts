/** Các dòng không phải là người: nhóm, cộng, tiêu đề lặp lại ở trang sau, chữ ký. */
import { expect, it } from 'vitest'
import { findHeader } from './header.ts'
import { isDitto, type Place, rowKind, START, unitOf } from './row-kind.ts'
import type { SheetRow } from './sheet.ts'

const rowOf = (number: number, ...texts: (string | number)[]): SheetRow => ({
  number,
  cells: texts.flatMap((t, column) =>
    t === ''
      ? []
      : [
          typeof t === 'number'
            ? { column, text: String(t), kind: 'number' as const, number: t }
            : { column, text: t, kind: 'text' as const },
        ],
  ),
})
const HEAD = rowOf(1, 'STT', 'Họ và tên', 'Năm sinh', 'Chức vụ')
const LAYOUT = findHeader([HEAD, rowOf(2, 1, 'Nguyễn Văn A', 1972, 'Trưởng phòng')])
const ROLES = { order: 0, names: [1], personal: [2] }

const kinds = (...rows: SheetRow[]) => {
  let place: Place = START
  return rows.map((r) => {
    if (LAYOUT === null) throw new Error('no layout')
    const found = rowKind(r, LAYOUT, ROLES, place)
    place = found.place
    return found.kind === 'person' ? `person@${unitOf(place) ?? '-'}` : found.kind
  })
}

it.each([
  ['dòng người', [rowOf(2, 1, 'Nguyễn Văn A', 1972, 'Chuyên viên')], ['person@-']],
  [
    'nhóm có số La Mã và chữ cái',
    [rowOf(2, 'I', 'Phòng Nội vụ'), rowOf(3, 1, 'Lê B', 1980), rowOf(4, 'II', 'Văn phòng'), rowOf(5, 1, 'Lê C', 1981)],
    ['group', 'person@Phòng Nội vụ', 'group', 'person@Văn phòng'],
  ],
  [
    'A trên I: đơn vị trong cùng được lấy',
    [
      rowOf(2, 'A', 'Khối cơ quan'),
      rowOf(3, 'I', 'Phòng Tài chính'),
      rowOf(4, 1, 'Lê B', 1980),
      rowOf(5, 'B', 'Khối sự nghiệp'),
      rowOf(6, 1, 'Lê C', 1981),
    ],
    ['group', 'group', 'person@Phòng Tài chính', 'group', 'person@Khối sự nghiệp'],
  ],
  [
    'tên đơn vị không đánh số',
    [rowOf(2, '', 'Trường THPT Hồng Quang'), rowOf(3, 1, 'Lê B', 1980)],
    ['group', 'person@Trường THPT Hồng Quang'],
  ],
  ['tên đơn vị đứng ở cột số thứ tự', [rowOf(2, 'Khoa Nội'), rowOf(3, 1, 'Lê B', 1980)], ['group', 'person@Khoa Nội']],
  [
    'đơn vị kèm số đếm',
    [rowOf(2, 'I', 'Phòng Nội vụ: 12 người'), rowOf(3, 1, 'Lê B', 1980)],
    ['group', 'person@Phòng Nội vụ'],
  ],
  [
    'dòng cộng',
    [rowOf(2, '', 'Tổng cộng', 12), rowOf(3, '', 'Cộng:'), rowOf(4, '', 'TỔNG SỐ')].map((r) => ({
      ...r,
      cells: r.cells.filter((c) => c.column !== 2),
    })),
    ['total', 'total', 'total'],
  ],
  [
    'người họ Công, họ Đoàn, tên Khoa không phải dòng cộng, dòng nhóm',
    [
      rowOf(2, 1, 'Công Minh Tú', 1980),
      rowOf(3, 2, 'Đoàn Thị Bé', 1981),
      rowOf(4, 3, 'Khoa Thị Tổ', 1982),
      rowOf(5, 4, 'Đoàn Văn Cộng'),
    ],
    ['person@-', 'person@-', 'person@-', 'person@-'],
  ],
  [
    'tiêu đề lặp lại khi sang trang',
    [
      rowOf(30, 'STT', 'Họ và tên', 'Năm sinh', 'Chức vụ'),
      rowOf(31, '(1)', '(2)', '(3)', '(4)'),
      rowOf(32, 31, 'Lê B', 1980),
    ],
    ['heading', 'numbers', 'person@-'],
  ],
  [
    'chữ ký bên dưới',
    [
      rowOf(50, '', '', '', 'Hải Dương, ngày 20 tháng 11 năm 2026'),
      rowOf(51, '', 'Người lập biểu', '', 'THỦ TRƯỞNG ĐƠN VỊ'),
      rowOf(54, '', 'Trần Thị Lan', '', 'Nguyễn Văn Hùng'),
    ],
    ['foot', 'foot', 'foot'],
  ],
  ['người thiếu mọi thông tin khác vẫn là người', [rowOf(9, 12, 'Nguyễn Văn A')], ['person@-']],
])('%s', (_, rows, wanted) => {
  expect(kinds(...(rows as SheetRow[]))).toEqual(wanted)
})

it.each(['nt', 'n.t', '-nt-', '- nt -', 'Như trên', '"', '〃', '″', "''", '//'])('dấu lặp "%s"', (text) =>
  expect(isDitto(text)).toBe(true))
it.each(['Nội', 'n', '-', 'Nam'])('"%s" không phải dấu lặp', (text) => expect(isDitto(text)).toBe(false))
