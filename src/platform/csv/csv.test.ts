import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LETTERS } from '../../kernel/before-unicode.ts'
import { day } from '../../kernel/day.ts'
import type { Table, TableRow } from '../excel/table.ts'
import { readCsv } from './read-csv.ts'
import { separatorOf } from './separator.ts'
import { type CsvValue, csvStream } from './write-csv.ts'

function opened(bytes: Uint8Array, piece?: number): Table {
  const read = readCsv(bytes, piece)
  if (!read.ok) throw new Error(read.code)
  return read.value
}

async function rowsOf(bytes: Uint8Array, piece?: number): Promise<TableRow[]> {
  const sheet = opened(bytes, piece).sheets[0]
  return sheet === undefined ? [] : Array.fromAsync(sheet.rows())
}

const valuesOf = async (bytes: Uint8Array, piece?: number) =>
  (await rowsOf(bytes, piece)).map((r) => r.cells.map((c) => c.value))

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Types a text as an older font would: letters of the page as bytes. */
function typed(page: 'TCVN3' | 'VISCII', text: string): Uint8Array {
  const codes = new Map([...LETTERS[page]].map(([code, letter]) => [letter, code.charCodeAt(0)]))
  return Uint8Array.from([...text].map((c) => codes.get(c) ?? codes.get(c.toLowerCase()) ?? c.charCodeAt(0)))
}

const LIST = [
  'STT;Họ và tên;Ngày sinh;Đơn vị',
  '1;Nguyễn Văn Đức;03/04/1972;Trường THPT Gia Lộc',
  '2;Trần Thị Thu Hằng;12/11/1980;Bệnh viện đa khoa tỉnh',
  '3;Phạm Quốc Khánh;01/09/1965;Sở Khoa học và Công nghệ',
].join('\r\n')

const READ = LIST.split('\r\n').map((line) => line.split(';'))

describe('bảng mã của tệp .csv', () => {
  const wide = (bigEndian: boolean, mark: boolean): Uint8Array => {
    const text = Buffer.from((mark ? '\uFEFF' : '') + LIST, 'utf16le')
    return bigEndian ? text.swap16() : text
  }
  test('UTF-8 có và không có dấu đầu tệp, UTF-16 hai chiều', async () => {
    for (const bytes of [utf8(LIST), utf8(`\uFEFF${LIST}`), wide(false, true), wide(true, true), wide(false, false)])
      expect(await valuesOf(bytes)).toEqual(READ)
  })

  test('TCVN3: nhận ra theo mặt chữ, nói ra bằng chứng', async () => {
    const bytes = typed('TCVN3', LIST.toLowerCase())
    const table = opened(bytes)
    expect(table.notes.join(' ')).toMatch(/bảng mã TCVN3 \(ABC\), nhận ra theo mặt chữ/)
    expect(table.conversions[0]).toMatchObject({ from: 'TCVN3', by: 'letters' })
    expect(await valuesOf(bytes)).toEqual(READ.map((row) => row.map((v) => v.toLowerCase())))
  })

  test('VNI, Windows-1258, và chữ TCVN3 đã lưu thành UTF-8', async () => {
    const vni =
      'STT;Hoï vaø teân;Quª\n1;Nguyeãn Vaên Ñöùc;Haø Noäi\n2;Traàn Thò Haèng;Haûi Phoøng\n3;Phaïm Quoác Khaùnh;Thaùi Bình'
    expect((await valuesOf(Buffer.from(vni.replace('Quª', 'Queâ'), 'latin1')))[1]).toEqual([
      '1',
      'Nguyễn Văn Đức',
      'Hà Nội',
    ])
    const page = new Map<string, number>([...LETTERS.CP1258].map(([code, letter]) => [letter, code.charCodeAt(0)]))
    const apart = (text: string): Uint8Array =>
      Uint8Array.from(
        [...text.normalize('NFC')].flatMap((c) => {
          const own = page.get(c)
          if (own !== undefined) return [own]
          if (c.charCodeAt(0) < 0x100) return [c.charCodeAt(0)]
          const parts = [...c.normalize('NFD')]
          const tone = parts.find((p) => '\u0300\u0301\u0303\u0309\u0323'.includes(p))
          const base = parts
            .filter((p) => p !== tone)
            .join('')
            .normalize('NFC')
          return [base, tone ?? ''].flatMap((p) => (p === '' ? [] : [page.get(p) ?? p.charCodeAt(0)]))
        }),
      )
    expect(await valuesOf(apart(LIST))).toEqual(READ)
    const saved = utf8(Buffer.from(typed('TCVN3', LIST.toLowerCase())).toString('latin1'))
    expect(opened(saved).conversions[0]?.from).toBe('TCVN3')
    expect(await valuesOf(saved)).toEqual(READ.map((row) => row.map((v) => v.toLowerCase())))
  })

  test('chữ không thuộc bảng mã nào đã biết thì không đoán', () => {
    const noise = Buffer.from('Họ tên;x\n'.repeat(40) + 'Наука;Иван\n'.repeat(40), 'latin1')
    for (let i = 0; i < noise.length; i += 3) if ((noise[i] ?? 0) > 0x40) noise[i] = 0xb1 + (i % 60)
    const read = readCsv(noise)
    expect(read.ok ? 'read' : read.code).toMatch(/^csv\.(?:unknown|two)-encoding/)
  })

  test('không chữ nào bị cắt ở ranh giới hai lần đọc: dời tệp 1 đến 64 byte', async () => {
    const row = '"Nguyễn Thị Ánh ""Nguyệt""";Trường ĐH 𝒳 Hải;ẫộửữ\n'
    const wanted = ['Nguyễn Thị Ánh "Nguyệt"', 'Trường ĐH 𝒳 Hải', 'ẫộửữ']
    for (let shift = 1; shift <= 64; shift++) {
      const text = `${'x'.repeat(shift)}\n${row.repeat(30)}`
      for (const bytes of [utf8(text), Buffer.from(`\uFEFF${text}`, 'utf16le')]) {
        const rows = await valuesOf(bytes, 97)
        expect(rows).toHaveLength(31)
        expect(rows.slice(1).every((r) => r.join('|') === wanted.join('|'))).toBe(true)
      }
    }
  })
})

