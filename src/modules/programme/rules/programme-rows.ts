/** Từ bản đọc thành kế hoạch: the rows of a programme, in the order of the document. Nothing is added to what was read. */
import type { PlanReading } from '../../documents/public.ts'
import type { NewDefinition } from '../../indicators/public.ts'

type Rows = readonly Record<string, unknown>[]
type NewId = () => string
type Section = PlanReading['sections'][number]

/** The headings, parents before children. */
export function clauseRows(reading: PlanReading, newId: NewId): Rows {
  const out: Record<string, unknown>[] = []
  const seen = new Set<string>()
  const walk = (list: readonly Section[], parent: string | null): void => {
    for (const s of list) {
      // A document that repeats a number keeps both headings; the second one is told apart by its place.
      const code = seen.has(s.path) ? `${s.path} (${out.length + 1})` : s.path
      seen.add(code)
      out.push({
        id: newId(),
        position: out.length + 1,
        code,
        parent_code: parent,
        title: s.title,
        span_from: s.span[0],
        span_to: s.span[1],
      })
      walk(s.children, code)
    }
  }
  walk(reading.sections, null)
  return out
}

/** The goals. */
export const goalRows = (reading: PlanReading, newId: NewId): Rows =>
  reading.goals.map((g, i) => ({
    id: newId(),
    position: i + 1,
    code: g.clause,
    section: g.section,
    body: g.text,
    metric: g.metric,
    comparator: g.comparator,
    strict: g.strict,
    value: g.value,
    value_high: g.valueHigh,
    unit: g.unit,
    denominator: g.denominator,
    by_year: g.by,
    measure: g.measure,
    qualitative: g.qualitative,
    span_from: g.span[0],
    span_to: g.span[1],
  }))

/** The tasks and duties. */
export const taskRows = (reading: PlanReading, newId: NewId): (Record<string, unknown> & { id: string })[] =>
  reading.tasks.map((t, i) => ({
    id: newId(),
    position: i + 1,
    code: t.clause,
    section: t.section,
    body: t.text,
    duty: t.duty,
    lead_named: t.lead,
    lead_kind: t.leadKind,
    coordinate_named: t.coordinate,
    support: t.support,
    due_read: t.due,
    due_raw: t.dueRaw,
    product_read: t.product ?? null,
    request: t.request === true,
    span_from: t.span[0],
    span_to: t.span[1],
  }))

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

type Measured = Pick<
  PlanReading['goals'][number],
  'text' | 'metric' | 'comparator' | 'strict' | 'value' | 'valueHigh' | 'unit' | 'by'
>

/** What a goal measures; null where it gives no figure. */
export const definitionOf = (code: string, g: Measured): NewDefinition | null =>
  g.value === null || g.comparator === null
    ? null
    : {
        code,
        name: capital(g.metric ?? g.text),
        unit: g.unit ?? '',
        direction: g.comparator === '<=' ? ('down' as const) : ('up' as const),
        goalText: g.text,
        comparator: g.comparator,
        strict: g.strict,
        target: g.value,
        targetHigh: g.valueHigh,
        byYear: g.by,
      }

/** What the goals with a figure measure. */
export const indicatorRows = (reading: PlanReading): NewDefinition[] =>
  reading.goals.flatMap((g) => definitionOf(g.clause, g) ?? [])
