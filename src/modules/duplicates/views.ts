/** Đọc: records for comparing, neighbours by key, pairs, scans. */

import type { Day } from '../../kernel/day.ts'
import { type PartialDay, type Precision, partialOf } from '../../kernel/partial-day.ts'
import { sharedWithAll } from '../../platform/database/kept.ts'
import { ids, maybeRow, row, rows, sql, type Tx, texts } from '../../platform/database/sql.ts'
import type { Fact } from '../people/public.ts'
import type { MatchRecord } from './rules/record.ts'
import { type Described, recordOf, TELLING_GROUPS } from './rules/record-of.ts'
import type { Pair, PairState } from './words.ts'

/** A person's record for comparing, with the version it was read at. */
export type VersionedRecord = MatchRecord & { readonly version: number }

type PersonRow = {
  id: string
  name: string
  sex: 'nam' | 'nu' | null
  birth: Day | null
  precision: Precision | null
  homePlace: string | null
  version: number
  gone: boolean
}

/** Records of people; those merged away or removed are left out. */
export async function recordsOf(tx: Tx, people: readonly string[]): Promise<VersionedRecord[]> {
  if (people.length === 0) return []
  const persons = await rows<PersonRow>(
    tx,
    sql`select id, name, sex, birth, birth_precision as precision, home_place as "homePlace", version,
          merged_into is not null or removed_at is not null as gone
        from people.person where id = any(${ids(people)})`,
  )
  const numbers = Map.groupBy(
    await rows<Described['identifiers'][number]>(
      tx,
      sql`select person_id as "personId", scheme, encode(digest, 'hex') as digest, last3, state from people.identifier
          where person_id = any(${ids(people)}) and superseded_at is null and scheme in ('cccd', 'cmnd', 'orcid')`,
    ),
    (n) => n.personId,
  )
  const facts = Map.groupBy(
    await rows<Fact>(
      tx,
      sql`select person_id as "personId", grp as "group", slot, data, level from people.fact
          where person_id = any(${ids(people)}) and superseded_at is null and grp = any(${texts(TELLING_GROUPS)})
          order by recorded_at, id`,
    ),
    (f) => f.personId,
  )
  return persons
    .filter((p) => !p.gone)
    .map((p) => ({
      ...recordOf({
        person: { ...p, birth: birthOf(p) },
        identifiers: numbers.get(p.id) ?? [],
        facts: facts.get(p.id) ?? [],
      }),
      version: p.version,
    }))
}

const birthOf = (p: PersonRow): PartialDay | null =>
  p.birth === null || p.precision === null ? null : partialOf(p.birth, p.precision)

/** People whose keys are not those of their present version, some of them. */
export const staleKeys = async (tx: Tx, limit: number): Promise<{ id: string; version: number }[]> =>
  rows(
    tx,
    sql`select p.id, p.version from people.person p left join duplicates.keyed k on k.person_id = p.id
        where k.version is distinct from p.version order by p.id limit ${limit}`,
  )

/** People not yet compared since their keys were made. */
export const countFresh = async (tx: Tx): Promise<number> =>
  (await row<{ n: number }>(tx, sql`select count(*)::int as n from duplicates.keyed where fresh`)).n

/** More people than this on one key: a switchboard, a mailbox of a body; it tells nothing. */
export const MOST_ON_A_KEY = 60

/** From this many people on their keys are joined as a whole: the planner has no figures yet of rows written just now. */
const MANY = 3000

/**
 * Pairs of who is not yet compared with whoever shares a key with them, and with whom a pair is known already; each once, the
 * smaller id first, in order.
 */
