/** Đoạn trên trang PDF: where one paragraph ends and the next begins, seen from margins, indents and distances. */
import { startsItem } from './line-text.ts'
import type { Line } from './page.ts'

/** Dòng đã viết: `beside` where two columns stand next to each other (header, recipients and signature). */
export type Written = Line & { readonly text: string; readonly beside: boolean }
/** Lề: left and right edge of the text of a page. */
export type Margins = { readonly left: number; readonly right: number }

/** The margins that most lines of a page keep. */
export const marginsOf = (lines: readonly Line[]): Margins => {
  const by = (values: number[], share: number) =>
    values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0
  return {
    left: by(
      lines.map((l) => l.x),
      0.05,
    ),
    right: by(
      lines.map((l) => l.right),
      0.95,
    ),
  }
}

/** Set about the middle of the page, at least `least` heights of a letter from its edges. */
const isCentred = (l: Line, m: Margins, least: number): boolean =>
  l.x - m.left > l.size * least && Math.abs(l.x - m.left - (m.right - l.right)) < 2 * l.size
const fontOf = (l: Line): string | null => l.bits[0]?.font ?? null

/** Whether the first word of `next` would still have fitted on `line`. */
function isShort(line: Written, next: Written, m: Margins): boolean {
  const word = (/^\S+/u.exec(next.text)?.[0].length ?? 1) / Math.max(1, next.text.length)
  return line.right + line.size * 0.3 + word * (next.right - next.x) < m.right - 1
}

/** Whether a new paragraph begins with `b`. */
export function parts(a: Written, b: Written, m: Margins, leading: number): boolean {
  if (b.y - a.y > Math.max(a.size, b.size) * leading * 1.18) return true
  if (a.beside || b.beside) return false
  // A title of several lines.
  if (isCentred(a, m, 0.3) && isCentred(b, m, 1) && fontOf(a) === fontOf(b)) return false
  if (isShort(a, b, m)) return true
  // An item may hang: its lines go on under its words, not under its mark.
  const hangs = startsItem(a.text) && !startsItem(b.text) && b.x - a.x < 4 * b.size
  return b.x - a.x > b.size * 0.8 && !hangs
}

/** Distance of base lines in heights of letters that occurs most. */
export function leadingOf(pages: readonly (readonly Written[])[]): number {
  const counts = new Map<number, number>()
  for (const lines of pages) {
    for (const [i, b] of lines.entries()) {
      const a = lines[i - 1]
      if (!a || Math.abs(a.size - b.size) > 0.6) continue
      const step = Math.round(((b.y - a.y) / b.size) * 20) / 20
      if (step > 0.8 && step < 2.5) counts.set(step, (counts.get(step) ?? 0) + 1)
    }
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 1.2
}

/** Whether paragraphs of the document begin with an indent. */
export function indents(pages: readonly (readonly Written[])[]): boolean {
  const lines = pages.flatMap((page) => {
    const m = marginsOf(page)
    return page.map((l) => l.x - m.left > l.size * 0.8 && l.x - m.left < l.size * 6)
  })
  return lines.filter(Boolean).length > lines.length * 0.1
}

const ENDED = /[.;:!?…]["”)\]]*$/u

/** Whether `b`, first on its page, goes on with the paragraph of `a`, last on the page before. */
export function goesOn(a: Written, b: Written, margins: Margins, indented: boolean): boolean {
  if (a.beside || b.beside || startsItem(b.text) || Math.abs(a.size - b.size) > 0.6) return false
  if (isCentred(b, margins, 1) || isShort(a, b, margins)) return false
  const hangs = startsItem(a.text) && b.x - a.x < 4 * b.size
  return (b.x - a.x <= b.size * 0.8 || hangs) && (indented || !ENDED.test(a.text))
}

const REACH = 4

/** Between two lines of two columns a line of one column belongs to them. */
export function markBeside(lines: readonly Omit<Written, 'beside'>[]): Written[] {
  const tabbed = (from: number, to: number): boolean =>
    lines.slice(Math.max(0, from), to).some((l) => l.text.includes('\t'))
  return lines.map((l, i) => ({
    ...l,
    beside: l.text.includes('\t') || (tabbed(i - REACH, i) && tabbed(i + 1, i + 1 + REACH)),
  }))
}

/** Số trang alone on its line. */
export const PAGE_NUMBER = /^[-–—\s]*\d{1,4}[-–—\s]*$/u
