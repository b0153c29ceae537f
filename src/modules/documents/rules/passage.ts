/**
 * Đoạn chữ: running text that remembers where each of its characters stood in the source, so that everything read
 * from joined lines still points into the text the officer gave.
 */
import { clean } from '../../../kernel/text.ts'
import type { Span } from '../words.ts'

/** Đoạn chữ: `at[i]` is the place in the source of `text[i]`. */
export type Passage = { readonly text: string; readonly at: readonly number[] }

const blanks = (mark: string): string => ' '.repeat(mark.length)

/** Marks of a text format around the words: bold, headings, line breaks of a cell, escapes. They say nothing of the programme. */
const FORMAT_MARKS: readonly (readonly [RegExp, (mark: string) => string])[] = [
  [/&(?:nbsp|e[mn]sp|thinsp|#160|#xa0|zwnj|shy);/giu, blanks],
  [/\\(?=[-–—*_.#+!()[\]~>|`&$/])/gu, blanks],
  [/\*\*|__(?=\p{L})|(?<=[\p{L}.:])__/gu, blanks],
  [/^[ \t]*#{1,6}[ \t]+(?=\S)/gmu, blanks],
  [/<br\s*\/?>/giu, (m) => ';'.padEnd(m.length)],
  [/<\/?(?:b|i|u|em|strong|sup|sub|span|p|div|center|font)(?:\s[^<>\n]{0,200})?>/giu, blanks],
]

/** Ký hiệu of HTML that stand for one character each. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  lt: '<',
  gt: '>',
  apos: "'",
  '#39': "'",
  '#34': '"',
  '#38': '&',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
  ge: '≥',
  le: '≤',
}

const entities = (text: string): string =>
  text.replace(/&([a-z]{2,6}|#\d{2});/giu, (whole, name: string) =>
    Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole,
  )

/** The text that spans point into: `clean`, LF line ends, entities as characters, marks of a text format as blanks. */
export function sourceText(text: string): string {
  let source = entities(clean(text)).replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
  // Leading lines that begin with "#" and a word and a colon are notes of whoever saved the file, no headings.
  const notes = /^(?:#[^\n]*\n)+/u.exec(source)?.[0].length ?? 0
  const head = source.slice(0, notes)
  source = source.slice(notes)
  for (const [mark, blank] of FORMAT_MARKS) source = source.replace(mark, blank)
  return head + source
}

/** The source from `start` to `end`, trimmed, white space folded to one space (one tab where the run holds a tab). */
export function passage(source: string, start: number, end: number): Passage {
  const at: number[] = []
  let text = ''
  let gap = -1
  let tab = false
  for (let i = start; i < end; i++) {
    const c = source[i] ?? ''
    if (/\s/.test(c)) {
      if (gap < 0) gap = i
      tab ||= c === '\t'
      continue
    }
    if (gap >= 0 && text !== '') {
      text += tab ? '\t' : ' '
      at.push(gap)
    }
    gap = -1
    tab = false
    text += c
    at.push(i)
  }
  return { text, at }
}

/** `a` and `b` with one space between them. */
export function join(a: Passage, b: Passage): Passage {
  if (a.text === '') return b
  if (b.text === '') return a
  return { text: `${a.text} ${b.text}`, at: [...a.at, (a.at.at(-1) ?? 0) + 1, ...b.at] }
}

/** The characters `start` to `end` of `p`, trimmed. */
export function cut(p: Passage, start: number, end: number = p.text.length): Passage {
  const raw = p.text.slice(start, end)
  const from = start + (raw.length - raw.trimStart().length)
  const text = raw.trim()
  return { text, at: p.at.slice(from, from + text.length) }
}

/** Where `p` stands in the source. */
export const spanOf = (p: Passage): Span => [p.at[0] ?? 0, (p.at.at(-1) ?? -1) + 1]

/** Where the characters `start` to `end` of `p` stand in the source. */
export const spanIn = (p: Passage, start: number, end: number): Span => [p.at[start] ?? 0, (p.at[end - 1] ?? -1) + 1]
