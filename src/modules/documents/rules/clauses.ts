/** Vế câu có số: cuts a sentence so that each piece holds at most one figure. */
import { type Figure, figuresIn } from './figures.ts'
import { cut, type Passage } from './passage.ts'
import { everyMatch } from './phrase.ts'

/** Một vế: its words, its figure, and where it begins in the part it was cut from. */
export type Clause = { passage: Passage; figure: Figure | null; offset: number }

const SEPARATOR = /[;,]\s+|\s+và\s+/gu
const FILLER =
  /^(?:\s|có|từ|đạt|phấn đấu|tiến tới|trong đó|trên|dưới|khoảng|ít nhất|tối thiểu|không|(?:(?:đến|tới|vào|trong|trước) )?(?:(?:hết|cuối) )?năm \d{4}|và|,)*$/iu
const filler = (between: string, at: RegExpExecArray): boolean => FILLER.test(between.slice(at.index + at[0].length))

/** Where, between two figures of one sentence, the clause of the second begins. */
function boundary(text: string, first: Figure, second: Figure): number {
  const between = text.slice(first.end, second.start)
  const places = everyMatch(SEPARATOR, between)
  const last = places.at(-1)
  if (!last) return second.start
  // "100% A và 100% B": nothing but filler stands before the second figure. Otherwise the metric stands before it.
  // "150 bác sĩ, đến năm 2028, 100% trạm": the year opens the clause of the second.
  const at = (filler(between, last) ? places.find((p) => filler(between, p)) : places[0]) ?? last
  return first.end + at.index + (/^[,;]/u.test(at[0]) ? 1 : 0)
}

/** Cuts one part of a sentence so that each piece holds at most one figure. */
export function clausesOf(part: Passage): Clause[] {
  const figures: Figure[] = []
  for (const f of figuresIn(part.text)) {
    const before = figures.at(-1)
    // A count right after a share, with nothing between, is a condition of the share: "100% xã có 2 trạm".
    const condition =
      before?.unit.startsWith('%') &&
      !f.unit.startsWith('%') &&
      !/[;,]|\svà\s/u.test(part.text.slice(before.end, f.start))
    if (!condition) figures.push(f)
  }
  if (figures.length <= 1) return [{ passage: part, figure: figures[0] ?? null, offset: 0 }]
  const clauses: Clause[] = []
  let from = 0
  for (const [i, figure] of figures.entries()) {
    const next = figures[i + 1]
    const to = next ? boundary(part.text, figure, next) : part.text.length
    const piece = cut(part, from, to)
    const lead = part.text[from] === ' ' ? 1 : 0
    clauses.push({ passage: trimConjunction(piece), figure, offset: from + lead + conjunctionLength(piece.text) })
    from = to
  }
  return clauses
}

const conjunctionLength = (text: string): number => /^(?:và|,)\s+/u.exec(text)?.[0].length ?? 0
const trimConjunction = (p: Passage): Passage =>
  cut(p, conjunctionLength(p.text), p.text.replace(/[\s,]+$/u, '').length)
