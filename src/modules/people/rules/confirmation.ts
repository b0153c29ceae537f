/** Lần xác nhận: the lines of the ledger that tell of one, and what the page about it shows. */
import type { LedgerLine } from '../../../platform/ledger/record.ts'

/** Facts that make a batch of confirmed entries. */
export const CONFIRMED: ReadonlySet<string> = new Set(['people.confirmed', 'person.entries-confirmed'])

/** The fact that takes one back. */
export const UNDONE = 'people.confirmation-undone'

/** Một lần xác nhận, as the ledger tells it. */
export type Confirmation = {
  readonly at: Temporal.Instant
  readonly by: string
  readonly people: number
  readonly entries: number
  readonly contested: number
  readonly thin: number
  readonly waiting: number
  readonly undone: { readonly at: Temporal.Instant; readonly by: string } | null
}

/** The confirmation that the lines of one subject tell of, or null. */
export function confirmationOf(lines: readonly LedgerLine[]): Confirmation | null {
  const made = lines.find((l) => CONFIRMED.has(l.kind))
  if (made === undefined) return null
  const undone = lines.find((l) => l.kind === UNDONE)
  const count = (name: string): number => Number(made.data[name] ?? 0)
  return {
    at: made.at,
    by: made.actor_name,
    people: count('people'),
    entries: count('entries'),
    contested: count('contested'),
    thin: count('thin'),
    waiting: count('waiting'),
    undone: undone === undefined ? null : { at: undone.at, by: undone.actor_name },
  }
}
