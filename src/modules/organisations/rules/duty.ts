/**
 * Kế thừa nhiệm vụ: a duty follows the links of organisation events, on the day of the event, to every successor.
 */
import type { Day } from '../../../kernel/day.ts'
import { intersect, type Validity } from '../../../kernel/validity.ts'
import type { Edge, OrgEvent } from '../words.ts'

/** A unit that holds the duty from `from` on, as it was given (not inherited). */
export type DutyStart = { readonly unitId: string; readonly from: Day }

/** Đơn vị mang nhiệm vụ: on which days, and from whom it came (empty = given at the start). */
export type DutyHolder = { readonly unitId: string; readonly valid: Validity; readonly cameFrom: readonly string[] }

type Holding = { since: Day; cameFrom: Map<string, Day> }

/** The part of an event that duties follow. */
export type Succession = Pick<OrgEvent, 'on'> & { readonly edges: readonly Pick<Edge, 'from' | 'to'>[] }

/**
 * Who holds a duty on which days of `span`. Events on or before the day a duty was given are already in it.
 * A link to itself keeps the duty; a link to nobody ends it; links of one day act at the same time.
 */
export function dutyHolders(start: readonly DutyStart[], events: readonly Succession[], span: Validity): DutyHolder[] {
  const days = [...new Set([...start.map((s) => s.from), ...events.map((e) => e.on)])].sort()
  const found: DutyHolder[] = []
  const keep = (unitId: string, h: Holding, to: Day | null): void => {
    const valid = intersect({ from: h.since, to }, span)
    if (valid) found.push({ unitId, valid, cameFrom: givers(h, valid) })
  }
  let holding = new Map<string, Holding>()
  for (const day of days) {
    const edges = events.filter((e) => e.on === day).flatMap((e) => e.edges)
    const next = pass(holding, edges, day)
    for (const [unitId, h] of holding) if (!next.has(unitId)) keep(unitId, h, day)
    for (const s of start)
      if (s.from === day && !next.has(s.unitId)) next.set(s.unitId, { since: day, cameFrom: new Map() })
    holding = next
  }
  for (const [unitId, h] of holding) keep(unitId, h, null)
  return found.sort(inTime)
}

/** Units the duty came from by the end of `valid`. */
const givers = (h: Holding, valid: Validity): string[] =>
  [...h.cameFrom].filter(([, on]) => valid.to === null || on < valid.to).map(([unitId]) => unitId)

const inTime = (a: DutyHolder, b: DutyHolder): number => {
  const [x, y] = [`${a.valid.from} ${a.unitId}`, `${b.valid.from} ${b.unitId}`]
  return x < y ? -1 : x > y ? 1 : 0
}

function pass(before: ReadonlyMap<string, Holding>, edges: readonly Pick<Edge, 'from' | 'to'>[], day: Day) {
  const leaving = new Set(edges.flatMap((e) => (e.from !== null && before.has(e.from) ? [e.from] : [])))
  const next = new Map<string, Holding>()
  for (const [unitId, h] of before) if (!leaving.has(unitId)) next.set(unitId, h)
  for (const { from, to } of edges) {
    if (from === null || to === null || !leaving.has(from)) continue
    const known = next.get(to) ?? before.get(to)
    const cameFrom = new Map(known?.cameFrom)
    if (from !== to && !cameFrom.has(from)) cameFrom.set(from, day)
    next.set(to, { since: known?.since ?? day, cameFrom })
  }
  return next
}

/** Of all links: those by which something leaves one of `unitIds` or anyone their duties could pass to, in the order given. */
export function linksFrom<L extends { readonly from: string; readonly to: string | null }>(
  links: readonly L[],
  unitIds: readonly string[],
): L[] {
  const leaving = Map.groupBy(links, (x) => x.from)
  const reached = new Set(unitIds)
  for (const unit of reached) for (const { to } of leaving.get(unit) ?? []) if (to !== null) reached.add(to)
  return links.filter((x) => reached.has(x.from))
}

/** Nhiệm vụ mất chủ: holders in `span` whose duty ended on a day without any successor. */
export function ownerless(holders: readonly DutyHolder[], events: readonly Succession[]): DutyHolder[] {
  return holders.filter((h) => {
    const end = h.valid.to
    if (end === null) return false
    const edges = events.filter((e) => e.on === end).flatMap((e) => e.edges)
    return edges.some((e) => e.from === h.unitId) && !edges.some((e) => e.from === h.unitId && e.to !== null)
  })
}
