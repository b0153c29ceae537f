/** Mục chờ xác nhận: what people said themselves and no body confirmed yet, within the reader's scope. */
import { firstDayOf, type PartialDay } from '../../../kernel/partial-day.ts'
import { fold } from '../../../kernel/text.ts'
import { ids, rows, sql, type Tx } from '../../../platform/database/sql.ts'
import type { FactData } from '../words/dossier.ts'
import type { GroupCode } from '../words/group.ts'

/** Một mục chờ. `before` = what the dossier held in its place, or null. */
export type WaitingEntry = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly unitId: string
  readonly completeness: number
  readonly group: GroupCode
  readonly data: FactData
  readonly before: FactData | null
  readonly recordedAt: Temporal.Instant
}

/** Entries that people declared, oldest first; of one person when a code is given. */
export const waitingEntries = (
  tx: Tx,
  code: string | null,
  page: { limit: number; offset: number },
): Promise<WaitingEntry[]> =>
  rows(
    tx,
    sql`select f.id, p.code, p.name, p.unit_id as "unitId", p.completeness, f.grp as "group", f.data, f.recorded_at as "recordedAt",
          (select o.data from people.fact o where o.person_id = f.person_id and o.grp = f.grp and o.superseded_at = f.recorded_at
            order by o.slot = f.slot desc nulls last, o.recorded_at desc, o.id limit 1) as before
        from people.fact f join people.person p on p.id = f.person_id
        where f.superseded_at is null and f.level = 0 and f.source = 'khai' and p.merged_into is null and p.removed_at is null
          and (${code}::text is null or p.code = ${code}) order by f.recorded_at, f.id limit ${page.limit} offset ${page.offset}`,
  )

/** Ids of the people who hold facts. */
export const holdersOfFacts = async (tx: Tx, facts: readonly string[]): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      tx,
      sql`select distinct person_id as id from people.fact where id = any(${ids(facts)}) and superseded_at is null`,
    )
  ).map((r) => r.id)

/** People of the same name (marks apart) and birthday, within the reader's scope. */
export const namesakes = (tx: Tx, name: string, birth: PartialDay): Promise<{ code: string; name: string }[]> =>
  rows(
    tx,
    sql`select code, name from people.person where name_plain = ${fold(name)} and birth = ${firstDayOf(birth)}::date
          and merged_into is null and removed_at is null order by code limit 3`,
  )