export async function freshNeighbours(tx: Tx, fresh: number): Promise<{ a: string; b: string }[]> {
  await maybeRow(tx, sql`select set_config('enable_nestloop', ${fresh >= MANY ? 'off' : 'on'}, true)`)
  const found = await rows<{ a: string; b: string }>(
    tx,
    sql`with wanted as (select distinct k.key from duplicates.match_key k join duplicates.keyed f on f.person_id = k.person_id where f.fresh),
          small as (select k.key from duplicates.match_key k join wanted w on w.key = k.key group by k.key having count(*) between 2 and ${MOST_ON_A_KEY}),
          held as (select k.key, k.person_id, f.fresh from small s join duplicates.match_key k on k.key = s.key join duplicates.keyed f on f.person_id = k.person_id)
        select x.person_id as a, y.person_id as b from held x join held y on y.key = x.key and x.person_id < y.person_id and (x.fresh or y.fresh)
        union
        select d.person_a, d.person_b from duplicates.pair d
          where exists (select 1 from duplicates.keyed f where f.fresh and f.person_id in (d.person_a, d.person_b))
        order by 1, 2`,
  )
  await maybeRow(tx, sql`select set_config('enable_nestloop', 'on', true)`)
  return found
}

/** People of the register who hold one of `keys`, by key; keys of too many people are left out. */
export const holdersOf = (tx: Tx, keys: readonly string[]): Promise<{ key: string; id: string }[]> =>
  rows(
    tx,
    sql`select k.key::text as key, k.person_id as id from duplicates.match_key k
        join (select key from duplicates.match_key where key = any(${[...keys]}::bigint[]) group by key having count(*) <= ${MOST_ON_A_KEY}) s on s.key = k.key`,
  )

/** How many people hold each of the keys, where it is more than one. */
export const sharedKeys = (tx: Tx, keys: readonly string[]): Promise<{ key: string; people: number }[]> =>
  rows(
    tx,
    sql`select key::text as key, count(*)::int as people from duplicates.match_key where key = any(${[...keys]}::bigint[])
        group by key having count(*) > 1`,
  )

/** People of the register. */
export const countPeople = async (tx: Tx): Promise<number> =>
  (
    await row<{ n: number }>(
      tx,
      sql`select count(*)::int as n from people.person where merged_into is null and removed_at is null`,
    )
  ).n

const ENOUGH_NAMES = 30_000
/** Names of the register, or of an even part of it: enough for counting how frequent a name is. */
export const someNames = async (tx: Tx, size: number): Promise<string[]> => {
  const step = Math.max(1, Math.ceil(size / ENOUGH_NAMES))
  const found = await rows<{ name: string }>(
    tx,
    sql`select name from people.person where merged_into is null and removed_at is null and mod(abs(hashtext(id::text)), ${step}) = 0`,
  )
  return found.map((r) => r.name)
}

const PAIR = sql`d.id, d.person_a as "personA", d.person_b as "personB", d.verdict, d.posterior::float8 as posterior, d.reasons, d.guards,
  d.id_evidence as "idEvidence", d.state, d.version_a as "versionA", d.version_b as "versionB", d.version, d.found_at as "foundAt",
  d.decided_at as "decidedAt", d.decided_by as "decidedBy", d.decided_name as "decidedName", d.reason, d.handed_to as "handedTo",
  d.handed_name as "handedName", d.survivor_id as "survivorId", d.merge_id as "mergeId", d.merged_version as "mergedVersion"`

/** One pair, or null. */
export const findPair = (tx: Tx, id: string): Promise<Pair | null> =>
  maybeRow<Pair>(tx, sql`select ${PAIR} from duplicates.pair d where d.id = ${id}`)

/** What is known of pairs whose first person is one of `people`. */
export const knownPairs = (tx: Tx, people: readonly string[]): Promise<Pair[]> =>
  rows(tx, sql`select ${PAIR} from duplicates.pair d where d.person_a = any(${ids(people)})`)

/** Where people were merged to, for those that were. */
export const mergedInto = (tx: Tx): Promise<{ id: string; into: string }[]> =>
  rows(tx, sql`select id, merged_into as into from people.person where merged_into is not null`)

/** Pairs told apart of which a person was merged away since. */
export const apartBeforeMerge = (tx: Tx): Promise<{ a: string; b: string }[]> =>
  rows(
    tx,
    sql`select d.person_a as a, d.person_b as b from duplicates.pair d where d.state = 'different'
        and exists (select 1 from people.person p where p.id in (d.person_a, d.person_b) and p.merged_into is not null)`,
  )

