/** Đọc sổ bộ: units as of a day or as last known, events with their links, the history of one unit. */
import type { Day } from '../../kernel/day.ts'
import type { Validity } from '../../kernel/validity.ts'
import { shared } from '../../platform/database/kept.ts'
import { once } from '../../platform/database/once.ts'
import { ids as idList, maybeRow, rows, sql, type Tx } from '../../platform/database/sql.ts'
import {
  type DutyHolder,
  type DutyStart,
  type Succession as DutySuccession,
  dutyHolders,
  linksFrom,
} from './rules/duty.ts'
import { firstProvinces, heirOn, type Issuer, issuerOf, type Succession } from './rules/issuer.ts'
import { bookOf } from './rules/names/book.ts'
import type { Alias, BorneName, EndingEdge } from './rules/names/resolution.ts'
import { type Resolver, resolver } from './rules/names/resolve.ts'
import type { PlaceSpan } from './rules/place-history.ts'
import { inOrder, subtree } from './rules/tree.ts'
import type { Basis, Edge, EventKind, IdentifierScheme, OrgEvent, Unit, UnitGroup, UnitKind, Weight } from './words.ts'

/** Every column of `Unit` at the day `at` of each row; `at` null = the last day the unit held. */
const unitQuery = (day: Day | null, where: ReturnType<typeof sql>) => sql<Unit>`
  select u.id, i.value as code, u.kind, n.unit_type as type, u.unit_group as "group", n.name, n.office_name as "officeName",
    p.parent_id as "parentId", u.valid
  from organisations.unit u
  cross join lateral (select coalesce(${day}::date, upper(u.valid) - 1, 'infinity'::date) as at) d
  join organisations.unit_name n on n.unit_id = u.id and n.valid @> d.at
  join organisations.unit_identifier i on i.unit_id = u.id and i.scheme = 'he-thong' and i.valid @> d.at
  left join organisations.unit_parent p on p.unit_id = u.id and p.valid @> d.at
  where ${where}`

/** The register is the same for everybody: kept in the process until it changes. */
const ofRegister = <T>(tx: Tx, key: string, read: () => Promise<T>): Promise<T> =>
  shared(tx, ['organisations'], `organisations.${key}`, read)

/** All units that hold on `day`, in the order of lists. One statement. */
export const unitsOn = (tx: Tx, day: Day): Promise<Unit[]> =>
  ofRegister(tx, `units-on:${day}`, async () => inOrder(await rows(tx, unitQuery(day, sql`u.valid @> ${day}::date`))))

/** Every province unit the register ever held, as last known. */
export const provincesEver = (tx: Tx): Promise<Unit[]> =>
  ofRegister(tx, 'provinces', () =>
    rows(tx, sql`${unitQuery(null, sql`u.kind = 'province'`)} order by lower(u.valid), i.value`),
  )

/** One unit on `day`, or as last known when no day is given; null when it does not hold. */
export const findUnit = async (tx: Tx, id: string, day?: Day): Promise<Unit | null> =>
  day === undefined ? ((await unitsByIds(tx, [id]))[0] ?? null) : maybeRow(tx, unitQuery(day, sql`u.id = ${id}`))

/** The unit that bears a code (of the system, or an official one) on `day`, or that bore it last. */
export async function findUnitByCode(tx: Tx, code: string, day?: Day): Promise<Unit | null> {
  if (tx.shelved !== null && day === undefined) {
    const bearer = (await lastBearers(tx)).get(code)
    return bearer === undefined ? null : findUnit(tx, bearer)
  }
  const bearer = sql`(select c.unit_id from organisations.unit_identifier c
    where c.value = ${code} and c.scheme in ('he-thong', 'qd-20-2020') and (${day ?? null}::date is null or c.valid @> ${day ?? null}::date)
    order by lower(c.valid) desc limit 1)`
  return maybeRow(tx, unitQuery(day ?? null, sql`u.id = ${bearer}`))
}

/** Of every code that ever was: the unit that bore it last. */
const lastBearers = (tx: Tx): Promise<ReadonlyMap<string, string>> =>
  ofRegister(tx, 'last-bearers', async () => {
    const found = await rows<{ code: string; id: string }>(
      tx,
      sql`select distinct on (value) value as code, unit_id as id from organisations.unit_identifier
          where scheme in ('he-thong', 'qd-20-2020') order by value, lower(valid) desc`,
    )
    return new Map(found.map((r) => [r.code, r.id]))
  })

/** Every unit the register ever held, as last known. */
export const unitsEver = (tx: Tx): Promise<ReadonlyMap<string, Unit>> =>
  ofRegister(
    tx,
    'units-ever',
    async () => new Map((await rows(tx, unitQuery(null, sql`true`))).map((u) => [u.id, u] as const)),
  )

