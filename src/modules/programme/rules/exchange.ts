/** Kế hoạch để trao đổi: from a reading with its decisions, and from the adopted plan with its assignments. */
import type { Day } from '../../../kernel/day.ts'
import type { PlanReading } from '../../documents/public.ts'
import type { Goal, Participant, Programme, Task } from '../words.ts'
import type { Exchange, ExchangeTask } from './exchange-shape.ts'

type Section = PlanReading['sections'][number]
type Named = { readonly code: string; readonly name: string }

/** What the adopted plan adds to what its document says. */
export type Adopted = {
  readonly plan: Programme
  readonly goals: readonly Goal[]
  /** Tasks and duties. */
  readonly tasks: readonly Task[]
  readonly participants: readonly Pick<Participant, 'unitId' | 'role' | 'line'>[]
  /** Code and last known name of a body. */
  readonly bodyOf: (unitId: string) => Named
}

/** A copy that can be written and read again: spans become plain pairs. */
const pair = (s: readonly [number, number]): [number, number] => [s[0], s[1]]

function sectionsOf(list: readonly Section[], parent: string | null): Exchange['sections'] {
  return list.flatMap((s) => [
    { code: s.path, parent, title: s.title, span: pair(s.span) },
    ...sectionsOf(s.children, s.path),
  ])
}

/** A reading, before adoption. `reading` has the officer's decisions applied. */
export function exchangeOfReading(reading: PlanReading, asOf: Day): Exchange {
  return {
    format: 'nguyen-khi.ke-hoach',
    version: 1,
    stage: 'read',
    asOf,
    programme: {
      number: reading.docNumber,
      date: reading.date as Day | null,
      kind: reading.docType,
      title: reading.title,
      issuer: reading.issuer,
    },
    sections: sectionsOf(reading.sections, null),
    goals: reading.goals.map(goalRead),
    tasks: reading.tasks.map(taskRead),
    recipients: reading.recipients.map((r) => ({ name: r.name, note: r.note, archive: r.archive, span: pair(r.span) })),
    participants: [],
    references: reading.references.map((r) => ({
      kind: r.kind,
      number: r.number,
      date: r.date as Day | null,
      issuer: r.issuer,
      alias: r.alias ?? null,
      basis: r.basis,
      span: pair(r.span),
    })),
    reports: reading.recurringReports.map((r) => ({
      clause: r.clause,
      from: r.from,
      to: r.to,
      via: r.via,
      period: r.period,
      due: r.due === null ? [] : typeof r.due === 'string' ? [r.due] : [...r.due],
      text: r.text,
      span: pair(r.span),
    })),
    text: reading.text,
  }
}

const goalRead = (g: PlanReading['goals'][number]): Exchange['goals'][number] => ({
  code: g.clause,
  section: g.section,
  text: g.text,
  metric: g.metric,
  comparator: g.comparator,
  strict: g.strict,
  value: g.value,
  valueHigh: g.valueHigh,
  unit: g.unit,
  denominator: g.denominator,
  by: g.by,
  // Readings kept before these were read do not hold them.
  baseYear: g.baseYear ?? null,
  measure: g.measure,
  direction: g.direction ?? null,
  qualitative: g.qualitative,
  assigned: null,
  span: pair(g.span),
})

const taskRead = (t: PlanReading['tasks'][number]): ExchangeTask => ({
  code: t.clause,
  section: t.section,
  duty: t.duty,
  text: t.text,
  written: {
    lead: [...t.lead],
    coordinate: [...t.coordinate],
    due: t.due,
    dueText: t.dueRaw,
    product: t.product ?? null,
  },
  assigned: null,
  span: pair(t.span),
})

/** The adopted plan: its own items, with what the document says beside each, and who was given it. */
export function exchangeOfProgramme(reading: PlanReading, a: Adopted, asOf: Day): Exchange {
  const read = exchangeOfReading(reading, asOf)
  const goals = new Map(read.goals.map((g) => [g.code, g]))
  const tasks = new Map(read.tasks.map((t) => [t.code, t]))
  const { number, date, kind, title, issuer } = a.plan
  return {
    ...read,
    stage: 'adopted',
    programme: { number, date, kind, title, issuer },
    goals: a.goals.map((g) => goalAdopted(g, goals.get(g.code), a)),
    tasks: a.tasks.map((t) => taskAdopted(t, tasks.get(t.code), a)),
    participants: a.participants.map((p) => ({ ...a.bodyOf(p.unitId), role: p.role, line: p.line })),
  }
}

function goalAdopted(g: Goal, read: Exchange['goals'][number] | undefined, a: Adopted): Exchange['goals'][number] {
  return {
    code: g.code,
    section: g.section,
    text: g.text,
    metric: g.metric,
    comparator: g.comparator,
    strict: g.strict,
    value: g.value,
    valueHigh: g.valueHigh,
    unit: g.unit,
    denominator: read?.denominator ?? null,
    by: g.by,
    baseYear: read?.baseYear ?? null,
    measure: read?.measure ?? null,
    direction: read?.direction ?? null,
    qualitative: g.qualitative,
    assigned: g.leadUnitId === null ? null : a.bodyOf(g.leadUnitId),
    span: pair(g.span),
  }
}

function taskAdopted(t: Task, read: ExchangeTask | undefined, a: Adopted): ExchangeTask {
  return {
    code: t.code,
    section: t.group,
    duty: t.duty,
    text: t.text,
    written: {
      lead: [...t.leadNamed],
      coordinate: [...t.coordinatorsNamed],
      due: read?.written.due ?? null,
      dueText: read?.written.dueText ?? null,
      product: read?.written.product ?? null,
    },
    assigned:
      t.leadUnitId === null
        ? null
        : {
            lead: a.bodyOf(t.leadUnitId),
            coordinate: t.coordinators.map(a.bodyOf),
            due: { kind: t.due.kind, day: t.due.day },
            product: t.product,
            by: t.byDocument ? 'document' : 'officer',
          },
    span: pair(t.span),
  }
}

/** Only the tasks of these codes, in the order of the plan; everything else stays. */
export const onlyTasks = (x: Exchange, codes: readonly string[]): Exchange =>
  codes.length === 0 ? x : { ...x, tasks: x.tasks.filter((t) => codes.includes(t.code)) }
