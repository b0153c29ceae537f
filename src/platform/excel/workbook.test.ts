import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { entriesOf } from '../word/bounded-zip.ts'
import { cellAddress, columnLetters, dayOfSerial, readAddress, serialOf } from './addresses.ts'
import { unescaped } from './cell-value.ts'
import { CAPS } from './inflate.ts'
import { isDayFormat } from './number-format.ts'
import { readWorkbook } from './read-workbook.ts'
import type { TableRow } from './table.ts'
import type { Row, Value, Workbook } from './workbook.ts'
import { workbookStream, writeWorkbook } from './write-workbook.ts'

const book = (rows: Workbook['sheets'][number]['rows'], more: Partial<Workbook['sheets'][number]> = {}): Workbook => ({
  title: 'Danh mục nhiệm vụ',
  creator: 'Sở Nội vụ',
  made: day('2026-11-23'),
  sheets: [{ name: 'Nhiệm vụ', columns: [{ width: 10 }, { width: 30 }, { width: 14 }], rows, ...more }],
})

/** What is read back: rows of the first sheet, or the code of the refusal. */
async function read(bytes: Uint8Array, caps = CAPS): Promise<TableRow[] | string> {
  const opened = await readWorkbook(bytes, caps)
  if (!opened.ok) return opened.code
  const walk = opened.value[0]?.rows()
  const found: TableRow[] = []
  for (;;) {
    const next = await walk?.next()
    if (next === undefined) return 'no sheet'
    if (next.done === true) return next.value.ok ? found : next.value.code
    found.push(next.value)
  }
}

const valuesOf = async (rows: Row[]) => {
  const back = await read(await writeWorkbook(book(rows)))
  if (typeof back === 'string') throw new Error(back)
  return back.map((r) => r.cells.map((c) => c.value))
}

describe('địa chỉ ô', () => {
  test('cột đi từ A qua Z, AA đến XFD và ngược lại', () => {
    expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
      'XFD',
    ])
    fc.assert(
      fc.property(fc.nat(16_383), fc.integer({ min: 1, max: 1_048_576 }), (column, row) => {
        expect(readAddress(cellAddress(row, column))).toEqual({ row, column })
      }),
    )
    expect(readAddress('a1')).toBeNull()
  })

  test('ngày đi và về; ngày trước 01/03/1900 không có số của Excel', () => {
    expect(serialOf(day('2024-04-22'))).toBe(45_404)
    expect(dayOfSerial(45_404.75, false)).toBe('2024-04-22')
    expect(dayOfSerial(45_404 - 1462, true)).toBe('2024-04-22')
    expect(serialOf(day('1900-02-28'))).toBeNull()
    expect(dayOfSerial(60, false)).toBeNull()
  })

  test('định dạng nào của tệp là ngày', () => {
    expect(['dd/mm/yyyy', 'd-mmm-yy', '[$-42A]dd mmmm yyyy'].every(isDayFormat)).toBe(true)
    expect(['General', '#,##0.00', '0" ngày"', '[Red]0.0', '@'].some(isDayFormat)).toBe(false)
  })
})

