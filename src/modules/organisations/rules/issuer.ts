/**
 * Ai ban hành, ngày nào: the committee and the home affairs department that hold the function on the day of a paper.
 */
import type { Day } from '../../../kernel/day.ts'
import { fold } from '../../../kernel/text.ts'
import type { Edge, OrgEvent, Unit } from '../words.ts'

/** Cơ quan ban hành on one day. `place` stands before the date of a paper: "<place>, ngày …". */
export type Issuer = { readonly committee: Unit; readonly homeAffairs: Unit; readonly place: string }

/** The part of an event that tells who took over what. */
export type Succession = Pick<OrgEvent, 'on'> & {
  readonly edges: readonly Pick<Edge, 'from' | 'to' | 'part' | 'function'>[]
}

/** The unit that holds all of `unitId` on `day`: whole links are followed, links to parts are not. */
export function heirOn(unitId: string, events: readonly Succession[], day: Day): string {
  const past = events.filter((e) => e.on <= day).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  let heir = unitId
  for (const event of past) {
    const link = event.edges.find((e) => e.from === heir && e.part === 'full' && e.function === null && e.to !== null)
    if (link?.to) heir = link.to
  }
  return heir
}

/** Province units nothing in the register leads to: where the history of a territory begins. */
export function firstProvinces(provinces: readonly Unit[], events: readonly Succession[]): Unit[] {
  const inherited = new Set(
    events.flatMap((e) => e.edges.flatMap((x) => (x.from !== null && x.to !== x.from ? [x.to] : []))),
  )
  return provinces.filter((p) => p.kind === 'province' && !inherited.has(p.id))
}

/** "Tỉnh A" -> "A": the name of a place without its type. */
export const placeName = (u: Pick<Unit, 'name' | 'type'>): string =>
  u.type !== null && u.name.startsWith(`${u.type} `) ? u.name.slice(u.type.length + 1) : u.name

/** Sở Nội vụ under a committee on the day the units were read for. */
export const homeAffairsOf = (units: readonly Unit[], committeeId: string): Unit | null =>
  units.find((u) => u.parentId === committeeId && u.kind === 'body' && fold(u.name) === 'so noi vu') ?? null

/** The issuer for a committee on the day the units were read for; null when either is missing. */
export function issuerOf(units: readonly Unit[], committeeId: string): Issuer | null {
  const committee = units.find((u) => u.id === committeeId)
  const homeAffairs = homeAffairsOf(units, committeeId)
  return committee && homeAffairs ? { committee, homeAffairs, place: placeName(committee) } : null
}
