/** Ghép cột của những danh sách thường gặp. */
import { expect, it } from 'vitest'
import { mapColumns, missingTargets, targetLabel } from './columns.ts'
import { findHeader } from './header.ts'
import type { Merge, SheetCell, SheetRow } from './sheet.ts'

type Plain = string | number
const cell = (column: number, t: Plain): SheetCell =>
  typeof t === 'number' ? { column, text: String(t), kind: 'number', number: t } : { column, text: t, kind: 'text' }
const rowOf = (number: number, texts: readonly Plain[]): SheetRow => ({
  number,
  cells: texts.flatMap((t, column) => (t === '' ? [] : [cell(column, t)])),
})
const mapped = (head: Plain[][], data: Plain[][], merges: Merge[] = []) => {
  const rows = [...head, ...data].map((r, i) => rowOf(i + 1, r))
  const layout = findHeader(rows, merges)
  if (layout === null) throw new Error('no header')
  const samples = new Map(
    layout.columns.map(
      (c) =>
        [
          c.column,
          data.flatMap((r) =>
            r[c.column] === undefined || r[c.column] === '' ? [] : [cell(c.column, r[c.column] ?? '')],
          ),
        ] as const,
    ),
  )
  return mapColumns(layout, samples)
}
const targets = (...given: Parameters<typeof mapped>) => mapped(...given).map((c) => c.target)

it('danh sách trích ngang của một sở', () => {
  expect(
    targets(
      [
        [
          'STT',
          'Họ và tên',
          'Ngày sinh',
          'Giới tính',
          'Số CCCD',
          'Chức vụ',
          'Đơn vị công tác',
          'TĐCM',
          'Chuyên ngành',
          'LLCT',
          'QLNN',
          'Ngoại ngữ',
          'Tin học',
          'Dân tộc',
          'Ghi chú',
        ],
      ],
      [
        [
          1,
          'Nguyễn Văn Đức',
          '02/09/1972',
          'Nam',
          '030072001234',
          'Trưởng phòng',
          'Sở Y tế',
          'Thạc sĩ',
          'Luật',
          'Cao cấp',
          'CVC',
          'Anh B1',
          'Cơ bản',
          'Kinh',
          '',
        ],
      ],
    ),
  ).toEqual([
    'order',
    'names.fullName',
    'birth.birth',
    'birth.sex',
    'identity.cccd',
    'post.leadership',
    'post.body',
    'education.level',
    'education.major',
    'political-theory.level',
    'state-training.programme',
    'language.any',
    'digital-skill.level',
    'ethnicity.ethnicity',
    'skip',
  ])
})

it('"Năm sinh" trên "Nam" và "Nữ"; "Trình độ" trên các cột con', () => {
  const merges = [
    { fromRow: 1, toRow: 1, fromColumn: 2, toColumn: 3 },
    { fromRow: 1, toRow: 1, fromColumn: 4, toColumn: 7 },
  ]
  expect(
    targets(
      [
        ['TT', 'Họ và tên', 'Năm sinh', '', 'Trình độ', '', '', ''],
        ['', '', 'Nam', 'Nữ', 'Chuyên môn', 'LLCT', 'Ngoại ngữ', 'Tin học'],
      ],
      [[1, 'Lê Thị Hà', '', 1980, 'ĐH', 'TC', 'B', 'A']],
      merges,
    ),
  ).toEqual([
    'order',
    'names.fullName',
    'birth.male',
    'birth.female',
    'education.level',
    'political-theory.level',
    'language.any',
    'digital-skill.level',
  ])
})

it('"Ngày", "Tháng", "Năm" dưới "Ngày sinh" không phải cột Nam', () => {
  expect(
    targets(
      [
        ['TT', 'Họ và tên', 'Ngày sinh', '', ''],
        ['', '', 'Ngày', 'Tháng', 'Năm'],
      ],
      [[1, 'Lê Thị Hà', 2, 9, 1972]],
      [{ fromRow: 1, toRow: 1, fromColumn: 2, toColumn: 4 }],
    ),
  ).toEqual(['order', 'names.fullName', 'birth.day', 'birth.month', 'birth.birth'])
})