/** Units by id, as last known, each once. A page finds them among those the process keeps; others ask for what they need. */
export async function unitsByIds(tx: Tx, list: readonly string[]): Promise<Unit[]> {
  const wanted = [...new Set(list)]
  if (wanted.length === 0) return []
  const known =
    tx.shelved === null
      ? new Map((await rows(tx, unitQuery(null, sql`u.id = any(${idList(wanted)})`))).map((u) => [u.id, u]))
      : await unitsEver(tx)
  return wanted.flatMap((id) => known.get(id) ?? [])
}

/** Last known office name of each unit: for lists of papers and reports. */
export async function officeNames(tx: Tx, list: readonly string[]): Promise<Map<string, string>> {
  return new Map((await unitsByIds(tx, [...new Set(list)])).map((u) => [u.id, u.officeName]))
}

/** The units and everything below them on `day`; units that do not hold on it are left out. */
export async function subtreeOf(tx: Tx, unitIds: readonly string[], day: Day): Promise<string[]> {
  const found = await rows<{ id: string }>(
    tx,
    sql`with recursive below as (
          select u.id from organisations.unit u where u.id = any(${idList(unitIds)}) and u.valid @> ${day}::date
          union
          select p.unit_id from below b join organisations.unit_parent p on p.parent_id = b.id and p.valid @> ${day}::date
        ) select id from below`,
  )
  return found.map((r) => r.id)
}

type EventRow = Omit<OrgEvent, 'edges' | 'kind' | 'on'> & { kind: EventKind; on: Day }
type EdgeRow = Omit<Edge, 'weights'> & { event: string; ordinal: number }
type WeightRow = Weight & { event: string; ordinal: number }

/** All organisation events with their links, in order of days. Three statements. */
export async function events(tx: Tx): Promise<OrgEvent[]> {
  const heads = await rows<EventRow>(
    tx,
    sql`select id, key, kind, on_day as "on", title, act, source, note from organisations.event where reversed_at is null order by on_day, ordinal`,
  )
  const edges = await rows<EdgeRow>(
    tx,
    sql`select event_id as event, ordinal, from_unit as "from", to_unit as "to", part, function, basis, note
        from organisations.event_edge order by event_id, ordinal`,
  )
  const weights = await rows<WeightRow>(
    tx,
    sql`select event_id as event, ordinal, measure, weight from organisations.edge_weight order by measure`,
  )
  const weightsOf = Map.groupBy(weights, (w) => `${w.event} ${w.ordinal}`)
  const edgesOf = Map.groupBy(edges, (e) => e.event)
  return heads.map((h) => ({
    ...h,
    edges: (edgesOf.get(h.id) ?? []).map(({ event, ordinal, ...edge }) => ({
      ...edge,
      weights: (weightsOf.get(`${event} ${ordinal}`) ?? []).map(({ measure, weight }) => ({ measure, weight })),
    })),
  }))
}

type Link = { readonly on: Day; readonly from: string; readonly to: string | null }

/** Every link that something leaves by, in order of days. One statement. */
const leavingLinks = (tx: Tx): Promise<Link[]> =>
  ofRegister(tx, 'leaving-links', () =>
    rows<Link>(
      tx,
      sql`select e.on_day as "on", x.from_unit as "from", x.to_unit as "to"
          from organisations.event_edge x join organisations.event e on e.id = x.event_id
          where x.from_unit is not null order by e.on_day, e.ordinal, x.ordinal`,
    ),
  )

/** Nhiệm vụ đi đâu: of the units and of everyone their duties could pass to, the links of events by day. One statement. */
export async function successionsOf(tx: Tx, unitIds: readonly string[]): Promise<DutySuccession[]> {
  if (unitIds.length === 0) return []
  return [...Map.groupBy(linksFrom(await leavingLinks(tx), unitIds), (x) => x.on)].map(([on, edges]) => ({ on, edges }))
}

/** Ai mang nhiệm vụ: `dutyHolders` over the events that touch the duties of `unitIds`. One statement. */
export async function dutyPaths(
  tx: Tx,
  unitIds: readonly string[],
): Promise<(start: readonly DutyStart[], span: Validity) => DutyHolder[]> {
  const events = await successionsOf(tx, unitIds)
  return (start, span) => dutyHolders(start, events, span)
}

/** Dòng của dòng thời gian: events without links. */
export type EventLine = Omit<OrgEvent, 'edges'> & { readonly edgeCount: number; readonly doubtful: number }

/** Events without their links, newest first, with how many links are not certain. */
export const eventLines = (tx: Tx): Promise<EventLine[]> =>
  ofRegister(tx, 'event-lines', () =>
    rows(
      tx,
      sql`select e.id, e.key, e.kind, e.on_day as "on", e.title, e.act, e.source, e.note, count(x.ordinal) as "edgeCount",
          count(*) filter (where x.basis in ('unverified', 'unknown')) as doubtful
        from organisations.event e left join organisations.event_edge x on x.event_id = e.id
        where e.reversed_at is null group by e.id order by e.on_day desc, e.ordinal`,
    ),
  )

