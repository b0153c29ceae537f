/** Giấy tờ cá nhân thành tệp: the blocks of each paper, one section a paper. */
import { AlignmentType, Paragraph, type Table } from 'docx'
import { dateInDocument } from './official-paper.ts'
import { bodyBlocks } from './paper-body.ts'
import { packSections, section } from './paper-document.ts'
import { frame } from './paper-frame.ts'
import { issuerCell, nationCell } from './paper-head.ts'
import { ND30, pt, textRoom } from './paper-layout.ts'
import { centred, rule, runsOf } from './paper-text.ts'
import type { PersonalPaper, Signer } from './personal-paper.ts'
import { fitLines, textWidth } from './text-width.ts'

/** The packed file as the library makes it, each paper on a page of its own; its clock readings are still in it. */
export const packPersonalPapers = (
  papers: readonly PersonalPaper[],
  title: string,
  creator: string,
): Promise<Uint8Array> =>
  packSections(
    title,
    creator,
    papers.map((p) => section(blocksOf(p), false)),
  )

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
  if (s === null) return [new Paragraph({ children: [] })]
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
    new Paragraph({
      alignment: AlignmentType.JUSTIFIED,
      spacing: { before: pt(2) },
      children: runsOf([{ text: p.note, italic: true }], { size: 11 }),
    }),
  ]
}
