/**
 * Đánh dấu trang tính: the XML of a sheet goes through piece by piece; rows with marks get their cells marked and a sentence
 * in the added column, everything else passes letter for letter.
 */
import { cellAddress, columnLetters, readAddress } from './addresses.ts'
import { xmlText } from './cell-xml.ts'
import type { MarkStyles } from './mark-styles.ts'
import { attributeOf, markupEnd, type Tag, tagsOf, withAttribute } from './xml-lexer.ts'

/** Dòng có chỗ phải sửa: columns counted from 0, and what is said of the row. */
export type RowMarks = { readonly columns: readonly number[]; readonly said: string }

/** What is put into a sheet. `rows` by their number; the heading stands in `headRow`. */
export type SheetEdit = {
  readonly column: number
  readonly headRow: number
  readonly heading: string
  readonly rows: ReadonlyMap<number, RowMarks>
  /** Null where the workbook has no styles: then only the sentences are added. */
  readonly styles: MarkStyles | null
}

const WIDTH = 60

/** Takes the XML in pieces and gives it back changed. */
export class SheetMarker {
  private rest = ''
  private stage: 'head' | 'rows' | 'tail' = 'head'
  private prefix = ''
  private number = 0
  private readonly edit: SheetEdit
  private readonly pending: number[]

  constructor(edit: SheetEdit) {
    this.edit = edit
    this.pending = [...new Set([...edit.rows.keys(), edit.headRow])].sort((a, b) => a - b)
  }

  push(piece: string): string {
    const text = this.rest + piece
    this.rest = ''
    if (this.stage === 'head') return this.head(text)
    return this.stage === 'rows' ? this.rows(text, 0) : text
  }

  end(): string {
    return this.rest
  }

  private head(text: string): string {
    let columns: { tag: Tag; items: string[]; end: number } | null = null
    let dimension: Tag | null = null
    for (const tag of tagsOf(text)) {
      if (tag.name === 'dimension') dimension ??= tag
      if (tag.name === 'cols' && tag.kind === 'open') columns = { tag, items: [], end: tag.end }
      if (tag.name === 'cols' && tag.kind === 'close' && columns !== null) columns.end = tag.start
      if (tag.name === 'col') columns?.items.push(text.slice(tag.start, tag.end))
      if (tag.name !== 'sheetData') continue
      this.prefix = /^<([^\s/>:]*:)?/.exec(text.slice(tag.start))?.[1] ?? ''
      const before = this.mended(text.slice(0, tag.start), { dimension, columns })
      const opening = text.slice(tag.start, tag.end)
      this.stage = tag.kind === 'alone' ? 'tail' : 'rows'
      if (tag.kind === 'open') return before + opening + this.rows(text, tag.end)
      const rows = this.missing(Number.POSITIVE_INFINITY)
      return `${before}${opening.replace(/\s*\/>$/, '>')}${rows}</${this.prefix}sheetData>${text.slice(tag.end)}`
    }
    this.rest = text
    return ''
  }

  /** What stands before the rows, with room for the new column. */
  private mended(
    text: string,
    { dimension, columns }: { dimension: Tag | null; columns: { tag: Tag; items: string[]; end: number } | null },
  ): string {
    const n = this.edit.column + 1
    const own = `<${this.prefix}col min="${n}" max="${n}" width="${WIDTH}" customWidth="1"/>`
    const covered = columns?.items.some((c) => Number(attributeOf(c, 'min')) <= n && Number(attributeOf(c, 'max')) >= n)
    let out = text
    if (columns === null) out = `${text}<${this.prefix}cols>${own}</${this.prefix}cols>`
    else if (covered !== true) out = text.slice(0, columns.end) + own + text.slice(columns.end)
    if (dimension === null) return out
    const tag = text.slice(dimension.start, dimension.end)
    const [from = 'A1', to] = (attributeOf(tag, 'ref') ?? '').split(':')
    const last = readAddress(to ?? from)?.row ?? this.edit.headRow
    const ref = `${from === '' ? 'A1' : from}:${columnLetters(this.edit.column)}${last}`
    return out.slice(0, dimension.start) + withAttribute(tag, 'ref', ref) + out.slice(dimension.end)
  }

