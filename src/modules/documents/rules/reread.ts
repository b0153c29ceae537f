/**
 * Đọc lại: the present reader reads the same text again; what the officer decided stays with the items it was about. What was
 * confirmed stands even where the reader now reads otherwise.
 */
import { align } from '../../../kernel/alignment.ts'
import type { PlanReading, Span } from '../words.ts'
import type { Edits } from './item-values.ts'
import { type Bare, type ItemDecision, type ItemKind, isAdded, readItems, type Stand } from './review.ts'

/** Quyết định sau khi đọc lại, by item; every item that had a decision or has one now is named. */
export type Carried = {
  readonly stands: ReadonlyMap<string, Stand>
  /** Items with a decision that are the same ones in the new reading. */
  readonly kept: number
  /** Edited items the reader no longer finds: kept as the officer's own. */
  readonly adopted: number
  /** Decisions about items that are no longer there and held no words of the officer. */
  readonly dropped: number
}

const KINDS: readonly ItemKind[] = ['goal', 'task', 'recipient', 'reference', 'report', 'head', 'signer']

/** Keys of the old reading -> keys of the new one. */
function newKeys(before: readonly Bare[], after: readonly Bare[]): Map<string, Bare> {
  const found = new Map<string, Bare>()
  for (const kind of KINDS) {
    const a = before.filter((i) => i.kind === kind)
    const b = after.filter((i) => i.kind === kind)
    const words = (i: Bare) => ({ text: Object.values(i.values).slice(0, 2).join(' '), place: i.clause })
    for (const [i, j] of align(a.map(words), b.map(words)).pairs) {
      const [old, now] = [a[i], b[j]]
      if (old !== undefined && now !== undefined) found.set(old.key, now)
    }
  }
  return found
}

/** Carries the decisions on `before` over to `after`. `newKey` names items that become the officer's own. */
export function carryDecisions(
  before: PlanReading,
  after: PlanReading,
  decisions: readonly ItemDecision[],
  newKey: (kind: ItemKind) => string,
): Carried {
  const old = readItems(before)
  const now = readItems(after)
  const to = newKeys(old, now)
  const taken = new Set([...to.values()].map((b) => b.key))
  const stands = new Map<string, Stand>()
  let [kept, adopted, dropped] = [0, 0, 0]
  for (const d of decisions) if (!isAdded(d.item)) stands.set(d.item, { verdict: 'open', edits: {} })
  for (const d of decisions) {
    if (isAdded(d.item)) {
      const found = now.find(
        (b) => b.kind === d.item.split(':')[0] && !taken.has(b.key) && covers(b.span, spanOf(d.edits)),
      )
      if (d.verdict !== 'added' || found === undefined) stands.set(d.item, moved(d, to))
      else {
        taken.add(found.key)
        stands.set(found.key, confirmed({ verdict: 'edited', edits: d.edits }, found.values, d.edits))
        stands.set(d.item, { verdict: 'rejected', edits: d.edits })
      }
      kept++
      continue
    }
    const was = old.find((b) => b.key === d.item)
    const is = to.get(d.item)
    if (d.verdict === 'open' || was === undefined) continue
    if (is !== undefined) {
      stands.set(is.key, d.verdict === 'merged' ? moved(d, to) : confirmed(d, is.values, { ...was.values, ...d.edits }))
      kept++
    } else if (d.verdict === 'edited' && (was.kind === 'goal' || was.kind === 'task')) {
      stands.set(newKey(was.kind), { verdict: 'added', edits: ownItem(was, d.edits) })
      adopted++
    } else dropped++
  }
  return { stands, kept, adopted, dropped }
}

const spanOf = (e: Edits): Span => [Number(e.from ?? 0), Number(e.to ?? 0)]

/** Whether two spans are mostly one. */
const covers = (a: Span, b: Span): boolean => {
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0])
  return shared > 0 && shared * 2 > Math.max(a[1] - a[0], b[1] - b[0])
}

/** A merged item points at the one it is part of, under its new key. */
function moved(d: ItemDecision, to: ReadonlyMap<string, Bare>): Stand {
  const into = d.edits.into
  if (d.verdict !== 'merged' || into === undefined) return { verdict: d.verdict, edits: d.edits }
  if (isAdded(into)) return { verdict: 'merged', edits: d.edits }
  const target = to.get(into)
  return target === undefined
    ? { verdict: 'open', edits: {} }
    : { verdict: 'merged', edits: { ...d.edits, into: target.key } }
}

/** What the officer saw and confirmed, over what the reader says now. */
function confirmed(d: Stand, now: Edits, seen: Edits): Stand {
  if (d.verdict === 'rejected') return { verdict: 'rejected', edits: {} }
  const differing = Object.keys(now).filter((name) => seen[name] !== undefined && seen[name] !== now[name])
  if (differing.length === 0) return { verdict: 'accepted', edits: {} }
  return { verdict: 'edited', edits: Object.fromEntries(differing.map((name) => [name, seen[name] ?? ''])) }
}

const ownItem = (was: Bare, edits: Edits): Edits => ({
  ...was.values,
  ...edits,
  clause: was.clause,
  section: was.clause.split('.').slice(0, -1).join('.'),
  from: String(was.span[0]),
  to: String(was.span[1]),
})
