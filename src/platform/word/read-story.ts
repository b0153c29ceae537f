/**
 * Mạch chữ của một phần tệp Word: walks the XML of a body, a page header or the notes, and gives its lines as Word shows them
 * with all tracked changes accepted.
 */
import type { SaxesTagPlain } from 'saxes'
import type { Conversion } from '../../kernel/mend-encoding.ts'
import { addText, lookOf, newParagraph, newRun, type Paragraph, type Run, textOf } from './read-runs.ts'
import { fontOf, isOn, type Styles } from './read-styles.ts'
import { type Table, tableLines } from './read-table.ts'
import { attribute, parseXml } from './word-xml.ts'

/** What a walk needs to know, and where it tells what it turned. */
export type Around = {
  readonly styles: Styles
  /** The label of a numbered paragraph with what stands between it and the text; it counts. */
  readonly label: (p: Paragraph) => string
  /** The number shown for a note; null for a note with a mark of its own. */
  readonly note: (tag: SaxesTagPlain) => number | null
  readonly tell: (c: Conversion) => void
}

/** Các mạch: `''` holds the body, notes stand under their ids. */
export type Stories = ReadonlyMap<string, readonly string[]>

/** What Word does not show: deleted and moved words, field codes, settings of before a tracked change, doubles of drawings. */
const SKIPPED = new Set([
  ...['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'w:delInstrText', 'mc:Fallback', 'w:rt', 'w:tblGrid'],
  ...['w:pPrChange', 'w:rPrChange', 'w:tblPrChange', 'w:trPrChange', 'w:tcPrChange', 'w:sectPr', 'w:tblPrExChange'],
])

/** Deeper files than this are made to break readers. */
const DEEPEST = 200

type State = {
  readonly around: Around
  readonly stories: Map<string, string[]>
  lines: string[]
  readonly tables: (Table & { inCell: boolean })[]
  readonly paragraphs: Paragraph[]
  readonly runs: Run[]
  /** Content controls: whether the open one shows only its prompt. */
  readonly controls: boolean[]
  readonly path: string[]
  carried: string
  inText: boolean
  skipping: number
}

function put(s: State, text: string): void {
  const table = s.tables.at(-1)
  const cell = table?.inCell ? table.rows.at(-1)?.cells.at(-1) : undefined
  ;(cell?.lines ?? s.lines).push(...text.split('\n'))
}

/** Style id -> style, for runs. */
const styleOf = (s: State) => (id: string) => s.around.styles.of(id)

function add(s: State, text: string, font?: string | null): void {
  const p = s.paragraphs.at(-1)
  if (!p) return
  const run = s.runs.at(-1) ?? newRun()
  const look = lookOf(run, s.around.styles.of(p.style), styleOf(s))
  addText(p, text, font === undefined ? look : { ...look, font })
}

const within = (s: State, name: string): boolean => s.path.includes(name)

/** A symbol: a byte in an old font, else a mark of its own that starts a list item or says nothing. */
function addSymbol(s: State, tag: SaxesTagPlain): void {
  const code = Number.parseInt(attribute(tag, 'w:char') ?? '', 16)
  if (!(code > 0x1f && code < 0xfffe)) return
  add(s, String.fromCharCode(code < 0x100 ? 0xf000 + code : code), attribute(tag, 'w:font'))
}

/** Marks of deletion on what has no text of its own: the end of a paragraph, a row. */
function markDeleted(s: State): void {
  const row = s.path.includes('w:trPr') ? s.tables.at(-1)?.rows.at(-1) : undefined
  const p = s.paragraphs.at(-1)
  if (row) row.removed = true
  else if (p && s.path.includes('w:pPr') && s.path.at(-2) === 'w:rPr') p.open = true
}

type Opening = (s: State, value: string | null, tag: SaxesTagPlain) => void

const lastCell = (s: State) => s.tables.at(-1)?.rows.at(-1)?.cells.at(-1)
const count = (value: string | null): number => Math.min(60, Math.max(0, Math.trunc(Number(value)) || 0))

const onRun =
  (set: (run: Run, value: string | null, tag: SaxesTagPlain) => void): Opening =>
  (s, value, tag) => {
    const run = s.runs.at(-1)
    // The look of a paragraph's mark, or of the defaults of a table, is not that of its text.
    if (run && s.path.at(-2) === 'w:rPr' && s.path.at(-3) === 'w:r') set(run, value, tag)
  }

/** What each opening tag does; tags inside skipped ones do nothing. */
const OPENING: Readonly<Record<string, Opening>> = {
  'w:t': (s) => {
    s.inText = true
  },
  'm:t': (s) => {
    s.inText = true
  },
  // Tab stops are declared by tags of the same name inside the settings of a paragraph.
  'w:tab': (s) => within(s, 'w:pPr') || add(s, '\t'),
  'w:ptab': (s) => add(s, '\t'),
  'w:br': (s) => add(s, '\n'),
  'w:cr': (s) => add(s, '\n'),
  'w:noBreakHyphen': (s) => add(s, '-'),
  'w:sym': (s, _, tag) => addSymbol(s, tag),
  'w:r': (s) => s.runs.push(newRun()),
  'w:rStyle': onRun((r, value) => {
    r.style = value
  }),
  'w:rFonts': onRun((r, _, tag) => {
    r.font = fontOf(tag) ?? r.font
  }),
  'w:caps': onRun((r, value) => {
    r.capitals = isOn(value)
  }),
  'w:vanish': onRun((r, value) => {
    r.hidden = isOn(value)
  }),
  'w:footnoteReference': (s, _, tag) => addNote(s, tag),
  'w:endnoteReference': (s, _, tag) => addNote(s, tag),
  'w:p': (s) => s.paragraphs.push(newParagraph()),
  'w:pStyle': (s, value) => setParagraph(s, { style: value }),
  'w:numId': (s, value) => setParagraph(s, { list: value }),
  'w:ilvl': (s, value) => setParagraph(s, { level: count(value) }),
  'w:tbl': (s) => s.tables.push({ rows: [], ruled: null, inCell: false }),
  'w:tr': (s) => s.tables.at(-1)?.rows.push({ cells: [], before: 0, after: 0, removed: false }),
  'w:tc': (s) => openCell(s),
  'w:gridSpan': (s, value) => setCell(s, { span: Math.max(1, count(value)) }),
  'w:vMerge': (s, value) => setCell(s, { below: value !== 'restart' }),
  'w:gridBefore': (s, value) => setRow(s, { before: count(value) }),
  'w:gridAfter': (s, value) => setRow(s, { after: count(value) }),
  'w:insideV': (s, value) => setRuled(s, value),
  'w:tblStyle': (s, value) => /grid|lưới/iu.test(value ?? '') && setRuled(s, 'single'),
  'w:sdt': (s) => s.controls.push(false),
  'w:showingPlcHdr': (s) => {
    if (s.controls.length > 0) s.controls[s.controls.length - 1] = true
  },
  'w:footnote': openNote,
  'w:endnote': openNote,
}

function addNote(s: State, tag: SaxesTagPlain): void {
  const number = s.around.note(tag)
  if (number !== null) add(s, `[${number}]`, null)
}

function setParagraph(s: State, what: Partial<Pick<Paragraph, 'style' | 'list' | 'level'>>): void {
  const p = s.paragraphs.at(-1)
  if (p) Object.assign(p, what)
}

function setCell(s: State, what: Partial<{ span: number; below: boolean }>): void {
  const cell = lastCell(s)
  if (cell) Object.assign(cell, what)
}

function setRow(s: State, what: Partial<{ before: number; after: number }>): void {
  const row = s.tables.at(-1)?.rows.at(-1)
  if (row) Object.assign(row, what)
}

function setRuled(s: State, value: string | null): void {
  const table = s.tables.at(-1)
  if (table && s.path.includes('w:tblPr')) table.ruled = value !== 'none' && value !== 'nil'
}

function openCell(s: State): void {
  const table = s.tables.at(-1)
  if (!table) return
  table.rows.at(-1)?.cells.push({ lines: [], span: 1, below: false })
  table.inCell = true
}

/** Separators between text and notes are kept by Word as notes of a type. */
function openNote(s: State, _: string | null, tag: SaxesTagPlain): void {
  const type = attribute(tag, 'w:type')
  s.lines = []
  if (type === null || type === 'normal') s.stories.set(attribute(tag, 'w:id') ?? '', s.lines)
}

function closeParagraph(s: State): void {
  const p = s.paragraphs.pop()
  if (!p) return
  const text = s.carried + textOf(p, s.around.tell)
  s.carried = ''
  // A paragraph whose end was deleted goes on in the next one and takes its number.
  if (p.open) s.carried = text
  else {
    const label = s.around.label(p)
    put(s, text.trim() === '' ? text : label + text)
  }
}

function closeTag(s: State, name: string): void {
  const table = s.tables.at(-1)
  if (name === 'w:t' || name === 'm:t') s.inText = false
  else if (name === 'w:r') s.runs.pop()
  else if (name === 'w:sdt') s.controls.pop()
  else if (name === 'w:p') closeParagraph(s)
  else if (name === 'w:tc' && table) table.inCell = false
  else if (name === 'w:tbl' && table) {
    s.tables.pop()
    for (const line of tableLines(table)) put(s, line)
  }
}

/** Whether what the tag holds is left out. */
const isSkipped = (s: State, name: string): boolean =>
  SKIPPED.has(name) || (name === 'w:sdtContent' && s.controls.at(-1) === true)

/** The lines of every story in `xml`, or null when the XML is not sound. */
export function storiesOf(xml: string, around: Around): Stories | null {
  const body: string[] = []
  const s: State = {
    around,
    stories: new Map([['', body]]),
    lines: body,
    tables: [],
    paragraphs: [],
    runs: [],
    controls: [],
    path: [],
    carried: '',
    inText: false,
    skipping: 0,
  }
  let deep = false
  const sound = parseXml(xml, {
    open: (tag) => {
      s.path.push(tag.name)
      deep ||= s.path.length > DEEPEST
      if (s.skipping > 0) s.skipping++
      else if (isSkipped(s, tag.name)) {
        if (tag.name === 'w:del' || tag.name === 'w:moveFrom') markDeleted(s)
        s.skipping = 1
      } else if (!deep) OPENING[tag.name]?.(s, attribute(tag, 'w:val'), tag)
    },
    text: (text) => {
      if (s.inText && s.skipping === 0) add(s, text)
    },
    close: (name) => {
      s.path.pop()
      if (s.skipping > 0) s.skipping--
      else if (!deep) closeTag(s, name)
    },
  })
  if (s.carried !== '') put(s, s.carried)
  return sound && !deep ? s.stories : null
}
