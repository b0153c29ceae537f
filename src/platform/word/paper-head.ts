/**
 * Phần đầu văn bản: quốc hiệu, cơ quan, số, ngày, tên loại, trích yếu, kính gửi, căn cứ (NĐ 30/2020, Phụ lục I, mục II).
 */
import { AlignmentType, Paragraph, type Table } from 'docx'
import { numberLine, type OfficialPaper, placeAndDate } from './official-paper.ts'
import { bodyParagraph } from './paper-body.ts'
import { frame } from './paper-frame.ts'
import { ND30, pt, textRoom } from './paper-layout.ts'
import { centred, rule, textRun } from './paper-text.ts'
import { fitLines, textWidth } from './text-width.ts'

/** The heading table: bodies on the left, country and motto on the right, number and date on one line below. */
export function headTable(paper: OfficialPaper): Table {
  const size = headSize(paper)
  const right = pt(nationWidth(size) + 8)
  const left = textRoom() - right
  return frame(
    [left, right],
    [
      [issuerCell(paper, size, left), nationCell(size, right)],
      [numberCell(paper, left), [dateLine(paper, size)]],
    ],
  )
}

const nationWidth = (size: number): number => textWidth(ND30.nation.text, size, true)

/** Cỡ chữ of the heading: 13, or 12 where a name would need a third line. */
function headSize({ issuer }: OfficialPaper): number {
  const { max, min } = ND30.nation.size
  const room = textRoom() / 20 - nationWidth(max) - 12
  const fits = (name: string, bold: boolean) => fitLines(name.toUpperCase(), max, bold, room).length <= 2
  return fits(issuer.body, true) && (issuer.superior === null || fits(issuer.superior, false)) ? max : min
}

/** Cơ quan chủ quản, cơ quan ban hành with the rule under them. */
export function issuerCell({ issuer }: Pick<OfficialPaper, 'issuer'>, size: number, width: number): Paragraph[] {
  const room = width / 20 - 4
  const body = fitLines(issuer.body.toUpperCase(), size, true, room)
  const superior = issuer.superior === null ? [] : fitLines(issuer.superior.toUpperCase(), size, false, room)
  const longest = Math.max(...body.map((l) => textWidth(l, size, true)))
  return [
    ...(superior.length > 0 ? [centred(superior, { size })] : []),
    centred(body, { size, bold: true }),
    rule(longest * ND30.issuingBody.rule.share, width),
  ]
}

/** Quốc hiệu, tiêu ngữ with the rule under them, in the middle of `width` twips; sizes in points. */
export function nationCell(size: number, width: number): Paragraph[] {
  const motto = size + 1
  return [
    centred([ND30.nation.text], { size, bold: true }),
    centred([ND30.motto.text], { size: motto, bold: true }),
    rule(textWidth(ND30.motto.text, motto, true), width),
  ]
}

/** One height for number and date, so that both stand on the same line although their sizes differ. */
const SAME_LINE = { before: pt(8), after: 0, line: pt(18), lineRule: 'exact' } as const

function numberCell(paper: OfficialPaper, width: number): Paragraph[] {
  const number = centred([numberLine(paper.number)], { size: ND30.number.size.use }, { spacing: SAME_LINE })
  if (paper.kind !== 'cong-van') return [number]
  const { prefix, size, gapPt } = ND30.letterAbstract
  const lines = fitLines(`${prefix} ${paper.abstract}`, size.use, false, width / 20 - 12)
  return [number, centred(lines, { size: size.use }, { spacing: { before: pt(gapPt), after: 0 } })]
}

const dateLine = (paper: OfficialPaper, size: number): Paragraph =>
  centred([placeAndDate(paper)], { size: size + 1, italic: true }, { spacing: SAME_LINE })

/** Tên loại và trích yếu, with the rule under them; nothing for a công văn. */
export function titleBlock(paper: OfficialPaper): Paragraph[] {
  if (paper.kind === 'cong-van') return []
  const size = ND30.abstract.size.use
  const lines = fitLines(paper.abstract, size, true, textRoom() / 20 - 50)
  const longest = Math.max(...lines.map((l) => textWidth(l, size, true)))
  return [
    centred([paper.kind.name.toUpperCase()], { size: ND30.kind.size.use, bold: true }, { spacing: { before: pt(16) } }),
    centred(lines, { size, bold: true }),
    rule(longest * ND30.abstract.rule.share, textRoom(), 4),
  ]
}

/** From how many receivers on the list stands in two columns, one receiver to a line of its column. */
const TWO_COLUMNS_FROM = 11

/** Kính gửi: one receiver on the same line; more, one to a line with dashes under the colon (Phụ lục I, II.9a). */
export function addresseeBlock(paper: OfficialPaper): (Paragraph | Table)[] {
  const names = paper.addressees
  const size = ND30.addressee.size.use
  const { label } = ND30.addressee
  if (names.length === 0) return []
  if (names.length === 1)
    return [centred([`${label} ${names[0]}`], { size }, { spacing: { before: pt(14), after: pt(10) } })]
  const many = names.length >= TWO_COLUMNS_FROM
  const left = many ? pt(36) : pt(96)
  const head = new Paragraph({
    spacing: { before: pt(14) },
    indent: { left },
    keepNext: true,
    children: [textRun(label, { size })],
  })
  const lines = names.map((n, i) => `- ${n}${i === names.length - 1 ? '.' : ';'}`)
  return [head, ...(many ? addresseeColumns(lines) : addresseeList(lines, left, size)), spacer()]
}

function addresseeList(lines: readonly string[], left: number, size: number): Paragraph[] {
  const colon = left + pt(textWidth('Kính gửi', size))
  const dash = pt(textWidth('- ', size))
  return lines.map((l) => addressee(l, size, colon + dash, dash))
}

/** Two columns read along the rows, so that the order stays right over a page break. */
function addresseeColumns(lines: readonly string[]): Table[] {
  const size = ND30.addressee.size.min
  const half = Math.floor(textRoom() / 2)
  const dash = pt(textWidth('- ', size))
  const pairs = Array.from({ length: Math.ceil(lines.length / 2) }, (_, i) =>
    [lines[2 * i], lines[2 * i + 1]].map((l) => [addressee(l ?? '', size, dash + pt(6), dash)]),
  )
  return [frame([half, half], pairs)]
}

const addressee = (line: string, size: number, left: number, hanging: number): Paragraph =>
  new Paragraph({ alignment: AlignmentType.LEFT, indent: { left, hanging }, children: [textRun(line, { size })] })

const spacer = (): Paragraph => new Paragraph({ spacing: { line: pt(6), lineRule: 'exact' }, children: [] })

/** Căn cứ: italic, ";" after each and "." after the last. */
export function legalBasisBlock(paper: OfficialPaper): Paragraph[] {
  const last = paper.legalBases.length - 1
  return paper.legalBases.map((text, i) =>
    bodyParagraph(`${text}${i === last ? '.' : ';'}`, { size: ND30.legalBasis.size.use, italic: true }),
  )
}
