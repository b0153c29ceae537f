/**
 * Bản ghi của tệp .csv: cut on the bytes, so that no letter is ever halved: separators, quotes and line ends are single
 * bytes in every encoding that gets here, and a field becomes text only when it is whole.
 */
import { columnLetters } from '../excel/addresses.ts'
import type { TableCell, TableRow } from '../excel/table.ts'

/** Makes text of the bytes of a field. */
export type FieldText = (bytes: Buffer, from: number, to: number) => string

const QUOTE = 0x22
const LINE = 0x0a
const RETURN = 0x0d

/** Longest record with its quoted lines; a quote that is never closed must not swallow the file. */
const LONGEST = 4 * 1024 * 1024

/** Cuts pieces into records. `push` answers false when a quote is not closed; `open` then tells at which record. */
export class RecordCutter {
  readonly rows: TableRow[] = []
  /** Number of the record being read. */
  number = 1
  private rest: Buffer = Buffer.alloc(0)
  private cells: TableCell[] = []
  private readonly separator: number
  private readonly text: FieldText

  constructor(separator: string, text: FieldText) {
    this.separator = separator.charCodeAt(0)
    this.text = text
  }

  /** Takes the next piece; `last` when there is no more. */
  push(piece: Buffer, last: boolean): boolean {
    const bytes = this.rest.length === 0 ? piece : Buffer.concat([this.rest, piece])
    let at = 0
    while (at < bytes.length) {
      const next = this.record(bytes, at, last)
      if (next < 0) break
      if (this.cells.length > 0) this.rows.push({ number: this.number, hidden: false, cells: this.cells })
      this.number++
      at = next
    }
    this.rest = at === bytes.length ? Buffer.alloc(0) : Buffer.from(bytes.subarray(at))
    return this.rest.length <= (last ? 0 : LONGEST)
  }

  /** Reads the record at a place; answers with the place of the next, or -1 when it is not whole. */
  private record(bytes: Buffer, start: number, last: boolean): number {
    this.cells = []
    let at = start
    for (let column = 0; ; column++) {
      at = bytes[at] === QUOTE ? this.quoted(bytes, at, column, last) : this.bare(bytes, at, column)
      if (at < 0) return -1
      if (at >= bytes.length) return last ? at : -1
      const byte = bytes[at]
      if (byte === this.separator) {
        at++
        continue
      }
      if (byte === LINE) return at + 1
      if (at + 1 < bytes.length) return bytes[at + 1] === LINE ? at + 2 : at + 1
      return last ? at + 1 : -1
    }
  }

  private ends(byte: number | undefined): boolean {
    return byte === this.separator || byte === LINE || byte === RETURN
  }

  /** The place after a field without quotes. */
  private bare(bytes: Buffer, start: number, column: number): number {
    let at = start
    while (at < bytes.length && !this.ends(bytes[at])) at++
    this.keep(column, this.text(bytes, start, at))
    return at
  }

  /** The place after a field in quotes, and what may stand behind the closing one; -1 when that has not come. */
  private quoted(bytes: Buffer, start: number, column: number, last: boolean): number {
    let at = start + 1
    let doubled = false
    for (;;) {
      at = bytes.indexOf(QUOTE, at)
      if (at < 0 || (at + 1 >= bytes.length && !last)) return -1
      if (bytes[at + 1] !== QUOTE) break
      doubled = true
      at += 2
    }
    const inside = this.text(bytes, start + 1, at)
    const behind = at + 1
    let end = behind
    while (end < bytes.length && !this.ends(bytes[end])) end++
    const more = end > behind ? this.text(bytes, behind, end) : ''
    this.keep(column, (doubled ? inside.replaceAll('""', '"') : inside) + more)
    return end
  }

  private keep(column: number, text: string): void {
    if (text === '') return
    const value = meant(text)
    if (value === '') return
    const address = columnLetters(column) + this.number
    this.cells.push({
      address,
      column,
      value,
      text: value,
      font: null,
      formula: false,
      error: ERRORS.has(value) ? value : null,
    })
  }
}

const ERRORS = new Set(['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!'])

/**
 * `="0300…"` is how people make Excel keep zeros; a no-break space before a sign is how our own writer keeps a text from
 * being computed.
 */
function meant(text: string): string {
  const first = text.charCodeAt(0)
  if (first === 0x3d) return /^="([^"]*)"$/.exec(text)?.[1] ?? text
  return first === 0xa0 && /^\u00a0[=+\-@\t\r]/.test(text) ? text.slice(1) : text
}