/** What became of the provinces: events with only the links that touch one. One statement. */
export const provinceEvents = (tx: Tx): Promise<Succession[]> =>
  ofRegister(tx, 'province-events', () => readProvinceEvents(tx))

async function readProvinceEvents(tx: Tx): Promise<Succession[]> {
  const links = await rows<Pick<Edge, 'from' | 'to' | 'part' | 'function'> & { event: string; on: Day }>(
    tx,
    sql`select e.id as event, e.on_day as "on", x.from_unit as "from", x.to_unit as "to", x.part, x.function
        from organisations.unit u join organisations.event_edge x on u.id in (x.from_unit, x.to_unit)
        join organisations.event e on e.id = x.event_id where u.kind = 'province' order by e.on_day, e.ordinal, x.ordinal`,
  )
  return [...Map.groupBy(links, (x) => x.event).values()].map((edges) => ({ on: edges[0]?.on ?? ('' as Day), edges }))
}

/** Of the units of `day`: the territory itself, or the unit that took all of it over. */
async function heirAmong(tx: Tx, units: readonly Unit[], territoryUnitId: string, day: Day): Promise<string> {
  const held = units.some((u) => u.id === territoryUnitId)
  return held ? territoryUnitId : heirOn(territoryUnitId, await provinceEvents(tx), day)
}

/** Who issues papers for a territory on `day`. Throws when the register has no committee or home affairs body on it. */
export async function issuerOn(tx: Tx, territoryUnitId: string, day: Day): Promise<Issuer> {
  const units = await unitsOn(tx, day)
  const issuer = issuerOf(units, await heirAmong(tx, units, territoryUnitId, day))
  if (!issuer) throw new Error(`no committee with a home affairs body for territory ${territoryUnitId} on ${day}`)
  return issuer
}

/** Units of the territory as it stands on `day` (its heir from the day it ended), itself first. */
export async function territoryOn(tx: Tx, territoryUnitId: string, day: Day): Promise<Unit[]> {
  const units = await unitsOn(tx, day)
  const inside = new Set(subtree(units, [await heirAmong(tx, units, territoryUnitId, day)]))
  return units.filter((u) => inside.has(u.id))
}

/** Địa bàn of the register on `day`: the units, and the province it began with (or the one of `code`) or its heir. */
export async function territoryRoot(
  tx: Tx,
  day: Day,
  code?: string,
): Promise<{ units: Unit[]; first: Unit | null; root: Unit | null }> {
  const [units, provinces, history] = [await unitsOn(tx, day), await provincesEver(tx), await provinceEvents(tx)]
  const first =
    (code === undefined ? firstProvinces(provinces, history)[0] : provinces.find((p) => p.code === code)) ?? null
  if (!first) return { units, first, root: null }
  const heir = units.some((u) => u.id === first.id) ? first.id : heirOn(first.id, history, day)
  return { units, first, root: units.find((u) => u.id === heir) ?? null }
}

/** Lai lịch of one unit: what it was called, where it stood, its codes, and how it is known. */
export type UnitRecord = {
  readonly basis: Basis
  readonly source: string
  readonly note: string
  readonly names: readonly { name: string; officeName: string; type: string | null; valid: Validity }[]
  readonly parents: readonly { id: string; valid: Validity }[]
  readonly identifiers: readonly { scheme: IdentifierScheme; value: string; valid: Validity }[]
}

/** The record of one unit. */
export async function unitRecord(tx: Tx, unitId: string): Promise<UnitRecord | null> {
  const unit = await maybeRow<{ basis: Basis; source: string; note: string }>(
    tx,
    sql`select basis, source, note from organisations.unit where id = ${unitId}`,
  )
  if (!unit) return null
  const names = await rows<UnitRecord['names'][number]>(
    tx,
    sql`select name, office_name as "officeName", unit_type as type, valid from organisations.unit_name where unit_id = ${unitId} order by valid`,
  )
  const parents = await rows<UnitRecord['parents'][number]>(
    tx,
    sql`select parent_id as id, valid from organisations.unit_parent where unit_id = ${unitId} order by valid`,
  )
  const identifiers = await rows<UnitRecord['identifiers'][number]>(
    tx,
    sql`select scheme, value, valid from organisations.unit_identifier where unit_id = ${unitId} order by scheme, valid`,
  )
  return { ...unit, names, parents, identifiers }
}

/** The first and last day the register speaks of; null when it is empty. */
export const registerStart = (tx: Tx): Promise<Day | null> =>
  ofRegister(tx, 'start', async () => {
    const found = await maybeRow<{ first: Day | null }>(
      tx,
      sql`select min(lower(valid)) as first from organisations.unit`,
    )
    return found?.first ?? null
  })

