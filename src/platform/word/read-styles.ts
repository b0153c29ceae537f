/** Kiểu đoạn và kiểu chữ of a Word file: which carry a list, a font, capitals, or hide their text. */
import type { SaxesTagPlain } from 'saxes'
import { attribute, parseXml } from './word-xml.ts'

/** Vị trí trong danh sách: list id and level, null where nothing is said. */
export type ListPlace = { readonly list: string | null; readonly level: number | null }

/** Dạng chữ of a run or a style, null where nothing is said. */
export type Look = { readonly font: string | null; readonly capitals: boolean | null; readonly hidden: boolean | null }

/** Kiểu: a style with everything it takes over from the styles it is based on. */
export type Style = ListPlace & Look

/** Các kiểu of the document: by id, and what holds where none is named. */
export type Styles = {
  readonly of: (id: string | null) => Style
  /** Style id -> the list it stands for (list styles). */
  readonly listOf: (id: string) => string | null
}

type Raw = { -readonly [K in keyof Style]: Style[K] } & { base: string | null }

const blank = (): Raw => ({ list: null, level: null, font: null, capitals: null, hidden: null, base: null })

/** No styles at all. */
export const NO_STYLES: Styles = { of: blank, listOf: () => null }

/** A switch: present means on unless it says otherwise. */
export const isOn = (value: string | null): boolean => value === null || !['0', 'false', 'off', 'none'].includes(value)

/** The font of the letters beyond ASCII; a font of the theme is of today. */
export function fontOf(tag: SaxesTagPlain): string | null {
  const themed = attribute(tag, 'w:hAnsiTheme') ?? attribute(tag, 'w:asciiTheme')
  return attribute(tag, 'w:hAnsi') ?? attribute(tag, 'w:ascii') ?? themed
}

function readInto(style: Raw, tag: SaxesTagPlain): void {
  const value = attribute(tag, 'w:val')
  if (tag.name === 'w:basedOn') style.base = value
  else if (tag.name === 'w:numId') style.list = value
  else if (tag.name === 'w:ilvl') style.level = Number(value)
  else if (tag.name === 'w:rFonts') style.font = fontOf(tag) ?? style.font
  else if (tag.name === 'w:caps') style.capitals = isOn(value)
  else if (tag.name === 'w:vanish') style.hidden = isOn(value)
}

/** Reads `word/styles.xml`. */
export function stylesOf(xml: string): Styles {
  const raw = new Map<string, Raw>()
  const defaults = blank()
  let standard: string | null = null
  let at: Raw | null = null
  parseXml(xml, {
    open: (t) => {
      if (t.name === 'w:docDefaults') at = defaults
      else if (t.name === 'w:style') {
        const id = attribute(t, 'w:styleId') ?? ''
        at = blank()
        raw.set(id, at)
        const isDefault = attribute(t, 'w:default')
        if (attribute(t, 'w:type') === 'paragraph' && isDefault !== null && isOn(isDefault)) standard = id
      } else if (at) readInto(at, t)
    },
    close: (name) => {
      if (name === 'w:style' || name === 'w:docDefaults') at = null
    },
  })
  const known = new Map<string, Style>()
  const resolve = (id: string, depth: number): Style => {
    const done = known.get(id)
    if (done) return done
    const own = raw.get(id)
    if (!own || depth > 20) return defaults
    const base = own.base === null ? defaults : resolve(own.base, depth + 1)
    const style = {
      list: own.list ?? base.list,
      level: own.level ?? base.level,
      font: own.font ?? base.font,
      capitals: own.capitals ?? base.capitals,
      hidden: own.hidden ?? base.hidden,
    }
    known.set(id, style)
    return style
  }
  return {
    of: (id) => resolve(id ?? standard ?? '', 0),
    listOf: (id) => raw.get(id)?.list ?? null,
  }
}
