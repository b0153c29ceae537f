/** Tra mã: which code a spelling found in a file names, and the label of a code. Pure; the same for a row and for a hundred thousand. */
import type { Day } from '../../../kernel/day.ts'
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

/** Sổ tra mã: a list that does not hold on the day, or is not known, answers nothing. */
export type CodeBook = { readonly list: (name: string) => ListBook }

/** The version that speaks for `day`, versions oldest first: an unchecked first day is no reason to deny the days before it. */
export function versionFor(versions: readonly Published[], day: Day): Published | null {
  const held = versions.find((v) => holdsOn(v.valid, day))
  if (held !== undefined) return held
  const first = versions[0]
  return first !== undefined && !first.fromKnown && day < first.valid.from ? first : null
}

/** The look-up of one version; null = nothing holds. */
export function listBook(version: Published | null): ListBook {
  const entries = version?.entries ?? []
  const places = new Map(entries.map((e, i) => [e.code, i]))
  const marked = indexOf(entries, markedKey)
  const plain = indexOf(entries, plainKey)
  const found = new Map<string, string | null>()
  const codeOf = (text: string): string | null => {
    const known = found.get(text)
    if (known !== undefined) return known
    const code = marked.get(markedKey(text)) ?? plain.get(plainKey(text)) ?? null
    if (found.size >= MOST_TEXTS) found.clear()
    found.set(text, code)
    return code
  }
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
