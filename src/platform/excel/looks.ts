/** Kiểu ô thành `styles.xml`: every look crossed with every way of showing a value, so that a style is an index. */
import type { Look } from './workbook.ts'

/** Cách hiện giá trị. `quoted`: a text that Excel would take for a formula, a number or a date if it were typed again. */
export type Shown = 'text' | 'quoted' | 'plain' | 'grouped' | 'decimal' | 'day'

const SHOWN: readonly Shown[] = ['text', 'quoted', 'plain', 'grouped', 'decimal', 'day']

/** Built-in 3 = `#,##0`; our own numbers start at 164. */
const FORMAT: Readonly<Record<Shown, number>> = { text: 0, quoted: 0, plain: 0, grouped: 3, decimal: 164, day: 165 }

type Drawn = {
  readonly font: 'body' | 'bold' | 'title' | 'italic'
  readonly fill: 'none' | 'head' | 'group' | 'wrong'
  readonly boxed: boolean
  readonly across: 'left' | 'center' | 'general'
  readonly down: 'top' | 'center'
}

const LOOKS: Readonly<Record<Look, Drawn>> = {
  plain: { font: 'body', fill: 'none', boxed: false, across: 'general', down: 'top' },
  wrap: { font: 'body', fill: 'none', boxed: true, across: 'general', down: 'top' },
  centre: { font: 'body', fill: 'none', boxed: true, across: 'center', down: 'top' },
  title: { font: 'title', fill: 'none', boxed: false, across: 'center', down: 'center' },
  note: { font: 'italic', fill: 'none', boxed: false, across: 'center', down: 'center' },
  header: { font: 'bold', fill: 'head', boxed: true, across: 'center', down: 'center' },
  group: { font: 'bold', fill: 'group', boxed: true, across: 'left', down: 'center' },
  total: { font: 'bold', fill: 'none', boxed: true, across: 'general', down: 'top' },
  wrong: { font: 'body', fill: 'wrong', boxed: true, across: 'general', down: 'top' },
}

const NAMES = Object.keys(LOOKS) as Look[]

const FIRST = Object.fromEntries(NAMES.map((look, i) => [look, i * SHOWN.length])) as Record<Look, number>
const PLACE = Object.fromEntries(SHOWN.map((shown, j) => [shown, j])) as Record<Shown, number>

/** Index of the style. Index 0 is the plain text cell. */
export const styleOf = (look: Look, shown: Shown): number => FIRST[look] + PLACE[shown]

const FACE = '<name val="Times New Roman"/><family val="1"/>'
const FONTS = {
  body: `<font><sz val="12"/>${FACE}</font>`,
  bold: `<font><b/><sz val="12"/>${FACE}</font>`,
  title: `<font><b/><sz val="14"/>${FACE}</font>`,
  italic: `<font><i/><sz val="12"/>${FACE}</font>`,
}
const solid = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`
// The format keeps the first two fills for itself.
const FILLS = {
  none: '<fill><patternFill patternType="none"/></fill>',
  reserved: '<fill><patternFill patternType="gray125"/></fill>',
  head: solid('E7F0F9'),
  group: solid('F4F6F9'),
  wrong: solid('FCE8E8'),
}
const side = (name: string) => `<${name} style="thin"><color rgb="FF7A8694"/></${name}>`
const BOXED = `<border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border>`
const OPEN = '<border><left/><right/><top/><bottom/><diagonal/></border>'

const at = (names: object, name: string): number => Object.keys(names).indexOf(name)

function xf(look: Look, shown: Shown): string {
  const d = LOOKS[look]
  const across = shown === 'day' && d.across === 'general' ? 'center' : d.across
  const quoted = shown === 'quoted' ? ' quotePrefix="1"' : ''
  const wrap = look === 'plain' ? '' : ' wrapText="1"'
  return `<xf numFmtId="${FORMAT[shown]}" fontId="${at(FONTS, d.font)}" fillId="${at(FILLS, d.fill)}" borderId="${d.boxed ? 1 : 0}" xfId="0"${quoted} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${across}" vertical="${d.down}"${wrap}/></xf>`
}

const listed = (tag: string, parts: readonly string[]): string =>
  `<${tag} count="${parts.length}">${parts.join('')}</${tag}>`

/** The whole of `xl/styles.xml`. */
export const stylesXml = (): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.0###"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts>',
    listed('fonts', Object.values(FONTS)),
    listed('fills', Object.values(FILLS)),
    listed('borders', [OPEN, BOXED]),
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    listed(
      'cellXfs',
      NAMES.flatMap((look) => SHOWN.map((shown) => xf(look, shown))),
    ),
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('')
