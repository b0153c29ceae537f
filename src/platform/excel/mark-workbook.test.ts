import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { handMade, type Parts, sheetOf, stylesOf, textsOf } from './fixtures.ts'
import { markWorkbook, type SheetMarks, TO_MEND } from './mark-workbook.ts'
import { readWorkbook } from './read-workbook.ts'
import type { TableRow, TableSheet } from './table.ts'
import { writeWorkbook } from './write-workbook.ts'

const STYLES = stylesOf([
  { font: '.VnTime', format: 'General' },
  { font: 'Arial', format: 'dd/mm/yyyy' },
])
const HEAD =
  '<row r="2" spans="1:3"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="str"><v>Năm</v></c></row>'
const LIST: Parts = {
  sheets: [
    sheetOf(
      `<row r="1"><c r="A1" t="str"><v>DANH SÁCH</v></c></row>\n${HEAD}<row r="3" ht="20"><c r="A3" s="0" t="str"><v>NguyÔn V¨n §øc</v></c><c r="B3" s="1"><v>26399</v></c><!-- giữ --><c r="C3"><f>1+1</f><v>2</v></c></row><row r="4"/><row r="6"><c r="A6"><v>1</v></c><c r="C6"><v>3</v></c></row>`,
      '<dimension ref="A1:C6"/><cols><col min="1" max="3" width="20"/></cols>',
      '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>',
    ),
    sheetOf('<row r="1"><c r="A1"><v>7</v></c></row>'),
  ],
  texts: textsOf(['<t>Họ tên</t>', '<t>Ngày sinh</t>']),
  styles: STYLES,
  more: { 'xl/media/image1.png': Uint8Array.from([1, 2, 3]) },
}
const MARKS: SheetMarks = {
  sheet: 'Trang 1',
  headRow: 2,
  rows: new Map([
    [3, { columns: [0, 1], said: "Cột 'Ngày sinh': chưa rõ <năm>" }],
    [4, { columns: [1], said: 'Dòng trống' }],
    [5, { columns: [], said: 'Dòng không có' }],
    [6, { columns: [1], said: 'Thiếu ngày sinh' }],
    [9, { columns: [], said: 'Dòng cuối' }],
  ]),
}

async function marked(file: Uint8Array, marks: readonly SheetMarks[] = [MARKS]): Promise<Uint8Array> {
  const done = await markWorkbook(file, marks)
  if (!done.ok) throw new Error(done.code)
  return done.value
}

async function sheetsOf(bytes: Uint8Array): Promise<readonly TableSheet[]> {
  const read = await readWorkbook(bytes)
  if (!read.ok) throw new Error(read.code)
  return read.value
}

async function rowsOf(bytes: Uint8Array, at = 0): Promise<TableRow[]> {
  const sheet = (await sheetsOf(bytes))[at]
  return sheet === undefined ? [] : Array.fromAsync(sheet.rows())
}

const part = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())

