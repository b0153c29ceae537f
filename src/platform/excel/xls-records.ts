/**
 * Bản ghi của tệp .xls: what the library that reads values does not tell: the font of each cell, hidden rows and columns,
 * and whether the file is locked. One walk over the records of the stream, [MS-XLS] 2.3–2.4.
 */

/** Phông và dòng ẩn của một trang tính. */
export type XlsSheetLook = {
  /** Row counted from 0 -> index of the style of each column. */
  readonly styles: ReadonlyMap<number, Uint16Array>
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: readonly number[]
}

/** Điều đọc được: fonts by index of style, and the sheets in their order. */
export type XlsLooks = {
  readonly locked: boolean
  readonly fontOf: (style: number) => string | null
  readonly sheets: readonly XlsSheetLook[]
}

const EOF_RECORD = 0x0a
const BOF = 0x0809
const FILE_PASS = 0x2f
const FONT = 0x31
const XF = 0xe0
const ROW = 0x0208
const COLUMN = 0x7d
const MANY_NUMBERS = 0xbd
const MANY_BLANKS = 0xbe
/** Records of one cell: row, column, style first. */
const ONE_CELL = new Set([0x06, 0xfd, 0x0203, 0x0204, 0x0205, 0x027e, 0x0201, 0x00d6])
const COLUMNS = 256
/** Fonts are numbered as if there were a fifth one that is never written. */
const GAP = 4

/** Walks the stream of a workbook; a damaged one tells what stands before the damage. */
export function xlsLooks(stream: Uint8Array): XlsLooks {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  const fonts: (string | null)[] = []
  const styles: number[] = []
  const sheets: Gathered[] = []
  let wide = true
  let depth = 0
  let substream = -1
  let locked = false
  for (let at = 0; at + 4 <= stream.length; ) {
    const kind = view.getUint16(at, true)
    const length = view.getUint16(at + 2, true)
    const from = at + 4
    at = from + length
    if (at > stream.length) break
    if (kind === BOF && length >= 4) {
      if (depth++ === 0) substream++
      if (substream === 0) wide = view.getUint16(from, true) >= 0x0600
      else if (depth === 1) sheets.push({ styles: new Map(), hiddenRows: new Set(), hiddenColumns: [] })
    } else if (kind === EOF_RECORD) depth--
    else if (kind === FILE_PASS) locked = true
    else if (substream === 0 && kind === FONT && length > 16) fonts.push(fontName(stream, from, wide))
    else if (substream === 0 && kind === XF && length >= 2) styles.push(view.getUint16(from, true))
    else if (depth === 1) addTo(sheets.at(-1), { kind, view, from, length })
  }
  const fontOf = (style: number): string | null => {
    const font = styles[style]
    return font === undefined ? null : (fonts[font > GAP ? font - 1 : font] ?? null)
  }
  return { locked, fontOf, sheets }
}

type Gathered = { styles: Map<number, Uint16Array>; hiddenRows: Set<number>; hiddenColumns: number[] }

function fontName(stream: Uint8Array, from: number, wide: boolean): string | null {
  const length = stream[from + 14] ?? 0
  const two = wide && ((stream[from + 15] ?? 0) & 1) === 1
  const start = from + (wide ? 16 : 15)
  const name = new TextDecoder(two ? 'utf-16le' : 'windows-1252').decode(
    stream.subarray(start, start + length * (two ? 2 : 1)),
  )
  return name === '' ? null : name
}

type XlsRecord = { readonly kind: number; readonly view: DataView; readonly from: number; readonly length: number }

function addTo(sheet: Gathered | undefined, { kind, view, from, length }: XlsRecord): void {
  if (sheet === undefined || length < 6) return
  const word = (at: number): number => view.getUint16(from + at, true)
  if (ONE_CELL.has(kind)) stylesOf(sheet, word(0))[word(2) % COLUMNS] = word(4)
  else if (kind === MANY_NUMBERS)
    for (let i = 0; 4 + i * 6 + 8 <= length; i++) stylesOf(sheet, word(0))[(word(2) + i) % COLUMNS] = word(4 + i * 6)
  else if (kind === MANY_BLANKS) return
  else if (kind === ROW && length >= 16 && (word(12) & 0x20) !== 0) sheet.hiddenRows.add(word(0))
  else if (kind === COLUMN && length >= 10 && (word(8) & 1) !== 0)
    for (let c = word(0); c <= Math.min(word(2), COLUMNS - 1); c++) sheet.hiddenColumns.push(c)
}

function stylesOf(sheet: Gathered, row: number): Uint16Array {
  const known = sheet.styles.get(row)
  if (known !== undefined) return known
  const made = new Uint16Array(COLUMNS)
  sheet.styles.set(row, made)
  return made
}
