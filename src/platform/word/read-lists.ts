/** Danh sách và kiểu đoạn of a Word file: which paragraphs are numbered, and how. */
import type { ListLevel, Numbering } from './read-numbering.ts'
import { attribute, parseXml } from './word-xml.ts'

type Raw = { format: string; pattern: string; start: number }

const blankLevel = (): Raw => ({ format: 'decimal', pattern: '', start: 1 })

/** Reads `word/numbering.xml`. */
export function numberingOf(xml: string): Numbering {
  const abstracts = new Map<string, Map<number, Raw>>()
  const levels = new Map<string, Map<number, ListLevel>>()
  const shared = new Map<string, string>()
  let abstract: Map<number, Raw> | null = null
  let level: Raw | null = null
  let num: string | null = null
  let override: number | null = null
  parseXml(xml, {
    open: (t) => {
      const value = attribute(t, 'w:val') ?? ''
      if (t.name === 'w:abstractNum') {
        abstract = new Map()
        abstracts.set(attribute(t, 'w:abstractNumId') ?? '', abstract)
      } else if (t.name === 'w:num') num = attribute(t, 'w:numId')
      else if (t.name === 'w:abstractNumId' && num !== null) {
        const base = abstracts.get(value)
        levels.set(num, new Map([...(base ?? [])].map(([i, l]) => [i, { ...l }])))
        shared.set(num, value)
      } else if (t.name === 'w:lvlOverride') override = Number(attribute(t, 'w:ilvl'))
      else if (t.name === 'w:startOverride' && num !== null && override !== null) {
        const own = levels.get(num)
        const was = own?.get(override)
        if (own && was) own.set(override, { ...was, start: Number(value) || 1 })
        // A list that starts anew counts by itself.
        shared.set(num, `own ${num}`)
      } else if (t.name === 'w:lvl') {
        level = blankLevel()
        const index = Number(attribute(t, 'w:ilvl'))
        if (num !== null) levels.get(num)?.set(index, level)
        else abstract?.set(index, level)
      } else if (level && t.name === 'w:numFmt') level.format = value
      else if (level && t.name === 'w:lvlText') level.pattern = value
      else if (level && t.name === 'w:start') level.start = Number(value) || 1
    },
    close: (name) => {
      if (name === 'w:lvl') level = null
      if (name === 'w:lvlOverride') override = null
      if (name === 'w:num') num = null
      if (name === 'w:abstractNum') abstract = null
    },
  })
  return { levels, shared }
}

/** Vị trí trong danh sách: list id and level, null where nothing is said. */
export type ListPlace = { list: string | null; level: number | null }

/** Paragraph styles that carry a list: style id -> its place; a style takes over what it is based on. */
export function stylesOf(xml: string): ReadonlyMap<string, ListPlace> {
  const raw = new Map<string, ListPlace & { base: string | null }>()
  let at: (ListPlace & { base: string | null }) | null = null
  parseXml(xml, {
    open: (t) => {
      if (t.name === 'w:style') {
        at = { list: null, level: null, base: null }
        raw.set(attribute(t, 'w:styleId') ?? '', at)
      } else if (at && t.name === 'w:basedOn') at.base = attribute(t, 'w:val')
      else if (at && t.name === 'w:numId') at.list = attribute(t, 'w:val')
      else if (at && t.name === 'w:ilvl') at.level = Number(attribute(t, 'w:val'))
    },
    close: (name) => {
      if (name === 'w:style') at = null
    },
  })
  const resolve = (id: string, depth = 0): ListPlace => {
    const style = raw.get(id)
    if (!style || depth > 10) return { list: null, level: null }
    const base = style.base === null ? { list: null, level: null } : resolve(style.base, depth + 1)
    return { list: style.list ?? base.list, level: style.level ?? base.level }
  }
  return new Map([...raw.keys()].map((id) => [id, resolve(id)]))
}
