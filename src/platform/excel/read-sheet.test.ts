import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { handMade, type Parts, sheetOf, stylesOf, textsOf } from './fixtures.ts'
import { CAPS } from './inflate.ts'
import type { Way } from './read-sheet.ts'
import { readWorkbook } from './read-workbook.ts'
import type { TableRow, TableSheet } from './table.ts'

async function firstSheet(parts: Parts, way: Way): Promise<TableSheet | string> {
  const opened = await readWorkbook(handMade(parts), CAPS, way)
  return opened.ok ? (opened.value[0] ?? 'no sheet') : opened.code
}

type Read = { rows: TableRow[]; end: unknown }

/** Rows and count; of a sheet that is refused the code alone. */
async function readBy(way: Way, parts: Parts): Promise<Read> {
  const sheet = await firstSheet(parts, way)
  if (typeof sheet === 'string') return { rows: [], end: sheet }
  const walk = sheet.rows()
  const rows: TableRow[] = []
  for (;;) {
    const next = await walk.next()
    if (next.done === true) return next.value.ok ? { rows, end: next.value.value } : { rows: [], end: next.value.code }
    rows.push(next.value)
  }
}

/** What both ways say; fails when they do not say the same. */
async function same(parts: Parts): Promise<Read> {
  const quick = await readBy('quick', parts)
  expect(quick).toEqual(await readBy('parser', parts))
  return quick
}

const STYLES = stylesOf([
  { font: 'Times New Roman', format: 'General' },
  { font: '.VnTime', format: 'dd/mm/yyyy' },
  { font: 'VNI-Times', format: '000000000000' },
  { font: 'Arial', format: '#,##0.00' },
  { font: 'Arial', format: 'yyyy' },
])
const TEXTS = textsOf([
  '<t>Họ và tên</t>',
  '<t xml:space="preserve"> Nguyễn &amp; &#x1EA1; </t>',
  '<r><rPr><b/></rPr><t>Phần </t></r><r><t>hai</t></r><rPh sb="0" eb="1"><t>đọc</t></rPh>',
  '<t/>',
  '<t>a_x000D_b</t>',
])

