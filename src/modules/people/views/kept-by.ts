/** Hồ sơ theo cơ quan quản lý. */
import { ids, rows, sql, type Tx } from '../../../platform/database/sql.ts'

const KEPT = sql`p.merged_into is null and p.removed_at is null`

/** How many dossiers each of these units keeps; units that keep none are left out. */
export const keptBy = (tx: Tx, unitIds: readonly string[]): Promise<{ unitId: string; count: number }[]> =>
  rows(
    tx,
    sql`select p.unit_id as "unitId", count(*) as count from people.person p
        where p.unit_id = any(${ids(unitIds)}) and ${KEPT} group by p.unit_id order by p.unit_id`,
  )

/** Ids of everybody whose dossier a unit keeps. */
export const peopleKeptBy = async (tx: Tx, unitId: string): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      tx,
      sql`select p.id from people.person p where p.unit_id = ${unitId}::uuid and ${KEPT} order by p.id`,
    )
  ).map((r) => r.id)
