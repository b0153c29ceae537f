/** Ứng viên của một bản ghi: at most five, the strongest first, each with its reasons. */
import { type Comparison, compareRecords, type MatchContext } from './compare.ts'
import { decide, type MatchDecision, type MatchVerdict } from './decide.ts'
import { type MatchReason, reasonsOf } from './reasons.ts'
import type { MatchRecord } from './record.ts'
import { MOST_CANDIDATES } from './weights.ts'

/** Ứng viên. */
export type MatchCandidate = {
  readonly record: MatchRecord
  readonly decision: MatchDecision
  readonly posterior: number
  readonly reasons: readonly MatchReason[]
}

const RANK: Readonly<Record<MatchVerdict, number>> = { auto: 0, conflict: 1, likely: 2, possible: 3, different: 4 }

/** Compares `record` with those that share a key with it; leaves out who is different. */
export function candidatesFor(
  record: MatchRecord,
  others: Iterable<MatchRecord>,
  context: MatchContext,
): MatchCandidate[] {
  const found: { other: MatchRecord; comparison: Comparison; decision: MatchDecision }[] = []
  for (const other of others) {
    if (other.id === record.id) continue
    const comparison = compareRecords(record, other, context)
    const decision = decide(comparison)
    if (decision.verdict !== 'different') found.push({ other, comparison, decision })
  }
  found.sort(
    (p, q) =>
      RANK[p.decision.verdict] - RANK[q.decision.verdict] ||
      q.comparison.posterior - p.comparison.posterior ||
      (p.other.id < q.other.id ? -1 : 1),
  )
  return found.slice(0, MOST_CANDIDATES).map(({ other, comparison, decision }) => ({
    record: other,
    decision,
    posterior: comparison.posterior,
    reasons: reasonsOf(record, other, comparison),
  }))
}
