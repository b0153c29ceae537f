/** Danh sách và kiểu đoạn of a Word file: which paragraphs are numbered, and how. */
import type { SaxesTagPlain } from 'saxes'
import type { Numbering } from './read-numbering.ts'
import { attribute, parseXml } from './word-xml.ts'

type Raw = { format: string; pattern: string; start: number }

const blankLevel = (): Raw => ({ format: 'decimal', pattern: '', start: 1 })

/** Where the reader of `word/numbering.xml` stands: in an abstract list, or in a list that uses one. */
type Place = { abstract: Map<number, Raw> | null; num: string | null; override: number | null; level: Raw | null }
type Lists = {
  readonly abstracts: Map<string, Map<number, Raw>>
  readonly levels: Map<string, Map<number, Raw>>
  readonly shared: Map<string, string>
}

/** A list takes the levels of its abstract list; it may begin anew, and then counts by itself. */
function useAbstract(lists: Lists, num: string, id: string): void {
  const base = lists.abstracts.get(id) ?? new Map<number, Raw>()
  lists.levels.set(num, new Map([...base].map(([i, level]) => [i, { ...level }])))
  lists.shared.set(num, id)
}

function startAnew(lists: Lists, num: string, level: number, start: number): void {
  const own = lists.levels.get(num)?.get(level)
  if (own) own.start = start
  lists.shared.set(num, `own ${num}`)
}

function openList(lists: Lists, at: Place, tag: SaxesTagPlain): void {
  const value = attribute(tag, 'w:val') ?? ''
  if (tag.name === 'w:abstractNum') {
    at.abstract = new Map()
    lists.abstracts.set(attribute(tag, 'w:abstractNumId') ?? '', at.abstract)
  } else if (tag.name === 'w:num') at.num = attribute(tag, 'w:numId')
  else if (tag.name === 'w:lvlOverride') at.override = Number(attribute(tag, 'w:ilvl'))
  else if (tag.name === 'w:abstractNumId' && at.num !== null) useAbstract(lists, at.num, value)
  else if (tag.name === 'w:startOverride' && at.num !== null && at.override !== null) {
    startAnew(lists, at.num, at.override, Number(value) || 1)
  } else if (tag.name === 'w:lvl') {
    at.level = blankLevel()
    const owner = at.num === null ? at.abstract : lists.levels.get(at.num)
    owner?.set(Number(attribute(tag, 'w:ilvl')), at.level)
  } else if (at.level) {
    if (tag.name === 'w:numFmt') at.level.format = value
    else if (tag.name === 'w:lvlText') at.level.pattern = value
    else if (tag.name === 'w:start') at.level.start = Number(value) || 1
  }
}

/** Reads `word/numbering.xml`. */
export function numberingOf(xml: string): Numbering {
  const lists: Lists = { abstracts: new Map(), levels: new Map(), shared: new Map() }
  const at: Place = { abstract: null, num: null, override: null, level: null }
  parseXml(xml, {
    open: (tag) => openList(lists, at, tag),
    close: (name) => {
      if (name === 'w:lvl') at.level = null
      if (name === 'w:lvlOverride') at.override = null
      if (name === 'w:num') at.num = null
      if (name === 'w:abstractNum') at.abstract = null
    },
  })
  return { levels: lists.levels, shared: lists.shared }
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
