/** Mở tệp lỗi bằng LibreOffice: the marked workbook opens there, says the same in every cell, and shows the added column. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { markWorkbook } from '../../src/platform/excel/mark-workbook.ts'
import { openTable } from '../../src/platform/excel/open-table.ts'
import { writeWorkbook } from '../../src/platform/excel/write-workbook.ts'
import { convert, hasLibreOffice } from '../libre-office.ts'

let folder = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tep-loi-'))
  const rows = [
    ['STT', 'Họ và tên', 'Ngày sinh', 'CCCD'],
    [{ plain: 1 }, 'Nguyễn Văn Đức', { day: day('1972-04-03') }, '030072001234'],
    [{ plain: 2 }, '', { day: day('1980-11-12') }, '30080001234'],
    [{ plain: 3 }, 'Trần Thị Bình', null, '030165001234'],
  ]
  const columns = [{ width: 6 }, { width: 30 }, { width: 14 }, { width: 18 }]
  const book = { title: 'Danh sách', creator: '', made: day('2026-11-23'), sheets: [{ name: 'Cán bộ', columns, rows }] }
  writeFileSync(join(folder, 'gui.xlsx'), await writeWorkbook(book))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const opens = (): boolean => hasLibreOffice('chưa mở thử tệp Excel')

const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,1033'
const MARKS = [
  {
    sheet: 'Cán bộ',
    headRow: 1,
    rows: new Map([
      [3, { columns: [1, 3], said: 'Thiếu họ tên; số CCCD có 11 chữ số' }],
      [4, { columns: [2], said: 'Thiếu ngày sinh' }],
    ]),
  },
]

test('tệp của LibreOffice được đánh dấu, mở lại thấy đủ ô cũ và cột «Cần sửa»', async () => {
  if (!opens()) return
  // A file as LibreOffice itself writes it.
  convert(folder, 'ods', 'gui.xlsx')
  convert(folder, 'xlsx:Calc MS Excel 2007 XML', 'gui.ods')
  const marked = await markWorkbook(new Uint8Array(readFileSync(join(folder, 'gui.xlsx'))), MARKS)
  if (!marked.ok) throw new Error(marked.message)
  writeFileSync(join(folder, 'loi.xlsx'), marked.value)
  convert(folder, CSV, 'gui.xlsx')
  convert(folder, CSV, 'loi.xlsx')
  const before = readFileSync(join(folder, 'gui.csv'), 'utf8').trim().split('\n')
  expect(readFileSync(join(folder, 'loi.csv'), 'utf8').trim().split('\n')).toEqual([
    `${before[0]},Cần sửa`,
    `${before[1]},`,
    `${before[2]},Thiếu họ tên; số CCCD có 11 chữ số`,
    `${before[3]},Thiếu ngày sinh`,
  ])
  // And as LibreOffice writes it once more, the old .xls among them.
  convert(folder, 'xls:MS Excel 97', 'loi.xlsx')
  const old = await openTable(new Uint8Array(readFileSync(join(folder, 'loi.xls'))))
  if (!old.ok) throw new Error(old.message)
  const rows = old.value.sheets[0] ? await Array.fromAsync(old.value.sheets[0].rows()) : []
  expect(rows.map((r) => r.cells.map((c) => c.text))).toEqual([
    ['STT', 'Họ và tên', 'Ngày sinh', 'CCCD', 'Cần sửa'],
    ['1', 'Nguyễn Văn Đức', '03/04/1972', '030072001234'],
    ['2', '12/11/1980', '30080001234', 'Thiếu họ tên; số CCCD có 11 chữ số'],
    ['3', 'Trần Thị Bình', '030165001234', 'Thiếu ngày sinh'],
  ])
  expect(rows[1]?.cells[1]?.font).toBe('Times New Roman')
}, 180_000)