describe('tệp lỗi', () => {
  test('mọi ô giữ giá trị, phông, công thức; thêm một cột nói chỗ phải sửa', async () => {
    const before = handMade(LIST)
    const after = await marked(before)
    const rows = await rowsOf(after)
    const own = rows
      .map((r) => ({ ...r, cells: r.cells.filter((c) => c.column < 3) }))
      .filter((r) => r.cells.length > 0)
    expect(own).toEqual(await rowsOf(before))
    expect(rows.flatMap((r) => r.cells.filter((c) => c.column === 3)).map((c) => [c.address, c.value, c.font])).toEqual(
      [
        ['D2', TO_MEND, 'Times New Roman'],
        ['D3', "Cột 'Ngày sinh': chưa rõ <năm>", 'Times New Roman'],
        ['D4', 'Dòng trống', 'Times New Roman'],
        ['D5', 'Dòng không có', 'Times New Roman'],
        ['D6', 'Thiếu ngày sinh', 'Times New Roman'],
        ['D9', 'Dòng cuối', 'Times New Roman'],
      ],
    )
    expect(await rowsOf(after, 1)).toEqual(await rowsOf(before, 1))
  })

  test('nền đỏ nhạt đúng ô, kể cả ô trống; phần khác của tệp nguyên từng byte', async () => {
    const before = handMade(LIST)
    const after = await marked(before)
    const sheet = part(after, 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<c s="4" r="A3" t="str"><v>NguyÔn V¨n §øc</v></c><c s="5" r="B3"><v>26399</v></c>')
    expect(sheet).toContain('<c r="C3"><f>1+1</f><v>2</v></c>')
    expect(sheet).toContain('<c r="A6"><v>1</v></c><c r="B6" s="4"/><c r="C6"><v>3</v></c>')
    expect(sheet).toContain('<dimension ref="A1:D6"/>')
    expect(sheet).toContain('<col min="1" max="3" width="20"/><col min="4" max="4" width="60" customWidth="1"/></cols>')
    expect(sheet).toContain('<mergeCell ref="A1:C1"/>')
    const styles = part(after, 'xl/styles.xml')
    expect(styles).toContain('<cellXfs count="6">')
    expect(styles.match(/fillId="2"/g)).toHaveLength(4)
    const [a, b] = [unzipSync(before), unzipSync(after)]
    for (const name of Object.keys(a)) if (!/sheet1\.xml|styles\.xml/.test(name)) expect(b[name]).toEqual(a[name])
  })

  test('gửi lại tệp lỗi: cột cũ được viết lại, không thêm cột thứ hai', async () => {
    const once = await marked(handMade(LIST))
    const twice = await marked(once, [{ ...MARKS, rows: new Map([[6, { columns: [], said: 'Lần hai' }]]) }])
    const rows = await rowsOf(twice)
    expect(rows.flatMap((r) => r.cells).filter((c) => c.column > 3)).toEqual([])
    expect(rows.find((r) => r.number === 6)?.cells.at(-1)).toMatchObject({ address: 'D6', value: 'Lần hai' })
  })

  test('tiền tố tên thẻ, không có kiểu, không có dòng nào, tệp dài', async () => {
    const prefixed = sheetOf(HEAD.replaceAll('t="s"', 't="n"'))
      .replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:')
      .replace('xmlns=', 'xmlns:x=')
    const x = await rowsOf(await marked(handMade({ sheets: [prefixed] })))
    expect(x.at(-1)?.cells.at(-1)).toMatchObject({ address: 'D9', value: 'Dòng cuối' })
    const empty = sheetOf('').replace('<sheetData></sheetData>', '<sheetData/>')
    expect((await rowsOf(await marked(handMade({ sheets: [empty] })))).map((r) => r.number)).toEqual([2, 3, 4, 5, 6, 9])
    const long = await writeWorkbook({
      title: 'a',
      creator: 'b',
      made: day('2026-11-23'),
      sheets: [
        {
          name: 'Trang 1',
          columns: [{ width: 9 }],
          rows: Array.from({ length: 20_000 }, (_, i) => [`dòng ${i + 1}`, i]),
        },
      ],
    })
    const every = new Map(Array.from({ length: 2000 }, (_, i) => [i * 10 + 5, { columns: [0], said: `sửa ${i}` }]))
    const rows = await rowsOf(await marked(long, [{ sheet: 'Trang 1', headRow: 1, rows: every }]))
    expect(rows).toHaveLength(20_000)
    expect(rows[19_994]?.cells.map((c) => c.value)).toEqual(['dòng 19995', 19_994, 'sửa 1999'])
    expect(rows.filter((r) => r.cells.length === 3)).toHaveLength(2001)
  })

  test('tệp hỏng được từ chối', async () => {
    const done = await markWorkbook(Uint8Array.from([1, 2, 3]), [MARKS])
    expect(done.ok ? 'marked' : done.code).toBe('excel.damaged')
  })
})