describe('đọc nhanh và đọc bằng trình phân tích XML cho cùng kết quả', () => {
  const CASES: Readonly<Record<string, string>> = {
    'chữ dùng chung, số, ngày, công thức, lỗi, đúng sai':
      '<row r="1" spans="1:5" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row><row r="3"><c r="A3" s="1"><v>45404.5</v></c><c r="B3"><f>SUM(A1:A2)</f><v>-1.5E-3</v></c><c r="C3" t="e"><f>NA()</f><v>#N/A</v></c><c r="D3" t="b"><v>1</v></c><c r="E3" t="str"><f t="shared" ref="E3:E9" si="0">A1&amp;B1</f><v>xin &lt;chào&gt;</v></c></row>',
    'CCCD ghi bằng số, định dạng giữ số 0':
      '<row r="1"><c r="A1" s="2"><v>30072001234</v></c><c r="B1"><v>30072001234</v></c><c r="C1"><v>3.0072E+10</v></c><c r="D1"><v>103072001234</v></c><c r="E1" s="3"><v>1234567.891</v></c><c r="F1" s="4"><v>26299</v></c></row>',
    'chữ trong ô, chữ nhiều kiểu, chữ rỗng':
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Sở Nội vụ</t></is></c><c r="B1" t="inlineStr"><is><r><rPr><b/></rPr><t>đậm </t></r><r><t>thường</t></r></is></c><c r="C1" t="inlineStr"><is><t/></is></c><c r="D1" t="inlineStr"><is></is></c><c r="E1" t="inlineStr"><is><t>a</t><phoneticPr fontId="1"/></is></c></row>',
    'không ghi địa chỉ ô, không ghi số dòng':
      '<row><c><v>1</v></c><c/><c><v>2</v></c><c r="Z1"><v>3</v></c><c><v>4</v></c></row><row/><row><c><v>5</v></c></row>',
    'dấu nháy đơn, khoảng trắng, thẻ xuống dòng':
      '\n  <row r=\'1\' >\n    <c r=\'A1\' >\n      <v>1</v>\n    </c>\r\n <c r="B1" ><v> 2 </v></c><c r="C1" /></row >\n<row r = "2"><c r="A2"><v>3</v></c></row>\n',
    'chú thích và đoạn CDATA':
      '<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[</t></is></c></row>]]></t></is></c><!-- <c r="B1"><v>9</v></c> --><c r="C1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
    'chỉ thị ở giữa':
      '<row r="1"><c r="A1"><v>1</v></c></row><?x </sheetData> ?><row r="2"><c r="A2"><v>2</v></c></row>',
    'ký tự viết bằng số, ký tự lạ':
      '<row r="1"><c r="A1" t="inlineStr"><is><t>&#7841;&#x10400;&#13;x\r\ny</t></is></c><c r="B1" t="inlineStr"><is><t>a_x0041_&apos;&quot;</t></is></c><c r="C1" t="str"><v>😀 &#128512;</v></c></row>',
    'thực thể không có':
      '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="2"><c r="A2" t="str"><v>&xx;</v></c></row>',
    'thuộc tính lạ của ô':
      '<row r="1" x14ac:dyDescent="0.25" ht="15"><c r="A1" cm="1" vm="2"><v>1</v></c><c r="B1" ph="1"><v>2</v></c></row>',
    'thuộc tính ghi hai lần': '<row r="1"><c r="A1" s="1" s="2"><v>1</v></c></row>',
    'địa chỉ sai': '<row r="x"><c r="1A"><v>1</v></c><c r="a1"><v>2</v></c><c r="B99"><v>3</v></c></row>',
    'kiểu ô lạ, số lạ':
      '<row r="1"><c r="A1" t="d"><v>2024-01-02</v></c><c r="B1" t="zz"><v>1</v></c><c r="C1"><v>0x10</v></c><c r="D1"><v>abc</v></c><c r="E1"><v>-0</v></c><c r="F1"><v>1e999</v></c><c r="G1" t="s"><v>99</v></c><c r="H1" t="s"><v>x</v></c><c r="I1" t="n"><v>007</v></c></row>',
    'thẻ đóng nhầm': '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</c></v></row>',
    'thẻ lạ giữa các dòng': '<row r="1"><c r="A1"><v>1</v></c></row><x/><row r="2"><c r="A2"><v>2</v></c></row>',
    'chữ thừa giữa các thẻ':
      '<row r="1">abc<c r="A1">def<v>1</v>ghi</c></row>jkl<row r="2"><c r="A2"><v>2</v></c></row>',
    'ký tự điều khiển': '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2" t="str"><v>a\u0001b</v></c></row>',
    'đóng sớm': '<row r="1"><c r="A1"><v>1</v></c></row></sheetData><sheetData><row r="2"><c r="A2"><v>2</v></c></row>',
    'hai giá trị trong một ô':
      '<row r="1"><c r="A1" t="str"><v>1</v><v>2</v></c><c r="B1"><is><t>x</t></is><v>3</v></c></row>',
    'phần mở rộng trong ô':
      '<row r="1"><c r="A1"><v>1</v><extLst><ext uri="a"><x><t>z</t></x></ext></extLst></c></row>',
    'dấu lớn hơn trong chữ và trong thuộc tính':
      '<row r="1" a=">"><c r="A1" t="str"><f>1>2</f><v>a>b</v></c><c r="B1" t="str"><v>a]]>b</v></c></row>',
  }
  test.each(Object.entries(CASES))('%s', async (_, rows) => {
    for (const from1904 of [false, true])
      await same({ sheets: [sheetOf(rows)], texts: TEXTS, styles: STYLES, from1904 })
  })

  test('tiền tố tên thẻ như ClosedXML và OpenXML SDK viết', async () => {
    const rows = Object.values(CASES)[0] ?? ''
    const prefixed = (xml: string) =>
      xml.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replace('<x:worksheet xmlns=', '<x:worksheet xmlns:x=')
    const plain = await same({ sheets: [sheetOf(rows)], texts: TEXTS, styles: STYLES })
    const other = await same({
      sheets: [prefixed(sheetOf(rows))],
      texts: prefixed(TEXTS).replace('xmlns=', 'xmlns:x='),
      styles: prefixed(STYLES),
    })
    expect(other.rows).toEqual(plain.rows)
    expect(other.rows.length).toBe(2)
  })

  test('dòng có nhiều kiểu chữ giữa nhiều dòng thường không làm đọc lại từ đầu', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) =>
      i % 100 === 7
        ? `<row r="${i + 1}"><c t="inlineStr"><is><r><t>phần </t></r><r><t>${i}</t></r></is></c></row>`
        : `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c><c r="B${i + 1}" t="inlineStr"><is><t>chữ ${i} ${'dài '.repeat(30)}</t></is></c></row>`,
    )
    const { rows: found } = await same({ sheets: [sheetOf(rows.join(''))] })
    expect(found).toHaveLength(3000)
    expect(found[107]?.cells[0]?.value).toBe('phần 107')
  })

  test('chú thích ở gần cuối: đọc lại bằng trình phân tích, không dòng nào hai lần', async () => {
    const row = (i: number) =>
      `<row r="${i}"><c r="A${i}" t="inlineStr"><is><t>${'x'.repeat(300)} ${i}</t></is></c></row>`
    const rows = Array.from({ length: 4000 }, (_, i) => row(i + 1))
    rows.splice(3900, 0, '<!-- giữa -->')
    const { rows: found } = await same({ sheets: [sheetOf(rows.join(''))] })
    expect(found.map((r) => r.number)).toEqual(Array.from({ length: 4000 }, (_, i) => i + 1))
  })

  test('sổ ngẫu nhiên, cả khi bị sửa lung tung', async () => {
    const text = fc.constantFrom(
      'Nguyễn',
      '&amp;',
      ' ',
      'a_x0041_',
      '<b/>',
      '<![CDATA[x]]>',
      ']]>',
      '\r\n',
      '12',
      '-3.5',
      '&#65;',
      'é',
    )
    const body = fc.array(text, { maxLength: 3 }).map((t) => t.join(''))
    const cell = fc
      .record({
        r: fc.option(fc.constantFrom('A', 'B', 'AA', 'XFD', 'b', '')),
        t: fc.option(fc.constantFrom('s', 'n', 'str', 'inlineStr', 'b', 'e', 'q')),
        s: fc.option(fc.constantFrom('0', '1', '2', '9', 'x')),
        f: fc.option(fc.constantFrom('<f>A1</f>', '<f/>', '<f t="shared" si="1"/>')),
        inside: fc.constantFrom('v', 'is', 'none', 'both'),
        body,
        end: fc.constantFrom('>', ' >', '/>'),
      })
      .map((c) => {
        const attributes = `${c.r === null ? '' : ` r="${c.r}7"`}${c.s === null ? '' : ` s="${c.s}"`}${c.t === null ? '' : ` t="${c.t}"`}`
        if (c.end === '/>') return `<c${attributes}/>`
        const value = `<v>${c.body}</v>`
        const inline = `<is><t xml:space="preserve">${c.body}</t></is>`
        const content = { v: value, is: inline, none: '', both: value + inline }[c.inside]
        return `<c${attributes}${c.end}${c.f ?? ''}${content}</c>`
      })
    const row = fc
      .record({
        head: fc.constantFrom('<row>', '<row r="7">', '<row r="9" hidden="true" ht="1.5">', '<row x="&lt;">'),
        cells: fc.array(cell, { maxLength: 5 }),
      })
      .map((r) => `${r.head}${r.cells.join('')}</row>`)
    const sheet = fc.array(row, { maxLength: 6 }).map((rows) => sheetOf(rows.join('\n')))
    const spoilt = fc
      .tuple(sheet, fc.nat(), fc.option(fc.constantFrom('<', '>', '"', '/', 'x', ' ', '<!--', '&', '')))
      .map(([xml, at, piece]) =>
        piece === null
          ? xml
          : `${xml.slice(0, at % xml.length)}${piece}${xml.slice((at % xml.length) + (piece === '' ? 1 : 0))}`,
      )
    await fc.assert(
      fc.asyncProperty(spoilt, async (xml) => {
        await same({ sheets: [xml], texts: TEXTS, styles: STYLES })
      }),
      { numRuns: 400 },
    )
  }, 60_000)
})

