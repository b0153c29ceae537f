/**
 * So bản sửa đổi với kế hoạch: which items of the new document are which of the plan in force, and what changed in each: added,
 * changed, moved, removed, unchanged. Nothing is decided here; `amendment-plan.ts` carries the officer's choices out.
 */
import { align, type WordChange, wordChanges } from '../../../kernel/alignment.ts'
import type { PlanReading } from '../../documents/public.ts'
import { targetWords } from '../../indicators/public.ts'
import { dueOfReading, dueWords } from './due.ts'

type PlanGoal = PlanReading['goals'][number]
type PlanTask = PlanReading['tasks'][number]

/** Mục tiêu, as the plan and a reading both hold it. */
export type GoalWords = { readonly kind: 'goal'; readonly code: string } & Pick<
  PlanGoal,
  'text' | 'metric' | 'comparator' | 'strict' | 'value' | 'valueHigh' | 'unit' | 'by'
>

/** Nhiệm vụ, trách nhiệm, as the plan and a reading both hold it. */
export type TaskWords = { readonly kind: 'task'; readonly code: string } & Pick<
  PlanTask,
  'text' | 'lead' | 'coordinate' | 'due' | 'dueRaw' | 'product' | 'request' | 'duty'
>

/** Dòng nơi nhận. */
export type RecipientWords = { readonly kind: 'recipient'; readonly code: string; readonly text: string }

/** Một mục đem so. */
export type AmendableItem = GoalWords | TaskWords | RecipientWords

/** An item of the plan in force. */
export type StoredItem = AmendableItem & { readonly id: string }

/** Loại khác biệt. `moved` = the same words under another number. */
export type ChangeKind = 'added' | 'changed' | 'moved' | 'removed' | 'unchanged'

/** Một ô khác nhau, in the words shown. */
export type FieldChange = { readonly label: string; readonly before: string; readonly after: string }

/** Một khác biệt, or an item that is the same in both. */
export type Difference = {
  /** The id of the old item, or `goal:II.1.3` for one only the new document has. */
  readonly entry: string
  readonly change: ChangeKind
  readonly before: StoredItem | null
  readonly after: AmendableItem | null
  /** The text, word by word; empty where there is only one side. */
  readonly words: readonly WordChange[]
  readonly fields: readonly FieldChange[]
}

/** The goals, tasks and recipients of a confirmed reading. */
export function itemsOfReading(r: PlanReading): AmendableItem[] {
  return [
    ...r.goals.map((g): GoalWords => ({ ...g, kind: 'goal', code: g.clause })),
    ...r.tasks.map((t): TaskWords => ({ ...t, kind: 'task', code: t.clause })),
    ...r.recipients.map((p, i): RecipientWords => ({ kind: 'recipient', code: `Nơi nhận ${i + 1}`, text: p.name })),
  ]
}

const goalFields = (g: GoalWords): readonly (readonly [string, string])[] => [
  ['Đích', targetOf(g)],
  ['Đến năm', g.by === null ? '' : String(g.by)],
  ['Chỉ số đo', g.metric ?? ''],
]

function targetOf(g: GoalWords): string {
  if (g.value === null || g.comparator === null) return ''
  const { comparator, strict, value: target, valueHigh: targetHigh, unit, by: byYear } = g
  return targetWords({ comparator, strict, target, targetHigh, unit: unit ?? '', byYear })
}

const taskFields = (t: TaskWords): readonly (readonly [string, string])[] => [
  ['Chủ trì', t.lead.join('; ')],
  ['Phối hợp', t.coordinate.join('; ')],
  ['Thời hạn', t.due === null ? '' : dueWords(dueOfReading(t.due, t.dueRaw))],
  ['Sản phẩm', t.product ?? ''],
  ['Tính chất', t.request === true ? 'đề nghị' : ''],
]

/** The fields of an item in words, its text left out. */
const fieldsOf = (i: AmendableItem): readonly (readonly [string, string])[] =>
  i.kind === 'goal' ? goalFields(i) : i.kind === 'task' ? taskFields(i) : []

/** The fields that differ, in the words shown. */
export function fieldChanges(before: AmendableItem, after: AmendableItem): FieldChange[] {
  const now = new Map(fieldsOf(after))
  return fieldsOf(before).flatMap(([label, was]) => {
    const is = now.get(label) ?? ''
    return was === is ? [] : [{ label, before: was, after: is }]
  })
}

/** Two items that are one: what differs between them. */
export function differenceOf(before: StoredItem, after: AmendableItem): Difference {
  const words = wordChanges(before.text, after.text)
  const fields = fieldChanges(before, after)
  const same = words.every((w) => w.kind === 'same') && fields.length === 0
  // Recipients have no number of their own: their place is only their order.
  const moved = before.code !== after.code && before.kind !== 'recipient'
  return { entry: before.id, change: same ? (moved ? 'moved' : 'unchanged') : 'changed', before, after, words, fields }
}

/** An item only one side has. */
export const removal = (before: StoredItem): Difference => ({
  entry: before.id,
  change: 'removed',
  before,
  after: null,
  words: [],
  fields: [],
})

/** An item only the new document has. */
export const addition = (after: AmendableItem): Difference => ({
  entry: `${after.kind}:${after.code}`,
  change: 'added',
  before: null,
  after,
  words: [],
  fields: [],
})

const KINDS = ['goal', 'task', 'recipient'] as const

/** Compares the plan in force with a reading: every item of both sides stands in exactly one entry. */
export function differences(stored: readonly StoredItem[], read: readonly AmendableItem[]): Difference[] {
  return KINDS.flatMap((kind) => {
    const before = stored.filter((i) => i.kind === kind)
    const after = read.filter((i) => i.kind === kind)
    const place = (i: AmendableItem) => ({ text: i.text, place: i.code })
    const { pairs, removed, added } = align(before.map(place), after.map(place))
    const at = <T>(list: readonly T[], n: number): T[] => list.slice(n, n + 1)
    const matched = pairs.flatMap(([i, j]) =>
      at(before, i).flatMap((b) => at(after, j).map((a) => ({ order: j, difference: differenceOf(b, a) }))),
    )
    const fresh = added.flatMap((j) => at(after, j).map((a) => ({ order: j, difference: addition(a) })))
    // What is gone stands where its neighbour before it stands now.
    const gone = removed.flatMap((i) => {
      const neighbour = pairs.findLast(([b]) => b < i)
      return at(before, i).map((b) => ({ order: (neighbour?.[1] ?? -1) + 0.5, difference: removal(b) }))
    })
    return [...matched, ...fresh, ...gone].sort((x, y) => x.order - y.order).map((x) => x.difference)
  })
}

/** How many items of each kind of change. */
export function countChanges(list: readonly Difference[]): Readonly<Record<ChangeKind, number>> {
  const counts = { added: 0, changed: 0, moved: 0, removed: 0, unchanged: 0 }
  for (const d of list) counts[d.change]++
  return counts
}
