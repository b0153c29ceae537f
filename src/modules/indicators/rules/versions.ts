/** Phiên bản của cách tính: which one holds on a day, as known at an instant. */
import type { Day } from '../../../kernel/day.ts'
import { heldAt, holdsOn } from '../../../kernel/validity.ts'
import type { FormulaVersion } from '../words.ts'

/**
 * The version that holds on `day`. Before the first one the first is used (`early`), so that figures of earlier years can be
 * compared; null when none was known, or when all that is known is that there is no subject from a later day on.
 */
export function formulaOn(
  list: readonly FormulaVersion[],
  day: Day,
  known: Temporal.Instant | null,
): { formula: FormulaVersion | null; early: boolean } {
  const held = list.filter((f) => heldAt(f, known)).sort((a, b) => (a.valid.from < b.valid.from ? -1 : 1))
  const found = held.find((f) => holdsOn(f.valid, day))
  if (found !== undefined) return { formula: found, early: false }
  const first = held[0]
  return first !== undefined && first.expr !== null && day < first.valid.from
    ? { formula: first, early: true }
    : { formula: null, early: false }
}
