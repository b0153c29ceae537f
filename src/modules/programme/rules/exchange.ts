/** Kế hoạch để trao đổi: from a reading with its decisions, and from the adopted plan with its assignments. */
import type { Day } from '../../../kernel/day.ts'
import type { PlanReading } from '../../documents/public.ts'
import type { Goal, Participant, Programme, Task } from '../words.ts'
import type { Exchange, ExchangeTask } from './exchange-shape.ts'

type Section = PlanReading['sections'][number]
type Named = { readonly code: string; readonly name: string }

/** Văn bản của kế hoạch: the one it was adopted from, or one that amended it; `reading` has the officer's decisions applied. */
export type PlanDocument = {
  readonly id: string
  readonly number: string | null
  readonly date: Day | null
  readonly reading: PlanReading
}

/** The plan as adopted and as amended since. */
export type Adopted = {
  readonly plan: Programme
  /** In the order they took effect; at least one. */
  readonly documents: readonly PlanDocument[]
  readonly goals: readonly Goal[]
  /** Tasks and duties. */
  readonly tasks: readonly Task[]
  /** Names of the recipient lines in force. */
  readonly recipients: readonly string[]
  readonly participants: readonly Pick<Participant, 'unitId' | 'role' | 'line'>[]
  /** Code and last known name of a body. */
  readonly bodyOf: (unitId: string) => Named
}

/** Which document an item stands in, and where; spans become plain pairs that can be written and read again. */
const at = (document: number, s: readonly [number, number]): { document: number; span: [number, number] } => ({
  document,
  span: [s[0], s[1]],
})

function sectionsOf(list: readonly Section[], parent: string | null, document: number): Exchange['sections'] {
  return list.flatMap((s) => [
    { code: s.path, parent, title: s.title, ...at(document, s.span) },
    ...sectionsOf(s.children, s.path, document),
  ])
}

const referencesOf = (r: PlanReading, document: number): Exchange['references'] =>
  r.references.map((x) => ({
    kind: x.kind,
    number: x.number,
    date: x.date as Day | null,
    issuer: x.issuer,
    alias: x.alias ?? null,
    basis: x.basis,
    ...at(document, x.span),
  }))

const reportsOf = (r: PlanReading, document: number): Exchange['reports'] =>
  r.recurringReports.map((x) => ({
    clause: x.clause,
    from: x.from,
    to: x.to,
    via: x.via,
    period: x.period,
    due: x.due === null ? [] : typeof x.due === 'string' ? [x.due] : [...x.due],
    text: x.text,
    ...at(document, x.span),
  }))

/** A reading, before adoption. `reading` has the officer's decisions applied. */
export function exchangeOfReading(reading: PlanReading, asOf: Day, document = 0): Exchange {
  const { docNumber: number, title } = reading
  const date = reading.date as Day | null
  return {
    format: 'nguyen-khi.ke-hoach',
    version: 1,
    stage: 'read',
    asOf,
    programme: { number, date, kind: reading.docType, title, issuer: reading.issuer },
    sections: sectionsOf(reading.sections, null, document),
    goals: reading.goals.map((g) => goalRead(g, document)),
    tasks: reading.tasks.map((t) => taskRead(t, document)),
    recipients: reading.recipients.map((r) => ({
      name: r.name,
      note: r.note,
      archive: r.archive,
      ...at(document, r.span),
    })),
    participants: [],
    references: referencesOf(reading, document),
    reports: reportsOf(reading, document),
    documents: [{ number, date, title, text: reading.text }],
  }
}

/** What a goal says alike whether read or adopted. */
const figureOf = (g: Goal | PlanReading['goals'][number]) => ({
  section: g.section,
  text: g.text,
  metric: g.metric,
  comparator: g.comparator,
  strict: g.strict,
  value: g.value,
  valueHigh: g.valueHigh,
  unit: g.unit,
  by: g.by,
  qualitative: g.qualitative,
})

const goalRead = (g: PlanReading['goals'][number], document: number): Exchange['goals'][number] => ({
  code: g.clause,
  ...figureOf(g),
  denominator: g.denominator,
  // Readings kept before these were read do not hold them.
  baseYear: g.baseYear ?? null,
  measure: g.measure,
  direction: g.direction ?? null,
  assigned: null,
  ...at(document, g.span),
})

const taskRead = (t: PlanReading['tasks'][number], document: number): ExchangeTask => ({
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
  ...at(document, t.span),
})

/** The adopted plan: its own items, with what the document of each says beside it, and who was given it. */
export function exchangeOfProgramme(a: Adopted, asOf: Day): Exchange {
  const read = a.documents.map((d, i) => exchangeOfReading(d.reading, asOf, i))
  const last = read.at(-1)
  if (last === undefined) throw new Error('a plan without a document')
  const { number, date, kind, title, issuer } = a.plan
  const newestFirst = read.toReversed()
  const known = new Set<string>()
  return {
    ...last,
    stage: 'adopted',
    programme: { number, date, kind, title, issuer },
    // The newest document tells the headings; what only an earlier one has comes after.
    sections: newestFirst.flatMap((x) => x.sections).filter((x) => !known.has(x.code) && known.add(x.code)),
    goals: a.goals.map((g) => goalAdopted(g, a, read)),
    tasks: a.tasks.map((t) => taskAdopted(t, a, read)),
    recipients: a.recipients.flatMap(
      (name) => newestFirst.flatMap((x) => x.recipients).find((r) => r.name === name) ?? [],
    ),
    participants: a.participants.map((p) => ({ ...a.bodyOf(p.unitId), role: p.role, line: p.line })),
    references: read.flatMap((x) => x.references),
    reports: newestFirst.find((x) => x.reports.length > 0)?.reports ?? [],
    documents: a.documents.map((d) => ({
      number: d.number,
      date: d.date,
      title: d.reading.title,
      text: d.reading.text,
    })),
  }
}

/** Where the document of an item stands in the list; the first one when it is not there. */
const documentOf = (a: Adopted, id: string): number =>
  Math.max(
    0,
    a.documents.findIndex((d) => d.id === id),
  )

function goalAdopted(g: Goal, a: Adopted, documents: readonly Exchange[]): Exchange['goals'][number] {
  const document = documentOf(a, g.documentId)
  const read = documents[document]?.goals.find((x) => x.code === g.code)
  return {
    code: g.code,
    ...figureOf(g),
    denominator: read?.denominator ?? null,
    baseYear: read?.baseYear ?? null,
    measure: read?.measure ?? null,
    direction: read?.direction ?? null,
    assigned: g.leadUnitId === null ? null : a.bodyOf(g.leadUnitId),
    ...at(document, g.span),
  }
}

function taskAdopted(t: Task, a: Adopted, documents: readonly Exchange[]): ExchangeTask {
  const document = documentOf(a, t.documentId)
  const read = documents[document]?.tasks.find((x) => x.code === t.code)
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
    ...at(document, t.span),
  }
}

/** Only the tasks of these codes, in the order of the plan; everything else stays. */
export const onlyTasks = (x: Exchange, codes: readonly string[]): Exchange =>
  codes.length === 0 ? x : { ...x, tasks: x.tasks.filter((t) => codes.includes(t.code)) }
