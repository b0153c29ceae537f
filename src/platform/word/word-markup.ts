/**
 * Chữ, đoạn, bảng bằng WordprocessingML (ECMA-376, phần 1, mục 17): the few elements a paper is made of, with their properties in the
 * order the schema asks for. Lengths in twips, sizes of letters in half points. Pure.
 */

/** Finished markup of a run, or of what stands in place of one. */
export type Run = string

/** Cách đoạn, cách dòng. */
export type Spacing = {
  readonly before?: number
  readonly after?: number
  readonly line?: number
  readonly lineRule?: 'auto' | 'exact'
}

/** Properties of a paragraph. */
export type ParagraphLook = {
  readonly alignment?: 'left' | 'center' | 'right' | 'both'
  readonly keepNext?: boolean
  readonly keepLines?: boolean
  readonly widowControl?: boolean
  /** A solid rule along the top, three quarters of a point wide. */
  readonly ruled?: boolean
  readonly spacing?: Spacing
  readonly indent?: {
    readonly left?: number
    readonly right?: number
    readonly hanging?: number
    readonly firstLine?: number
  }
  readonly outlineLevel?: number
}

/** Đoạn: its properties and its runs; the last one of a section carries that section's settings. */
export type Paragraph = { readonly kind: 'paragraph'; readonly properties: string; readonly runs: string }

/** Bảng, finished. */
export type Table = { readonly kind: 'table'; readonly markup: string }

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text as it stands in markup. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITY[c] ?? c)

/** `<w:name a="1"/>`; attributes without a value are left out. */
function tag(name: string, values: Readonly<Record<string, string | number | undefined>>): string {
  let markup = `<w:${name}`
  for (const key in values) if (values[key] !== undefined) markup += ` w:${key}="${values[key]}"`
  return `${markup}/>`
}

const flag = (name: string, on: boolean | undefined): string => (on === true ? `<w:${name}/>` : '')

/** What a run of text looks like. `size` in half points. */
export type RunLook = { readonly size: number; readonly bold?: boolean; readonly italic?: boolean }

/** Properties of a run. */
export const runProperties = ({ size, bold, italic }: RunLook): string =>
  `<w:rPr>${bold ? '<w:b/><w:bCs/>' : ''}${italic ? '<w:i/><w:iCs/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`

/** One run of text, after a line break if asked for. */
export const run = (text: string, look: RunLook, lineBreak = false): Run =>
  `<w:r>${runProperties(look)}${lineBreak ? '<w:br/>' : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`

/** A run inside a content control with a title and a tag. */
export const controlled = (inner: Run, title: string, name: string): Run =>
  `<w:sdt><w:sdtPr><w:alias w:val="${escaped(title)}"/><w:tag w:val="${escaped(name)}"/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`

/** A paragraph of runs. */
export function paragraph(runs: readonly Run[], look: ParagraphLook = {}): Paragraph {
  const { spacing, indent, alignment, outlineLevel } = look
  const properties = [
    flag('keepNext', look.keepNext),
    flag('keepLines', look.keepLines),
    flag('widowControl', look.widowControl),
    look.ruled === true ? `<w:pBdr>${tag('top', { val: 'single', color: '000000', sz: 6, space: 0 })}</w:pBdr>` : '',
    spacing === undefined
      ? ''
      : tag('spacing', {
          after: spacing.after,
          before: spacing.before,
          line: spacing.line,
          lineRule: spacing.lineRule,
        }),
    indent === undefined
      ? ''
      : tag('ind', { left: indent.left, right: indent.right, hanging: indent.hanging, firstLine: indent.firstLine }),
    alignment === undefined ? '' : tag('jc', { val: alignment }),
    outlineLevel === undefined ? '' : tag('outlineLvl', { val: outlineLevel }),
  ].join('')
  return { kind: 'paragraph', properties, runs: runs.join('') }
}

/** A paragraph as markup; `section` = the settings of the section that ends with it. */
export function paragraphMarkup({ properties, runs }: Paragraph, section = ''): string {
  const all = `${properties}${section}`
  if (all === '' && runs === '') return '<w:p/>'
  return `<w:p>${all === '' ? '' : `<w:pPr>${all}</w:pPr>`}${runs}</w:p>`
}

/** Ô của bảng. `merged`: begins or goes on a cell over several rows. */
export type Cell = {
  readonly width: number
  readonly span?: number
  readonly merged?: 'restart' | 'continue'
  readonly vertical?: 'top' | 'center'
  readonly children: readonly Paragraph[]
}

/** Dòng của bảng: never broken over two pages unless `breaks`; a header row is repeated on every page. */
export type TableRow = { readonly cells: readonly Cell[]; readonly header?: boolean; readonly breaks?: boolean }

/** Margins inside the cells, in twips. */
export type CellMargins = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const
const LINES = SIDES.map((side) => tag(side, { val: 'single', color: '000000', sz: 4 })).join('')
const NO_LINES = SIDES.map((side) => tag(side, { val: 'none', color: 'auto', sz: 0 })).join('')

/** A table of fixed columns, with lines half a point wide or without any. */
export function tableOf(
  widths: readonly number[],
  rows: readonly TableRow[],
  look: { readonly lines: boolean; readonly margins: CellMargins },
): Table {
  const total = widths.reduce((a, b) => a + b, 0)
  const { top, left, bottom, right } = look.margins
  const margins = Object.entries({ top, left, bottom, right }).map(([side, w]) => tag(side, { type: 'dxa', w }))
  const properties = `<w:tblPr>${tag('tblW', { type: 'dxa', w: total })}<w:tblBorders>${look.lines ? LINES : NO_LINES}</w:tblBorders>${tag('tblLayout', { type: 'fixed' })}<w:tblCellMar>${margins.join('')}</w:tblCellMar></w:tblPr>`
  const grid = widths.map((w) => tag('gridCol', { w })).join('')
  return {
    kind: 'table',
    markup: `<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${rows.map(rowMarkup).join('')}</w:tbl>`,
  }
}

function rowMarkup({ cells, header, breaks }: TableRow): string {
  const properties = `${flag('cantSplit', breaks !== true)}${flag('tblHeader', header)}`
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.map(cellMarkup).join('')}</w:tr>`
}

function cellMarkup({ width, span, merged, vertical, children }: Cell): string {
  const properties = `${tag('tcW', { type: 'dxa', w: width })}${span === undefined ? '' : tag('gridSpan', { val: span })}${merged === undefined ? '' : tag('vMerge', { val: merged })}${vertical === undefined ? '' : tag('vAlign', { val: vertical })}`
  // A cell without a paragraph makes Word refuse the file.
  const content = children.length === 0 ? '<w:p/>' : children.map((p) => paragraphMarkup(p)).join('')
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
}
