import { CFB, utils, write } from '@e965/xlsx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { handMade, type Parts, sheetOf, stylesOf } from './fixtures.ts'
import { openTable } from './open-table.ts'
import type { Table, TableRow } from './table.ts'
import { zipStream } from './write-zip.ts'
import { xlsLooks } from './xls-records.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

async function opened(bytes: Uint8Array): Promise<Table> {
  const read = await openTable(bytes)
  if (!read.ok) throw new Error(read.code)
  return read.value
}

/** Code of the refusal, at the door or at the end of the walk. */
async function refused(bytes: Uint8Array): Promise<readonly [string, string]> {
  const read = await openTable(bytes)
  if (!read.ok) return [read.code, read.message]
  for (const sheet of read.value.sheets) {
    const walk = sheet.batches()
    for (;;) {
      const next = await walk.next()
      if (next.done !== true) continue
      if (!next.value.ok) return [next.value.code, next.value.message]
      break
    }
  }
  return ['read', '']
}

const ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'
const container = (name: string): Uint8Array => {
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, name, Buffer.alloc(5000))
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer)
}
const zip = (...names: string[]): Uint8Array => zipSync(Object.fromEntries(names.map((n) => [n, strToU8('<a/>')])))

describe('tệp là gì do byte nói, không do tên', () => {
  const CASES: readonly (readonly [string, Uint8Array, string, RegExp])[] = [
    ['tệp rỗng', new Uint8Array(), 'table.empty', /không có dòng dữ liệu/],
    ['sổ không có dòng nào', handMade({ sheets: [sheetOf('')] }), 'table.empty', /không có dòng dữ liệu/],
    ['PDF', bytesOf('%PDF-1.7\n'), 'table.another-kind', /tệp PDF/],
    ['ảnh', latin('\x89PNG\r\n\x1a\n'), 'table.another-kind', /tệp ảnh/],
    ['Word', zip('word/document.xml'), 'table.another-kind', /văn bản Word/],
    ['Word cũ', container('WordDocument'), 'table.another-kind', /văn bản Word \(\.doc\)/],
    ['OpenDocument', zip('mimetype', 'content.xml'), 'table.another-kind', /OpenDocument/],
    ['tệp nén', zip('a.txt'), 'table.another-kind', /tệp nén ZIP/],
    ['HTML gọi là .xls', bytesOf('\n<html><table><tr><td>1</td></tr></table>'), 'table.another-kind', /trang HTML/],
    [
      'XML 2003',
      bytesOf('<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
      'table.another-kind',
      /XML của Excel 2003/,
    ],
    ['có mật khẩu', container('EncryptedPackage'), 'table.locked', /mật khẩu/],
    ['.xls hỏng', container('Workbook'), 'excel.damaged', /bị hỏng/],
    ['.xlsx cắt cụt', handMade({ sheets: [sheetOf(ROW)] }).subarray(0, 700), 'excel.damaged', /bị hỏng/],
    ['dãy byte', Uint8Array.from({ length: 500 }, (_, i) => (i * 37) % 256), 'table.another-kind', /tệp nhị phân/],
  ]
  test.each(CASES)('%s', async (_, bytes, code, said) => {
    const [found, message] = await refused(bytes)
    expect(found).toBe(code)
    expect(message).toMatch(said)
  })

  test('bom nén: phần giải nén ra quá lớn thì dừng', async () => {
    const [start = '', end = ''] = sheetOf(`${ROW}|`).split('|')
    const spaces = Buffer.alloc(16 * 1024 * 1024, ' ')
    const sheet = [bytesOf(start), ...Array<Uint8Array>(33).fill(spaces), bytesOf(end)]
    const others = Object.entries(unzipSync(handMade({ sheets: [''] })))
      .filter(([name]) => !name.endsWith('sheet1.xml'))
      .map(([name, bytes]) => ({ name, bytes: [bytes] }))
    const file = zipStream([...others, { name: 'xl/worksheets/sheet1.xml', bytes: sheet }])
    const bytes = new Uint8Array(Buffer.concat(await Array.fromAsync(file)))
    expect(bytes.length).toBeLessThan(4 * 1024 * 1024)
    expect((await refused(bytes))[0]).toBe('excel.too-large')
  }, 60_000)

  test('quá 200.000 dòng, quá 500 cột: nói trang tính và ô', async () => {
    const rows = Array.from({ length: 200_001 }, (_, i) => `<row r="${i + 1}"><c><v>1</v></c></row>`).join('')
    expect(await refused(handMade({ sheets: [sheetOf(rows)] }))).toEqual([
      'table.too-many-rows',
      expect.stringContaining('«Trang 1»'),
    ])
    expect(await refused(handMade({ sheets: [sheetOf('<row r="3"><c r="SG3"><v>1</v></c></row>')] }))).toEqual([
      'table.too-many-columns',
      expect.stringContaining('SG3'),
    ])
  }, 30_000)

  test('macro được nói ra và không bao giờ chạy; tên tệp không đổi được loại', async () => {
    const parts: Parts = { sheets: [sheetOf(ROW)], more: { 'xl/vbaProject.bin': new Uint8Array(10) } }
    expect(await opened(handMade(parts))).toMatchObject({ kind: 'xlsx', macros: true })
    expect(await opened(handMade({ sheets: [sheetOf(ROW)] }))).toMatchObject({ kind: 'xlsx', macros: false })
    expect(await opened(bytesOf('a,b\n1,2\n'))).toMatchObject({ kind: 'csv', macros: false })
  })
})

describe('tệp .xls', () => {
  test('giá trị, chữ nhìn thấy, ô gộp, lỗi, ngày', async () => {
    const sheet = utils.aoa_to_sheet([
      ['Họ tên', 'CCCD', 'Ngày sinh'],
      ['Nguyễn Văn Đức', { t: 'n', v: 30072001234, z: '000000000000' }, { t: 'n', v: 26392, z: 'dd/mm/yyyy' }],
      [null, { t: 'e', v: 42 }, true],
    ])
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }]
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, 'Cán bộ')
    const table = await opened(new Uint8Array(write(book, { bookType: 'biff8', type: 'buffer' }) as Buffer))
    expect(table.kind).toBe('xls')
    const first = table.sheets[0]
    if (first === undefined) throw new Error('no sheet')
    const rows: TableRow[] = await Array.fromAsync(first.rows())
    expect(rows.map((r) => r.cells.map((c) => [c.address, c.value, c.text]))).toEqual([
      [
        ['A1', 'Họ tên', 'Họ tên'],
        ['B1', 'CCCD', 'CCCD'],
        ['C1', 'Ngày sinh', 'Ngày sinh'],
      ],
      [
        ['A2', 'Nguyễn Văn Đức', 'Nguyễn Văn Đức'],
        ['B2', 30072001234, '030072001234'],
        ['C2', { day: '1972-04-03' }, '03/04/1972'],
      ],
      [
        ['B3', { error: '#N/A' }, '#N/A'],
        ['C3', true, 'TRUE'],
      ],
    ])
    expect(await first.frame()).toMatchObject({ value: { merged: [{ address: 'A1:B1' }] } })
  })

  test('phông của ô, dòng ẩn, cột ẩn, khóa đọc từ bản ghi', () => {
    const record = (kind: number, body: number[]): number[] => [kind & 255, kind >> 8, body.length, 0, ...body]
    const font = (name: string): number[] =>
      record(0x31, [...Array<number>(14).fill(0), name.length, 0, ...Buffer.from(name)])
    const stream = Uint8Array.from([
      ...record(0x0809, [0, 6, 5, 0]),
      ...['Arial', 'Arial', 'Arial', 'Arial', '.VnTime'].flatMap(font),
      ...record(0xe0, [0, 0, 0, 0]),
      ...record(0xe0, [5, 0, 0, 0]),
      ...record(0x0a, []),
      ...record(0x0809, [0, 6, 16, 0]),
      ...record(0x0208, [4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0x20, 0, 0, 0]),
      ...record(0x7d, [2, 0, 3, 0, 0, 0, 0, 0, 1, 0]),
      ...record(0xfd, [4, 0, 1, 0, 1, 0, 0, 0, 0, 0]),
      ...record(0x0a, []),
    ])
    const looks = xlsLooks(stream)
    const sheet = looks.sheets[0]
    expect(looks.fontOf(sheet?.styles.get(4)?.[1] ?? 0)).toBe('.VnTime')
    expect(looks.fontOf(0)).toBe('Arial')
    expect([...(sheet?.hiddenRows ?? [])]).toEqual([4])
    expect(sheet?.hiddenColumns).toEqual([2, 3])
    expect(looks.locked).toBe(false)
    expect(xlsLooks(Uint8Array.from([...record(0x0809, [0, 6, 5, 0]), ...record(0x2f, [0, 0])])).locked).toBe(true)
  })
})

test('chữ TCVN3 trong .xlsx giữ nguyên, kèm tên phông của ô', async () => {
  const cells = '<row r="1"><c s="0" t="str"><v>NguyÔn V¨n §øc</v></c></row>'
  const table = await opened(
    handMade({ sheets: [sheetOf(cells)], styles: stylesOf([{ font: '.VnTime', format: 'General' }]) }),
  )
  const rows = table.sheets[0] ? await Array.fromAsync(table.sheets[0].rows()) : []
  expect(rows[0]?.cells[0]).toMatchObject({ value: 'NguyÔn V¨n §øc', font: '.VnTime' })
})
