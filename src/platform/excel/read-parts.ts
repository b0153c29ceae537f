/** Các phần chung của tệp Excel: which sheets there are, the shared texts, and what each style says of a cell. */
import { accept, type Decision } from '../../kernel/result.ts'
import type { ZipEntry } from '../word/bounded-zip.ts'
import { type Caps, pieces, type Spoilt, spoilt } from './inflate.ts'
import { type Attributes, feedOf, type Listener } from './xml-events.ts'

/** Kiểu của ô: its font, and whether its number is a day. */
export type CellStyle = { readonly font: string | null; readonly day: boolean }

/** Các phần chung. */
export type Parts = {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly part: string }[]
  readonly texts: readonly string[]
  readonly styles: readonly CellStyle[]
  readonly from1904: boolean
}

type Find = (name: string) => ZipEntry | null

/** Reads them. A workbook without sheets, or with a part that is damaged or too large, is refused. */
export function readParts(find: Find, caps: Caps): Decision<Parts> {
  const links = new Map<string, string>()
  const linked = each(find('xl/_rels/workbook.xml.rels'), caps, (name, of) => {
    if (name === 'Relationship') links.set(of.Id ?? '', partName(of.Target ?? ''))
  })
  const sheets: { name: string; hidden: boolean; part: string }[] = []
  let from1904 = false
  const listed = each(find('xl/workbook.xml'), caps, (name, of) => {
    if (name === 'workbookPr') from1904 = of.date1904 === '1' || of.date1904 === 'true'
    if (name === 'sheet') {
      const hidden = (of.state ?? 'visible') !== 'visible'
      sheets.push({ name: of.name ?? '', hidden, part: links.get(of['r:id'] ?? '') ?? '' })
    }
  })
  const texts: string[] = []
  const shared = find('xl/sharedStrings.xml')
  const told = shared === null ? null : tell(shared, caps, textReader(texts, caps.texts))
  const styles = styleReader()
  const styled = find('xl/styles.xml')
  const drawn = styled === null ? null : tell(styled, caps, styles.listener)
  const bad = linked ?? listed ?? told ?? drawn
  if (bad !== null) return spoilt(bad)
  if (texts.length > caps.texts) return spoilt('too-large')
  return sheets.length === 0 ? spoilt('damaged') : accept({ sheets, texts, styles: styles.done(), from1904 })
}

/** "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml" -> "xl/worksheets/sheet1.xml". */
const partName = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)

type Opened = (name: string, of: Attributes) => void

const each = (entry: ZipEntry | null, caps: Caps, open: Opened): Spoilt | null =>
  tell(entry, caps, { open, close: () => undefined, text: () => undefined })

/** Tells a whole part to a listener; answers with what went wrong. */
function tell(entry: ZipEntry | null, caps: Caps, listener: Listener): Spoilt | null {
  if (entry === null) return 'damaged'
  const feed = feedOf(listener)
  const bytes = pieces(entry, caps.part)
  for (;;) {
    const next = bytes.next()
    if (next.done === true) return next.value ?? (feed.end() ? null : 'damaged')
    if (!feed.push(next.value)) return 'damaged'
  }
}

/** Each `<si>` becomes one text; runs are joined, what is written for its reading (`rPh`) is left out. */
function textReader(texts: string[], most: number): Listener {
  let text = ''
  let inText = false
  let reading = 0
  return {
    open: (name) => {
      if (name === 't') inText = true
      else if (name === 'rPh') reading++
      else if (name === 'si') text = ''
    },
    close: (name) => {
      if (name === 't') inText = false
      else if (name === 'rPh') reading--
      else if (name === 'si' && texts.length <= most) texts.push(unescaped(text))
    },
    text: (t) => {
      if (inText && reading === 0) text += t
    },
  }
}

/** `_x000D_` and the like, as Excel writes characters that XML cannot hold. */
export const unescaped = (text: string): string => (text.includes('_x') ? unescapedAll(text) : text)

const unescapedAll = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** Built-in number formats that show a date. */
const isBuiltInDay = (id: number): boolean => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36)

/** Whether a number format of its own shows a date: it names days, months or years outside quotes and brackets. */
export const isDayFormat = (code: string): boolean =>
  /[dy]|m{3}/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/general/i, ''))

function styleReader(): { listener: Listener; done: () => CellStyle[] } {
  const fonts: (string | null)[] = []
  const days = new Map<number, boolean>()
  const cells: { font: number; format: number }[] = []
  let within = ''
  const open: Opened = (name, of) => {
    if (name === 'fonts' || name === 'cellXfs' || name === 'cellStyleXfs' || name === 'dxfs') within = name
    if (name === 'numFmt') days.set(Number(of.numFmtId), isDayFormat(of.formatCode ?? ''))
    if (within === 'fonts' && name === 'font') fonts.push(null)
    if (within === 'fonts' && name === 'name') fonts[fonts.length - 1] = of.val ?? null
    if (within === 'cellXfs' && name === 'xf') cells.push({ font: Number(of.fontId), format: Number(of.numFmtId) })
  }
  const close = (name: string): void => {
    if (name === within) within = ''
  }
  return {
    listener: { open, close, text: () => undefined },
    done: () => cells.map((c) => ({ font: fonts[c.font] ?? null, day: days.get(c.format) ?? isBuiltInDay(c.format) })),
  }
}