/** What the register knows of each code: enough to check an event. */
export const knownUnits = (
  tx: Tx,
): Promise<{ code: string; kind: UnitKind; group: UnitGroup; parent: string | null; valid: Validity }[]> =>
  rows(
    tx,
    sql`select i.value as code, u.kind, u.unit_group as "group", pi.value as parent, u.valid
        from organisations.unit u
        cross join lateral (select coalesce(upper(u.valid) - 1, 'infinity'::date) as at) d
        join organisations.unit_identifier i on i.unit_id = u.id and i.scheme = 'he-thong' and i.valid @> d.at
        left join organisations.unit_parent p on p.unit_id = u.id and p.valid @> d.at
        left join organisations.unit_identifier pi on pi.unit_id = p.parent_id and pi.scheme = 'he-thong' and pi.valid @> d.at`,
  )

/** Every place the register ever held, over its whole life, with the act that ended it. One statement. */
export const placeSpans = (tx: Tx): Promise<PlaceSpan[]> =>
  ofRegister(tx, 'place-spans', () =>
    rows<PlaceSpan>(
      tx,
      sql`select u.kind, n.unit_type as type, n.name, upper(u.valid) as until, z.act, h.name as heir
          from organisations.unit u
          cross join lateral (select coalesce(upper(u.valid) - 1, 'infinity'::date) as at) d
          join organisations.unit_name n on n.unit_id = u.id and n.valid @> d.at
          left join lateral (
            select e.act, case when x.part = 'full' and x.function is null then x.to_unit end as heir
            from organisations.event_edge x join organisations.event e on e.id = x.event_id
            where x.from_unit = u.id and e.on_day = upper(u.valid) order by x.part, x.ordinal limit 1) z on true
          left join organisations.unit_name h on h.unit_id = z.heir and h.valid @> upper(u.valid)
          where u.kind <> 'body'`,
    ),
  )

/** Every name every unit ever bore. One statement. */
export const borneNames = (tx: Tx): Promise<BorneName[]> =>
  ofRegister(tx, 'borne-names', () =>
    rows(
      tx,
      sql`select n.unit_id as "unitId", u.kind, u.unit_group as "group", n.unit_type as type, n.name, n.office_name as "officeName", n.valid,
            u.valid as "unitValid", (select a.name from organisations.unit_parent p join organisations.unit_name a on a.unit_id = p.parent_id
              where p.unit_id = n.unit_id order by lower(p.valid) desc, lower(a.valid) desc limit 1) as above
          from organisations.unit_name n join organisations.unit u on u.id = n.unit_id`,
    ),
  )

/** Links that something leaves by, with the act of their event. One statement. */
const endingEdges = (tx: Tx): Promise<EndingEdge[]> =>
  ofRegister(tx, 'ending-edges', () =>
    rows(
      tx,
      sql`select e.on_day as "on", e.act, x.from_unit as "from", x.to_unit as "to", x.function
          from organisations.event_edge x join organisations.event e on e.id = x.event_id
          where x.from_unit is not null order by e.on_day, e.ordinal, x.ordinal`,
    ),
  )

/** Tên gọi khác đang có hiệu lực: the decisions that were not undone, newest first, with who decided. */
export const aliases = (tx: Tx): Promise<(Alias & { note: string; decidedAt: Temporal.Instant })[]> =>
  ofRegister(tx, 'aliases', () =>
    rows(
      tx,
      sql`select id, written, means, unit_id as "unitId", organisations.office_name(unit_id) as "unitName", phrase, document_id as "documentId",
            valid, note, decided_at as "decidedAt", decided_by_name as "decidedBy"
          from organisations.alias where province = platform.province() and undone_at is null order by decided_at desc, id desc`,
    ),
  )

/** Whose names, on which day, in which document. `territoryId` null = whatever province stands on the day. */
export type NamesAsked = {
  readonly territoryId: string | null
  /** Day of the document. */
  readonly day: Day
  readonly today: Day
  /** The document, for decisions that hold in it alone; null = none. */
  readonly documentId: string | null
}

/** Đối chiếu tên: a resolver of written names for one document (`rules/names/resolve.ts`). At most six statements. */
export async function nameResolver(tx: Tx, asked: NamesAsked): Promise<Resolver> {
  const { territoryId, day, today, documentId } = asked
  const book = await once(tx, `organisations.book:${territoryId}:${day}:${today}`, async () => {
    const root = territoryId ?? (await territoryRoot(tx, day)).root?.id ?? null
    return bookOf({
      day,
      today,
      units: root === null ? [] : await territoryOn(tx, root, day),
      borne: await borneNames(tx),
      edges: await endingEdges(tx),
      aliases: await aliases(tx),
    })
  })
  return resolver(book, documentId)
}
