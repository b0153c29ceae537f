/** Tra mã: which code a spelling found in a file names, and the label of a code. Pure; the same for a row and for a hundred thousand. */
import type { Day } from '../../../kernel/day.ts'
import { remembered } from '../../../kernel/remembered.ts'
import { fold, sameSpelling } from '../../../kernel/text.ts'
import { holdsOn, type Validity } from '../../../kernel/validity.ts'
import type { Entry } from '../words.ts'

/** Một phiên bản với các mục của nó. */
export type Published = {
  readonly list: string
  readonly title: string
  readonly version: string
  readonly fromKnown: boolean
  readonly valid: Validity
  readonly entries: readonly Entry[]
}

/** Một danh mục vào một ngày. */
export type ListBook = {
  /** Entries in the order of the list (for levels: the order of comparison); none when no version holds. */
  readonly entries: readonly Entry[]
  /** Label of a code, or null. */
  readonly labelOf: (code: string) => string | null
  /** Code named by a label, an alias or the code itself in any case, with or without marks; null when none or several. */
  readonly codeOf: (text: string) => string | null
  /** Place of a code in the order of the list, from 0; -1 when it has no such code. */
  readonly rankOf: (code: string) => number
}

/** Mã của phiên bản khác: how the version that has the code names it, and what it is on the day of the book. */
export type FormerCode = {
  readonly label: string
  readonly version: string
  /** Mã đối ứng on the day, with their labels; none when nobody said what became of it. */
  readonly heirs: readonly { readonly code: string; readonly label: string }[]
}

/** Sổ tra mã of one day. A code is never changed for another one by reading it: an old code keeps its old name. */
export type CodeBook = {
  /** A list that does not hold on the day, or is not known, answers nothing. */
  readonly list: (name: string) => ListBook
  /** The same lists as they hold on another day. */
  readonly on: (day: Day) => CodeBook
  /** How another version names a code that the list of the day does not have; null when it has it, or no version has. */
  readonly former: (name: string, code: string) => FormerCode | null
  /** Label of a code on the day, else its name in another version, else null. */
  readonly labelOf: (name: string, code: string) => string | null
  /** The nearest entry above a code that the list of the day does not have, where longer codes go on from shorter ones; else null. */
  readonly aboveOf: (name: string, code: string) => Entry | null
  /** Entries of the day, then those whose code and name only earlier versions have, newest version first. */
  readonly everOf: (name: string) => readonly Entry[]
  /** Code of words on the day, else in an earlier version, newest first. */
  readonly everCodeOf: (name: string, text: string) => string | null
}

/** The version that speaks for `day`, versions oldest first: an unchecked first day is no reason to deny the days before it. */
export function versionFor(versions: readonly Published[], day: Day): Published | null {
  const held = versions.find((v) => holdsOn(v.valid, day))
  if (held !== undefined) return held
  const first = versions[0]
  return first !== undefined && !first.fromKnown && day < first.valid.from ? first : null
}

/** The book of a day over all versions of all lists, oldest version first; `bookOf` = `listBook`, kept or not. */
export function bookOn(
  all: ReadonlyMap<string, readonly Published[]>,
  day: Day,
  bookOf: (version: Published | null) => ListBook,
): CodeBook {
  const versions = (name: string): readonly Published[] => all.get(name) ?? []
  const list = (name: string): ListBook => bookOf(versionFor(versions(name), day))
  const before = (name: string): Published[] => {
    const held = versionFor(versions(name), day)
    return versions(name)
      .filter((v) => v !== held && v.valid.from <= day)
      .reverse()
  }
  const former = (name: string, code: string): FormerCode | null => {
    if (list(name).rankOf(code) >= 0) return null
    const others = [...before(name), ...versions(name).filter((v) => v.valid.from > day)]
    const had = others.find((v) => bookOf(v).rankOf(code) >= 0)
    if (had === undefined) return null
    const heirs = heirsOf(versions(name), had, code, day)
    return {
      label: bookOf(had).labelOf(code) ?? code,
      version: had.version,
      heirs: heirs.flatMap((c) => {
        const label = list(name).labelOf(c)
        return label === null ? [] : [{ code: c, label }]
      }),
    }
  }
  return {
    list,
    on: (other) => bookOn(all, other, bookOf),
    former,
    labelOf: (name, code) => list(name).labelOf(code) ?? former(name, code)?.label ?? null,
    aboveOf: (name, code) => {
      if (!NESTED.has(name)) return null
      const above = list(name).entries.filter((e) => e.code.length < code.length && code.startsWith(e.code))
      return above.sort((a, b) => b.code.length - a.code.length)[0] ?? null
    },
    everOf: (name) => {
      const known = [...list(name).entries]
      const taken = new Set(known.flatMap((e) => [e.code, e.label]))
      for (const e of before(name).flatMap((v) => v.entries)) {
        if (taken.has(e.code) || taken.has(e.label)) continue
        known.push(e)
        taken.add(e.code).add(e.label)
      }
      return known
    },
    everCodeOf: (name, text) => {
      for (const book of [list(name), ...before(name).map(bookOf)]) {
        const code = book.codeOf(text)
        if (code !== null) return code
      }
      return null
    },
  }
}

/** Lists whose codes of 1, 3, 5, 7 digits go on from one another (QĐ 12/2008/QĐ-BKHCN, TT 24/2025/TT-BKHCN). */
const NESTED: ReadonlySet<string> = new Set(['linh-vuc-nghien-cuu'])

/** What a code of `from` became, version after version, until the one that holds on the day. */
function heirsOf(versions: readonly Published[], from: Published, code: string, day: Day): string[] {
  let codes = [code]
  for (const v of versions.slice(versions.indexOf(from))) {
    if (v === versionFor(versions, day) || v.valid.from > day) break
    codes = codes.flatMap((c) => v.entries.find((e) => e.code === c)?.mapsTo ?? [])
  }
  return [...new Set(codes)]
}

/** The look-up of one version; null = nothing holds. */
export function listBook(version: Published | null): ListBook {
  const entries = version?.entries ?? []
  const places = new Map(entries.map((e, i) => [e.code, i]))
  const marked = indexOf(entries, markedKey)
  const plain = indexOf(entries, plainKey)
  const codeOf = remembered(
    MOST_TEXTS,
    (text: string) => marked.get(markedKey(text)) ?? plain.get(plainKey(text)) ?? null,
  )
  const at = (code: string): Entry | undefined => entries[places.get(code) ?? -1]
  return { entries, labelOf: (code) => at(code)?.label ?? null, codeOf, rankOf: (code) => places.get(code) ?? -1 }
}

// Files repeat the same few spellings row after row.
const MOST_TEXTS = 5000

const bare = (text: string): string =>
  text
    .replace(/[.,;:()'’"]/g, '')
    .replace(/[\s\-–]+/g, ' ')
    .trim()
const markedKey = (text: string): string => bare(sameSpelling(text))
const plainKey = (text: string): string => bare(fold(text))

/** Key -> code; null when it names several codes. A code counts as a spelling only where no name uses it. */
function indexOf(entries: readonly Entry[], keyOf: (text: string) => string): Map<string, string | null> {
  const index = new Map<string, string | null>()
  const codes = new Map(entries.map((e) => [keyOf(e.code), e.code]))
  for (const e of entries)
    for (const text of [e.label, ...e.aliases]) {
      const key = keyOf(text)
      const other = index.get(key)
      index.set(key, other === undefined || other === e.code ? e.code : null)
    }
  for (const [key, code] of codes) if (!index.has(key)) index.set(key, code)
  return index
}
