/**
 * Mẫu câu: one row of the grammar. Every table of shapes in this folder carries an example per row, and the test of the
 * table runs each row on its own example: to teach the reader a new phrase, add a row with its example.
 */

/** A row of a table: stable id, the pattern, a sentence in which it is found. */
export type Shape = { readonly id: string; readonly pattern: RegExp; readonly example: string }

/** Nothing of a word before. `\b` knows no Vietnamese letters. */
export const BEFORE = '(?<![\\p{L}\\p{N}])'
/** Nothing of a word after. */
export const AFTER = '(?![\\p{L}\\p{N}])'

/** A pattern of whole words, in any case; a blank in `source` stands for any white space. */
export const phrase = (source: string, flags = 'iu'): RegExp =>
  new RegExp(`${BEFORE}(?:${source.replaceAll(' ', '\\s+')})${AFTER}`, flags)

/** The first row of `table` that is found in `text`. */
export function firstShape<T extends Shape>(
  table: readonly T[],
  text: string,
): { shape: T; match: RegExpExecArray } | null {
  for (const shape of table) {
    const match = new RegExp(shape.pattern, shape.pattern.flags.replace('g', '')).exec(text)
    if (match) return { shape, match }
  }
  return null
}

/** Patterns made to look for every place, kept: to make one again for every sentence costs more than to look. */
const EVERYWHERE = new WeakMap<RegExp, RegExp>()

function everywhere(pattern: RegExp): RegExp {
  if (pattern.global) return pattern
  const known = EVERYWHERE.get(pattern) ?? new RegExp(pattern, `${pattern.flags}g`)
  EVERYWHERE.set(pattern, known)
  return known
}

/** All places where `pattern`, a row of a table, is found. */
export function everyMatch(pattern: RegExp, text: string): RegExpExecArray[] {
  const global = everywhere(pattern)
  const out: RegExpExecArray[] = []
  global.lastIndex = 0
  for (let m = global.exec(text); m; m = global.exec(text)) {
    out.push(m)
    // Past the whole character: in the middle of a pair the same place would be found for ever.
    if (m[0] === '') global.lastIndex += (text.codePointAt(m.index) ?? 0) > 0xffff ? 2 : 1
  }
  return out
}