describe('ghi rồi đọc lại', () => {
  test('chữ, số, ngày, năm trở lại đúng kiểu', async () => {
    const rows = await valuesOf([
      ['Sở Y tế', 1234.5, { day: day('2026-12-05') }],
      [{ plain: 2030 }, null, { value: 'a', look: 'total' }],
      ['', 'dòng một\ndòng hai', { day: day('1890-05-19') }],
    ])
    expect(rows).toEqual([
      ['Sở Y tế', 1234.5, { day: '2026-12-05' }],
      [2030, 'a'],
      ['dòng một\ndòng hai', '19/05/1890'],
    ])
  })

  test('chữ giống công thức vẫn là chữ: không ô nào thành công thức', async () => {
    const attacks = ['=HYPERLINK("http://x","y")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '0123', '1.10', '030201']
    const back = await read(await writeWorkbook(book(attacks.map((a) => [a]))))
    if (typeof back === 'string') throw new Error(back)
    expect(back.flatMap((r) => r.cells.map((c) => c.value))).toEqual(attacks)
    expect(back.some((r) => r.cells.some((c) => c.formula))).toBe(false)
  })

  test('mọi chữ đi và về như cũ, trừ ký tự điều khiển', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 })
    return fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), async (words) => {
        const kept = words.map((w) => w.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu, ''))
        expect(await valuesOf([words])).toEqual(kept.some((k) => k !== '') ? [kept.filter((k) => k !== '')] : [])
      }),
      { numRuns: 60 },
    )
  })

  test('ô gộp, bộ lọc, dòng giữ nguyên, danh sách chọn, tên vùng nằm trong tệp', async () => {
    const choice = { column: 1, from: 2, to: 9, of: ['Đã giao', 'Quá hạn'], refuse: 'Chọn trong danh sách' }
    const w = book([[{ value: 'TIÊU ĐỀ', look: 'title', span: 3 }], ['a', 'b', 'c']], {
      frozen: 2,
      repeated: [2, 2],
      filter: 2,
      landscape: true,
      choices: [choice],
    })
    const bytes = await writeWorkbook({
      ...w,
      names: [{ name: 'CoQuan', sheet: 'Nhiệm vụ', column: 0, from: 2, to: 5 }],
    })
    const { unzipSync, strFromU8 } = await import('fflate')
    const parts = unzipSync(bytes)
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    for (const part of [
      '<mergeCell ref="A1:C1"/>',
      '<autoFilter ref="A2:C2"/>',
      'ySplit="2"',
      'orientation="landscape"',
      '<formula1>&quot;Đã giao,Quá hạn&quot;</formula1>',
    ])
      expect(sheet).toContain(part)
    const names = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())
    expect(names).toContain("'Nhiệm vụ'!$A$2:$A$5")
    expect(names).toContain("'Nhiệm vụ'!$2:$2")
    expect(strFromU8(parts['docProps/core.xml'] ?? new Uint8Array())).toContain('<dc:creator>Sở Nội vụ</dc:creator>')
  })

  test('dòng đủ cao cho chữ xuống dòng nguyên từ', async () => {
    const work =
      'Ban hành quy định về quy trình phát hiện, giới thiệu, xét chọn, công nhận người có tài năng; xây dựng cơ chế bảo vệ cán bộ dám nghĩ.'
    const columns = [{ width: 56, look: 'wrap' as const }]
    const { unzipSync, strFromU8 } = await import('fflate')
    const heightOf = async (value: string): Promise<number> => {
      const parts = unzipSync(await writeWorkbook(book([[value]], { columns })))
      return Number(/ ht="([\d.]+)"/.exec(strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array()))?.[1] ?? 0)
    }
    expect(await heightOf('một dòng')).toBe(0)
    expect(await heightOf(work)).toBe(3 * 15.75)
    expect(await heightOf('x'.repeat(200))).toBe(4 * 15.75)
    expect(await heightOf(`${work}\n${work}`)).toBe(6 * 15.75)
  })

  test('hai lần ghi cho đúng một dãy byte', async () => {
    const rows: Value[][] = [['x', 1, { day: day('2026-01-02') }]]
    const once = await writeWorkbook(book(rows))
    expect(Buffer.from(await writeWorkbook(book(rows))).equals(Buffer.from(once))).toBe(true)
  })

  test('tên trang tính mà Excel không nhận thì báo ngay', async () => {
    for (const name of ['', 'a/b', 'x'.repeat(32)])
      await expect(writeWorkbook(book([], { name }))).rejects.toThrow(/name/)
  })
})

describe('trang tính dài', () => {
  test('dòng đến từ nguồn chờ được, và tệp ra từng phần chứ không đợi hết', async () => {
    let asked = 0
    async function* many() {
      for (let i = 0; i < 20_000; i++) {
        asked = i
        yield [{ plain: i }, `Nguyễn Văn ${i}`, { day: day('1980-02-03') }] as Row
      }
    }
    let firstAt = -1
    const parts: Uint8Array[] = []
    for await (const piece of workbookStream(book(many()))) {
      if (parts.length === 5) firstAt = asked
      parts.push(piece)
    }
    expect(firstAt).toBeLessThan(15_000)
    const back = await read(new Uint8Array(Buffer.concat(parts)))
    expect(back).toHaveLength(20_000)
    expect(back[19_999]).toMatchObject({ number: 20_000, cells: [{ value: 19_999 }, {}, { address: 'C20000' }] })
  })

  test('quá giới hạn ô hay giới hạn giải nén thì dừng giữa chừng', async () => {
    const rows = Array.from({ length: 2000 }, () => ['lặp lại '.repeat(200), 1, 2] as Row)
    const bytes = await writeWorkbook(book(rows))
    expect(await read(bytes, { ...CAPS, cells: 100 })).toBe('excel.too-large')
    expect(await read(bytes, { ...CAPS, part: 100_000 })).toBe('excel.too-large')
  })
})

describe('tệp không đọc được', () => {
  test('không phải tệp nén, có mật khẩu hoặc .xls, hỏng giữa chừng', async () => {
    expect(await read(new Uint8Array([1, 2, 3]))).toBe('excel.damaged')
    expect(await read(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toBe('excel.locked-or-old')
    const good = await writeWorkbook(book([['a', 'b', 'c']]))
    const sheet = entriesOf(good)?.find((e) => e.name.endsWith('sheet1.xml'))
    sheet?.packed.fill(0xff)
    expect(await read(good)).toBe('excel.damaged')
  })

  test('sửa bất kỳ byte nào cũng không làm trình đọc ngã', async () => {
    const good = await writeWorkbook(book([['Sở Nội vụ', 12, { day: day('2026-12-05') }]]))
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, byte) => {
        const bad = good.slice()
        bad[at] = byte
        const back = await read(bad)
        expect(typeof back === 'string' || Array.isArray(back)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('ký tự Excel viết lại được đọc như cũ', () => {
    expect(unescaped('a_x000D_b_x005F_x0041_')).toBe('a\rb_x0041_')
  })
})
