/** Kiểu của ô được đánh dấu: each style of the workbook with a light red ground, and one for the sentences beside the rows. */
import { attributeOf, type Tag, tagsOf, withAttribute } from './xml-lexer.ts'

const GROUND = 'FFFCE8E8'

/** Styles as they grow: ask for the marked twin of a style, then write them. */
export type MarkStyles = {
  /** Index of a style like this one on a red ground. */
  readonly marked: (base: number) => number
  /** Index of the style of the added column: a heading or a sentence, in a font that has all letters. */
  readonly note: (heading: boolean) => number
  readonly xml: () => string
}

/** Of the XML of the styles; null when it has no cell styles to begin with. */
export function markStyles(xml: string): MarkStyles | null {
  const sections = new Map<string, Section>()
  let open: { tag: Tag; depth: number } | null = null
  for (const tag of tagsOf(xml)) {
    if (open === null && tag.kind === 'open' && SECTIONS.has(tag.name)) {
      open = { tag, depth: 0 }
      sections.set(tag.name, { head: tag, items: [], end: -1 })
    } else if (open !== null) {
      const section = sections.get(open.tag.name)
      if (section === undefined) continue
      if (tag.kind === 'close') {
        if (open.depth === 0) {
          section.end = tag.start
          open = null
        } else if (--open.depth === 0) section.items.push(xml.slice(section.at ?? tag.start, tag.end))
      } else {
        if (open.depth === 0) section.at = tag.start
        if (tag.kind === 'open') open.depth++
        else if (open.depth === 0) section.items.push(xml.slice(tag.start, tag.end))
      }
    }
  }
  const fonts = sections.get('fonts')
  const fills = sections.get('fills')
  const cells = sections.get('cellXfs')
  if (!fonts || !fills || !cells || [fonts, fills, cells].some((s) => s.end < 0)) return null
  return growing(xml, { fonts, fills, cells })
}

const SECTIONS = new Set(['fonts', 'fills', 'cellXfs'])
type Section = { readonly head: Tag; readonly items: string[]; end: number; at?: number }

function growing(xml: string, { fonts, fills, cells }: { fonts: Section; fills: Section; cells: Section }): MarkStyles {
  const prefix = /^<([^\s/>:]*:)?/.exec(xml.slice(cells.head.start))?.[1] ?? ''
  const fill = fills.items.length
  const font = fonts.items.length
  const twins = new Map<number, number>()
  const added: string[] = []
  const put = (item: string): number => cells.items.length + added.push(item) - 1
  const noteXf = (bold: boolean): string =>
    `<${prefix}xf numFmtId="0" fontId="${font + (bold ? 1 : 0)}" fillId="${fill}" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><${prefix}alignment vertical="top" wrapText="1"/></${prefix}xf>`
  const notes = [put(noteXf(false)), put(noteXf(true))] as const
  const face = (bold: boolean): string =>
    `<${prefix}font>${bold ? `<${prefix}b/>` : ''}<${prefix}sz val="12"/><${prefix}name val="Times New Roman"/><${prefix}family val="1"/></${prefix}font>`
  const ground = `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${GROUND}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`
  return {
    marked: (base) => {
      const known = twins.get(base)
      if (known !== undefined) return known
      const made = put(onGround(cells.items[base] ?? cells.items[0] ?? `<${prefix}xf/>`, fill))
      twins.set(base, made)
      return made
    },
    note: (heading) => notes[heading ? 1 : 0],
    xml: () =>
      grown(xml, [
        { section: fonts, items: [face(false), face(true)] },
        { section: fills, items: [ground] },
        { section: cells, items: added },
      ]),
  }
}

function onGround(xf: string, fill: number): string {
  const end = [...tagsOf(xf)][0]?.end ?? xf.length
  const tag = withAttribute(withAttribute(xf.slice(0, end), 'fillId', String(fill)), 'applyFill', '1')
  return tag + xf.slice(end)
}

function grown(xml: string, more: readonly { readonly section: Section; readonly items: readonly string[] }[]): string {
  let out = ''
  let at = 0
  for (const { section, items } of [...more].sort((a, b) => a.section.head.start - b.section.head.start)) {
    const head = xml.slice(section.head.start, section.head.end)
    const counted =
      attributeOf(head, 'count') === null
        ? head
        : withAttribute(head, 'count', String(section.items.length + items.length))
    out += xml.slice(at, section.head.start) + counted + xml.slice(section.head.end, section.end) + items.join('')
    at = section.end
  }
  return out + xml.slice(at)
}
