/** Đọc hồ sơ: whole dossiers as they are now, or as they were known at an instant. */
import type { Day } from '../../../kernel/day.ts'
import { type PartialDay, type Precision, partialOf } from '../../../kernel/partial-day.ts'
import { ids, maybeRow, rows, sql, type Tx } from '../../../platform/database/sql.ts'
import { opened } from '../store/sealed.ts'
import type { Dossier, Fact, FactData, Identifier, Level, Person, Scheme, SealedMark, Sex } from '../words/dossier.ts'
import type { GroupCode } from '../words/group.ts'

type PersonRow = Omit<Person, 'birth' | 'died'> & {
  birth: Day | null
  birthPrecision: Precision | null
  died: Day | null
  diedPrecision: Precision | null
}

const PERSON = sql`p.id, p.code, p.unit_id as "unitId", p.name, p.sex, p.birth, p.birth_precision as "birthPrecision",
  p.birth_place as "birthPlace", p.home_place as "homePlace", p.nationality, p.died, p.died_precision as "diedPrecision",
  p.merged_into as "mergedInto", p.removed_at is not null as removed, p.version, p.completeness, p.gaps, p.core_level as "coreLevel",
  p.core_source as "coreSource", p.level, p.confirmed_on as "confirmedOn", p.batch_id as "batchId"`

const partial = (d: Day | null, precision: Precision | null): PartialDay | null =>
  d === null || precision === null ? null : partialOf(d, precision)

const personOf = ({ birthPrecision, diedPrecision, ...r }: PersonRow): Person => ({
  ...r,
  sex: r.sex as Sex | null,
  birth: partial(r.birth, birthPrecision),
  died: partial(r.died, diedPrecision),
})

/** People by id, also those merged away or removed. */
export const peopleByIds = async (tx: Tx, list: readonly string[]): Promise<Person[]> =>
  list.length === 0
    ? []
    : (await rows<PersonRow>(tx, sql`select ${PERSON} from people.person p where p.id = any(${ids(list)})`)).map(
        personOf,
      )

/** The first of these people by name, within the reader's rights. */
export const someByName = async (tx: Tx, list: readonly string[], limit: number): Promise<Person[]> =>
  list.length === 0
    ? []
    : (
        await rows<PersonRow>(
          tx,
          sql`select ${PERSON} from people.person p where p.id = any(${ids(list)}) order by p.name_sort, p.id limit ${limit}`,
        )
      ).map(personOf)

/** The person of a code, or null. A code of somebody merged away gives that row: `mergedInto` says where to look. */
export async function personByCode(tx: Tx, code: string): Promise<Person | null> {
  const found = await maybeRow<PersonRow>(
    tx,
    sql`select ${PERSON} from people.person p where p.code = ${code.toUpperCase()}`,
  )
  return found === null ? null : personOf(found)
}

type FactRow = {
  id: string
  personId: string
  group: GroupCode
  slot: string | null
  from: Day | null
  to: Day | null
  fromPrecision: Precision | 'none'
  toPrecision: Precision | 'none'
  data: FactData
  level: Level
  evidence: string
  source: string
  batchId: string | null
}

const FACT = sql`f.id, f.person_id as "personId", f.grp as "group", f.slot, lower(f.valid) as "from", upper(f.valid) as "to",
  f.from_precision as "fromPrecision", f.to_precision as "toPrecision", f.level, f.evidence, f.source, f.batch_id as "batchId"`

const known = (d: Day | null, precision: Precision | 'none'): PartialDay | null =>
  d === null ? null : partialOf(d, precision === 'none' ? 'day' : precision)

const factOf = ({ fromPrecision, toPrecision, from, to, ...r }: FactRow): Fact => ({
  ...r,
  from: known(from, fromPrecision),
  to: known(to, toPrecision),
})

/** What held in the register at `knownAt`; null = now. */
const inForce = (alias: string, knownAt: Temporal.Instant | null) => {
  const a = sql.raw(alias)
  return knownAt === null
    ? sql`${a}.superseded_at is null`
    : sql`${a}.recorded_at <= ${knownAt} and (${a}.superseded_at is null or ${a}.superseded_at > ${knownAt})`
}

/** Facts of people, as now or as known at an instant. */
export const factsOf = async (
  tx: Tx,
  people: readonly string[],
  knownAt: Temporal.Instant | null = null,
): Promise<Fact[]> =>
  (
    await rows<FactRow>(
      tx,
      sql`select ${FACT}, f.data from people.fact f where f.person_id = any(${ids(people)}) and ${inForce('f', knownAt)} order by f.recorded_at, f.id`,
    )
  ).map(factOf)

/** Numbers of people, without their values. */
const numbersOf = (tx: Tx, people: readonly string[]): Promise<Identifier[]> =>
  rows(
    tx,
    sql`select n.id, n.person_id as "personId", n.scheme, encode(n.digest, 'hex') as digest, n.last3, n.state, n.source, n.batch_id as "batchId"
        from people.identifier n where n.person_id = any(${ids(people)}) and n.superseded_at is null`,
  )

