/**
 * Cơ quan được nêu trong văn bản: every name of a reading, where it stands, and what it is in the register of the
 * document's day; which of them somebody must still tell.
 */
import { type Day, parseDay } from '../../../kernel/day.ts'
import { sameSpelling } from '../../../kernel/text.ts'
import type { PlanReading, ReviewItem } from '../../documents/public.ts'
import type { Resolution } from '../words.ts'
import type { Resolved } from './lead.ts'

/** Chỗ nêu tên: the item of the reading (`task:III.1.2`, `recipient:3`) and in which part. */
export type NamePlace = {
  readonly item: string
  /** `III.1.2`, "Nơi nhận 3". */
  readonly clause: string
  readonly role: 'lead' | 'coordinate' | 'recipient'
}

/** Một tên của văn bản, with every place it stands. */
export type NamedBody = {
  readonly name: string
  readonly places: readonly NamePlace[]
  readonly found: Resolution
}

/** The bodies a name gives a plan: a list with parts still unclear gives its clear ones, as a group. */
export const bodiesOf = (r: Resolution): Resolved => ({
  kind: r.by === 'list' && r.units.length > 0 ? 'group' : r.kind,
  unitIds: r.kind === 'ended' ? [] : r.units.map((u) => u.id),
})

/** The bodies named one by one: a single body, or those of a list of single names; a group names nobody by itself. */
export const namedOneByOne = (r: Resolution): string[] =>
  r.kind === 'single'
    ? r.units.map((u) => u.id)
    : r.parts.flatMap((p) => (p.kind === 'single' ? p.units.map((u) => u.id) : []))

/** The last day a document can be of: its date, the end of the month or year it names, or `seen` (the day it was read). */
export function dayOfReading(r: Pick<PlanReading, 'date' | 'dateKnown'>, seen: Day): Day {
  const whole = parseDay(r.date ?? '')
  if (whole !== null) return whole
  const [year, month] = (r.dateKnown ?? '').split('-').map(Number)
  if (year === undefined || !Number.isInteger(year) || year === 0) return seen
  const first = Temporal.PlainDate.from({ year, month: month ?? 12, day: 1 })
  const last = first.with({ day: first.daysInMonth }).toString() as Day
  return last < seen ? last : seen
}

/** Every name of a reading, each once (by spelling), in the order of the document. The line of the archive names nobody. */
export function namedBodies(
  reading: Pick<PlanReading, 'tasks' | 'recipients'>,
  resolve: (name: string) => Resolution,
): NamedBody[] {
  const found = new Map<string, { name: string; places: NamePlace[]; found: Resolution }>()
  const see = (name: string, place: NamePlace): void => {
    const key = sameSpelling(name)
    const known = found.get(key)
    if (known !== undefined) known.places.push(place)
    else found.set(key, { name, places: [place], found: resolve(name) })
  }
  for (const t of reading.tasks) {
    const at = { item: `task:${t.clause}`, clause: t.clause }
    for (const name of t.lead) see(name, { ...at, role: 'lead' })
    for (const name of t.coordinate) see(name, { ...at, role: 'coordinate' })
  }
  reading.recipients.forEach((r, i) => {
    if (!r.archive) see(r.name, { item: `recipient:${i + 1}`, clause: `Nơi nhận ${i + 1}`, role: 'recipient' })
  })
  return [...found.values()]
}

/** Whether somebody must tell who is meant: the register does not say (or says it had ended), and nobody has decided. */
export const isOpenName = (b: Pick<NamedBody, 'found'>): boolean =>
  (b.found.kind === 'ambiguous' || b.found.kind === 'unknown' || b.found.kind === 'ended') && b.found.by !== 'alias'

const lines = (text: string | undefined): string[] => (text ?? '').split('\n').filter((l) => l.trim() !== '')

/** The names an item of a reading holds, as it stands (read, edited or added). */
export function namesOfItem(i: Pick<ReviewItem, 'kind' | 'values' | 'text'>): string[] {
  if (i.kind === 'task') return [...lines(i.values.lead), ...lines(i.values.coordinate)]
  if (i.kind === 'report') return [...lines(i.values.from), ...lines(i.values.to), ...lines(i.values.via)]
  return i.kind === 'recipient' && !/^Lưu\b/u.test(i.text) ? lines(i.text) : []
}
