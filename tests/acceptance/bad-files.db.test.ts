/** Tệp xấu: mỗi tệp được trả lời bằng một câu nêu điều sai, trang, ô; không điều gì được ghi nửa chừng. Tệp nén bẫy: `open-table.test.ts`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../../src/platform/database/test-database.ts'
import { handMade, sheetOf, stylesOf } from '../../src/platform/excel/fixtures.ts'
import type { Row } from '../../src/platform/excel/workbook.ts'
import { testDatabase } from '../database.ts'
import { importWorld, workbookOf } from './import-world.ts'

let t: TestDatabase
let w: ReturnType<typeof importWorld>

beforeAll(async () => {
  t = await testDatabase()
  w = importWorld(t.db)
  await w.prepare()
}, 120_000)
afterAll(() => t.drop())

const HEAD: Row = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Trình độ chuyên môn']
const named = (name: string, bytes: Uint8Array) => ({ name, bytes })
const text = (address: string, value: string) => `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`
const rowXml = (no: number, cells: string, more = '') => `<row r="${no}"${more}>${cells}</row>`
const headXml = rowXml(1, ['Họ và tên', 'Ngày sinh', 'Giới tính'].map((h, i) => text(`${'ABC'[i]}1`, h)).join(''))
const personXml = (no: number, name: string, more = '') =>
  rowXml(no, text(`A${no}`, name) + text(`B${no}`, '25/09/1972') + text(`C${no}`, 'Nam'), more)
const book = (
  rows: string,
  after = '',
  parts: { from1904?: boolean; styles?: string; more?: Record<string, Uint8Array> } = {},
) => handMade({ sheets: [sheetOf(rows, '', after)], ...parts })

describe('tệp không nhận', () => {
  const OLE = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(1024).fill(0)])
  it.each<[string, () => Uint8Array | Promise<Uint8Array>, RegExp]>([
    ['0 byte', () => new Uint8Array(0), /rỗng|không có dòng dữ liệu|Chọn tệp/],
    [
      'một ảnh đổi tên',
      () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Array<number>(64).fill(1)]),
      /không phải bảng tính/,
    ],
    ['một tệp có mật khẩu hoặc hỏng', () => OLE, /mật khẩu|hỏng|không đọc được/],
    ['0 dòng', () => book(''), /không có dòng dữ liệu/],
    [
      'chỉ có tiêu đề lạ',
      async () =>
        (
          await workbookOf([
            ['Loại xe', 'Biển số', 'Giá'],
            ['Xe tải', '34A-12345', 500],
          ])
        ).bytes,
      /Không thấy danh sách người/,
    ],
  ])(
    '%s',
    async (_, made, says) => {
      const refused = await w.refused(named('tep.xlsx', await made()))
      expect(JSON.stringify(refused)).toMatch(says)
      expect(await w.people()).toEqual([])
    },
    60_000,
  )
})

describe('tệp nhận được, điều lạ được nói', () => {
  it('bảng hình dạng khác: tên cơ quan, hàng số cột, nhóm, cộng, chữ ký', async () => {
    const told = await w.check(
      await workbookOf([
        ['SỞ Y TẾ', '', '', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        ['DANH SÁCH TRÍCH NGANG'],
        HEAD,
        ['(1)', '(2)', '(3)', '(4)', '(5)'],
        ['I', 'Phòng Nghiệp vụ'],
        ['1', 'Lê Văn Một', '25/09/1972', 'Nam', 'ĐH'],
        ['', 'Cộng: 01 người'],
        ['', '', '', '', 'Ngày 20 tháng 11 năm 2026'],
        ['', 'Người lập biểu', '', '', 'GIÁM ĐỐC'],
      ]),
    )
    expect(told.counts).toMatchObject({ rows: 1, new: 1, error: 0 })
  })

  it('200 cột: cột lạ bỏ qua, người vẫn đọc được', async () => {
    const extra = Array.from({ length: 195 }, (_, i) => `Cột lạ ${i + 1}`)
    const told = await w.check(
      await workbookOf([
        [...HEAD, ...extra],
        ['1', 'Lê Văn Hai', '25/09/1972', 'Nam', 'ĐH', ...extra.map(() => 'x')],
      ]),
    )
    expect(told.counts).toMatchObject({ new: 1, error: 0 })
  })

  it('công thức: lấy giá trị đã tính; #N/A: nêu ô, dòng không được ghi', async () => {
    const formula = rowXml(2, `<c r="A2" t="str"><f>B9&amp;C9</f><v>Lê Văn Ba</v></c>${text('B2', '25/09/1972')}`)
    const error = rowXml(3, `<c r="A3" t="e"><f>VLOOKUP(1,2,3)</f><v>#N/A</v></c>${text('B3', '25/09/1972')}`)
    const told = await w.check(named('cong-thuc.xlsx', book(headXml + formula + error)))
    expect(told.counts).toMatchObject({ new: 1, error: 1 })
    expect(told.findings[0]).toMatch(/^Trang 'Trang 1', ô A3: công thức báo lỗi #N\/A/)
  })

  it('ô gộp: họ và tên trùm hai cột', async () => {
    const head = rowXml(1, text('A1', 'Họ và tên') + text('C1', 'Ngày sinh'))
    const one = rowXml(2, text('A2', 'Nguyễn Văn') + text('B2', 'Bốn') + text('C2', '25/09/1972'))
    const merged = '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'
    const told = await w.write(named('gop.xlsx', book(head + one, merged)))
    expect(told.counts).toMatchObject({ new: 1 })
    expect(await w.people()).toEqual(['Nguyễn Văn Bốn'])
  })

  it('dòng ẩn vẫn là người trong danh sách', async () => {
    const told = await w.check(
      named('an.xlsx', book(headXml + personXml(2, 'Lê Văn Năm') + personXml(3, 'Lê Văn Sáu', ' hidden="1"'))),
    )
    expect(told.counts).toMatchObject({ rows: 2, new: 2 })
  })

  it('macro không được chạy, giá trị vẫn đọc được', async () => {
    const bytes = book(headXml + personXml(2, 'Lê Văn Bảy'), '', {
      more: { 'xl/vbaProject.bin': new Uint8Array([1, 2, 3]) },
    })
    expect((await w.check(named('macro.xlsm', bytes))).counts).toMatchObject({ new: 1 })
  })

  it('ngày đếm từ 1904: đúng ngày', async () => {
    const styles = stylesOf([
      { font: 'Arial', format: 'General' },
      { font: 'Arial', format: 'dd/mm/yyyy' },
    ])
    const serial = 26567 - 1462
    const one = rowXml(2, `${text('A2', 'Lê Văn Tám')}<c r="B2" s="1"><v>${serial}</v></c>${text('C2', 'Nam')}`)
    await w.write(named('1904.xlsx', book(headXml + one, '', { from1904: true, styles })))
    expect(await w.count('people.person', `name = 'Lê Văn Tám' and birth = '1972-09-25'`)).toBe(1)
  })

  it('.csv gõ bằng TCVN3', async () => {
    const line = (s: string) => Uint8Array.from(s, (c) => c.charCodeAt(0))
    const rows = [
      'Hä vµ tªn,Ngµy sinh,Giíi tÝnh',
      'NguyÔn V¨n Ch¹ch,25/09/1972,Nam',
      'TrÇn ThÞ M\u00adêi,26/10/1975,N÷',
      'Ph¹m ThÞ Hång,27/11/1980,N÷',
    ]
    const told = await w.write(named('tcvn3.csv', line(`${rows.join('\r\n')}\r\n`)))
    expect(told.counts).toMatchObject({ new: 3, error: 0 })
    expect(await w.people()).toEqual(expect.arrayContaining(['Nguyễn Văn Chạch', 'Trần Thị Mười', 'Phạm Thị Hồng']))
  })

  it('dòng lỗi không được ghi; sửa rồi gửi lại chỉ thêm người còn thiếu', async () => {
    const good: Row = ['1', 'Lê Thị Đủ', '25/09/1972', 'Nữ', 'ĐH']
    const before = (await w.people()).length
    const first = await w.write(await workbookOf([HEAD, good, ['2', 'Lê Thị Sai', '31/02/1980', 'Nữ', 'ĐH']]))
    expect(first.counts).toMatchObject({ new: 1, error: 1 })
    expect(first.findings[0]).toBe(
      "Trang 'DS', ô C3: '31/02/1980' không phải là ngày. Sửa trong bảng này hoặc trong tệp.",
    )
    const second = await w.write(await workbookOf([HEAD, good, ['2', 'Lê Thị Sai', '28/02/1980', 'Nữ', 'ĐH']]))
    expect(second.counts).toMatchObject({ new: 1, same: 1, error: 0 })
    expect((await w.people()).length).toBe(before + 2)
  })
})