  private rows(text: string, from: number): string {
    const out: string[] = []
    let done = from
    for (;;) {
      const start = text.indexOf('<', done)
      const end = start < 0 ? -1 : markupEnd(text, start)
      if (end < 0) break
      const tag = text.slice(start, end)
      if (tag.startsWith(`</${this.prefix}sheetData`)) {
        out.push(text.slice(done, start), this.missing(Number.POSITIVE_INFINITY), text.slice(start))
        this.stage = 'tail'
        return out.join('')
      }
      if (!/^<[^\s/>:!?]*:?row[\s/>]/.test(tag)) {
        out.push(text.slice(done, end))
        done = end
        continue
      }
      const stop = tag.endsWith('/>') ? end : this.rowEnd(text, end)
      if (stop < 0) break
      const r = attributeOf(tag, 'r')
      this.number = r === null ? this.number + 1 : Number(r)
      out.push(text.slice(done, start), this.missing(this.number), this.row(text.slice(start, stop), tag))
      done = stop
    }
    this.rest = text.slice(done)
    return out.join('')
  }

  /** The place after the row that opened before `from`; -1 when it is not there. */
  private rowEnd(text: string, from: number): number {
    const close = `</${this.prefix}row>`
    const at = text.indexOf(close, from)
    if (at < 0) return -1
    const inside = text.slice(from, at)
    if (!inside.includes('<!') && !inside.includes('<?')) return at + close.length
    for (const tag of tagsOf(text, from)) if (tag.kind === 'close' && tag.name === 'row') return tag.end
    return -1
  }

  /** Rows with marks before this one that the sheet does not have. */
  private missing(before: number): string {
    let out = ''
    while ((this.pending[0] ?? before) < before) {
      const number = this.pending.shift() ?? 0
      out += `<${this.prefix}row r="${number}">${this.cells(number, [], 0)}</${this.prefix}row>`
    }
    return out
  }

  private row(text: string, tag: string): string {
    if (this.pending[0] !== this.number) return text
    this.pending.shift()
    const alone = tag.endsWith('/>')
    const inside = alone ? '' : text.slice(tag.length, text.lastIndexOf('</'))
    const base = Number(attributeOf(tag, 's') ?? 0)
    // The columns a row spans are said for speed only; they would no longer be true.
    const head = withAttribute(alone ? tag.replace(/\s*\/>$/, '>') : tag, 'spans', null)
    return `${head}${this.cells(this.number, cellsIn(inside), base)}</${this.prefix}row>`
  }

  private cells(row: number, given: readonly CellText[], base: number): string {
    const marks = this.edit.rows.get(row)
    const cells = given.filter((c) => c.column !== this.edit.column).map((c) => ({ ...c, placed: c.text }))
    for (const column of marks?.columns ?? []) {
      if (this.edit.styles === null) break
      const own = cells.find((c) => c.column === column)
      if (own !== undefined) own.placed = this.marked(own.text)
      else if (column < this.edit.column)
        cells.push({ column, text: '', placed: this.blank(row, column, this.edit.styles.marked(base)) })
    }
    // Cells that do not say where they are count on those before them: nothing is put between.
    const explicit = given.every((c) => attributeOf(c.text.slice(0, markupEnd(c.text, 0)), 'r') !== null)
    const kept = explicit ? cells.sort((a, b) => a.column - b.column) : cells.filter((c) => c.text !== '')
    const heading = row === this.edit.headRow
    const said = heading ? this.edit.heading : (marks?.said ?? '')
    return kept.map((c) => c.placed).join('') + (said === '' ? '' : this.note(row, said, heading))
  }

  private marked(cell: string): string {
    const end = markupEnd(cell, 0)
    const tag = cell.slice(0, end)
    const style = this.edit.styles?.marked(Number(attributeOf(tag, 's') ?? 0)) ?? 0
    return withAttribute(tag, 's', String(style)) + cell.slice(end)
  }

  private blank(row: number, column: number, style: number): string {
    return `<${this.prefix}c r="${cellAddress(row, column)}" s="${style}"/>`
  }

  private note(row: number, said: string, heading: boolean): string {
    const p = this.prefix
    const style = this.edit.styles === null ? '' : ` s="${this.edit.styles.note(heading)}"`
    return `<${p}c r="${cellAddress(row, this.edit.column)}"${style} t="inlineStr"><${p}is><${p}t xml:space="preserve">${xmlText(said)}</${p}t></${p}is></${p}c>`
  }
}

type CellText = { readonly column: number; readonly text: string }

/** The cells of a row as written, each with its column; what stands between them is dropped. */
function cellsIn(inside: string): CellText[] {
  const found: CellText[] = []
  let next = 0
  let start = -1
  for (const tag of tagsOf(inside)) {
    if (tag.name !== 'c') continue
    if (tag.kind !== 'close') {
      const place = readAddress(attributeOf(inside.slice(tag.start, tag.end), 'r') ?? '')
      next = place?.column ?? next
      start = tag.start
    }
    if (tag.kind !== 'open' && start >= 0) found.push({ column: next++, text: inside.slice(start, tag.end) })
  }
  return found
}
