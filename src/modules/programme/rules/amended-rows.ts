/** Các dòng của kế hoạch sau sửa đổi: rows to change, to add and to close, from the new document and what was decided. */
import { align } from '../../../kernel/alignment.ts'
import type { PlanReading } from '../../documents/public.ts'
import type { defineIndicators } from '../../indicators/public.ts'
import type { Difference, FieldChange } from './amendment.ts'
import type { AmendmentPlan } from './amendment-plan.ts'
import { definitionOf, goalRows, indicatorRows, taskRows } from './programme-rows.ts'

type Row = Readonly<Record<string, unknown>> & { readonly id: string }
type NewId = () => string
type IndicatorChange = Parameters<typeof defineIndicators>[2][number]

/** Headings of the new document under the ids they had: kept, added, closed. */
export function alignClauses(
  stored: readonly { id: string; code: string; title: string }[],
  rows: readonly Readonly<Record<string, unknown>>[],
): { keep: Row[]; add: Row[]; end: string[] } {
  const found = align(
    stored.map((c) => ({ text: c.title, place: c.code })),
    rows.map((r) => ({ text: String(r.title), place: String(r.code) })),
  )
  const at = (j: number): Readonly<Record<string, unknown>> => rows[j] ?? {}
  return {
    keep: found.pairs.flatMap(([i, j]) => stored.slice(i, i + 1).map((c) => ({ ...at(j), id: c.id }))),
    add: found.added.map((j) => ({ ...at(j), id: String(at(j).id) })),
    end: found.removed.flatMap((i) => stored.slice(i, i + 1).map((c) => c.id)),
  }
}

type Recipients = readonly Readonly<Record<string, unknown>>[]

const codeOf = (row: Readonly<Record<string, unknown>>): string => String(row.code ?? `Nơi nhận ${row.position}`)

/** Rows of the reading by kind and code. */
function rowsByCode(reading: PlanReading, recipients: Recipients): Map<string, Readonly<Record<string, unknown>>> {
  const none = (): string => ''
  return new Map([
    ...goalRows(reading, none).map((r) => [`goal:${r.code}`, r] as const),
    ...taskRows(reading, none).map((r) => [`task:${r.code}`, r] as const),
    ...recipients.map((r) => [`recipient:${codeOf(r)}`, r] as const),
  ])
}

/** Kept rows with the words of the new document. */
export function keptRows(
  reading: PlanReading,
  work: AmendmentPlan,
  recipients: Recipients,
): { goals: Row[]; tasks: Row[]; recipients: Row[] } {
  const rows = rowsByCode(reading, recipients)
  const of = (kind: string): Row[] =>
    work.keep.flatMap(({ before, after }) =>
      after.kind === kind ? [{ ...rows.get(`${kind}:${after.code}`), id: before.id }] : [],
    )
  return { goals: of('goal'), tasks: of('task'), recipients: of('recipient') }
}

/** Rows that only the new document has. */
export function newRows(
  reading: PlanReading,
  work: AmendmentPlan,
  recipients: Recipients,
  newId: NewId,
): { goals: Row[]; tasks: Row[]; recipients: Row[] } {
  const rows = rowsByCode(reading, recipients)
  const of = (kind: string): Row[] =>
    work.add.flatMap((i) => (i.kind === kind ? [{ ...rows.get(`${kind}:${i.code}`), id: newId() }] : []))
  return { goals: of('goal'), tasks: of('task'), recipients: of('recipient') }
}

/** What changed items said before; one that only has another number now carries no words. */
export const wordings = (
  work: AmendmentPlan,
): { subject_id: string; code: string; body: string; fields: readonly unknown[] }[] =>
  work.keep.flatMap(({ before, changed }) =>
    changed === null
      ? []
      : [
          {
            subject_id: before.id,
            code: before.code,
            body: changed.change === 'moved' ? '' : before.text,
            fields: [...numberChange(changed), ...changed.fields],
          },
        ],
  )

const numberChange = ({ before, after }: Difference): FieldChange[] =>
  before === null || after === null || before.code === after.code || before.kind === 'recipient'
    ? []
    : [{ label: 'Số mục', before: before.code, after: after.code }]

/** The goals of the reading that the plan takes. */
export function inForce(reading: PlanReading, work: AmendmentPlan): PlanReading {
  const taken = new Set([...work.keep.map((k) => k.after), ...work.add].map((i) => `${i.kind}:${i.code}`))
  return { ...reading, goals: reading.goals.filter((g) => taken.has(`goal:${g.clause}`)) }
}

/** Indicators under their new codes and targets; those whose goal ended, or gives no figure any more, are closed. */
export function indicatorChanges(reading: PlanReading, work: AmendmentPlan): IndicatorChange[] {
  const wasCode = new Map(
    work.keep.flatMap(({ before, after }) => (after.kind === 'goal' ? [[after.code, before.code] as const] : [])),
  )
  const now = indicatorRows(reading).map(
    (to, i): IndicatorChange => ({ from: wasCode.get(to.code) ?? null, to, position: i + 1 }),
  )
  const followed = new Set(now.map((c) => c.from))
  const gone = [
    ...work.keep.flatMap(({ before }) => (before.kind === 'goal' && !followed.has(before.code) ? [before.code] : [])),
    ...work.end.flatMap((i) => (i.kind === 'goal' ? [i.code] : [])),
  ]
  // One left as it was follows its goal to the code it keeps beside the new one.
  const left = work.left.flatMap(({ item, code }): IndicatorChange[] =>
    item.kind === 'goal' && code !== item.code
      ? [{ from: item.code, to: definitionOf(code, item), position: now.length + 1 }]
      : [],
  )
  return [...now, ...gone.map((from): IndicatorChange => ({ from, to: null, position: 0 })), ...left]
}
