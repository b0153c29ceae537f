/** Đọc quy tắc của lát cắt: which rules made them, and since when it is kept what was known. */
import { row, rows, sql, type Tx } from '../../../platform/database/sql.ts'

/** Quy tắc đã làm các lát cắt. */
export const sliceRules = (tx: Tx): Promise<{ rules: number; knownSince: string }> =>
  row(tx, sql`select rules, known_since::text as "knownSince" from people.slice_rules`)

/** Ids of people, in order, after one. */
export const peopleAfter = async (tx: Tx, last: string | null, limit: number): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      tx,
      sql`select p.id from people.person p where (${last}::uuid is null or p.id > ${last}::uuid) order by p.id limit ${sql.lit(limit)}`,
    )
  ).map((r) => r.id)
