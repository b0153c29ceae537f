/**
 * Ô nhỏ: rows that count 1 to 4 people are withheld from those who may not see small counts, and with them enough others that
 * nothing can be worked out from the total. A share of few people gives them away as their number does.
 */
import type { Part, ReadingRow } from './reading.ts'

/** The first number that may be shown. */
const SHOWN_FROM = 5
/** What is withheld adds up to this much at least, so that no row of it can be told. */
const TOGETHER = 10

const count = (p: Part | undefined): number => (p === undefined || p.unit !== 'người' ? 0 : p.high)
const isSmall = (n: number): boolean => n > 0 && n < SHOWN_FROM

/** Rows as a reader without the right to small counts sees them. */
export function withoutSmall(rows: readonly ReadingRow[]): ReadingRow[] {
  const withheld = new Set(rows.filter((r) => r.parts.some((p) => isSmall(count(p)))))
  if (withheld.size === 0) return [...rows]
  const most = Math.max(...rows.map((r) => r.parts.length))
  for (let part = 0; part < most; part++) {
    const bySize = rows
      .filter((r) => !withheld.has(r) && count(r.parts[part]) > 0)
      .sort((a, b) => count(a.parts[part]) - count(b.parts[part]))
    const together = (): number => [...withheld].reduce((sum, r) => sum + count(r.parts[part]), 0)
    for (const next of bySize) {
      if (withheld.size >= 2 && (together() === 0 || together() >= TOGETHER)) break
      withheld.add(next)
    }
  }
  return rows.map((r) =>
    withheld.has(r) ? { ...r, state: 'no-source', low: null, high: null, parts: [], hidden: true } : r,
  )
}
