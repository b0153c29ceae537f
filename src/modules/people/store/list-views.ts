/** Ghi cách xem đã lưu. */
import type { Ctx } from '../../../platform/action.ts'
import { run, sql } from '../../../platform/database/sql.ts'

/** Keeps a view under its name; one of the same name of the same person gives way. */
export async function saveView(
  ctx: Ctx,
  v: { unitId: string; name: string; conditions: string; shared: boolean },
): Promise<void> {
  await run(
    ctx.tx,
    sql`update people.list_view set removed_at = ${ctx.now} where owner_id = ${ctx.actor.id} and lower(name) = lower(${v.name}) and removed_at is null`,
  )
  await run(
    ctx.tx,
    sql`insert into people.list_view (id, unit_id, owner_id, owner_name, name, conditions, shared, saved_at)
        values (${ctx.newId()}, ${v.unitId}, ${ctx.actor.id}, ${ctx.actor.name}, ${v.name}, ${v.conditions}, ${v.shared}, ${ctx.now})`,
  )
}

/** Takes a view away. */
export async function dropView(ctx: Ctx, id: string): Promise<void> {
  await run(ctx.tx, sql`update people.list_view set removed_at = ${ctx.now} where id = ${id}`)
}
