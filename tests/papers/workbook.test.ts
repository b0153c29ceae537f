/**
 * Mở bằng LibreOffice: a workbook says the same there as in the model: words, numbers, days, nothing computed.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { readWorkbook } from '../../src/platform/excel/read-workbook.ts'
import type { Row, Workbook } from '../../src/platform/excel/workbook.ts'
import { writeWorkbook } from '../../src/platform/excel/write-workbook.ts'
import { convert, hasLibreOffice } from '../libre-office.ts'

const ROWS: readonly Row[] = [
  { cells: [{ value: 'DANH MỤC NHIỆM VỤ', look: 'title', span: 4 }], height: 40 },
  { cells: ['TT', 'Nhiệm vụ', 'Thời hạn', 'Số lượng'], look: 'header' },
  [{ plain: 1 }, 'Xây dựng cơ sở dữ liệu', { day: day('2026-06-30') }, 85_000],
  [{ plain: 2 }, '=HYPERLINK("http://x","y")', { day: day('2030-12-31') }, 4.31],
  [{ plain: 3 }, '- Gạch đầu dòng', null, -2],
  [{ plain: 4 }, 'Có "ngoặc", & < >', { day: day('2024-02-29') }, 0],
]

const BOOK: Workbook = {
  title: 'Danh mục nhiệm vụ',
  creator: 'Sở Nội vụ',
  made: day('2026-11-23'),
  sheets: [
    {
      name: 'Nhiệm vụ',
      columns: [{ width: 6, look: 'centre' }, { width: 50, look: 'wrap' }, { width: 12 }, { width: 12 }],
      rows: ROWS,
      frozen: 2,
      repeated: [2, 2],
      filter: 2,
      landscape: true,
      choices: [{ column: 1, from: 3, to: 6, of: { name: 'CoQuan' }, refuse: 'Chọn trong danh sách' }],
    },
    { name: 'Cơ quan', columns: [{ width: 40 }], rows: [['Sở Nội vụ'], ['Sở Y tế']] },
  ],
  names: [{ name: 'CoQuan', sheet: 'Cơ quan', column: 0, from: 1, to: 2 }],
}

const EXPECTED = `DANH MỤC NHIỆM VỤ,,,
TT,Nhiệm vụ,Thời hạn,Số lượng
1,Xây dựng cơ sở dữ liệu,30/06/2026,"85,000"
2,"=HYPERLINK(""http://x"",""y"")",31/12/2030,4.31
3,- Gạch đầu dòng,,-2
4,"Có ""ngoặc"", & < >",29/02/2024,0
`

let folder = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-excel-'))
  writeFileSync(join(folder, 'so.xlsx'), await writeWorkbook(BOOK))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const opens = (): boolean => hasLibreOffice('chưa mở thử tệp Excel')

test('LibreOffice mở tệp và thấy đúng chữ, số, ngày; không ô nào tính công thức', () => {
  if (!opens()) return
  convert(folder, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,1033', 'so.xlsx')
  expect(readFileSync(join(folder, 'so.csv'), 'utf8')).toBe(EXPECTED)
}, 120_000)

test('tệp do LibreOffice ghi lại đọc được, vẫn đúng kiểu từng ô', async () => {
  if (!opens()) return
  convert(folder, 'ods', 'so.xlsx')
  convert(folder, 'xlsx:Calc MS Excel 2007 XML', 'so.ods')
  const opened = await readWorkbook(readFileSync(join(folder, 'so.xlsx')))
  if (!opened.ok) throw new Error(opened.message)
  expect(opened.value.map((s) => s.name)).toEqual(['Nhiệm vụ', 'Cơ quan'])
  const rows = opened.value[0] ? await Array.fromAsync(opened.value[0].rows()) : []
  expect(rows[2]?.cells.map((c) => c.value)).toEqual([1, 'Xây dựng cơ sở dữ liệu', { day: '2026-06-30' }, 85_000])
  expect(rows[3]?.cells[1]).toMatchObject({
    value: '=HYPERLINK("http://x","y")',
    formula: false,
    font: 'Times New Roman',
  })
}, 120_000)
