/** Phân bổ chỉ tiêu: how a fixed number of posts raises the least covered sectors most, and how evenly all are covered. Pure. */
import { balanceOf, bestWholeUse, type Covered } from './workforce/balance.ts'

/** Một lĩnh vực: people foreseen and needed in a year. */
export type Stand = { readonly sector: string; readonly have: number; readonly need: number }

/** Mức đáp ứng of a sector (1 = all it needs) before and after its share of the quota. */
export type AllottedLine = Stand & { readonly before: number; readonly added: number; readonly after: number }

/** Phân bổ. */
export type Allotment = {
  readonly quota: number
  /** Least covered first. */
  readonly lines: readonly AllottedLine[]
  readonly lowest: { readonly before: number; readonly after: number }
  /** Share of all people who would have to be elsewhere for every sector to be covered alike (Hoover). */
  readonly uneven: { readonly before: number; readonly after: number }
}

/** The allotment of whole posts; null when no sector needs anybody. A quota of 0 only tells how even things are. */
export function allotment(stands: readonly Stand[], quota: number): Allotment | null {
  const asked = stands.filter((s) => s.need > 0)
  if (asked.length === 0) return null
  const rows: Covered[] = asked.map((s) => ({ name: s.sector, have: s.have, need: s.need }))
  const added = bestWholeUse(rows, quota)
  const [before, after] = [balanceOf(rows), balanceOf(rows.map((r, i) => ({ ...r, have: r.have + (added[i] ?? 0) })))]
  const lines = asked.map((s, i) => {
    const more = added[i] ?? 0
    return { ...s, before: s.have / s.need, added: more, after: (s.have + more) / s.need }
  })
  return {
    quota,
    lines: lines.toSorted((a, b) => a.before - b.before),
    lowest: { before: before.lowest, after: after.lowest },
    uneven: { before: before.hoover, after: after.hoover },
  }
}
