/**
 * Chữ của một dòng PDF: bits become words again. A PDF knows no spaces and no columns, only places: a small gap is a space,
 * a wide one between columns is a tab, none at all joins the halves of a word.
 */
import type { Conversion } from '../../kernel/mend-encoding.ts'
import { addText, newParagraph, textOf } from '../word/read-runs.ts'
import { type Bit, isRaised, type Line, median } from './page.ts'

/** Parts of the height of the letters. */
const SPACE = 0.12
const COLUMN = 1.8
const WIDE = 2.5

/** "1.", "a)", "-" and the like: what follows after a gap is its text, not another column. */
const MARKER =
  /^(?:[-–—+•*·▪\ue000-\uf8ff]|\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVXLC]{1,6}|[a-zđA-ZĐ])[.)]?|[a-zđ]\d?\)|\[\d+\])$/u
/** Whether a line begins with the mark of an item: "a) …". */
export const startsItem = (text: string): boolean => MARKER.test(/^\S+(?=\s)/u.exec(text)?.[0] ?? '')

/** A raised figure after a unit of length is part of the unit. */
const UNIT = /(?:^|[\s\d(/])(?:[kdc]?m|ha)$/iu

/** What stands blank to be written in by hand is no column: "Số:      /KH-UBND", "ngày    tháng". */
const BLANK = /(?:^|\s)(?:Số\s*:?|ngày|tháng)$/iu

type Gap = { readonly width: number; readonly em: number; readonly prose: boolean }

const isProse = (bit: Bit): boolean => /\S\s+\S+\s+\S/u.test(bit.text)

function gapsOf(line: Line): Gap[] {
  return line.bits.slice(1).map((bit, i) => {
    const before = line.bits[i]
    const end = before ? before.x + before.width : bit.x
    const em = Math.max(bit.size, before?.size ?? 0)
    return { width: bit.x - end, em, prose: isProse(bit) && before !== undefined && isProse(before) }
  })
}

/** Justified lines stretch every gap alike; the gap between columns stands out. */
function separators(line: Line): string[] {
  const gaps = gapsOf(line)
  const spaces = gaps.filter((g) => g.width > SPACE * g.em).map((g) => g.width)
  return gaps.map((g) => {
    if (g.width <= SPACE * g.em) return g.width < -g.em ? ' ' : ''
    const others = spaces.length > 1 ? (spaces.reduce((a, b) => a + b, 0) - g.width) / (spaces.length - 1) : 0
    const usual = Math.min(median(spaces), others)
    const apart = spaces.length === 1 ? g.prose || g.width >= WIDE * g.em : g.prose || g.width >= 2 * usual
    const column = g.width >= COLUMN * g.em && (apart || g.width >= 6 * g.em)
    return column ? '\t' : ' '
  })
}

/** A raised figure is the mark of a note, unless it belongs to a unit. */
function shownText(bit: Bit, line: Line, before: string): string {
  const mark = bit.text.trim()
  if (!/^\d{1,3}$/u.test(mark) || !isRaised(bit, line) || UNIT.test(before)) return bit.text
  return `[${mark}]`
}

/** The text of a line. `columns` false: gaps are spaces however wide (inside a cell). */
export function lineText(line: Line, columns: 'tabs' | 'spaces', tell: (c: Conversion) => void): string {
  const between = separators(line).map((s) => (columns === 'spaces' && s === '\t' ? ' ' : s))
  const tabs = between.filter((s) => s === '\t').length
  const paragraph = newParagraph()
  let plain = ''
  for (const [i, bit] of line.bits.entries()) {
    let gap = between[i - 1] ?? ''
    if (gap === '\t' && ((tabs === 1 && MARKER.test(plain.trim())) || BLANK.test(plain))) gap = ' '
    const text = shownText(bit, line, plain)
    const marked = plain === '' && text !== bit.text ? `${text} ` : text
    const spaced = gap === ' ' && (/\s$/u.test(plain) || /^\s/u.test(bit.text)) ? '' : gap
    addText(paragraph, spaced + marked, { font: bit.font, capitals: false, hidden: false })
    plain += spaced + marked
  }
  return textOf(paragraph, tell)
    .replace(/ *\t */gu, '\t')
    .trim()
}