/** That there are sealed facts, and digests of them; their content stays sealed, so this is no reading of it. */
const sealedMarksOf = (tx: Tx, people: readonly string[]): Promise<SealedMark[]> =>
  opened(tx, () =>
    rows(
      tx,
      sql`select s.id, s.person_id as "personId", s.grp as "group", encode(s.digest, 'hex') as digest, s.source, s.batch_id as "batchId"
          from people.sealed_fact s where s.person_id = any(${ids(people)}) and s.superseded_at is null`,
    ),
  )

/** Whole dossiers as they are now, by id of the person. Four statements whatever their number. */
export async function dossiersOf(tx: Tx, people: readonly string[]): Promise<Map<string, Dossier>> {
  const list = [...new Set(people)]
  if (list.length === 0) return new Map()
  const persons = await peopleByIds(tx, list)
  const by = <T extends { personId: string }>(all: readonly T[]): Map<string, T[]> =>
    Map.groupBy(all, (x) => x.personId)
  const facts = by(await factsOf(tx, list))
  const numbers = by(await numbersOf(tx, list))
  const sealed = by(await sealedMarksOf(tx, list))
  return new Map(
    persons.map((person) => [
      person.id,
      {
        person,
        facts: facts.get(person.id) ?? [],
        identifiers: numbers.get(person.id) ?? [],
        sealed: sealed.get(person.id) ?? [],
      },
    ]),
  )
}

/** Mở các số định danh of one person; the caller has asked for the right and noted the reading. */
export async function openNumbers(
  tx: Tx,
  personId: string,
): Promise<{ scheme: Scheme; value: string; state: string }[]> {
  const found = await rows<{ scheme: Scheme; sealed: Buffer; state: string }>(
    tx,
    sql`select scheme, sealed, state from people.identifier where person_id = ${personId} and superseded_at is null order by scheme`,
  )
  return found.map((n) => ({ scheme: n.scheme, state: n.state, value: tx.vault.open(n.sealed) }))
}

/** Mở mục nhạy cảm of one person; the caller has asked for the right and noted the reading with its purpose. */
export async function openSealed(tx: Tx, personId: string): Promise<Fact[]> {
  const found = await opened(tx, () =>
    rows<Omit<FactRow, 'data'> & { sealed: Buffer }>(
      tx,
      sql`select ${FACT}, f.sealed from people.sealed_fact f where f.person_id = ${personId} and f.superseded_at is null order by f.recorded_at`,
    ),
  )
  return found.map(({ sealed, ...r }) => factOf({ ...r, data: JSON.parse(tx.vault.open(sealed)) as FactData }))
}

/** People that a batch made or changed. */
export async function peopleOfBatch(
  tx: Tx,
  batchId: string,
): Promise<{ made: string[]; changed: { id: string; row: Record<string, unknown> }[] }> {
  const made = await rows<{ id: string }>(
    tx,
    sql`select id from people.person where batch_id = ${batchId} and removed_at is null`,
  )
  const changed = await rows<{ id: string; row: Record<string, unknown> }>(
    tx,
    sql`select distinct on (h.person_id) h.person_id as id, h.row from people.person_past h
        join people.person p on p.id = h.person_id
        where h.batch_id = ${batchId} and p.batch_id is distinct from ${batchId} order by h.person_id, h.version`,
  )
  return { made: made.map((m) => m.id), changed }
}

/** People of a batch that were changed by something else since: undoing it would take their later change away. */
export const changedSinceBatch = (tx: Tx, batchId: string): Promise<{ code: string; name: string }[]> =>
  rows(
    tx,
    sql`select p.code, p.name from people.person p
        where (p.batch_id = ${batchId} or exists (select 1 from people.person_past h where h.person_id = p.id and h.batch_id = ${batchId}))
          and (p.merged_into is not null or exists (select 1 from people.person_past l where l.person_id = p.id and l.batch_id is distinct from ${batchId}
            and not exists (select 1 from people.undone u where l.batch_id in (u.batch_id, u.undo_id))
            and l.version > coalesce((select max(h.version) from people.person_past h where h.person_id = p.id and h.batch_id = ${batchId}), 0)))
        order by p.name_sort limit 50`,
  )

/** Which numbers (keyed digests, hexadecimal) name somebody outside the reader's scope: that they are taken, not by whom. */
export async function numbersElsewhere(tx: Tx, scheme: Scheme, digests: readonly string[]): Promise<Set<string>> {
  if (digests.length === 0) return new Set()
  const asked = digests.map((d) => Buffer.from(d, 'hex'))
  const found = await rows<{ digest: string }>(
    tx,
    sql`select encode(d, 'hex') as digest from people.numbers_elsewhere(${scheme}, ${asked}::bytea[]) d`,
  )
  return new Set(found.map((f) => f.digest))
}
