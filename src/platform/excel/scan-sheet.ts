/**
 * Đọc nhanh trang tính: rows straight from the bytes; what stands before and after them goes through the parser, which also
 * judges whether the whole is well formed. A row that is not known here goes through the parser alone. When the sheet holds
 * comments, character data or instructions, nothing can be said of where a tag ends, and the parser must read it all.
 */
import type { Parts } from './read-parts.ts'
import { type Meaning, rowHead, scanCells } from './scan-row.ts'
import { type Frame, frameListener, type Place, rowListener } from './sheet-events.ts'
import type { TableRow } from './table.ts'
import { TextMemory } from './text-memory.ts'
import { afterSpace, standsAt } from './xml-bytes.ts'
import { type Feed, feedOf } from './xml-events.ts'

/** Longest beginning of a sheet and longest row that are read here. */
const LONGEST_HEAD = 1024 * 1024
const LONGEST_ROW = 4 * 1024 * 1024
const LONGEST_END = 64

const LESS = 0x3c
const MORE = 0x3e
const SLASH = 0x2f

/** Reads pieces of a sheet: `push` answers false when the parser must read the sheet instead. `rows` is emptied by the caller. */
export class SheetScanner implements Feed {
  readonly rows: TableRow[] = []
  private rest: Buffer = Buffer.alloc(0)
  private meaning: Meaning | null = null
  private endRow = Buffer.alloc(0)
  private openRow = Buffer.alloc(0)
  private endRows = Buffer.alloc(0)
  private number = 0
  /** A row after the end of the rows: the sheet has them in two places. */
  private strayRow = false
  private stage: 'head' | 'rows' | 'tail' = 'head'
  private readonly around: Feed
  private readonly parts: Parts | null

  /** Without `parts` the rows are passed over. */
  constructor(frame: Frame, parts: Parts | null) {
    const listener = frameListener(frame)
    this.around = feedOf({
      ...listener,
      open: (name, of) => {
        if (name === 'row') this.strayRow = true
        listener.open(name, of)
      },
    })
    this.parts = parts
  }

  push(piece: Uint8Array): boolean {
    if (this.isPastRows()) return this.tail(piece)
    const fresh = Buffer.from(piece.buffer, piece.byteOffset, piece.length)
    const bytes = this.rest.length === 0 ? fresh : Buffer.concat([this.rest, fresh])
    let at = this.stage === 'head' ? this.head(bytes) : 0
    if (at < 0) return false
    if (this.stage === 'rows') at = this.parts === null ? this.passOver(bytes, at) : this.take(bytes, at)
    if (at < 0) return false
    if (this.isPastRows()) {
      this.rest = Buffer.alloc(0)
      return this.tail(bytes.subarray(at))
    }
    // A copy: the piece itself may go.
    this.rest = Buffer.from(bytes.subarray(at))
    return this.rest.length <= (this.stage === 'head' ? LONGEST_HEAD : LONGEST_ROW)
  }

  private tail(bytes: Uint8Array): boolean {
    return this.around.push(bytes) && !this.strayRow
  }

  private isPastRows(): boolean {
    return this.stage === 'tail'
  }

  end(): boolean {
    return this.isPastRows() && this.around.end() && !this.strayRow
  }

  /** Everything up to the opening of the rows; 0 = more bytes are needed, -1 = not known here. */
  private head(bytes: Buffer): number {
    const text = bytes.toString('latin1')
    const m = /<((?:[A-Za-z_][\w.-]*:)?)sheetData>/.exec(text)
    if (m === null) return 0
    const head = text.slice(0, m.index)
    if (head.includes('<!') || head.indexOf('<?', 5) >= 0) return -1
    const prefix = m[1] ?? ''
    if (this.parts !== null) this.meaning = { prefix: Buffer.from(prefix), parts: this.parts, memory: new TextMemory() }
    this.endRow = Buffer.from(`</${prefix}row>`)
    this.openRow = Buffer.from(`<${prefix}row`)
    this.endRows = Buffer.from(`</${prefix}sheetData>`)
    this.stage = 'rows'
    const end = m.index + m[0].length
    return this.around.push(bytes.subarray(0, end)) ? end : -1
  }

  /** Reads whole rows; answers with the place of the first that is not whole. */
  private take(bytes: Buffer, from: number): number {
    const last = bytes.lastIndexOf(this.endRow)
    const whole = last < 0 ? 0 : last + this.endRow.length
    let at = from
    for (;;) {
      const start = bytes.indexOf(LESS, at)
      if (start < 0) return afterSpace(bytes, at) === bytes.length ? bytes.length : -1
      if (afterSpace(bytes, at) !== start) return -1
      if (start + LONGEST_END > bytes.length && bytes.indexOf(MORE, start) < 0) return start
      if (standsAt(bytes, start, this.endRows)) {
        this.stage = 'tail'
        return start
      }
      const next = standsAt(bytes, start, this.openRow) ? this.row(bytes, start, whole) : -1
      if (next < 0) return -1
      if (next === 0) return start
      at = next
    }
  }

  /**
   * Reads the row at a place; answers with the place after it, 0 when it is not whole, -1 when it is not known here. Rows that
   * start before `whole` are.
   */
  private row(bytes: Buffer, start: number, whole: number): number {
    const meaning = this.meaning
    const tag = bytes.indexOf(MORE, start)
    if (meaning === null) return -1
    if (tag < 0) return 0
    const alone = bytes[tag - 1] === SLASH
    const head = rowHead(bytes.toString('latin1', start + this.openRow.length, alone ? tag - 1 : tag), this.number)
    if (head === null) return -1
    if (alone) {
      this.number = head.number
      return tag + 1
    }
    if (start >= whole) return 0
    const found = scanCells(bytes, { from: tag + 1, to: whole, row: head.number }, meaning)
    if (found === null) return this.parsed(bytes, start, meaning.parts)
    this.number = head.number
    if (found.cells.length > 0) this.rows.push({ ...head, cells: found.cells })
    return found.end
  }

  /** One row through the parser; answers with the place after it, or -1. */
  private parsed(all: Buffer, start: number, parts: Parts): number {
    const end = all.indexOf(this.endRow, start) + this.endRow.length
    const bytes = all.subarray(start, end)
    if (bytes.includes('<!') || bytes.includes('<?')) return -1
    const place: Place = { row: this.number, ready: [] }
    const feed = feedOf(rowListener(place, parts))
    if (!feed.push(bytes) || !feed.end()) return -1
    this.number = place.row
    this.rows.push(...place.ready)
    return end
  }

  /** Looks for the end of the rows alone. */
  private passOver(bytes: Buffer, from: number): number {
    const end = bytes.indexOf(this.endRows, from)
    const stop = end < 0 ? bytes.length : end
    const odd = ['<!', '<?'].some((mark) => {
      const at = bytes.indexOf(mark, from)
      return at >= 0 && at < stop
    })
    if (odd) return -1
    if (end >= 0) this.stage = 'tail'
    return end < 0 ? Math.max(from, bytes.length - LONGEST_END) : end
  }
}