describe('những gì đứng quanh các dòng', () => {
  test('ô gộp, cột ẩn, dòng ẩn, số công thức và lỗi', async () => {
    const rows =
      '<row r="1"><c r="A1" t="str"><v>Họ và tên</v></c></row><row r="2" hidden="1"><c r="A2"><f>1</f><v>1</v></c><c r="B2" t="e"><v>#REF!</v></c></row>'
    const parts: Parts = {
      sheets: [
        sheetOf(
          rows,
          '<dimension ref="A1:D2"/><cols><col min="2" max="3" hidden="1"/></cols>',
          '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="D1:D2"/></mergeCells>',
        ),
      ],
    }
    const sheet = await firstSheet(parts, 'quick')
    if (typeof sheet === 'string') throw new Error(sheet)
    expect(await sheet.frame()).toEqual({
      ok: true,
      value: {
        merged: [
          { address: 'A1:C1', top: 1, bottom: 1, left: 0, right: 2 },
          { address: 'D1:D2', top: 1, bottom: 2, left: 3, right: 3 },
        ],
        hiddenColumns: [1, 2],
        lastRow: 2,
      },
    })
    const { rows: found, end } = await same(parts)
    expect(found.map((r) => r.hidden)).toEqual([false, true])
    expect(end).toEqual({
      rows: 2,
      cells: 3,
      columns: 2,
      hiddenRows: 1,
      formulas: { count: 1, first: 'A2' },
      errors: { count: 1, first: 'B2' },
    })
  })

  test('CCCD ghi bằng số: giá trị và chữ nhìn thấy', async () => {
    const { rows } = await same({
      sheets: [
        sheetOf(
          '<row r="1"><c s="2"><v>30072001234</v></c><c><v>30072001234</v></c><c><v>103072001234</v></c><c s="4"><v>26299</v></c></row>',
        ),
      ],
      styles: STYLES,
    })
    expect(rows[0]?.cells.map((c) => [c.value, c.text, c.font])).toEqual([
      [30072001234, '030072001234', 'VNI-Times'],
      [30072001234, '30072001234', 'Times New Roman'],
      [103072001234, '1.03072E+11', 'Times New Roman'],
      [{ day: '1972-01-01' }, '1972', 'Arial'],
    ])
  })
})