it('họ đệm và tên hai cột, có và không có tiêu đề riêng', () => {
  expect(targets([['STT', 'Họ và đệm', 'Tên', 'Năm sinh']], [[1, 'Nguyễn Văn', 'An', 1980]])).toEqual([
    'order',
    'name.family',
    'name.given',
    'birth.birth',
  ])
  const covered = mapped(
    [['STT', 'Họ và tên', '', 'Năm sinh']],
    [[1, 'Nguyễn Văn', 'An', 1980]],
    [{ fromRow: 1, toRow: 1, fromColumn: 1, toColumn: 2 }],
  )
  expect(covered.map((c) => c.target)).toEqual(['order', 'names.fullName', 'names.fullName', 'birth.birth'])
})

it('cột "Nữ" đánh dấu x; cột "Nam", "Nữ" chứa năm sinh', () => {
  expect(
    targets(
      [['STT', 'Họ và tên', 'Năm sinh', 'Nữ']],
      [
        [1, 'Lê Thị Hà', 1980, 'x'],
        [2, 'Lê B', 1981, 'x'],
        [3, 'Lê C', 1982, 'x'],
      ],
    ),
  ).toEqual(['order', 'names.fullName', 'birth.birth', 'sex.female'])
  expect(
    targets(
      [['STT', 'Họ và tên', 'Nam', 'Nữ']],
      [
        [1, 'Lê Thị Hà', '', 1980],
        [2, 'Lê B', 1981, ''],
        [3, 'Lê C', 1982, 1983],
        [4, 'Lê D', 1979, 1984],
        [5, 'Lê E', 1970, 1975],
      ],
    ),
  ).toEqual(['order', 'names.fullName', 'birth.male', 'birth.female'])
})

it('thông tin không được thu thập không có trường đích', () => {
  expect(
    targets([['Họ và tên', 'Năm sinh', 'Thu nhập', 'Nhóm máu', 'Quy hoạch']], [['Lê Hà', 1980, 12, 'A', 'x']]),
  ).toEqual(['names.fullName', 'birth.birth', 'never', 'never', 'never'])
})

it('tiêu đề lạ: theo giá trị, ghi là đoán, nêu chứng cứ', () => {
  const found = mapped(
    [['Mã', 'Họ và tên', 'Ngày sinh', 'Cột lạ']],
    [
      ['a', 'Lê Hà', '1/2/1980', 'ha@a.vn'],
      ['b', 'Lê B', '1/2/1981', 'b@a.vn'],
      ['c', 'Lê C', '1/2/1982', 'c@a.vn'],
    ],
  )
  expect(found[3]).toMatchObject({ target: 'contact.email', certainty: 'doan', reason: '100% giá trị là thư điện tử' })
  expect(found[0]).toMatchObject({ target: null, certainty: 'khong-ro' })
})

it('hai cột cùng trường: cột sau chờ cán bộ chọn', () => {
  const found = mapped([['Họ và tên', 'Năm sinh', 'Trình độ', 'Trình độ chuyên môn']], [['Lê Hà', 1980, 'ĐH', 'ThS']])
  expect(found[3]).toMatchObject({ target: null, reason: 'Cùng trường với cột C' })
})

it('tiêu đề trùng với trường nhưng giá trị không phải: hạ xuống đoán', () => {
  const found = mapped(
    [['Họ và tên', 'Ngày sinh']],
    [
      ['Lê A', 'Hải Dương'],
      ['Lê B', 'Hà Nội'],
      ['Lê C', 'Hưng Yên'],
      ['Lê D', 'Huế'],
    ],
  )
  expect(found[1]).toMatchObject({ target: 'birth.birth', certainty: 'doan' })
})

it('cách ghép lần trước được lấy trước', () => {
  const layout = findHeader([rowOf(1, ['Họ và tên', 'Năm sinh', 'Mã lạ']), rowOf(2, ['Lê A', 1980, 'x'])])
  if (layout === null) throw new Error('no header')
  expect(mapColumns(layout, new Map(), new Map([[2, 'rank.code']]))[2]).toMatchObject({
    target: 'rank.code',
    certainty: 'chac',
    reason: 'Cách ghép lần trước',
  })
})

it('thiếu cột bắt buộc', () => {
  expect(missingTargets(mapped([['STT', 'Chức vụ', 'Đơn vị']], [[1, 'Trưởng phòng', 'Sở Y tế']]))).toEqual([
    'names.fullName',
    'birth.birth',
  ])
})

it('tên trường để chọn', () => {
  expect(targetLabel('education.level')).toBe('Trình độ chuyên môn, quá trình đào tạo: Trình độ')
  expect(targetLabel('birth.male')).toBe('Năm sinh, cột Nam')
})
