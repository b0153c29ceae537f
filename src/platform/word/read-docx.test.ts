/** Tệp Word như Word hiển thị: tables, numbers, notes, tracked changes, fonts of before Unicode; and no file breaks the reader. */
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readDocx } from './read-docx.ts'
import { readUpload } from './read-text.ts'

const NAMES = 'xmlns:w="w" xmlns:mc="mc" xmlns:m="m" xmlns:v="v"'
type Parts = { readonly [name: string]: string }
const file = (body: string, parts: Parts = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<w:document ${NAMES}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [`word/${name}.xml`, strToU8(xml)])),
  })
const t = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${text.startsWith('<') ? text : t(text)}</w:p>`
const cell = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
const table = (rows: string, properties = ''): string => `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows}</w:tbl>`

function linesOf(body: string, parts: Parts = {}): string[] {
  const read = readDocx(file(body, parts))
  return read.ok ? read.value.text.split('\n') : [read.code]
}

describe('bảng', () => {
  const head = row(...['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'].map((x) => cell(p(x))))
  it('ô gộp dọc mang dấu như trên, ô trống vẫn trống', () => {
    const rows = [
      row(cell(p('1')), cell(p('Đề án A')), cell(p('Sở Nội vụ'), '<w:vMerge w:val="restart"/>'), cell(p('2026'))),
      row(cell(p('2')), cell(p('Đề án B')), cell('<w:p/>', '<w:vMerge/>'), cell('<w:p/>')),
      row(cell(p('3')), cell(p('Đề án C')), cell('<w:p/>', '<w:vMerge w:val="continue"/>'), cell(p('2027'))),
      row(cell(p('4')), cell(p('Đề án D')), cell('<w:p/>', '<w:vMerge w:val="restart"/>'), cell(p('2028'))),
      row(cell(p('5')), cell(p('Đề án E')), cell('<w:p/>', '<w:vMerge/>'), cell(p('2029'))),
    ]
    expect(linesOf(table(head + rows.join('')))).toEqual([
      'TT\tNhiệm vụ\tChủ trì\tThời hạn',
      '1\tĐề án A\tSở Nội vụ\t2026',
      '2\tĐề án B\t〃\t',
      '3\tĐề án C\t〃\t2027',
      '4\tĐề án D\t\t2028',
      '5\tĐề án E\t\t2029',
    ])
  })
  it('ô gộp ngang giữ các cột thẳng hàng, kể cả cột bỏ trống ở đầu và cuối dòng', () => {
    const rows = [
      row(cell(p('I. Nhóm giải pháp'), '<w:gridSpan w:val="4"/>')),
      row(cell(p('1')), cell(p('Đề án A'), '<w:gridSpan w:val="2"/>'), cell(p('2026'))),
      `<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>${cell(p('Đề án B'))}${cell(p('Sở Y tế'))}</w:tr>`,
    ]
    expect(linesOf(table(head + rows.join('')))).toEqual([
      'TT\tNhiệm vụ\tChủ trì\tThời hạn',
      'I. Nhóm giải pháp\t\t\t',
      '1\tĐề án A\t\t2026',
      '\tĐề án B\tSở Y tế\t',
    ])
  })
  it('đoạn trong ô: điều liệt kê cách bằng chấm phẩy, cụm từ bị ngắt thì nối liền', () => {
    const rows = row(
      cell(p('1')),
      cell(p('Xây dựng') + p('đề án')),
      cell(p('Sở Nội vụ') + p('Các sở, ngành')),
      cell(`<w:p>${t('Quý')}<w:r><w:br/></w:r>${t('IV')}<w:r><w:tab/></w:r>${t('2026')}</w:p>`),
    )
    expect(linesOf(table(head + rows))[1]).toBe('1\tXây dựng đề án\tSở Nội vụ; Các sở, ngành\tQuý; IV 2026')
  })
  it('bảng lồng trong ô nằm trên dòng của ô', () => {
    const inner = table(row(cell(p('x')), cell(p('y')), cell(p('z')), cell(p('t'))))
    expect(linesOf(table(head + row(cell(p('1')), cell(inner + p('')), cell(p('a')), cell(p('b')))))[1]).toBe(
      '1\tx y z t\ta\tb',
    )
  })
  it('phần đầu đặt trong bảng ra từng dòng; bảng hai cột có kẻ là dữ liệu', () => {
    const header = row(
      cell(p('ỦY BAN NHÂN DÂN')),
      cell(p('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') + p('Độc lập - Tự do - Hạnh phúc')),
    )
    expect(linesOf(table(header, '<w:tblStyle w:val="TableGrid"/>'))).toEqual([
      'ỦY BAN NHÂN DÂN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
    ])
    const data = row(cell(p('Chỉ tiêu')), cell(p('Năm 2030'))) + row(cell(p('Bác sỹ') + p('Dược sỹ')), cell(p('19')))
    expect(linesOf(table(data, '<w:tblBorders><w:insideV w:val="single"/></w:tblBorders>'))).toEqual([
      'Chỉ tiêu\tNăm 2030',
      'Bác sỹ; Dược sỹ\t19',
    ])
  })
  it('dòng đã xóa khi theo dõi sửa đổi không còn', () => {
    const gone = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${['1', 'a', 'b', 'c'].map((x) => cell(p(x))).join('')}</w:tr>`
    expect(linesOf(table(head + gone))).toEqual(['TT\tNhiệm vụ\tChủ trì\tThời hạn'])
  })
})

