/**
 * Cùng một kế hoạch ở ba dạng tệp: the programme read from Word, from the PDF that LibreOffice prints of it, and from text is the
 * same.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  AlignmentType,
  BorderStyle,
  Document,
  FootnoteReferenceRun,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from 'docx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPlan } from '../../src/modules/documents/rules/read-plan.ts'
import type { PlanReading } from '../../src/modules/documents/words.ts'
import { readUpload } from '../../src/platform/word/read-text.ts'
import { convert, hasLibreOffice } from '../libre-office.ts'

const plan = readFileSync(new URL('../../examples/ke-hoach-1459.txt', import.meta.url), 'utf8')
let folder = ''

const printed = (): boolean => hasLibreOffice('chưa kiểm tra việc đọc tệp PDF in từ Word')

/** What the document says, without places. */
function programme(r: PlanReading): unknown {
  const { text: _, defects: __, ...said } = r
  return JSON.parse(JSON.stringify(said, (key, value: unknown) => (key === 'span' ? null : value)))
}

async function readingOf(bytes: Uint8Array): Promise<PlanReading> {
  const read = await readUpload(bytes, '')
  if (!read.ok) throw new Error(read.message)
  return readPlan(read.value.text)
}

const run = (text: string, size = 28): TextRun => new TextRun({ text, font: 'Times New Roman', size })
const body = (...children: (TextRun | FootnoteReferenceRun)[]): Paragraph =>
  new Paragraph({ alignment: AlignmentType.JUSTIFIED, indent: { firstLine: 720 }, children })
const centred = (text: string): Paragraph => new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text)] })
const cell = (width: number, lines: readonly string[], merge?: 'restart' | 'continue'): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: lines.map((l) => new Paragraph({ children: [run(l, 26)] })),
    ...(merge ? { verticalMerge: VerticalMergeType[merge === 'restart' ? 'RESTART' : 'CONTINUE'] } : {}),
  })
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const unruled = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
const side = (left: readonly string[], right: readonly string[], [a, b] = [3800, 5600]): Table =>
  new Table({
    borders: unruled,
    columnWidths: [a ?? 0, b ?? 0],
    rows: [new TableRow({ children: [cell(a ?? 0, left), cell(b ?? 0, right)] })],
  })

const WIDTHS = [700, 3600, 1700, 1700, 1700]

/** An annex of three pages: merged cells over the turn of a page, rows cut in two, a head said again. */
function annex(): Table {
  const heads = ['TT', 'Nội dung nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian']
  const rows = Array.from({ length: 24 }, (_, i) => [
    String(i + 1),
    `Xây dựng đề án phát triển đội ngũ trí thức trong lĩnh vực số ${i + 1}, trình cấp có thẩm quyền xem xét, quyết định`,
    i % 3 === 0 ? 'Sở Nội vụ' : '',
    i % 2 === 0 ? 'Sở Tài chính; Sở Khoa học và Công nghệ' : 'Các sở, ban, ngành',
    `Quý IV/${2026 + (i % 4)}`,
  ])
  const merge = (i: number, column: number) => (column !== 2 ? undefined : i % 3 === 0 ? 'restart' : 'continue')
  return new Table({
    columnWidths: WIDTHS,
    rows: [
      new TableRow({ tableHeader: true, children: heads.map((h, c) => cell(WIDTHS[c] ?? 0, [h])) }),
      ...rows.map((r, i) => new TableRow({ children: r.map((t, c) => cell(WIDTHS[c] ?? 0, [t], merge(i, c))) })),
    ],
  })
}

const page = { margin: { top: 1134, bottom: 1134, left: 1701, right: 1134 } }
const numbers = new Header({
  children: [
    new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT] })] }),
  ],
})

/** A letter with header and signature side by side, a footnote, a raised unit and an annex. */
const letter = (): ISectionOptions => ({
  properties: { page, titlePage: true },
  headers: { default: numbers },
  children: [
    side(['ỦY BAN NHÂN DÂN', 'TỈNH LÂM SƠN'], ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc']),
    side(['Số: 27/KH-UBND'], ['Lâm Sơn, ngày 05 tháng 02 năm 2026']),
    centred('KẾ HOẠCH'),
    centred('Phát triển đội ngũ trí thức tỉnh Lâm Sơn giai đoạn 2026 - 2030'),
    body(run('I. MỤC TIÊU')),
    body(
      run('- Đến năm 2030, ít nhất 80% cán bộ có trình độ đại học'),
      new FootnoteReferenceRun(1),
      run(', diện tích quy hoạch 15 km'),
      new TextRun({ text: '2', size: 28, superScript: true }),
      run(' và các nội dung khác theo quy định hiện hành.'),
    ),
    body(run('II. NHIỆM VỤ')),
    body(run('- Sở Y tế xây dựng đề án; hoàn thành trong quý IV/2026.')),
    side(
      ['Nơi nhận:', '- Như trên;', '- Lưu: VT.'],
      ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', '', 'Trần Thị Bình'],
      [4700, 4700],
    ),
    new Paragraph({ pageBreakBefore: true, alignment: AlignmentType.CENTER, children: [run('PHỤ LỤC')] }),
    annex(),
  ],
})

const footnotes = {
  1: { children: [new Paragraph('Quyết định số 12/QĐ-UBND ngày 12/3/2025 của Ủy ban nhân dân tỉnh.')] },
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ke-hoach-'))
  const lines = plan.split('\n').filter((l) => l.trim() !== '')
  const documents = {
    plan: new Document({
      sections: [{ properties: { page }, headers: { default: numbers }, children: lines.map((l) => body(run(l))) }],
    }),
    letter: new Document({ footnotes, sections: [letter()] }),
  }
  for (const [name, document] of Object.entries(documents))
    writeFileSync(join(folder, `${name}.docx`), await Packer.toBuffer(document))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('Word, PDF in từ Word và tệp chữ cho cùng một chương trình', async () => {
  if (!printed()) return
  convert(folder, 'pdf', 'plan.docx', 'letter.docx')
  const read = (name: string) => readingOf(readFileSync(join(folder, name)))

  const typed = programme(readPlan(plan))
  expect(programme(await read('plan.docx'))).toEqual(typed)
  expect(programme(await read('plan.pdf'))).toEqual(typed)

  const word = await read('letter.docx')
  const pdf = await read('letter.pdf')
  expect(programme(pdf)).toEqual(programme(word))
  expect(pdf).toMatchObject({ docNumber: '27/KH-UBND', issuer: 'UBND tỉnh Lâm Sơn', signer: { name: 'Trần Thị Bình' } })
  expect(pdf.recipients).toHaveLength(2)
  expect(pdf.tasks.filter((t) => t.lead.join() === 'Sở Nội vụ')).toHaveLength(24)
  expect(pdf.references).toMatchObject([{ number: '12/QĐ-UBND' }])
}, 180_000)
