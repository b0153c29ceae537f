/** Danh sách of a Word file: how each level of each list is numbered. */
import type { SaxesTagPlain } from 'saxes'
import type { Numbering } from './read-numbering.ts'
import { isOn } from './read-styles.ts'
import { attribute, parseXml } from './word-xml.ts'

type Raw = {
  format: string
  pattern: string
  start: number
  legal: boolean
  restart: number | null
  suffix: string
  font: string | null
  style: string | null
}

const blankLevel = (): Raw => ({
  format: 'decimal',
  pattern: '',
  start: 1,
  legal: false,
  restart: null,
  suffix: ' ',
  font: null,
  style: null,
})

/** Where the reader of `word/numbering.xml` stands: in an abstract list, or in a list that uses one. */
type Place = {
  abstract: string | null
  num: string | null
  override: number | null
  level: Raw | null
}
type Lists = {
  readonly abstracts: Map<string, Map<number, Raw>>
  /** Abstract list -> the list style whose levels it borrows. */
  readonly borrowed: Map<string, string>
  /** List -> its abstract list. */
  readonly uses: Map<string, string>
  readonly starts: { readonly num: string; readonly level: number; readonly start: number }[]
  /** Levels a list sets for itself. */
  readonly own: { readonly num: string; readonly at: number; readonly level: Raw }[]
}

const number = (value: string, otherwise: number): number => {
  const n = Number(value)
  return Number.isInteger(n) && n >= 0 && n < 32_768 ? n : otherwise
}

const LEVEL: Readonly<Record<string, (level: Raw, value: string, tag: SaxesTagPlain) => void>> = {
  'w:numFmt': (l, value, tag) => {
    // "001, 002, 003" is given as an example of itself.
    const zeros = /^(0+)1\b/u.exec(attribute(tag, 'w:format') ?? '')?.[1]
    l.format = value === 'custom' ? (zeros === undefined ? 'decimal' : `zeros${zeros.length + 1}`) : value
  },
  'w:lvlText': (l, value) => {
    l.pattern = value
  },
  'w:start': (l, value) => {
    l.start = number(value, 1)
  },
  'w:isLgl': (l, value) => {
    l.legal = isOn(value === '' ? null : value)
  },
  'w:lvlRestart': (l, value) => {
    l.restart = number(value, 0)
  },
  'w:suff': (l, value) => {
    l.suffix = value === 'nothing' ? '' : ' '
  },
  'w:rFonts': (l, _, tag) => {
    l.font = attribute(tag, 'w:hAnsi') ?? attribute(tag, 'w:ascii')
  },
  'w:pStyle': (l, value) => {
    l.style = value
  },
}

function openLevel(lists: Lists, at: Place, tag: SaxesTagPlain): void {
  const level = blankLevel()
  const index = number(attribute(tag, 'w:ilvl') ?? '', 0)
  at.level = level
  if (at.num !== null) lists.own.push({ num: at.num, at: index, level })
  else if (at.abstract !== null) lists.abstracts.get(at.abstract)?.set(index, level)
}

function openList(lists: Lists, at: Place, tag: SaxesTagPlain): void {
  const value = attribute(tag, 'w:val') ?? ''
  if (tag.name === 'w:abstractNum') {
    at.abstract = attribute(tag, 'w:abstractNumId') ?? ''
    lists.abstracts.set(at.abstract, new Map())
  } else if (tag.name === 'w:numStyleLink' && at.abstract !== null) lists.borrowed.set(at.abstract, value)
  else if (tag.name === 'w:num') at.num = attribute(tag, 'w:numId')
  else if (tag.name === 'w:lvlOverride') at.override = number(attribute(tag, 'w:ilvl') ?? '', 0)
  else if (tag.name === 'w:abstractNumId' && at.num !== null) lists.uses.set(at.num, value)
  else if (tag.name === 'w:startOverride' && at.num !== null && at.override !== null)
    lists.starts.push({ num: at.num, level: at.override, start: number(value, 1) })
  else if (tag.name === 'w:lvl') openLevel(lists, at, tag)
  else if (at.level) LEVEL[tag.name]?.(at.level, value, tag)
}

/** Levels of every list, after borrowing, own levels and new starts. */
function settle(lists: Lists, listOf: (style: string) => string | null): Numbering {
  const baseOf = (num: string, depth: number): string => {
    const abstract = lists.uses.get(num) ?? ''
    const style = lists.borrowed.get(abstract)
    const other = style === undefined || depth > 5 ? null : listOf(style)
    return other === null || other === num ? abstract : baseOf(other, depth + 1)
  }
  const levels = new Map<string, Map<number, Raw>>()
  const shared = new Map<string, string>()
  for (const num of lists.uses.keys()) {
    const base = baseOf(num, 0)
    levels.set(num, new Map([...(lists.abstracts.get(base) ?? [])].map(([i, l]) => [i, { ...l }])))
    shared.set(num, base)
  }
  for (const o of lists.own) levels.get(o.num)?.set(o.at, o.level)
  for (const s of lists.starts) {
    const level = levels.get(s.num)?.get(s.level)
    if (level) level.start = s.start
    shared.set(s.num, `own ${s.num}`)
  }
  return { levels, shared }
}

/** Reads `word/numbering.xml`; `listOf` tells which list a list style stands for. */
export function numberingOf(xml: string, listOf: (style: string) => string | null = () => null): Numbering {
  const lists: Lists = { abstracts: new Map(), borrowed: new Map(), uses: new Map(), starts: [], own: [] }
  const at: Place = { abstract: null, num: null, override: null, level: null }
  let fallback = 0
  parseXml(xml, {
    open: (tag) => {
      if (tag.name === 'mc:Fallback') fallback++
      if (fallback === 0) openList(lists, at, tag)
    },
    close: (name) => {
      if (name === 'mc:Fallback') fallback--
      if (name === 'w:lvl') at.level = null
      if (name === 'w:lvlOverride') at.override = null
      if (name === 'w:num') at.num = null
      if (name === 'w:abstractNum') at.abstract = null
    },
  })
  return settle(lists, listOf)
}