describe('đánh số', () => {
  const level = (n: number, format: string, text: string, more = ''): string =>
    `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
  const numbering = (levels: string, more = ''): Parts => ({
    numbering: `<w:numbering ${NAMES}><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${more}</w:numbering>`,
  })
  const item = (text: string, n = 0, list = 1): string =>
    p(text, `<w:numPr><w:ilvl w:val="${n}"/><w:numId w:val="${list}"/></w:numPr>`)

  it('đánh số kiểu luật: cấp trên hiện bằng chữ số', () => {
    const levels = level(0, 'upperRoman', 'Chương %1.') + level(1, 'decimal', '%1.%2.', '<w:isLgl/>')
    expect(linesOf(item('A') + item('B', 1) + item('C') + item('D', 1), numbering(levels))).toEqual([
      'Chương I. A',
      '1.1. B',
      'Chương II. C',
      '2.1. D',
    ])
  })
  it('cấp không đếm lại và cấp chỉ đếm lại sau cấp đầu', () => {
    const levels = level(0, 'decimal', '%1.') + level(1, 'decimal', 'Điều %2.', '<w:lvlRestart w:val="0"/>')
    expect(linesOf(item('A') + item('B', 1) + item('C') + item('D', 1), numbering(levels))).toEqual([
      '1. A',
      'Điều 1. B',
      '2. C',
      'Điều 2. D',
    ])
  })
  it('số đếm bằng chữ Việt, số có số 0 đứng trước, không khoảng cách sau số', () => {
    const words = level(0, 'vietnameseCounting', 'Phần thứ %1:')
    expect(linesOf(Array.from({ length: 5 }, () => item('A')).join(''), numbering(words)).at(-1)).toBe(
      'Phần thứ năm: A',
    )
    const zeros =
      '<w:lvl w:ilvl="0"><w:numFmt w:val="custom" w:format="001, 002, 003"/><w:suff w:val="nothing"/><w:lvlText w:val="%1/"/></w:lvl>'
    expect(linesOf(item('A'), numbering(zeros))).toEqual(['001/A'])
  })
  it('danh sách bắt đầu lại từ số khác; đoạn trống có số vẫn được đếm', () => {
    const again =
      '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    expect(
      linesOf(item('A') + item('<w:r/>') + item('B') + item('C', 0, 2), numbering(level(0, 'decimal', '%1.'), again)),
    ).toEqual(['1. A', '', '3. B', '5. C'])
  })
  it('kiểu đoạn mang số, kể cả khi chỉ cấp của danh sách nói tên kiểu', () => {
    const levels = level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%2.', '<w:pStyle w:val="Muc2"/>')
    const styles = `<w:styles ${NAMES}><w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Muc2"><w:basedOn w:val="Muc"/></w:style></w:styles>`
    const body =
      p('A', '<w:pStyle w:val="Muc"/>') +
      p('B', '<w:pStyle w:val="Muc2"/>') +
      p('C', '<w:pStyle w:val="Muc2"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    expect(linesOf(body, { ...numbering(levels), styles })).toEqual(['I. A', '1. B', 'C'])
  })
})

