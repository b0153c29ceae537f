/** Câu gốc: the words of a span, with a little of what stands before and after. */

const ROOM = 120

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The words from the first to the last of the spans, and up to 120 characters on either side, cut at words. */
export function around(
  text: string,
  spans: readonly (readonly [number, number])[],
): { before: string; words: string; after: string } {
  const from = Math.min(...spans.map((s) => s[0]))
  const to = Math.max(...spans.map((s) => s[1]))
  if (spans.length === 0 || !(to > from)) return { before: '', words: '', after: '' }
  const before = fold(text.slice(Math.max(0, from - ROOM), from))
  const after = fold(text.slice(to, to + ROOM))
  return {
    before: from > ROOM ? before.slice(before.indexOf(' ') + 1) : before,
    words: fold(text.slice(from, to)),
    after: to + ROOM < text.length ? after.slice(0, Math.max(0, after.lastIndexOf(' '))) : after,
  }
}
