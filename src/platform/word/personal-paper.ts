/**
 * Giấy tờ cá nhân: a curriculum vitae, a card, a letter to one person. It has no number and no receivers; the letters, margins and
 * headings are those of NĐ 30/2020 (Phụ lục I). Pure builders in the modules fill the model; here it becomes a Word file.
 */
import type { Day } from '../../kernel/day.ts'
import { type Block, dateInDocument } from './official-paper.ts'
import { packDocument } from './pack-document.ts'
import { bodyBlocks } from './paper-body.ts'
import { section, stampOf } from './paper-document.ts'
import { frame } from './paper-frame.ts'
import { issuerCell, nationCell } from './paper-head.ts'
import { ND30, pt, textRoom } from './paper-layout.ts'
import { centred, rule, runsOf } from './paper-text.ts'
import { fitLines, textWidth } from './text-width.ts'
import { type Paragraph, paragraph, type Table } from './word-markup.ts'

/** Người ký: what stands above the signature, what is noted under it, whose name is printed (null = left to be written). */
export type Signer = { readonly title: string; readonly note?: string; readonly name: string | null }

/** Giấy tờ cá nhân. */
export type PersonalPaper = {
  /** "Lý lịch khoa học". */
  readonly title: string
  /** Lines under the title, without a rule: for whom, as of when. */
  readonly subtitle?: string
  /** The body that issues it, top left; null = the person's own paper, quốc hiệu in the middle; `none` = nothing above the title. */
  readonly issuer: { readonly superior: string | null; readonly body: string } | null | 'none'
  readonly blocks: readonly Block[]
  /** Địa danh of the date line; null = no date line and no signature. */
  readonly place: string | null
  readonly date: Day | null
  readonly year: number
  /** One signer stands on the right; two stand side by side, the first on the left. */
  readonly signers: readonly Signer[]
  /** Small line at the end: where the data come from. */
  readonly note?: string
}

/** The Word file (.docx) of papers, each on a page of its own. At least one paper. */
export async function writePersonalPapers(papers: readonly PersonalPaper[]): Promise<Uint8Array> {
  const [first] = papers
  if (first === undefined) throw new Error('no paper to write')
  return packPersonalPapers(papers, first)
}

/** The Word file (.docx) of one paper. */
export const writePersonalPaper = (paper: PersonalPaper): Promise<Uint8Array> => writePersonalPapers([paper])

/** The file of papers, each on a page of its own; called after the first. */
const packPersonalPapers = (papers: readonly PersonalPaper[], first: PersonalPaper): Uint8Array =>
  packDocument(
    { title: first.title, creator: creatorOf(first), stamp: stampOf(first) },
    papers.map((p) => section(blocksOf(p), false)),
  )

const creatorOf = (p: PersonalPaper): string => (p.issuer === null || p.issuer === 'none' ? p.title : p.issuer.body)

function blocksOf(p: PersonalPaper): (Paragraph | Table)[] {
  return [
    ...headOf(p),
    ...titleOf(p),
    ...bodyBlocks(p.blocks, textRoom(), p.signers.length > 0),
    ...endOf(p),
    ...noteOf(p),
  ]
}

function headOf(p: PersonalPaper): (Paragraph | Table)[] {
  const size = ND30.nation.size.max
  if (p.issuer === 'none') return []
  if (p.issuer === null) return nationCell(size, textRoom())
  const right = pt(textWidth(ND30.nation.text, ND30.nation.size.min, true) + 8)
  const left = textRoom() - right
  const issuer = { ...p.issuer, place: p.place ?? '' }
  return [
    frame(
      [left, right],
      [[issuerCell({ issuer }, ND30.nation.size.min, left), nationCell(ND30.nation.size.min, right)]],
    ),
  ]
}

function titleOf(p: PersonalPaper): Paragraph[] {
  const size = ND30.kind.size.use
  const lines = fitLines(p.title.toUpperCase(), size, true, textRoom() / 20 - 40)
  const title = centred(
    lines,
    { size, bold: true },
    { spacing: { before: pt(18), after: pt(p.subtitle === undefined ? 6 : 0) } },
  )
  if (p.subtitle === undefined) return [title]
  const under = p.subtitle.split('\n').flatMap((l) => fitLines(l, ND30.body.size.use, false, textRoom() / 20 - 20))
  return [title, centred(under, { size: ND30.body.size.use, italic: true }, { spacing: { after: pt(6) } })]
}

/** Chỗ cho chữ ký, in points. */
const SIGNING_SPACE = 62

function endOf(p: PersonalPaper): (Paragraph | Table)[] {
  if (p.place === null || p.signers.length === 0) return []
  const left = Math.round(textRoom() * 0.48)
  const widths = [left, textRoom() - left]
  const [first, second] = p.signers.length === 1 ? [null, p.signers[0]] : p.signers
  const size = ND30.placeAndDate.size.use
  const date = centred(
    [`${p.place}, ${dateInDocument(p.date, p.year)}`],
    { size, italic: true },
    { spacing: { before: pt(14) } },
  )
  return [
    // One row: the day, the words above the signatures and the names never part.
    frame(widths, [
      [
        [...sameHeight(), ...signerCell(first ?? null)],
        [date, ...signerCell(second ?? null)],
      ],
    ]),
  ]
}

/** An empty line as high as the line of the day on the other side. */
const sameHeight = (): Paragraph[] => [
  centred([''], { size: ND30.placeAndDate.size.use, italic: true }, { spacing: { before: pt(14) } }),
]

function signerCell(s: Signer | null): Paragraph[] {
  if (s === null) return [paragraph([])]
  const size = ND30.signer.size.use
  return [
    centred(s.title.toUpperCase().split('\n'), { size, bold: true }, { spacing: { before: pt(4) } }),
    ...(s.note === undefined ? [] : [centred([s.note], { size: ND30.body.size.min, italic: true })]),
    centred([s.name ?? ''], { size, bold: true }, { spacing: { before: pt(SIGNING_SPACE) } }),
  ]
}

function noteOf(p: PersonalPaper): Paragraph[] {
  if (p.note === undefined) return []
  return [
    rule(140, textRoom(), 14),
    paragraph(runsOf([{ text: p.note, italic: true }], { size: 11 }), {
      alignment: 'both',
      spacing: { before: pt(2) },
    }),
  ]
}
