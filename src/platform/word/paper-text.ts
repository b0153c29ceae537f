/**
 * Chữ và đoạn trong tệp Word: pieces of text to runs and paragraphs. A figure becomes a content control that carries
 * the id of its source; everything else is a plain run.
 */
import {
  AlignmentType,
  BorderStyle,
  type IContext,
  type IParagraphOptions,
  type IRunOptions,
  type IXmlableObject,
  Paragraph,
  TextRun,
} from 'docx'
import { type Content, type Piece, piecesOf } from './official-paper.ts'
import { halves, pt } from './paper-layout.ts'
import { LONGEST_TAG, SOURCE_PREFIX } from './source-tag.ts'

/** Emphasis over a whole line, on top of that of its pieces. `size` in points. */
export type Look = { readonly size: number; readonly bold?: boolean; readonly italic?: boolean }

const UNPRINTABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Text as XML can hold it: what is pasted from elsewhere may carry control characters that make Word refuse a file. */
const printable = (text: string): string => text.replace(UNPRINTABLE, ' ')

/** The runs of a content. */
export function runsOf(content: Content, look: Look): TextRun[] {
  return piecesOf(content).map((piece) => runOf(piece, look))
}

function runOf(piece: Piece, look: Look): TextRun {
  if (typeof piece === 'string') return textRun(piece, look)
  const bold = look.bold === true || piece.bold === true
  if ('figure' in piece) return new FigureRun(piece.source, runOptions(piece.figure, { ...look, bold }))
  return textRun(piece.text, { ...look, bold, italic: look.italic === true || piece.italic === true })
}

/** One run of plain text. */
export const textRun = (text: string, look: Look, lineBreak = false): TextRun =>
  new TextRun({ ...runOptions(text, look), ...(lineBreak ? { break: 1 } : {}) })

const runOptions = (text: string, look: Look): IRunOptions => ({
  text: printable(text),
  size: halves(look.size),
  ...(look.bold ? { bold: true } : {}),
  ...(look.italic ? { italics: true } : {}),
})

/** A run inside a content control whose tag names the source of the figure. */
class FigureRun extends TextRun {
  private readonly tag: string

  constructor(source: string, options: IRunOptions) {
    super(options)
    this.tag = `${SOURCE_PREFIX}${source}`
    if (this.tag.length > LONGEST_TAG) throw new Error(`source id too long for a Word file: ${source}`)
  }

  override prepForXml(context: IContext): IXmlableObject {
    const property = (name: string, value: string) => ({ [name]: { _attr: { 'w:val': value } } })
    return {
      'w:sdt': [
        { 'w:sdtPr': [property('w:alias', 'Nguồn số liệu'), property('w:tag', this.tag)] },
        { 'w:sdtContent': [super.prepForXml(context)] },
      ],
    }
  }
}

/** A content cut at its line breaks: each part is a paragraph of its own. */
export function linesOf(content: Content): Piece[][] {
  const lines: Piece[][] = [[]]
  for (const piece of piecesOf(content)) {
    const text = typeof piece === 'string' ? piece : 'figure' in piece ? null : piece.text
    if (text === null) lines.at(-1)?.push(piece)
    else
      text.split(/[\r\n\v]+/).forEach((part, i) => {
        if (i > 0) lines.push([])
        if (part !== '') lines.at(-1)?.push(typeof piece === 'string' ? part : { ...piece, text: part })
      })
  }
  return lines.filter((l, i) => l.length > 0 || i === 0)
}

/** A centred paragraph of given lines, broken exactly there. */
export function centred(lines: readonly string[], look: Look, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: lines.map((l, i) => textRun(l, look, i > 0)),
    ...options,
  })
}

/** Đường kẻ: a solid rule `length` points long in the middle of `room` twips. */
export function rule(length: number, room: number, before = 2): Paragraph {
  const side = Math.max(0, Math.round((room - pt(length)) / 2))
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: pt(before), after: 0, line: pt(3), lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    children: [],
  })
}