/** Hàng của danh sách. */
export type PairLine = Pair & {
  readonly nameA: string
  readonly nameB: string
  readonly codeA: string
  readonly codeB: string
  readonly birthA: string
  readonly birthB: string
  readonly unitA: string
  readonly unitB: string
}

/** Which pairs a list shows. */
export type PairFilter = 'cho' | 'chuyen' | 'da-gop' | 'khac'

const STATE_OF = { cho: 'open', chuyen: 'unsure', 'da-gop': 'merged', khac: 'different' } as const
const LINE_LIMIT = 200

/** Pairs of a list: the surest first where they wait, the latest decided first elsewhere. */
export const pairLines = (tx: Tx, filter: PairFilter): Promise<PairLine[]> =>
  rows(
    tx,
    sql`select ${PAIR}, a.name as "nameA", b.name as "nameB", a.code as "codeA", b.code as "codeB", a.unit_id as "unitA", b.unit_id as "unitB",
          left(a.birth::text, case a.birth_precision when 'year' then 4 when 'month' then 7 else 10 end) as "birthA",
          left(b.birth::text, case b.birth_precision when 'year' then 4 when 'month' then 7 else 10 end) as "birthB"
        from duplicates.pair d join people.person a on a.id = d.person_a join people.person b on b.id = d.person_b
        where d.state = ${STATE_OF[filter]}
        order by d.decided_at desc nulls first,
          case d.verdict when 'auto' then 0 when 'conflict' then 1 when 'likely' then 2 else 3 end, d.posterior desc, d.id
        limit ${LINE_LIMIT}`,
  )

/** Pairs in a state after the id `after`, in the order of ids. */
export const pairsAfter = (tx: Tx, state: PairState, after: string | null, limit: number) =>
  rows<{ id: string; state: PairState; suspicion: string; probability: number; foundAt: Temporal.Instant } & Codes>(
    tx,
    sql`select d.id, d.state, d.verdict as suspicion, d.posterior::float8 as probability, d.reason, d.found_at as "foundAt",
          a.code as "codeA", b.code as "codeB", a.name as "nameA", b.name as "nameB"
        from duplicates.pair d join people.person a on a.id = d.person_a join people.person b on b.id = d.person_b
        where d.state = ${state} and (${after}::uuid is null or d.id > ${after}::uuid) order by d.id limit ${limit}`,
  )
type Codes = Pick<PairLine, 'codeA' | 'codeB' | 'nameA' | 'nameB' | 'reason'>

/** Pairs in each state, within the reader's rights. */
export async function pairCounts(tx: Tx): Promise<Readonly<Record<PairFilter, number>>> {
  const found = await sharedWithAll(tx, ['duplicates', 'people'], 'duplicates counts', () =>
    rows<{ state: string; n: number }>(tx, sql`select state, count(*)::int as n from duplicates.pair group by state`),
  )
  const of = (state: string) => found.find((f) => f.state === state)?.n ?? 0
  return { cho: of('open'), chuyen: of('unsure'), 'da-gop': of('merged'), khac: of('different') }
}

/** Waiting pairs in the order of the list, to tell the place of one and find the next. */
export const waitingIds = async (tx: Tx): Promise<string[]> => (await pairLines(tx, 'cho')).map((p) => p.id)

/** Lần quét. */
export type Scan = {
  readonly at: Temporal.Instant
  readonly byName: string
  readonly people: number
  readonly compared: number
  readonly opened: number
  readonly milliseconds: number
}

/** The latest scan, or null. */
export const lastScan = (tx: Tx): Promise<Scan | null> =>
  maybeRow(
    tx,
    sql`select at, by_name as "byName", people, compared, opened, milliseconds from duplicates.scan order by at desc limit 1`,
  )

/** How the row of a person was at a version, or null when that is the present one. */
export const rowAtVersion = async (
  tx: Tx,
  personId: string,
  version: number,
): Promise<Record<string, unknown> | null> =>
  (
    await maybeRow<{ row: Record<string, unknown> }>(
      tx,
      sql`select row from people.person_past where person_id = ${personId} and version = ${version}`,
    )
  )?.row ?? null
