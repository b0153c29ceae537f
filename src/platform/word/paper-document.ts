/**
 * Văn bản thành tệp: the sections of the file, upright or landscape, each annex with page numbers of its own.
 */

import type { OfficialPaper } from './official-paper.ts'
import { packDocument, type Section } from './pack-document.ts'
import { bodyBlocks, withEndMark } from './paper-body.ts'
import { annexBlocks, closingTable } from './paper-end.ts'
import { addresseeBlock, headTable, legalBasisBlock, titleBlock } from './paper-head.ts'
import { MARGIN, PAGE, textRoom } from './paper-layout.ts'
import type { Paragraph, Table } from './word-markup.ts'

/** The file of a paper with its annexes. */
export const packPaper = (paper: OfficialPaper): Uint8Array =>
  pack(paper, [section(mainBlocks(paper), false), ...annexSections(paper)])

/** Only the annexes, for a paper that was issued elsewhere. */
export const packAnnexes = (paper: OfficialPaper): Uint8Array => pack(paper, annexSections(paper))

const annexSections = (paper: OfficialPaper): Section[] =>
  paper.annexes.map((a, i) => section(annexBlocks(paper, a, i + 1), a.landscape === true))

function pack(paper: OfficialPaper, sections: readonly Section[]): Uint8Array {
  const kind = paper.kind === 'cong-van' ? 'Công văn' : paper.kind.name
  const creator = paper.issuer.body.replaceAll('\n', ' ')
  return packDocument({ title: `${kind} ${paper.abstract}`, creator, stamp: stampOf(paper) }, sections)
}

/** No clock is read: the file is made at the beginning of the day of its paper. */
export const stampOf = (paper: Pick<OfficialPaper, 'date' | 'year'>): string =>
  `${paper.date ?? `${paper.year}-01-01`}T00:00:00Z`

function mainBlocks(paper: OfficialPaper): (Paragraph | Table)[] {
  return [
    headTable(paper),
    ...titleBlock(paper),
    ...addresseeBlock(paper),
    ...legalBasisBlock(paper),
    ...bodyBlocks(withEndMark(paper.body), textRoom(), true),
    closingTable(paper),
  ]
}

/** One section with page numbers of its own, none on its first page. */
export const section = (children: readonly (Paragraph | Table)[], landscape: boolean): Section => ({
  children,
  page: landscape
    ? { width: PAGE.height, height: PAGE.width, landscape }
    : { width: PAGE.width, height: PAGE.height, landscape },
  margin: MARGIN,
})
