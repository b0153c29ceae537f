/** Cách xem đã lưu: those of the reader, and those the reader's bodies share. */
import type { Ctx } from '../../../platform/action.ts'
import { ids, maybeRow, rows, sql, type Tx } from '../../../platform/database/sql.ts'

/** Cách xem đã lưu. `conditions` = the query of the list. */
export type SavedView = {
  readonly id: string
  readonly name: string
  readonly conditions: string
  readonly shared: boolean
  readonly own: boolean
  readonly ownerName: string
}

/** Kept ways of looking that the reader may use, by name. */
export const savedViews = (ctx: Ctx): Promise<SavedView[]> =>
  rows(
    ctx.tx,
    sql`select id, name, conditions, shared, owner_id = ${ctx.actor.id} as own, owner_name as "ownerName" from people.list_view
        where removed_at is null and (owner_id = ${ctx.actor.id} or (shared and unit_id = any(${ids(ctx.actor.grants.map((g) => g.body))})))
        order by lower(name)`,
  )

/** One kept way of looking, or null. */
export const findSavedView = (
  tx: Tx,
  id: string,
): Promise<{ id: string; name: string; ownerId: string; unitId: string } | null> =>
  maybeRow(
    tx,
    sql`select id, name, owner_id as "ownerId", unit_id as "unitId" from people.list_view where id = ${id} and removed_at is null`,
  )
