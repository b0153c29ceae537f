/**
 * Đọc nhanh một dòng: the row as programs write it, straight from the bytes. What is written in another way (runs of several
 * looks, single quotes, extensions) is not known here: the answer is then null and the parser reads that row.
 */
import { cellOf, numberCell, PLAIN, textCell, unescaped } from './cell-value.ts'
import type { CellStyle, Parts } from './read-parts.ts'
import type { TableCell } from './table.ts'
import type { TextMemory } from './text-memory.ts'
import { afterSpace, plainAttributes, standsAt, textBetween, textEnd, wholeBetween } from './xml-bytes.ts'

const SPACE = 0x20
const LESS = 0x3c
const SMALL_C = 0x63
const SMALL_F = 0x66
const SMALL_I = 0x69
const SMALL_V = 0x76
const QUOTE = 0x22
const SLASH = 0x2f
const EQUALS = 0x3d
const MORE = 0x3e
const SMALL_R = 0x72
const SMALL_S = 0x73
const SMALL_T = 0x74
const LETTER_A = 0x41
const LETTER_Z = 0x5a
const LETTERS = 26

/** Number and visibility out of the attributes of a row. */
export function rowHead(text: string, before: number): { readonly number: number; readonly hidden: boolean } | null {
  const of = plainAttributes(text)
  if (of === null) return null
  const r = of.get('r')
  if (r !== undefined && !/^\d{1,7}$/.test(r)) return null
  const hidden = of.get('hidden')
  return { number: r === undefined ? before + 1 : Number(r), hidden: hidden === '1' || hidden === 'true' }
}

/** What rows are read with: the prefix of the tags, what styles and numbers of texts mean, the texts seen before. */
export type Meaning = { readonly prefix: Buffer; readonly parts: Parts; readonly memory: TextMemory }

/** Cells of a row, and the place after its closing tag. */
export type Scanned = { readonly cells: TableCell[]; readonly end: number }

/** The cells after the opening tag of a row; nothing is read from `to` on. Null when something is not known here. */
export function scanCells(
  bytes: Buffer,
  { from, to, row }: { readonly from: number; readonly to: number; readonly row: number },
  meaning: Meaning,
): Scanned | null {
  const cells: TableCell[] = []
  const c = new CellScanner(bytes, to, meaning)
  let at = from
  for (;;) {
    at = afterSpace(bytes, at)
    const next = c.read(at, row)
    if (next < 0) {
      const end = c.endOfRow(at)
      return end < 0 ? null : { cells, end }
    }
    at = next
    if (c.found !== null) cells.push(c.found)
  }
}

/** Reads one cell after another; keeps the column of the last and what it found. */
class CellScanner {
  found: TableCell | null = null
  private next = 0
  private kind = 'n'
  private style = 0
  private readonly bytes: Buffer
  private readonly to: number
  private readonly prefix: Buffer
  private readonly length: number
  private readonly parts: Parts
  private readonly memory: TextMemory

  constructor(bytes: Buffer, to: number, { prefix, parts, memory }: Meaning) {
    this.bytes = bytes
    this.to = to
    this.prefix = prefix
    this.length = prefix.length
    this.parts = parts
    this.memory = memory
  }

  /** The place after the closing tag of the row, or -1. */
  endOfRow(at: number): number {
    const bytes = this.bytes
    const name = at + 2 + this.length
    if (bytes[at] !== LESS || bytes[at + 1] !== SLASH || !standsAt(bytes, name, END_ROW)) return -1
    const end = name + END_ROW.length
    return end <= this.to && (this.length === 0 || standsAt(bytes, at + 2, this.prefix)) ? end : -1
  }

  /** Reads the cell at a place; answers with the place after it, or -1. */
  read(start: number, row: number): number {
    const bytes = this.bytes
    this.found = null
    if (!this.opens(start, SMALL_C)) return -1
    let at = this.attributes(start + 2 + this.length)
    if (at < 0) return -1
    const column = this.next++
    if (bytes[at] === SLASH) return bytes[at + 1] === MORE ? at + 2 : -1
    at = afterSpace(bytes, at + 1)
    let formula = false
    if (this.opens(at, SMALL_F)) {
      at = this.pastFormula(at + 2 + this.length)
      if (at < 0) return -1
      formula = true
    }
    if (this.closes(at, SMALL_C)) return at + 4 + this.length
    const inline = this.opens(at, SMALL_I)
    if (inline) at = this.intoInline(at)
    if (at < 0) return -1
    const name = inline ? SMALL_T : SMALL_V
    at = this.content(at, name)
    if (at < 0) return -1
    const stop = textEnd(bytes, at, this.to)
    if (!this.make({ row, column, from: at, to: stop, formula })) return -1
    at = this.past(stop, name)
    if (at >= 0 && inline) at = this.outOfInline(at)
    return at >= 0 && this.closes(at, SMALL_C) ? at + 4 + this.length : -1
  }

  /** Whether the opening of a tag with a name of this one letter, or beginning with it, stands at a place. */
  private opens(at: number, letter: number): boolean {
    const bytes = this.bytes
    if (bytes[at] !== LESS || bytes[at + 1 + this.length] !== letter) return false
    return this.length === 0 || standsAt(bytes, at + 1, this.prefix)
  }

  /** Whether the closing tag with a name of this one letter stands at a place. */
  private closes(at: number, letter: number): boolean {
    const bytes = this.bytes
    const name = at + 2 + this.length
    if (bytes[name] !== letter || bytes[at] !== LESS || bytes[at + 1] !== SLASH || bytes[name + 1] !== MORE)
      return false
    return this.length === 0 || standsAt(bytes, at + 2, this.prefix)
  }

