/**
 * Xuất Excel (.xlsx): one model gives one file, whose contents are the same byte for byte on any machine and at any time; rows
 * go straight into the file, so a sheet of a hundred thousand rows needs no more memory than one of ten.
 */
import { cellAddress, columnLetters } from './addresses.ts'
import { xmlText } from './cell-xml.ts'
import { stylesXml } from './looks.ts'
import { filterRange, sheetXml } from './sheet-xml.ts'
import type { NamedRange, Sheet, Workbook } from './workbook.ts'
import { type NewEntry, zipStream } from './write-zip.ts'

/** The kind of a file of Excel. */
export const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** The file, piece after piece. Throws on names that Excel refuses and on a number that is none. */
export function workbookStream(w: Workbook): AsyncGenerator<Uint8Array> {
  return zipStream(entriesOf(w))
}

const encoder = new TextEncoder()

function* entriesOf(w: Workbook): Generator<NewEntry> {
  demandNames(w)
  const part = (name: string, text: string): NewEntry => ({ name, bytes: [encoder.encode(text)] })
  yield part('[Content_Types].xml', contentTypes(w))
  yield part('_rels/.rels', PACKAGE_RELATIONS)
  yield part('docProps/core.xml', coreProperties(w))
  yield part('xl/styles.xml', stylesXml())
  yield part('xl/_rels/workbook.xml.rels', relations(w))
  const counted = w.sheets.map(() => ({ rows: 0 }))
  for (const [i, sheet] of w.sheets.entries())
    yield { name: `xl/worksheets/sheet${i + 1}.xml`, bytes: sheetBytes(sheet, counted[i] ?? { rows: 0 }) }
  // The range under filter buttons is known only now.
  const rows = counted.map((c) => c.rows)
  yield part('xl/workbook.xml', workbookXml(w, rows))
}

async function* sheetBytes(sheet: Sheet, counted: { rows: number }): AsyncGenerator<Uint8Array> {
  for await (const text of sheetXml(sheet, counted)) yield encoder.encode(text)
}

/** The whole file at once, for a download that is small. */
export async function writeWorkbook(w: Workbook): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of workbookStream(w)) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}

/** Excel refuses a file whose sheets have long, empty, twin or oddly spelt names. */
function demandNames(w: Workbook): void {
  const names = w.sheets.map((s) => s.name.toLowerCase())
  const bad = w.sheets.find((s) => s.name === '' || s.name.length > 31 || /[\\/?*[\]:]|^'|'$/.test(s.name))
  if (bad !== undefined) throw new Error(`not a name for a sheet: "${bad.name}"`)
  if (w.sheets.length === 0 || new Set(names).size < names.length) throw new Error('sheets need names of their own')
}

const contentTypes = (w: Workbook): string => {
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="${type}"/>`
  const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', `${sheet}.sheet.main+xml`)}${part('/xl/styles.xml', `${sheet}.styles+xml`)}${part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}${w.sheets.map((_, i) => part(`/xl/worksheets/sheet${i + 1}.xml`, `${sheet}.worksheet+xml`)).join('')}</Types>`
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`

const PACKAGE_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', `${OFFICE}/relationships/officeDocument`, 'xl/workbook.xml')}${relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml')}</Relationships>`

const relations = (w: Workbook): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${w.sheets.map((_, i) => relation(`rId${i + 1}`, `${OFFICE}/relationships/worksheet`, `worksheets/sheet${i + 1}.xml`)).join('')}${relation(`rId${w.sheets.length + 1}`, `${OFFICE}/relationships/styles`, 'styles.xml')}</Relationships>`

function coreProperties(w: Workbook): string {
  const when = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${w.made}T00:00:00Z</dcterms:${name}>`
  return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(w.title)}</dc:title><dc:creator>${xmlText(w.creator)}</dc:creator><cp:lastModifiedBy>${xmlText(w.creator)}</cp:lastModifiedBy>${when('created')}${when('modified')}</cp:coreProperties>`
}

const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`
const fixed = (range: string): string => range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')

function workbookXml(w: Workbook, rows: readonly number[]): string {
  const sheets = w.sheets.map((s, i) => `<sheet name="${xmlText(s.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
  const own = w.sheets.flatMap((s, i) => {
    const filter = filterRange(s, rows[i] ?? 0)
    const local = (name: string, range: string, hidden = '') =>
      `<definedName name="_xlnm.${name}" localSheetId="${i}"${hidden}>${xmlText(`${quoted(s.name)}!${range}`)}</definedName>`
    return [
      ...(filter === null ? [] : [local('_FilterDatabase', fixed(filter), ' hidden="1"')]),
      ...(s.repeated === undefined ? [] : [local('Print_Titles', `$${s.repeated[0]}:$${s.repeated[1]}`)]),
    ]
  })
  const names = [...own, ...(w.names ?? []).map(namedXml)]
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.join('')}</sheets>${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}</workbook>`
}

const namedXml = (n: NamedRange): string =>
  `<definedName name="${xmlText(n.name)}">${xmlText(`${quoted(n.sheet)}!${fixed(`${cellAddress(n.from, n.column)}:${columnLetters(n.column)}${n.to}`)}`)}</definedName>`
