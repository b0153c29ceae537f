/** Các phần chung của tệp Excel: which sheets there are, the shared texts, and what each style says of a cell. */
import { accept, type Decision } from '../../kernel/result.ts'
import { type Caps, type PackedEntry, pieces, type Spoilt, spoilt } from './inflate.ts'
import { builtInFormat, isDayFormat, type Show, showBy } from './number-format.ts'
import { pushAll, readTexts } from './read-texts.ts'
import { type Attributes, feedOf, type Listener } from './xml-events.ts'

/** Kiểu của ô: its font, whether its number is a day (`shortDay`: shown as dd/MM/yyyy), and how its number is shown. */
export type CellStyle = {
  readonly font: string | null
  readonly day: boolean
  readonly shortDay: boolean
  readonly show: Show
}

/** Các phần chung. */
export type Parts = {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly part: string }[]
  readonly texts: readonly string[]
  readonly styles: readonly CellStyle[]
  readonly from1904: boolean
}

type Find = (name: string) => PackedEntry | null

/** Reads them. A workbook without sheets, or with a part that is damaged or too large, is refused. */
export async function readParts(find: Find, caps: Caps): Promise<Decision<Parts>> {
  const links = new Map<string, string>()
  const linked = await tell(find('xl/_rels/workbook.xml.rels'), caps, (name, of) => {
    if (name === 'Relationship') links.set(of.Id ?? '', partName(of.Target ?? ''))
  })
  const sheets: { name: string; hidden: boolean; part: string }[] = []
  let from1904 = false
  const listed = await tell(find('xl/workbook.xml'), caps, (name, of) => {
    if (name === 'workbookPr') from1904 = of.date1904 === '1' || of.date1904 === 'true'
    if (name === 'sheet') {
      const hidden = (of.state ?? 'visible') !== 'visible'
      sheets.push({ name: of.name ?? '', hidden, part: links.get(linkOf(of)) ?? '' })
    }
  })
  const styles = styleReader()
  const styled = find('xl/styles.xml')
  const drawn = styled === null ? null : await tellAll(styled, caps, styles.listener)
  const bad = linked ?? listed ?? drawn
  if (bad !== null) return spoilt(bad)
  if (sheets.length === 0) return spoilt('damaged')
  const shared = find('xl/sharedStrings.xml')
  const told = shared === null ? NO_TEXTS : await readTexts(() => pieces(shared, caps.part), caps.texts)
  return told.bad === null ? accept({ sheets, texts: told.texts, styles: styles.done(), from1904 }) : spoilt(told.bad)
}

const NO_TEXTS = { texts: [], bad: null }

/** Programs name the space of relations as they like: `r:id` mostly. */
const linkOf = (of: Attributes): string => of['r:id'] ?? Object.entries(of).find(([k]) => k.endsWith(':id'))?.[1] ?? ''

/** "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml" -> "xl/worksheets/sheet1.xml". */
const partName = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)

type Opened = (name: string, of: Attributes) => void

/** Tells the tags of a part; answers with what went wrong. */
const tell = (entry: PackedEntry | null, caps: Caps, open: Opened): Promise<Spoilt | null> =>
  tellAll(entry, caps, { open, close: () => undefined, text: () => undefined })

async function tellAll(entry: PackedEntry | null, caps: Caps, listener: Listener): Promise<Spoilt | null> {
  return entry === null ? 'damaged' : pushAll(pieces(entry, caps.part), feedOf(listener))
}

function styleReader(): { listener: Listener; done: () => CellStyle[] } {
  const fonts: (string | null)[] = []
  const formats = new Map<number, string>()
  const cells: { font: number; format: number }[] = []
  let within = ''
  const open: Opened = (name, of) => {
    if (name === 'fonts' || name === 'cellXfs' || name === 'cellStyleXfs' || name === 'dxfs') within = name
    if (name === 'numFmt' && within !== 'dxfs') formats.set(Number(of.numFmtId), of.formatCode ?? '')
    if (within === 'fonts' && name === 'font') fonts.push(null)
    if (within === 'fonts' && name === 'name') fonts[fonts.length - 1] = of.val ?? null
    if (within === 'cellXfs' && name === 'xf') cells.push({ font: Number(of.fontId), format: Number(of.numFmtId) })
  }
  const close = (name: string): void => {
    if (name === within) within = ''
  }
  return {
    listener: { open, close, text: () => undefined },
    done: () => cells.map((c) => styleOf(fonts[c.font] ?? null, formats.get(c.format) ?? builtInFormat(c.format))),
  }
}

const styleOf = (font: string | null, format: string | null): CellStyle => ({
  font,
  day: format !== null && isDayFormat(format),
  shortDay: format?.toLowerCase() === 'dd/mm/yyyy',
  show: showBy(format),
})
