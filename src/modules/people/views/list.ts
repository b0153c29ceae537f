/** Danh sách người: rows of the list as of a day, within the reader's rights. */
import type { Day } from '../../../kernel/day.ts'
import { rows, sql, type Tx } from '../../../platform/database/sql.ts'

/** Dòng của danh sách. */
export type PersonLine = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly birth: Day | null
}

/** The first people of the register by tên, đệm, họ. */
export const firstPeople = (tx: Tx, limit: number): Promise<PersonLine[]> =>
  rows(
    tx,
    sql`select id, code, name, birth from people.person where merged_into is null and removed_at is null order by name_sort, id limit ${limit}`,
  )
