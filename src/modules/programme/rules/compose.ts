/** Ghép nhiệm vụ, mục tiêu: the row of the plan, the assignment in force, and what the register knows of the lead today. */
import type { Day } from '../../../kernel/day.ts'
import { targetWords } from '../../indicators/public.ts'
import type { Due, DueKind, Goal, Task } from '../words.ts'
import { dueOfReading, dueWords } from './due.ts'
import { type Body, leading } from './lead.ts'
import { roleOfGroup } from './participants.ts'
import { sixClear } from './six-clear.ts'

/** The assignment in force; all null where there is none. */
export type Current = {
  readonly assignmentId: string | null
  readonly leadId: string | null
  readonly coordinators: readonly string[] | null
  readonly product: string | null
  readonly dueKind: DueKind | null
  readonly dueDay: Day | null
  readonly byDocument: boolean | null
}

/** A task as stored. */
export type TaskRow = Current & {
  readonly id: string
  readonly code: string
  readonly section: string | null
  readonly body: string
  readonly duty: boolean
  readonly leadNamed: readonly string[]
  readonly coordinateNamed: readonly string[]
  readonly dueRead: string | null
  readonly dueRaw: string | null
  /** Sản phẩm as the document says it. */
  readonly productRead: string | null
  readonly spanFrom: number
  readonly spanTo: number
  readonly documentId: string
  readonly version: number
}

/** A goal as stored. */
export type GoalRow = Current & {
  readonly id: string
  readonly code: string
  readonly section: string | null
  readonly body: string
  readonly metric: string | null
  readonly comparator: Goal['comparator']
  readonly strict: boolean
  readonly value: number | null
  readonly valueHigh: number | null
  readonly unit: string | null
  readonly byYear: number | null
  readonly qualitative: boolean
  readonly spanFrom: number
  readonly spanTo: number
  readonly documentId: string
  readonly version: number
}

/** Bodies and heirs, by unit id. */
export type Register = {
  readonly bodies: ReadonlyMap<string, Body & { readonly group: string }>
  readonly heirs: ReadonlyMap<string, readonly { readonly id: string; readonly name: string }[]>
}

const leadOf = (c: Current, r: Register) =>
  leading(
    c.leadId,
    (id) => r.bodies.get(id),
    (id) => r.heirs.get(id) ?? [],
  )

const dueOf = (t: TaskRow): Due =>
  t.dueKind === null ? dueOfReading(t.dueRead, t.dueRaw) : { kind: t.dueKind, day: t.dueDay }

/** A task with all that a screen needs. */
export function composeTask(t: TaskRow, r: Register): Task {
  const lead = leadOf(t, r)
  const due = dueOf(t)
  const product = t.product || (t.productRead ?? '')
  const coordinators = t.coordinators ?? []
  const group = t.leadId === null ? '' : (r.bodies.get(t.leadId)?.group ?? '')
  return {
    ...lead,
    id: t.id,
    code: t.code,
    group: t.section ?? '',
    text: t.body,
    duty: t.duty,
    leadNamed: t.leadNamed,
    coordinatorsNamed: t.coordinateNamed,
    coordinators,
    coordinatorNames: coordinators.map((id) => r.bodies.get(id)?.name ?? id),
    product,
    due,
    dueWords: dueWords(due),
    clear: t.leadId !== null,
    six: sixClear({
      person: t.leadId !== null && lead.leadEnded === null,
      work: t.body,
      hasDue: due.kind !== 'none',
      responsibility: t.leadId !== null && !coordinators.includes(t.leadId),
      product,
      authority: t.leadId !== null && roleOfGroup(group) === 'obligated',
    }),
    byDocument: t.byDocument ?? false,
    assignmentId: t.assignmentId,
    span: [t.spanFrom, t.spanTo],
    documentId: t.documentId,
    version: t.version,
  }
}

/** A goal with all that a screen needs. */
export function composeGoal(g: GoalRow, r: Register): Goal {
  return {
    ...leadOf(g, r),
    id: g.id,
    code: g.code,
    section: g.section ?? '',
    text: g.body,
    metric: g.metric,
    comparator: g.comparator,
    strict: g.strict,
    value: g.value,
    valueHigh: g.valueHigh,
    unit: g.unit,
    by: g.byYear,
    qualitative: g.qualitative,
    targetWords:
      g.value === null || g.comparator === null
        ? ''
        : targetWords({
            comparator: g.comparator,
            strict: g.strict,
            target: g.value,
            targetHigh: g.valueHigh,
            unit: g.unit ?? '',
            byYear: g.byYear,
          }),
    span: [g.spanFrom, g.spanTo],
    documentId: g.documentId,
    version: g.version,
  }
}
