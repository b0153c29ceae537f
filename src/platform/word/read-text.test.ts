/** Tệp gửi lên: what is read, and the sentence with which the rest is refused. */
import {
  Document,
  FootnoteReferenceRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { entriesOf, unfold } from './bounded-zip.ts'
import { MAX_INFLATED } from './read-docx.ts'
import { MAX_UPLOAD, readUpload } from './read-text.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, mark: boolean): Uint8Array =>
  new Uint8Array(Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le'))
const swapped = (bytes: Uint8Array): Uint8Array => new Uint8Array(Buffer.from(bytes).swap16())
const word = async (children: readonly (Paragraph | Table)[], more: object = {}): Promise<Uint8Array> =>
  new Uint8Array(await Packer.toBuffer(new Document({ ...more, sections: [{ children: [...children] }] })))
const wordXml = (body: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`),
  })
const textOf = async (bytes: Uint8Array): Promise<string> => {
  const read = await readUpload(bytes, '')
  return read.ok ? read.value.text : `TỪ CHỐI ${read.code}`
}
const ole = (stream: string): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from(stream, 'utf16le'),
    ]),
  )

describe('tệp chữ', () => {
  const text = 'Kế hoạch\nĐội ngũ trí thức: 85.000 người'
  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 có dấu đầu tệp', utf8(`\uFEFF${text}`)],
    ['UTF-16 có dấu đầu tệp', utf16(text, true)],
    ['UTF-16 ngược thứ tự byte', swapped(utf16(text, true))],
    ['UTF-8 chữ tổ hợp', utf8(text.normalize('NFD'))],
  ])('%s cho cùng một văn bản', async (_, bytes) => {
    const value = { text, format: 'txt', conversions: [], imagePages: [] }
    expect(await readUpload(bytes, 'a.txt')).toEqual({ ok: true, value })
  })
  it('UTF-16 không có dấu đầu tệp nhận ra qua các byte 0', async () => {
    expect(await textOf(utf16('Ke hoach phat trien', false))).toBe('Ke hoach phat trien')
  })
  it('xét nội dung, không xét tên tệp', async () => {
    expect(await readUpload(utf8('Kế hoạch'), 'a.docx')).toMatchObject({ ok: true, value: { format: 'txt' } })
    expect(await readUpload(await word([new Paragraph('Kế hoạch')]), 'a.txt')).toMatchObject({
      ok: true,
      value: { format: 'docx' },
    })
  })
  it('chữ mở đầu bằng BM hoặc MZ vẫn là tệp chữ', async () => {
    expect(await textOf(utf8('BM Kế hoạch'))).toBe('BM Kế hoạch')
  })
})

describe('tệp bị từ chối nói rõ là tệp gì', () => {
  const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16)
  it.each([
    ['rỗng', new Uint8Array(), 'document.empty', '0 byte'],
    ['chỉ có dòng trống', utf8('\n \n'), 'document.empty', 'không có chữ'],
    ['PDF hỏng', utf8('%PDF-1.7 …'), 'document.damaged', 'PDF bị hỏng'],
    ['RTF', utf8('{\\rtf1 Ke hoach}'), 'document.not-a-document', 'lưu thành .docx'],
    ['OpenDocument', zipSync({ 'content.xml': strToU8('<a/>') }), 'document.not-a-document', '.odt'],
    ['trang web', utf8('<!DOCTYPE html><html><p>Kế hoạch</p></html>'), 'document.not-a-document', 'trang web'],
    ['Word dạng XML', utf8('<?xml version="1.0"?><w:wordDocument/>'), 'document.not-a-document', 'dạng XML'],
    ['ảnh', jpeg, 'document.not-a-document', 'ảnh JPEG'],
    ['ZIP', zipSync({ 'a.txt': strToU8('a') }), 'document.not-a-document', 'nén ZIP'],
    ['Excel', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'document.not-a-document', 'Excel'],
    ['Excel đời cũ', ole('Workbook'), 'document.not-a-document', '.xls'],
    ['Word đời cũ', ole('WordDocument'), 'document.not-a-document', '.doc'],
    ['Word có mật khẩu', ole('EncryptedPackage'), 'document.locked', 'mật khẩu'],
    ['nhị phân', Uint8Array.of(1, 0, 2, 0, 3, 9, 9), 'document.not-a-document', 'nhị phân'],
    ['bảng mã không rõ', Uint8Array.of(0x4b, 0xfd, 0x20, 0xb2, 0x4b), 'document.encoding', 'UTF-8'],
    ['không có document.xml', zipSync({ 'word/styles.xml': strToU8('<a/>') }), 'document.damaged', 'hỏng'],
    ['Word không có chữ', wordXml('<w:p/>'), 'document.empty', 'không có chữ'],
    ['XML hỏng', wordXml('<w:p><w:t>Kế hoạch</w:p>'), 'document.damaged', 'hỏng'],
  ])('%s', async (_, bytes, code, words) => {
    const read = await readUpload(bytes, 'van-ban.docx')
    expect(read).toMatchObject({ ok: false, kind: 'invalid', code })
    expect(read.ok ? '' : read.message).toContain(words)
    expect(read.ok ? '' : read.message).toContain('van-ban.docx')
  })
  it('lớn hơn 20 MB', async () => {
    expect(await readUpload(new Uint8Array(MAX_UPLOAD + 1), 'a')).toMatchObject({
      ok: false,
      code: 'document.too-large',
    })
  })
  it('dài hơn 500.000 ký tự', async () => {
    expect(await readUpload(utf8('Kế hoạch '.repeat(60_000)), 'a')).toMatchObject({
      ok: false,
      code: 'document.too-long',
    })
  })
  it('bị cắt giữa chừng ở bất kỳ byte nào vẫn chỉ là từ chối', async () => {
    const bytes = await word([new Paragraph('Kế hoạch '.repeat(50))])
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: bytes.length - 1 }), async (end) => {
        expect(await readUpload(bytes.subarray(0, end), 'a.docx')).toMatchObject({
          ok: false,
          code: 'document.damaged',
        })
      }),
      { numRuns: 60 },
    )
  })
  it('byte bất kỳ không làm hỏng bộ đọc', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => void (await readUpload(bytes, 'a'))),
      { numRuns: 300 },
    )
  })
  it('bom nén bị dừng ngay khi giải nén, dù khai kích thước nhỏ', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(8 * 1024 * 1024) })
    const view = new DataView(bomb.buffer, bomb.byteOffset)
    const central = bomb.findLastIndex((_, i) => i < bomb.length - 4 && view.getUint32(i, true) === 0x02014b50)
    view.setUint32(central + 24, 100, true)
    const [entry] = entriesOf(bomb) ?? []
    expect(entry && unfold(entry, 1024 * 1024)).toMatchObject({ ok: false, code: 'document.inflated-too-large' })
    expect(entry && unfold(entry, MAX_INFLATED)).toMatchObject({ ok: true })
  })
  it('thực thể XML tự định nghĩa bị từ chối', async () => {
    const evil = zipSync({
      'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><w:document xmlns:w="w"><w:t>&b;</w:t></w:document>'),
    })
    expect(await readUpload(evil, 'a.docx')).toMatchObject({ ok: false, code: 'document.damaged' })
  })
})

describe('chữ của tệp Word như Word hiển thị', () => {
  it('số tự động nhiều cấp, chữ cái, gạch đầu dòng', async () => {
    const level = (n: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
      level: n,
      format,
      text,
    })
    const numbering = {
      config: [
        {
          reference: 'n',
          levels: [
            level(0, LevelFormat.UPPER_ROMAN, '%1.'),
            level(1, LevelFormat.DECIMAL, '%2.'),
            level(2, LevelFormat.DECIMAL, '%2.%3.'),
            level(3, LevelFormat.LOWER_LETTER, '%4)'),
            level(4, LevelFormat.BULLET, '•'),
            level(5, LevelFormat.BULLET, '+'),
          ],
        },
      ],
    }
    const p = (text: string, at: number) => new Paragraph({ text, numbering: { reference: 'n', level: at } })
    const bytes = await word(
      [
        p('A', 0),
        p('B', 1),
        p('C', 2),
        p('D', 2),
        p('E', 3),
        p('F', 4),
        p('G', 5),
        p('H', 1),
        p('I', 2),
        p('K', 0),
        p('L', 1),
      ],
      { numbering },
    )
    expect((await textOf(bytes)).split('\n')).toEqual([
      'I. A',
      '1. B',
      '1.1. C',
      '1.2. D',
      'a) E',
      '- F',
      '+ G',
      '2. H',
      '2.1. I',
      'II. K',
      '1. L',
    ])
  })
  it('bảng: các ô cách nhau bằng tab, ô nhiều đoạn nằm trên một dòng', async () => {
    const cell = (...lines: string[]) => new TableCell({ children: lines.map((l) => new Paragraph(l)) })
    const row = (...cells: TableCell[]) => new TableRow({ children: cells })
    const table = new Table({
      rows: [
        row(cell('TT'), cell('Nhiệm vụ'), cell('Chủ trì'), cell('Thời gian')),
        row(cell('1'), cell('Xây dựng đề án'), cell('Sở Nội vụ', 'Sở Tài chính'), cell('2026')),
      ],
    })
    expect(await textOf(await word([table]))).toBe(
      'TT\tNhiệm vụ\tChủ trì\tThời gian\n1\tXây dựng đề án\tSở Nội vụ; Sở Tài chính\t2026',
    )
  })
  it('chú thích cuối trang đứng sau văn bản', async () => {
    const footnotes = { 1: { children: [new Paragraph('Quyết định số 12/QĐ-UBND')] } }
    const text = await textOf(
      await word([new Paragraph({ children: [new TextRun('Theo quyết định'), new FootnoteReferenceRun(1)] })], {
        footnotes,
      }),
    )
    expect(text).toBe('Theo quyết định[1]\n[1] Quyết định số 12/QĐ-UBND')
  })
  it('chữ đã xóa khi theo dõi sửa đổi, mã trường và hộp chữ không lọt vào', async () => {
    const body =
      '<w:p><w:r><w:t>Kế</w:t></w:r><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins><w:r><w:t xml:space="preserve"> hoạch</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>'
    expect(await textOf(wordXml(body))).toBe('Kế hoạch')
  })
  it('xuống dòng trong đoạn, gạch nối không ngắt, dấu tab', async () => {
    expect(
      await textOf(
        wordXml(
          '<w:p><w:r><w:t>A</w:t><w:br/><w:t>45</w:t><w:noBreakHyphen/><w:t>NQ/TW</w:t><w:tab/><w:t>B</w:t></w:r></w:p>',
        ),
      ),
    ).toBe('A\n45-NQ/TW\tB')
  })
})
