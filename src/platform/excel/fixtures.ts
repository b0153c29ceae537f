/** Tệp mẫu cho kiểm thử: a workbook whose parts are written by hand, as programs of all kinds write them. */
import { strToU8, zipSync } from 'fflate'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** Parts of a workbook; what is left out is left out of the file, or stands as the least that a workbook needs. */
export type Parts = {
  /** The whole XML of the first sheet, or of each. */
  readonly sheets: readonly string[]
  readonly texts?: string
  readonly styles?: string
  readonly from1904?: boolean
  readonly more?: Readonly<Record<string, Uint8Array>>
}

/** The file. */
export function handMade(p: Parts): Uint8Array {
  const listed = p.sheets.map((_, i) => `<sheet name="Trang ${i + 1}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
  const links = p.sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  )
  if (p.styles !== undefined) links.push(`<Relationship Id="st" Type="${OFFICE}/styles" Target="styles.xml"/>`)
  if (p.texts !== undefined)
    links.push(`<Relationship Id="tx" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>`)
  return zipSync({
    '[Content_Types].xml': strToU8(contentTypes(p)),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${p.from1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}</Relationships>`,
    ),
    ...Object.fromEntries(p.sheets.map((s, i) => [`xl/worksheets/sheet${i + 1}.xml`, strToU8(s)])),
    ...(p.texts === undefined ? {} : { 'xl/sharedStrings.xml': strToU8(p.texts) }),
    ...(p.styles === undefined ? {} : { 'xl/styles.xml': strToU8(p.styles) }),
    ...p.more,
  })
}

function contentTypes(p: Parts): string {
  const part = (name: string, kind: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`
  const own = [
    part('workbook', 'sheet.main'),
    ...p.sheets.map((_, i) => part(`worksheets/sheet${i + 1}`, 'worksheet')),
    p.styles === undefined ? '' : part('styles', 'styles'),
    p.texts === undefined ? '' : part('sharedStrings', 'sharedStrings'),
  ]
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${own.join('')}</Types>`
}

/** A sheet around its rows. `before` and `after` stand where Excel puts columns and merged cells. */
export const sheetOf = (rows: string, before = '', after = ''): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`

/** Shared texts, each as the inside of its `<si>`. */
export const textsOf = (items: readonly string[]): string =>
  `<?xml version="1.0"?><sst xmlns="${MAIN}" count="${items.length}">${items.map((i) => `<si>${i}</si>`).join('')}</sst>`

/** Styles: a font and a format for each; a format is a code. */
export function stylesOf(list: readonly { readonly font: string; readonly format: string }[]): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const formats = list.map((s, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(s.format)}"/>`)
  const fonts = list.map((s) => `<font><sz val="12"/><name val="${escaped(s.font)}"/></font>`)
  const xfs = list.map(
    (_, i) =>
      `<xf numFmtId="${164 + i}" fontId="${i}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
  )
  return `<styleSheet xmlns="${MAIN}"><numFmts>${formats.join('')}</numFmts><fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs></styleSheet>`
}
