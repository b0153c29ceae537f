/**
 * Nội dung văn bản: headings, paragraphs, dash items, attributed paragraphs and tables, in reading order.
 */
import { AlignmentType, Paragraph, type Table } from 'docx'
import { type Block, type Content, type Heading, type Piece, piecesOf, plainText } from './official-paper.ts'
import { FIRST_LINE, GAP, LINE, ND30, pt } from './paper-layout.ts'
import { tableBlock } from './paper-table.ts'
import { type Look, linesOf, runsOf } from './paper-text.ts'

const BODY: Look = { size: ND30.body.size.use }

/** What a body paragraph may add: `keepNext` ties it to what follows. */
type Tie = { readonly keepNext?: boolean }

/** Đoạn văn: justified, first line indented. */
export function bodyParagraph(content: Content, look: Look = BODY, tie: Tie = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: FIRST_LINE },
    spacing: { before: GAP, after: 0, line: LINE, lineRule: 'auto' },
    widowControl: true,
    ...(tie.keepNext ? { keepNext: true } : {}),
    children: runsOf(content, look),
  })
}

/** The blocks of a body as parts of the file. `tieLast` keeps the last one with the signature below it. */
export function bodyBlocks(blocks: readonly Block[], room: number, tieLast = false): (Paragraph | Table)[] {
  return blocks.flatMap((b, i) => blockParts(b, room, tieLast && i === blocks.length - 1))
}

function blockParts(block: Block, room: number, keepNext: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [headingParagraph(block)]
    case 'table':
      return tableBlock(block, room)
    case 'item':
      return paragraphs(['- ', ...piecesOf(block.text)], keepNext)
    case 'attributed':
      return paragraphs([...withoutStop(block.text), { text: ` (${block.by})`, italic: true }, '.'], keepNext)
    case 'paragraph':
      return paragraphs(piecesOf(block.text), keepNext)
  }
}

function paragraphs(pieces: readonly Piece[], keepNext: boolean): Paragraph[] {
  const lines = linesOf(pieces)
  return lines.map((l, i) => bodyParagraph(l, BODY, { keepNext: keepNext && i === lines.length - 1 }))
}

const HEADING_MARK = { 1: '.', 2: '.', 3: ')' } as const

function headingParagraph({ level, number, title }: Heading): Paragraph {
  const text = `${number}${HEADING_MARK[level]} ${level === 1 ? title.toUpperCase() : title}`
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: FIRST_LINE },
    spacing: { before: level === 1 ? pt(10) : GAP, after: 0, line: LINE, lineRule: 'auto' },
    keepNext: true,
    keepLines: true,
    ...(level < 3 ? { outlineLevel: level - 1 } : {}),
    children: runsOf(text, { ...BODY, bold: level < 3 }),
  })
}

/** Dấu kết thúc "./.": closes the last sentence of the body in place of its stop. */
export function withEndMark(blocks: readonly Block[]): readonly Block[] {
  const mark = ND30.endMark
  const last = blocks.at(-1)
  const before = blocks.slice(0, -1)
  if (last === undefined || last.kind === 'table' || last.kind === 'heading')
    return [...blocks, { kind: 'paragraph', text: mark }]
  if (plainText(last.text).endsWith(mark)) return blocks
  if (last.kind === 'attributed')
    return [...before, { kind: 'paragraph', text: [...withoutStop(last.text), ` (${last.by})${mark}`] }]
  return [...before, { ...last, text: [...withoutStop(last.text), mark] }]
}

/** The pieces of a content without the stop at the end. */
function withoutStop(content: Content): Piece[] {
  const pieces = [...piecesOf(content)]
  const end = pieces.pop()
  if (end === undefined) return []
  if (typeof end === 'string') return [...pieces, end.replace(/[.;,\s]+$/, '')]
  if ('figure' in end) return [...pieces, end]
  return [...pieces, { ...end, text: end.text.replace(/[.;,\s]+$/, '') }]
}
