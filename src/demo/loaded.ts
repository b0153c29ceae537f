/** Đã có dữ liệu chưa: asked at every start, so it stands apart from the sample world, which is read only to be loaded. */
import { systemActor } from '../kernel/actor.ts'
import { type Database, transact } from '../platform/database/pool.ts'
import { maybeRow, sql } from '../platform/database/sql.ts'

/** Whether the database already holds a world, sample or real. */
export async function demoLoaded(db: Database): Promise<boolean> {
  const found = await transact(db, systemActor(), (tx) => maybeRow(tx, sql`select 1 from platform.ledger limit 1`))
  return found !== null
}