describe('phần ngoài dòng', () => {
  it('tệp có macro đọc như tệp thường', async () => {
    const macro = zipSync({
      'word/document.xml': strToU8(`<w:document ${NAMES}><w:body>${p('Kế hoạch')}</w:body></w:document>`),
      'word/vbaProject.bin': Uint8Array.of(1, 2, 3),
    })
    expect(await readUpload(macro, 'ke-hoach.docm')).toMatchObject({
      ok: true,
      value: { text: 'Kế hoạch', format: 'docx' },
    })
  })
  it('chú thích chân trang và cuối văn bản đứng ở cuối, số theo thứ tự dẫn', () => {
    const note = (kind: string, id: number, text: string) =>
      `<w:${kind} w:id="${id}">${p(text)}${p('tiếp')}</w:${kind}>`
    const parts = {
      footnotes: `<w:footnotes ${NAMES}><w:footnote w:type="separator" w:id="0">${p('___')}</w:footnote>${note('footnote', 7, 'Một')}${note('footnote', 5, 'Hai')}</w:footnotes>`,
      endnotes: `<w:endnotes ${NAMES}>${note('endnote', 2, 'Cuối')}</w:endnotes>`,
    }
    const ref = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
    const body = `<w:p>${t('A')}${ref('footnote', 7)}${t(' B')}${ref('footnote', 5)}${t(' C')}${ref('endnote', 2)}</w:p>`
    expect(linesOf(body, parts)).toEqual(['A[1] B[2] C[3]', '[1] Một tiếp', '[2] Hai tiếp', '[3] Cuối tiếp'])
  })
  it('hộp chữ được đọc một lần; lời nhắc của ô điền không phải là chữ', () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`
    const shape = `<w:r><mc:AlternateContent><mc:Choice>${box('Hỏa tốc')}</mc:Choice><mc:Fallback>${box('Hỏa tốc')}</mc:Fallback></mc:AlternateContent></w:r>`
    const prompt = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('Bấm để nhập')}</w:sdtContent></w:sdt>`
    const filled = `<w:sdt><w:sdtPr/><w:sdtContent>${p('Sở Nội vụ')}</w:sdtContent></w:sdt>`
    expect(linesOf(`<w:p>${shape}${t('KẾ HOẠCH')}</w:p>${prompt}${filled}`)).toEqual([
      'Hỏa tốc',
      'KẾ HOẠCH',
      'Sở Nội vụ',
    ])
  })
  it('đầu trang chỉ được lấy khi quốc hiệu chỉ có ở đó', () => {
    const header = (text: string) => ({ header1: `<w:hdr ${NAMES}>${p(text)}</w:hdr>` })
    expect(linesOf(p('KẾ HOẠCH'), header('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'))).toEqual([
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'KẾ HOẠCH',
    ])
    expect(linesOf(p('KẾ HOẠCH'), header('Trang 2'))).toEqual(['KẾ HOẠCH'])
    const both = 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM'
    expect(linesOf(p(both), header(both))).toEqual([both])
  })
  it('sửa đổi coi như đã chấp nhận, kể cả dấu hết đoạn đã xóa', () => {
    const open = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${t('Kế ')}</w:p>`
    const moved = `<w:moveFrom>${t('đã chuyển')}</w:moveFrom><w:moveTo>${t(' tỉnh')}</w:moveTo>`
    expect(linesOf(`${open}<w:p>${t('hoạch')}${moved}</w:p>`)).toEqual(['Kế hoạch tỉnh'])
  })
  it('chữ ẩn không đọc, chữ hoa do định dạng đọc thành chữ hoa', () => {
    const run = (properties: string, text: string) => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
    expect(
      linesOf(
        `<w:p>${run('<w:caps/>', 'Kế hoạch')}${run('<w:vanish/>', 'ẩn')}${run('<w:caps w:val="0"/>', ' A b')}</w:p>`,
      ),
    ).toEqual(['KẾ HOẠCH A b'])
  })
})

describe('phông trước Unicode', () => {
  const styles = `<w:styles ${NAMES}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:style><w:style w:type="character" w:styleId="Hoa"><w:rPr><w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/></w:rPr></w:style></w:styles>`
  it('nhận ra theo phông của lượt chữ và của kiểu, chữ bị cắt giữa từ vẫn đúng', async () => {
    const body =
      `<w:p><w:r><w:rPr><w:rStyle w:val="Hoa"/></w:rPr><w:t>KÕ ho¹ch</w:t></w:r></w:p>` +
      `<w:p>${t('Ph¸t tri')}${t('Ón ®éi ngò trÝ thøc')}<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/></w:rPr><w:t xml:space="preserve"> tỉnh</w:t></w:r></w:p>` +
      `<w:p><w:r><w:rPr><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/></w:rPr><w:t>Coäng hoøa</w:t></w:r></w:p>`
    const read = await readUpload(file(body, { styles }), '')
    expect(read).toMatchObject({
      ok: true,
      value: {
        text: 'KẾ HOẠCH\nPhát triển đội ngũ trí thức tỉnh\nCộng hòa',
        conversions: [
          { from: 'TCVN3', by: 'font', font: '.VnTimeH', before: 'KÕ ho¹ch', after: 'KẾ HOẠCH' },
          { from: 'TCVN3', by: 'font', font: '.VnTime' },
          { from: 'VNI', by: 'font', font: 'VNI-Times' },
        ],
      },
    })
  })
  it('phông mới mà chữ cũ: nhận ra theo mặt chữ', async () => {
    const read = await readUpload(file(p('Céng hßa x· héi chñ nghÜa ViÖt Nam')), '')
    expect(read).toMatchObject({
      ok: true,
      value: { text: 'Cộng hòa xã hội chủ nghĩa Việt Nam', conversions: [{ by: 'letters' }] },
    })
  })
  it('tệp chữ gõ bằng TCVN3 không phải UTF-8 cũng đọc được', async () => {
    const bytes = Uint8Array.from('Céng hßa x· héi chñ nghÜa ViÖt Nam\n§éc lËp - Tù do', (c) => c.charCodeAt(0))
    expect(await readUpload(bytes, '')).toMatchObject({
      ok: true,
      value: {
        text: 'Cộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do',
        conversions: [{ from: 'TCVN3', by: 'letters' }],
      },
    })
  })
})

describe('tệp hỏng cách nào cũng chỉ là từ chối', () => {
  const good = file(
    table(row(cell(p('TT'), '<w:gridSpan w:val="2"/>'), cell(p('Chủ trì'), '<w:vMerge/>'))) +
      p('Kế hoạch', '<w:numPr><w:numId w:val="1"/></w:numPr>'),
    {
      numbering: `<w:numbering ${NAMES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    },
  )
  it('byte bất kỳ bị đổi', () => {
    const change = fc.tuple(fc.nat(good.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const bytes = good.slice()
        for (const [at, to] of changes) bytes[at] = to
        const read = readDocx(bytes)
        expect(read.ok || /^document\./u.test(read.code)).toBe(true)
      }),
      { numRuns: 600, interruptAfterTimeLimit: 8000 },
    )
  })
  it('thẻ XML bất kỳ lồng nhau', () => {
    const names = [
      'w:p',
      'w:r',
      'w:t',
      'w:tbl',
      'w:tr',
      'w:tc',
      'w:tcPr',
      'w:vMerge',
      'w:gridSpan',
      'w:sdt',
      'w:sdtContent',
      'w:showingPlcHdr',
      'w:del',
      'w:pPr',
      'w:rPr',
      'w:numPr',
      'w:numId',
      'w:ilvl',
      'w:sym',
      'w:footnote',
      'w:footnoteReference',
      'w:trPr',
      'w:caps',
    ]
    const { xml } = fc.letrec<{ xml: string }>((tie) => ({
      xml: fc.oneof(
        { maxDepth: 8 },
        fc.constantFrom('chữ', '9', ''),
        fc
          .tuple(
            fc.constantFrom(...names),
            fc.constantFrom(
              '',
              ' w:val="9999999999"',
              ' w:val="-1"',
              ' w:val="restart"',
              ' w:char="F0B8" w:font=".VnTime"',
            ),
            fc.array(tie('xml'), { maxLength: 4 }),
          )
          .map(([n, a, c]) => `<${n}${a}>${c.join('')}</${n}>`),
      ),
    }))
    fc.assert(
      fc.property(xml, (body) => void readDocx(file(body))),
      { numRuns: 400, interruptAfterTimeLimit: 8000 },
    )
  })
  it('lồng quá sâu', () => {
    expect(readDocx(file('<w:sdt>'.repeat(5000) + '</w:sdt>'.repeat(5000)))).toMatchObject({
      ok: false,
      code: 'document.damaged',
    })
  })
})