describe('cột và dòng của tệp .csv', () => {
  test('dấu ngăn cột theo số đông các dòng, hoặc theo dòng sep=', () => {
    expect(separatorOf('a,b;c;d\nx,y;1;2\n').separator).toBe(';')
    expect(separatorOf('Họ tên\tĐịa chỉ\nA\txã B, huyện C, tỉnh D\nB\txã E, huyện F, tỉnh G\n').separator).toBe(',')
    expect(separatorOf('Họ tên\tNăm\tĐịa chỉ\nA\t1970\txã B, huyện C\n').separator).toBe('\t')
    expect(separatorOf('"a;b;c",d\n"e;f;g",h\n').separator).toBe(',')
    expect(separatorOf('sep=|\na|b,c,d,e')).toEqual({ separator: '|', told: true })
    expect(separatorOf('một cột\nhai\n').separator).toBe(',')
  })

  test('ngoặc kép, xuống dòng trong ô, dòng trống, dòng cuối không xuống dòng', async () => {
    const rows = await rowsOf(utf8('a,"b\r\nc","d ""e"""\r\n\r\n,,x\r"f" g,h"i"'))
    expect(rows.map((r) => [r.number, r.cells.map((c) => [c.address, c.value])])).toEqual([
      [
        1,
        [
          ['A1', 'a'],
          ['B1', 'b\nc'],
          ['C1', 'd "e"'],
        ],
      ],
      [3, [['C3', 'x']]],
      [
        4,
        [
          ['A4', 'f g'],
          ['B4', 'h"i"'],
        ],
      ],
    ])
  })

  test('dòng sep= không phải dữ liệu; ="0300…" là chữ; #N/A là lỗi', async () => {
    const rows = await rowsOf(utf8('sep=;\nHọ tên;CCCD\nA;"=""030072001234"""\nB;#N/A\n'))
    expect(rows.map((r) => r.number)).toEqual([2, 3, 4])
    expect(rows[1]?.cells[1]).toMatchObject({ value: '030072001234', address: 'B3' })
    expect(rows[2]?.cells[1]?.error).toBe('#N/A')
  })

  test('ngoặc kép không đóng thì nói ở dòng nào; ký tự điều khiển bị bỏ', async () => {
    const walk = opened(utf8('a,b\nc,"d\ne,f\n')).sheets[0]?.batches()
    await walk?.next()
    const end = await walk?.next()
    expect(end?.done === true && !end.value.ok ? [end.value.code, end.value.message] : []).toEqual([
      'csv.unclosed-quote',
      expect.stringContaining('dòng 2'),
    ])
    expect(await valuesOf(utf8('a\0b,c\u0007d\n'))).toEqual([['ab', 'cd']])
  })
})

describe('ghi tệp .csv', () => {
  const write = async (rows: CsvValue[][]): Promise<Buffer> => Buffer.concat(await Array.fromAsync(csvStream(rows)))

  test('dấu UTF-8, dòng CRLF, ngày, số; chữ giống công thức không bị tính', async () => {
    const text = (
      await write([
        ['Họ, tên', { day: day('1972-04-03') }, 1234.5, null],
        ['=1+1', '-2+3', '@SUM(A1)', '+84912345678', '-5', 'a"b'],
      ])
    ).toString('utf8')
    expect(text).toBe(
      '\uFEFF"Họ, tên",03/04/1972,1234.5,\r\n"\u00a0=1+1","\u00a0-2+3","\u00a0@SUM(A1)",+84912345678,-5,"a""b"\r\n',
    )
  })

  test('ghi rồi đọc lại được đúng chữ cũ', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'Ễ', '"', ',', ';', '\n', '=', '-', ' ', '1', '+', '😀'),
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        async (rows) => {
          const back = await valuesOf(await write([['đầu', 'đề', 'bảng'], ...rows]))
          const kept = rows.map((r) => r.filter((v) => v !== '')).filter((r) => r.length > 0)
          expect(back.slice(1)).toEqual(kept)
        },
      ),
      { numRuns: 300 },
    )
  })
})
