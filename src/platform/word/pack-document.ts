/** Đóng gói tệp Word: the parts of a file (ECMA-376, phần 2) around its sections, the same bytes on any machine and at any time. */
import { strToU8, type Zippable, zipSync } from 'fflate'
import { halves, ND30 } from './paper-layout.ts'
import { escaped, type Paragraph, paragraph, paragraphMarkup, runProperties, type Table } from './word-markup.ts'

/** Phần của tệp: what stands in it, and its page in twips. */
export type Section = {
  readonly children: readonly (Paragraph | Table)[]
  readonly page: { readonly width: number; readonly height: number; readonly landscape: boolean }
  readonly margin: {
    readonly top: number
    readonly right: number
    readonly bottom: number
    readonly left: number
    readonly header: number
    readonly footer: number
  }
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const CONTENT_TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
  ['/word/document.xml', `${WORD}.document.main+xml`],
  ['/word/styles.xml', `${WORD}.styles+xml`],
  ['/word/settings.xml', `${WORD}.settings+xml`],
  ['/word/header1.xml', `${WORD}.header+xml`],
  ['/word/header2.xml', `${WORD}.header+xml`],
  ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
]
  .map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`)
  .join('')}</Types>`

const relations = (list: readonly (readonly [type: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const PACKAGE_RELATIONS = relations([
  [`${OFFICE}/officeDocument`, 'word/document.xml'],
  [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
])
const DOCUMENT_RELATIONS = relations([
  [`${OFFICE}/header`, 'header1.xml'],
  [`${OFFICE}/header`, 'header2.xml'],
  [`${OFFICE}/styles`, 'styles.xml'],
  [`${OFFICE}/settings`, 'settings.xml'],
])

const FONTS = ['ascii', 'hAnsi', 'eastAsia', 'cs'].map((slot) => ` w:${slot}="${ND30.font}"`).join('')
const SIZE = halves(ND30.body.size.use)
const NO_MARGIN = ['top', 'left', 'bottom', 'right'].map((side) => `<w:${side} w:w="0" w:type="dxa"/>`).join('')
/** One kind of letters for the whole file. */
const STYLES = `${HEAD}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts${FONTS}/><w:color w:val="${ND30.colour}"/><w:sz w:val="${SIZE}"/><w:szCs w:val="${SIZE}"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>${NO_MARGIN}</w:tblCellMar></w:tblPr></w:style></w:styles>`

const SETTINGS = `${HEAD}<w:settings xmlns:w="${MAIN}"><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

const header = (inner: string): string => `${HEAD}<w:hdr xmlns:w="${MAIN}">${inner}</w:hdr>`

function pageNumber(): string {
  const properties = runProperties({ size: halves(ND30.pageNumber.size.use) })
  const part = (inner: string): string => `<w:r>${properties}${inner}</w:r>`
  const field = [
    part('<w:fldChar w:fldCharType="begin"/>'),
    part('<w:instrText xml:space="preserve">PAGE</w:instrText>'),
    part('<w:fldChar w:fldCharType="separate"/>'),
    part('<w:fldChar w:fldCharType="end"/>'),
  ]
  return paragraphMarkup(paragraph(field, { alignment: 'center' }))
}

function sectionSettings({ page, margin: m }: Section): string {
  const first = ND30.pageNumber.firstPageHidden ? '<w:titlePg/>' : ''
  return `<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:headerReference w:type="first" r:id="rId2"/><w:pgSz w:w="${page.width}" w:h="${page.height}" w:orient="${page.landscape ? 'landscape' : 'portrait'}"/><w:pgMar w:top="${m.top}" w:right="${m.right}" w:bottom="${m.bottom}" w:left="${m.left}" w:header="${m.header}" w:footer="${m.footer}" w:gutter="0"/><w:pgNumType w:start="1"/>${first}<w:docGrid w:linePitch="360"/></w:sectPr>`
}

const markupOf = (part: Paragraph | Table): string => (part.kind === 'table' ? part.markup : paragraphMarkup(part))

/** A section that another follows ends in a paragraph that carries its settings: its last one, or an empty one after a table. */
function innerSection(section: Section): string {
  const last = section.children.at(-1)
  const ends = last?.kind === 'paragraph' ? last : paragraph([])
  const before = last?.kind === 'paragraph' ? section.children.slice(0, -1) : section.children
  return `${before.map(markupOf).join('')}${paragraphMarkup(ends, sectionSettings(section))}`
}

function documentPart(sections: readonly Section[]): string {
  const body = sections.map((s, i) =>
    i < sections.length - 1 ? innerSection(s) : `${s.children.map(markupOf).join('')}${sectionSettings(s)}`,
  )
  return `${HEAD}<w:document xmlns:w="${MAIN}" xmlns:r="${OFFICE}"><w:body>${body.join('')}</w:body></w:document>`
}

/** Thông tin chung của tệp. `stamp`: the instant that stands as that of its making. */
export type Properties = { readonly title: string; readonly creator: string; readonly stamp: string }

function coreProperties({ title, creator, stamp }: Properties): string {
  const [name, by] = [escaped(title), escaped(creator)]
  const at = (what: string): string => `<dcterms:${what} xsi:type="dcterms:W3CDTF">${stamp}</dcterms:${what}>`
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${name}</dc:title><dc:creator>${by}</dc:creator><cp:lastModifiedBy>${by}</cp:lastModifiedBy><cp:revision>1</cp:revision>${at('created')}${at('modified')}</cp:coreProperties>`
}

/** The file: its parts in the order of their names. */
export function packDocument(properties: Properties, sections: readonly Section[]): Uint8Array {
  const parts: Zippable = {
    '[Content_Types].xml': strToU8(CONTENT_TYPES),
    '_rels/.rels': strToU8(PACKAGE_RELATIONS),
    'docProps/core.xml': strToU8(coreProperties(properties)),
    'word/_rels/document.xml.rels': strToU8(DOCUMENT_RELATIONS),
    'word/document.xml': strToU8(documentPart(sections)),
    'word/header1.xml': strToU8(header(pageNumber())),
    'word/header2.xml': strToU8(header('<w:p/>')),
    'word/settings.xml': strToU8(SETTINGS),
    'word/styles.xml': strToU8(STYLES),
  }
  // The fields of a local date are what a zip entry holds: these are the same in every time zone.
  return zipSync(parts, { level: 6, mtime: new Date(1980, 0, 1, 0, 0, 0), os: 0 })
}
