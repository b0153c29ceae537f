/** Tiêu đề của danh sách như các cơ quan gửi: dòng tên trên cùng, tiêu đề nhiều dòng, ô gộp, hàng số thứ tự cột. */
import { describe, expect, it } from 'vitest'
import { findHeader, fingerprintOf, headerAt, isColumnNumbers } from './header.ts'
import type { Merge, SheetRow } from './sheet.ts'

/** A row from the texts of its cells; `''` = empty. */
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
const merge = (fromRow: number, toRow: number, fromColumn: number, toColumn: number): Merge => ({
  fromRow,
  toRow,
  fromColumn,
  toColumn,
})
const labels = (rows: SheetRow[], merges: Merge[] = []) => findHeader(rows, merges)?.columns.map((c) => c.label)

describe('Dòng tiêu đề', () => {
  it('một dòng, ngay trên cùng', () => {
    const found = findHeader([
      rowOf(1, 'STT', 'Họ và tên', 'Ngày sinh', 'Giới tính'),
      rowOf(2, 1, 'Nguyễn Văn Đức', '02/09/1972', 'Nam'),
    ])
    expect(found).toMatchObject({ from: 1, to: 1, first: 2, sure: true })
    expect(found?.columns.map((c) => c.label)).toEqual(['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính'])
  })

  it('dưới quốc hiệu, tên cơ quan và tên danh sách', () => {
    const found = findHeader([
      rowOf(1, 'SỞ Y TẾ', '', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
      rowOf(2, 'BỆNH VIỆN ĐA KHOA', '', '', 'Độc lập - Tự do - Hạnh phúc'),
      rowOf(4, 'DANH SÁCH CÁN BỘ, VIÊN CHỨC NĂM 2026'),
      rowOf(5, '(Kèm theo Công văn số 12/SYT-TCCB ngày 03/11/2026)'),
      rowOf(7, 'TT', 'Họ và tên', 'Ngày, tháng, năm sinh', 'Chức vụ', 'Trình độ chuyên môn'),
      rowOf(8, 1, 'Đào Thị Minh Đức', '1981', 'Trưởng khoa', 'Tiến sĩ'),
    ])
    expect(found).toMatchObject({ from: 7, to: 7, first: 8, sure: true })
  })

  it('"Năm sinh" trên "Nam" và "Nữ", "Trình độ" trên bốn cột, ô gộp', () => {
    const rows = [
      rowOf(1, 'STT', 'Họ và tên', 'Năm sinh', '', 'Trình độ', '', '', ''),
      rowOf(2, '', '', 'Nam', 'Nữ', 'Chuyên môn', 'LLCT', 'Ngoại ngữ', 'Tin học'),
      rowOf(3, '(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'),
      rowOf(4, 1, 'Nguyễn Văn A', 1972, '', 'Thạc sĩ', 'Cao cấp', 'B1', 'A'),
    ]
    const merges = [merge(1, 2, 0, 0), merge(1, 2, 1, 1), merge(1, 1, 2, 3), merge(1, 1, 4, 7)]
    const wanted = [
      'STT',
      'Họ và tên',
      'Năm sinh / Nam',
      'Năm sinh / Nữ',
      'Trình độ / Chuyên môn',
      'Trình độ / LLCT',
      'Trình độ / Ngoại ngữ',
      'Trình độ / Tin học',
    ]
    expect(labels(rows, merges)).toEqual(wanted)
    expect(findHeader(rows, merges)).toMatchObject({ from: 1, to: 2, first: 4 })
    expect(labels(rows)).toEqual(wanted)
  })

  it('tiêu đề ba dòng', () => {
    const rows = [
      rowOf(3, 'Số TT', 'Họ và tên', 'Trình độ', '', '', '', 'Ghi chú'),
      rowOf(4, '', '', 'Chuyên môn', '', 'LLCT', 'QLNN', ''),
      rowOf(5, '', '', 'Trình độ', 'Chuyên ngành', '', '', ''),
      rowOf(6, 1, 'Nguyễn Thị B', 'Đại học', 'Luật', 'Sơ cấp', 'Chuyên viên', ''),
    ]
    const merges = [
      merge(3, 5, 0, 0),
      merge(3, 5, 1, 1),
      merge(3, 3, 2, 5),
      merge(4, 4, 2, 3),
      merge(4, 5, 4, 4),
      merge(4, 5, 5, 5),
      merge(3, 5, 6, 6),
    ]
    expect(findHeader(rows, merges)).toMatchObject({ from: 3, to: 5, first: 6 })
    expect(labels(rows, merges)).toEqual([
      'Số TT',
      'Họ và tên',
      'Trình độ / Chuyên môn / Trình độ',
      'Trình độ / Chuyên môn / Chuyên ngành',
      'Trình độ / LLCT',
      'Trình độ / QLNN',
      'Ghi chú',
    ])
  })

  it('"Họ và tên" trùm hai cột không có tiêu đề riêng: cột thứ hai nối vào', () => {
    const rows = [rowOf(1, 'TT', 'Họ và tên', '', 'Ngày sinh'), rowOf(2, 1, 'Nguyễn Văn', 'An', '12/03/1980')]
    const found = findHeader(rows, [merge(1, 1, 1, 2)])
    expect(found?.columns.map((c) => [c.column, c.label, c.continues])).toEqual([
      [0, 'TT', false],
      [1, 'Họ và tên', false],
      [2, 'Họ và tên', true],
      [3, 'Ngày sinh', false],
    ])
  })

  it('hàng số thứ tự cột dưới mọi cách ghi', () => {
    expect(isColumnNumbers(rowOf(3, '(1)', '(2)', '(3)'))).toBe(true)
    expect(isColumnNumbers(rowOf(3, 1, 2, 3, 4, 5))).toBe(true)
    expect(isColumnNumbers(rowOf(3, '1', '2', '3', '4=2+3'))).toBe(true)
    expect(isColumnNumbers(rowOf(3, 1, 'Nguyễn Văn A', 1972))).toBe(false)
    expect(isColumnNumbers(rowOf(3, 7, 2010, 2012))).toBe(false)
  })

  it('không có tiêu đề quen: lấy dòng chữ đầu tiên trên dòng có số, ghi là đoán', () => {
    const found = findHeader([rowOf(1, 'Mã', 'Loại xe', 'Biển số', 'Giá'), rowOf(2, 1, 'Xe tải', '34A-12345', 500)])
    expect(found).toMatchObject({ from: 1, sure: false })
  })

  it('tệp không có dòng nào giống tiêu đề', () => {
    expect(findHeader([rowOf(1, 1, 2, 3), rowOf(2, 4, 5, 6)])).toBeNull()
    expect(findHeader([])).toBeNull()
  })

  it('dòng tiêu đề do cán bộ chỉ', () => {
    const rows = [rowOf(1, 'Danh sách'), rowOf(2, 'A', 'B', 'C'), rowOf(3, 1, 2, 3)]
    expect(headerAt(rows, 2, 2)).toMatchObject({ first: 4, sure: true })
  })

  it('dấu của mẫu không đổi theo chữ hoa, dấu câu', () => {
    const one = findHeader([rowOf(1, 'STT', 'Họ và tên', 'Ngày sinh')])
    const other = findHeader([rowOf(5, 'Stt', 'HỌ VÀ TÊN', 'Ngày sinh ')])
    expect(one && fingerprintOf(one)).toBe(other && fingerprintOf(other))
  })
})
