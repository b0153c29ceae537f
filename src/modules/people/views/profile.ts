/** Đọc hồ sơ một người: entries with when and by whom they were recorded, past rows, numbers, who looked. */

import type { Day } from '../../../kernel/day.ts'
import { type PartialDay, type Precision, partialOf } from '../../../kernel/partial-day.ts'
import { maybeRow, rows, sql, type Tx } from '../../../platform/database/sql.ts'
import type { Fact, FactData, Level, Scheme, Sex } from '../words/dossier.ts'
import type { GroupCode } from '../words/group.ts'

/** Mục kèm lai lịch của nó. */
export type RecordedFact = Fact & {
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
  readonly supersededAt: Temporal.Instant | null
}

type Row = {
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
  recordedAt: Temporal.Instant
  recordedBy: string
  supersededAt: Temporal.Instant | null
}

const known = (d: Day | null, precision: Precision | 'none'): PartialDay | null =>
  d === null ? null : partialOf(d, precision === 'none' ? 'day' : precision)

const COLUMNS = sql`f.id, f.person_id as "personId", f.grp as "group", f.slot, lower(f.valid) as "from", upper(f.valid) as "to",
  f.from_precision as "fromPrecision", f.to_precision as "toPrecision", f.data, f.level, f.evidence, f.source, f.batch_id as "batchId",
  f.recorded_at as "recordedAt", f.recorded_by as "recordedBy", f.superseded_at as "supersededAt"`

const factOf = ({ fromPrecision, toPrecision, from, to, ...r }: Row): RecordedFact => ({
  ...r,
  from: known(from, fromPrecision),
  to: known(to, toPrecision),
})

/** Every entry that was ever recorded of a person, oldest record first. */
export const recordedFacts = async (tx: Tx, personId: string): Promise<RecordedFact[]> =>
  (
    await rows<Row>(
      tx,
      sql`select ${COLUMNS} from people.fact f where f.person_id = ${personId} order by f.recorded_at, f.id`,
    )
  ).map(factOf)

/** One entry in force, or null. */
export async function findFact(tx: Tx, id: string): Promise<RecordedFact | null> {
  const found = await maybeRow<Row>(
    tx,
    sql`select ${COLUMNS} from people.fact f where f.id = ${id} and f.superseded_at is null`,
  )
  return found === null ? null : factOf(found)
}

/** What the row of a person said at an instant, where it says something else now. */
export type PastCore = {
  readonly name: string
  readonly sex: Sex | null
  readonly birth: PartialDay | null
  readonly homePlace: string | null
}

/** The row as it was known at an instant; null when nothing of it changed since. */
export async function coreKnownAt(tx: Tx, personId: string, at: Temporal.Instant): Promise<PastCore | null> {
  const found = await maybeRow<{
    name: string
    sex: Sex | null
    birth: Day | null
    precision: Precision | null
    home: string | null
  }>(
    tx,
    sql`select row->>'name' as name, row->>'sex' as sex, (row->>'birth')::date as birth, row->>'birth_precision' as precision,
          row->>'home_place' as home
        from people.person_past where person_id = ${personId} and replaced_at > ${at} order by version limit 1`,
  )
  if (found === null) return null
  return {
    name: found.name,
    sex: found.sex,
    birth: found.birth === null || found.precision === null ? null : partialOf(found.birth, found.precision),
    homePlace: found.home,
  }
}

/** Số định danh, without its value. */
export type ShownNumber = { readonly scheme: Scheme; readonly last3: string; readonly state: 'valid' | 'conflict' }

/** Numbers of a person in force, last digits only. */
export const shownNumbers = (tx: Tx, personId: string): Promise<ShownNumber[]> =>
  rows(
    tx,
    sql`select scheme, last3, state from people.identifier where person_id = ${personId} and superseded_at is null order by scheme`,
  )

/** Lần xem. */
export type Viewing = {
  readonly at: Temporal.Instant
  readonly actorName: string
  readonly bodyName: string
  readonly role: string
  readonly purpose: string
  readonly groups: readonly string[]
  readonly sensitive: boolean
}

/** The last readings of a dossier by others, newest first. */
export const lastViewings = (tx: Tx, personId: string, limit: number): Promise<Viewing[]> =>
  rows(
    tx,
    sql`select at, actor_name as "actorName", body_name as "bodyName", role, purpose, groups, sensitive
        from people.viewing_line where person_id = ${personId} order by at desc limit ${limit}`,
  )

/** Whether the same reader opened the same parts for the same purpose since an instant: one reading is one line. */
export async function viewedSince(
  tx: Tx,
  v: { personId: string; actorId: string; purpose: string; groups: readonly string[]; since: Temporal.Instant },
): Promise<boolean> {
  const found = await maybeRow<{ one: number }>(
    tx,
    sql`select 1 as one from people.viewing where person_id = ${v.personId} and at > ${v.since} and actor_id = ${v.actorId}
          and purpose = ${v.purpose} and groups @> ${[...v.groups]}::text[] and not sensitive limit 1`,
  )
  return found !== null
}

/** The code of the person a record lives on in, following merges; null when it is out of reach. */
export async function livingCode(tx: Tx, personId: string): Promise<string | null> {
  const found = await maybeRow<{ code: string }>(
    tx,
    sql`with recursive way as (
          select p.id, p.code, p.merged_into, p.removed_at, 1 as step from people.person p where p.id = ${personId}
          union all
          select p.id, p.code, p.merged_into, p.removed_at, w.step + 1 from people.person p join way w on p.id = w.merged_into where w.step < 20)
        select code from way where merged_into is null and removed_at is null limit 1`,
  )
  return found?.code ?? null
}
