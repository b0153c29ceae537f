/**
 * Tập hợp kiến nghị: which lines of the accepted reports are new, said again, said otherwise, or no longer said. A version of
 * a report is gathered once; what was gathered before is never dropped.
 */
import { align } from '../../../kernel/alignment.ts'
import { linesOf } from './lines.ts'

/** Mục 5 của một báo cáo đã duyệt. */
export type Section = {
  readonly obligationId: string
  readonly unitId: string
  readonly unitName: string
  readonly report: string
  /** Tên báo cáo. */
  readonly title: string
  readonly number: number
  readonly text: string
}

/** A line gathered before that no later line carries on. */
export type KnownLine = {
  readonly id: string
  readonly obligationId: string
  /** Version of the report it stood in last. */
  readonly number: number
  readonly text: string
}

/** Bản đã tập hợp. */
export type Reading = { readonly obligationId: string; readonly number: number }

/** Một dòng của bản báo cáo so với bản đã tập hợp trước. */
export type LineChange =
  | { readonly kind: 'new'; readonly line: number; readonly text: string }
  | { readonly kind: 'same' | 'changed'; readonly line: number; readonly text: string; readonly was: KnownLine }
  | { readonly kind: 'gone'; readonly was: KnownLine }

/** What gathering one report would do; `again` = an earlier version of it was gathered. */
export type SectionPlan = {
  readonly section: Section
  readonly again: boolean
  readonly changes: readonly LineChange[]
}

/** The reports that are not gathered yet, in their order, with each line. */
export function planGathering(
  sections: readonly Section[],
  known: readonly KnownLine[],
  readings: readonly Reading[],
): SectionPlan[] {
  const read = new Set(readings.map((r) => `${r.obligationId}:${r.number}`))
  const last = new Map<string, number>()
  for (const r of readings) last.set(r.obligationId, Math.max(r.number, last.get(r.obligationId) ?? 0))
  const before = Map.groupBy(known, (k) => k.obligationId)
  return sections
    .filter((s) => !read.has(`${s.obligationId}:${s.number}`))
    .map((section) => ({
      section,
      again: last.has(section.obligationId),
      changes: changesOf(before.get(section.obligationId) ?? [], linesOf(section.text)).filter(
        // What an earlier version had left out already is not left out again.
        (c) => c.kind !== 'gone' || c.was.number === last.get(section.obligationId),
      ),
    }))
}

function changesOf(before: readonly KnownLine[], after: readonly string[]): LineChange[] {
  const found = align(
    before.map((k) => ({ text: k.text, place: '' })),
    after.map((text) => ({ text, place: '' })),
  )
  const from = new Map(found.pairs.map(([i, j]) => [j, i]))
  const said = after.map((text, j): LineChange => {
    const was = before[from.get(j) ?? -1]
    if (was === undefined) return { kind: 'new', line: j + 1, text }
    return { kind: was.text === text ? 'same' : 'changed', line: j + 1, text, was }
  })
  return [...said, ...found.removed.flatMap((i): LineChange[] => (before[i] ? [{ kind: 'gone', was: before[i] }] : []))]
}

/** How many lines of each kind. */
export const countChanges = (plans: readonly SectionPlan[]): Readonly<Record<LineChange['kind'], number>> => {
  const count = { new: 0, same: 0, changed: 0, gone: 0 }
  for (const p of plans) for (const c of p.changes) count[c.kind]++
  return count
}