  /** The place after a closing tag and the spaces behind it, or -1. */
  private past(at: number, letter: number): number {
    return this.closes(at, letter) ? afterSpace(this.bytes, at + 4 + this.length) : -1
  }

  private intoInline(start: number): number {
    const at = start + 2 + this.length
    return this.bytes[at] === SMALL_S && this.bytes[at + 1] === MORE ? afterSpace(this.bytes, at + 2) : -1
  }

  private outOfInline(start: number): number {
    const bytes = this.bytes
    const name = start + 2 + this.length
    const stands = bytes[start] === LESS && bytes[start + 1] === SLASH && bytes[name] === SMALL_I
    if (!stands || bytes[name + 1] !== SMALL_S || bytes[name + 2] !== MORE) return -1
    return this.length === 0 || standsAt(bytes, start + 2, this.prefix) ? afterSpace(bytes, name + 3) : -1
  }

  /** Place, look and kind out of the attributes of a cell; answers with the place of its `>` or `/`. */
  private attributes(start: number): number {
    const bytes = this.bytes
    this.kind = 'n'
    this.style = 0
    let seen = 0
    let at = start
    while (bytes[at] === SPACE) {
      const name = bytes[at + 1] ?? 0
      if (name === SLASH || name === MORE) return at + 1
      if (bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE) return -1
      const bit = name === SMALL_R ? 1 : name === SMALL_S ? 2 : name === SMALL_T ? 4 : 0
      if (bit === 0 || (seen & bit) !== 0) return -1
      seen |= bit
      const from = at + 4
      let stop = from
      while (stop < this.to && bytes[stop] !== QUOTE) stop++
      if (!this.attribute(name, from, stop)) return -1
      at = stop + 1
    }
    return bytes[at] === MORE || bytes[at] === SLASH ? at : -1
  }

  private attribute(name: number, from: number, stop: number): boolean {
    if (name === SMALL_R) return this.place(from, stop)
    if (name === SMALL_S) {
      this.style = wholeBetween(this.bytes, from, stop)
      return this.style >= 0
    }
    const kind = kindAt(this.bytes, from, stop)
    if (kind === null) return false
    this.kind = kind
    return true
  }

  /** "AB12": only the letters count, the number is that of the row. */
  private place(from: number, stop: number): boolean {
    const bytes = this.bytes
    let column = 0
    let at = from
    for (; at < stop && at < from + 3; at++) {
      const letter = bytes[at] ?? 0
      if (letter < LETTER_A || letter > LETTER_Z) break
      column = column * LETTERS + letter - LETTER_A + 1
    }
    if (at === from || stop - at > 7 || wholeBetween(bytes, at, stop) < 0) return false
    this.next = column - 1
    return true
  }

  /** The place after a formula, whose words are not kept. */
  private pastFormula(start: number): number {
    const bytes = this.bytes
    let at = start
    while (at < this.to && bytes[at] !== MORE) at++
    const self = bytes[at - 1] === SLASH
    if (plainAttributes(bytes.toString('latin1', start, self ? at - 1 : at)) === null) return -1
    if (self) return afterSpace(bytes, at + 1)
    const stop = textEnd(bytes, at + 1, this.to)
    if (textBetween(bytes, at + 1, stop) === null) return -1
    return this.past(stop, SMALL_F)
  }

  /** The place where the text of a tag begins. */
  private content(start: number, letter: number): number {
    const bytes = this.bytes
    if (!this.opens(start, letter)) return -1
    const at = start + 2 + this.length
    if (bytes[at] === MORE) return at + 1
    return standsAt(bytes, at, KEEP_SPACE) ? at + KEEP_SPACE.length : -1
  }

  /** Makes the cell; false when its text is not known here. */
  private make(c: {
    readonly row: number
    readonly column: number
    readonly from: number
    readonly to: number
    readonly formula: boolean
  }): boolean {
    const kind = this.kind
    const parts = this.parts
    const style: CellStyle = parts.styles[this.style] ?? PLAIN
    if (kind === 's' || kind === 'n') {
      const whole = wholeBetween(this.bytes, c.from, c.to)
      if (whole >= 0 && kind === 's') {
        this.found = textCell(c.row, c.column, parts.texts[whole] ?? '', style, c.formula)
        return true
      }
      if (whole >= 0) {
        this.found = numberCell(c.row, c.column, whole, style, c.formula, parts.from1904)
        return true
      }
    }
    const text = this.memory.between(this.bytes, c.from, c.to)
    if (text === null) return false
    this.found =
      kind === 'inlineStr'
        ? textCell(c.row, c.column, unescaped(text), style, c.formula)
        : cellOf({ row: c.row, column: c.column, type: kind, style: this.style, text, formula: c.formula }, parts)
    return true
  }
}

const END_ROW = Buffer.from('row>')
const KEEP_SPACE = Buffer.from(' xml:space="preserve">')

const FORMULA_TEXT = Buffer.from('str')
const INLINE_TEXT = Buffer.from('inlineStr')
const SHORT_KINDS: Readonly<Record<number, string>> = Object.fromEntries([...'snbed'].map((k) => [k.charCodeAt(0), k]))

/** "s", "n", "str" …; null for a kind that is not known. */
function kindAt(bytes: Buffer, from: number, stop: number): string | null {
  const length = stop - from
  if (length === 1) return SHORT_KINDS[bytes[from] ?? 0] ?? null
  if (length === 9 && standsAt(bytes, from, INLINE_TEXT)) return 'inlineStr'
  return length === 3 && standsAt(bytes, from, FORMULA_TEXT) ? 'str' : null
}
