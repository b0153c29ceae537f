/**
 * Văn bản thành tệp: the sections of the file, upright or landscape, each annex with page numbers of its own.
 */
import {
  AlignmentType,
  Document,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import type { OfficialPaper } from './official-paper.ts'
import { bodyBlocks, withEndMark } from './paper-body.ts'
import { annexBlocks, closingTable } from './paper-end.ts'
import { addresseeBlock, headTable, legalBasisBlock, titleBlock } from './paper-head.ts'
import { halves, MARGIN, ND30, PAGE, textRoom } from './paper-layout.ts'

/** The packed file as the library makes it; its clock readings are still in it. */
export const packPaper = (paper: OfficialPaper): Promise<Uint8Array> =>
  pack(paper, [section(mainBlocks(paper), false), ...annexSections(paper)])

/** Only the annexes, for a paper that was issued elsewhere. */
export const packAnnexes = (paper: OfficialPaper): Promise<Uint8Array> => pack(paper, annexSections(paper))

const annexSections = (paper: OfficialPaper): ISectionOptions[] =>
  paper.annexes.map((a, i) => section(annexBlocks(paper, a, i + 1), a.landscape === true))

function pack(paper: OfficialPaper, sections: ISectionOptions[]): Promise<Uint8Array> {
  const kind = paper.kind === 'cong-van' ? 'Công văn' : paper.kind.name
  return packSections(`${kind} ${paper.abstract}`, paper.issuer.body.replaceAll('\n', ' '), sections)
}

/** A file of sections in the letters of the decree, under a title. */
export async function packSections(title: string, creator: string, sections: ISectionOptions[]): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator,
    lastModifiedBy: creator,
    description: '',
    compatibility: { version: 15 },
    styles: {
      default: {
        document: {
          run: { font: ND30.font, size: halves(ND30.body.size.use), color: ND30.colour, language: { value: 'vi-VN' } },
          paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: 'auto' } },
        },
      },
    },
    sections,
  })
  return Packer.toBuffer(document)
}

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
export function section(children: (Paragraph | Table)[], landscape: boolean): ISectionOptions {
  return {
    properties: {
      titlePage: ND30.pageNumber.firstPageHidden,
      page: {
        size: { ...PAGE, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: MARGIN,
        pageNumbers: { start: 1 },
      },
    },
    headers: { default: pageNumberHeader(), first: new Header({ children: [new Paragraph({ children: [] })] }) },
    children,
  }
}

const pageNumberHeader = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: halves(ND30.pageNumber.size.use) })],
      }),
    ],
  })
