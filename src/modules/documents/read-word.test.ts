/** Tệp Word của cùng kế hoạch: the programme read from Word, with real automatic numbering and tables, is the same. */
import { readFileSync } from 'node:fs'
import { AlignmentType, Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { describe, expect, it } from 'vitest'
import { readUpload } from '../../platform/word/read-text.ts'
import { readPlan } from './rules/read-plan.ts'
import type { PlanReading } from './words.ts'

const plan = readFileSync(new URL('../../../examples/ke-hoach-1459.txt', import.meta.url), 'utf8')

/** What the document says, without places and without defects of the file's form. */
function programme(r: PlanReading) {
  const bare = <T extends object>(items: readonly T[]) => items.map((x) => ({ ...x, span: null }))
  return {
    head: [r.docType, r.title, r.docNumber, r.docNumberRaw, r.issuer, r.placeDate, r.date, r.dateKnown],
    goals: bare(r.goals),
    tasks: bare(r.tasks),
    references: bare(r.references),
    reports: bare(r.recurringReports),
    recipients: bare(r.recipients),
    signer: r.signer && { ...r.signer, span: null },
    sections: r.sections.map((s) => [s.no, s.title, s.children.map((c) => [c.no, c.title])]),
  }
}

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, at: number) => ({
  level: at,
  format,
  text,
  alignment: AlignmentType.LEFT,
})

/** Roman sections start at I, run to III and go on at V: the fourth needs its own list, as in a real file. */
const numbering = {
  config: [
    { reference: 'sections', levels: [level(LevelFormat.UPPER_ROMAN, '%1.', 0), level(LevelFormat.DECIMAL, '%2.', 1)] },
    {
      reference: 'fifth',
      levels: [{ ...level(LevelFormat.UPPER_ROMAN, '%1.', 0), start: 5 }, level(LevelFormat.DECIMAL, '%2.', 1)],
    },
    { reference: 'bullets', levels: [level(LevelFormat.BULLET, '\uf02d', 0)] },
  ],
}

/** One line of the plan as a Word paragraph: its number is left to Word when `automatic`. */
function paragraphOf(line: string, automatic: boolean): Paragraph {
  const number = /^(?:(?<roman>[IV]+)\.|(?<digit>\d)\.|(?<dash>-))\s+(?<rest>.*)$/u.exec(line)?.groups
  if (!automatic || !number) return new Paragraph({ children: runsOf(line) })
  const reference = number.dash ? 'bullets' : 'sections'
  return new Paragraph({ children: runsOf(number.rest ?? ''), numbering: { reference, level: number.digit ? 1 : 0 } })
}

/** Words are broken over runs, as editing does. */
function runsOf(text: string): TextRun[] {
  const middle = Math.floor(text.length / 2)
  return [new TextRun({ text: text.slice(0, middle), bold: true }), new TextRun(text.slice(middle))]
}

async function wordFile(automatic: boolean): Promise<Uint8Array> {
  const lines = plan.split('\n').filter((l) => l.trim() !== '')
  const fifth = lines.indexOf('V. TỔ CHỨC THỰC HIỆN')
  const end = lines.indexOf('Nơi nhận:')
  const children = lines.map((line, i) => {
    const paragraph = paragraphOf(line, automatic && i > 4 && i < end)
    if (!automatic || i < fifth || i >= end) return paragraph
    const m = /^(?:V|\d)\.\s+(.*)$/u.exec(line)
    if (!m) return paragraph
    return new Paragraph({
      children: runsOf(m[1] ?? ''),
      numbering: { reference: 'fifth', level: i === fifth ? 0 : 1 },
    })
  })
  return new Uint8Array(await Packer.toBuffer(new Document({ numbering, sections: [{ children }] })))
}

const cell = (...lines: string[]) => new TableCell({ children: lines.map((l) => new Paragraph(l)) })

describe('đọc kế hoạch từ tệp Word', () => {
  it.each([
    ['số đề mục gõ tay', false],
    ['số đề mục do Word đánh', true],
  ])('%s: cùng chương trình với tệp chữ', async (_, automatic) => {
    const read = await readUpload(await wordFile(automatic), 'ke-hoach.docx')
    if (!read.ok) throw new Error(read.message)
    expect(read.value.format).toBe('docx')
    expect(programme(readPlan(read.value.text))).toEqual(programme(readPlan(plan)))
  })

  it('phần đầu và phần ký đặt trong bảng, phụ lục là bảng nhiệm vụ', async () => {
    const document = new Document({
      sections: [
        {
          children: [
            new Table({
              rows: [
                new TableRow({
                  children: [
                    cell('ỦY BAN NHÂN DÂN', 'TỈNH LÂM SƠN', '-------'),
                    cell('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'),
                  ],
                }),
                new TableRow({ children: [cell('Số: 27/KH-UBND'), cell('Lâm Sơn, ngày 05 tháng 02 năm 2026')] }),
              ],
            }),
            new Paragraph('KẾ HOẠCH'),
            new Paragraph('Phát triển đội ngũ trí thức'),
            new Paragraph('I. MỤC TIÊU'),
            new Paragraph('- Đến năm 2030, ít nhất 80% cán bộ có trình độ đại học.'),
            new Paragraph('II. NHIỆM VỤ'),
            new Paragraph('- Sở Y tế xây dựng đề án; hoàn thành trong quý IV/2026.'),
            new Table({
              rows: [
                new TableRow({
                  children: [
                    cell('Nơi nhận:', '- Như trên;', '- Lưu: VT.'),
                    cell('TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', '', 'Trần Thị Bình'),
                  ],
                }),
              ],
            }),
          ],
        },
      ],
    })
    const read = await readUpload(new Uint8Array(await Packer.toBuffer(document)), 'x.docx')
    const r = readPlan(read.ok ? read.value.text : '')
    expect(r).toMatchObject({
      docNumber: '27/KH-UBND',
      date: '2026-02-05',
      issuer: 'UBND tỉnh Lâm Sơn',
      title: 'Phát triển đội ngũ trí thức',
    })
    expect(r.goals).toMatchObject([{ clause: 'I.1', comparator: '>=', value: 80, by: 2030 }])
    expect(r.tasks).toMatchObject([{ lead: ['Sở Y tế'], leadKind: 'named', due: '2026-Q4' }])
    expect(r.recipients.map((x) => x.name)).toEqual(['Như trên', 'Lưu: VT'])
    expect(r.signer).toMatchObject({ authority: 'TM. ỦY BAN NHÂN DÂN', post: 'CHỦ TỊCH', name: 'Trần Thị Bình' })
    expect(r.defects.filter((d) => d.kind.startsWith('missing'))).toEqual([])
  })
})
