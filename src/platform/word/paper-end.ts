/**
 * Phần cuối văn bản: nơi nhận, quyền hạn, chức vụ và họ tên người ký; phụ lục (NĐ 30/2020, Phụ lục I, mục II.7, II.9, III).
 */
import { AlignmentType, Paragraph, type Table } from 'docx'
import { type Annex, annexReference, type OfficialPaper, roman, type Signature, signerName } from './official-paper.ts'
import { bodyBlocks } from './paper-body.ts'
import { frame } from './paper-frame.ts'
import { ND30, pt, textRoom } from './paper-layout.ts'
import { centred, textRun } from './paper-text.ts'
import { fitLines } from './text-width.ts'

/** Chỗ cho chữ ký và dấu, in points. */
const SIGNING_SPACE = 68

/** Nơi nhận on the left, the signature on the right; the two never part. */
export function closingTable(paper: OfficialPaper): Table {
  const left = Math.round(textRoom() * 0.46)
  const right = textRoom() - left
  return frame([left, right], [[recipientCell(paper), signatureCell(paper.signature, right)]])
}

function recipientCell({ recipients, filing }: OfficialPaper): Paragraph[] {
  const { label, labelSize, listSize, lastPrefix } = ND30.recipients
  const lines = [...recipients.map((r) => `- ${r};`), `- ${filing === '' ? lastPrefix : `${lastPrefix}, ${filing}`}.`]
  return [
    new Paragraph({
      spacing: { before: pt(12) },
      children: [textRun(label, { size: labelSize, bold: true, italic: true })],
    }),
    ...lines.map(
      (l) =>
        new Paragraph({
          alignment: AlignmentType.LEFT,
          indent: { left: pt(7), hanging: pt(7), right: pt(10) },
          children: [textRun(l, { size: listSize })],
        }),
    ),
  ]
}

function signatureCell(s: Signature, width: number): Paragraph[] {
  const size = ND30.signer.size.use
  const lines = [...s.authority, s.post].flatMap((l) => fitLines(l.toUpperCase(), size, true, width / 20 - 4))
  return [
    ...lines.map((l, i) => centred([l], { size, bold: true }, i === 0 ? { spacing: { before: pt(12) } } : {})),
    centred([signerName(s)], { size, bold: true }, { spacing: { before: pt(SIGNING_SPACE) } }),
  ]
}

/** One annex: label, title, reference to the paper, contents. `position` counts from 1. */
export function annexBlocks(paper: OfficialPaper, annex: Annex, position: number): (Paragraph | Table)[] {
  const room = textRoom(annex.landscape === true)
  const { label, labelSize, titleSize, referenceSize } = ND30.annex
  const name = paper.annexes.length > 1 ? `${label} ${roman(position)}` : label
  const titles = fitLines(annex.title.toUpperCase(), titleSize.use, true, room / 20 - 40)
  const reference = fitLines(annexReference(paper), referenceSize.use, false, room / 20)
  return [
    centred([name], { size: labelSize, bold: true }, { keepNext: true }),
    centred(titles, { size: titleSize.use, bold: true }, { keepNext: true }),
    centred(reference, { size: referenceSize.use, italic: true }, { keepNext: true, spacing: { after: pt(6) } }),
    ...bodyBlocks(annex.blocks, room),
  ]
}
