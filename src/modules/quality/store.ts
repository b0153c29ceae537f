/** Ghi chất lượng hồ sơ: the only SQL that writes the schema `quality`. */
import type { Day } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { run, sql } from '../../platform/database/sql.ts'
import { meantBy } from './views.ts'
import type { Campaign } from './words.ts'

/** Opens a campaign and fixes whose dossiers belong to it. */
export async function saveCampaign(ctx: Ctx, c: Campaign): Promise<void> {
  await run(
    ctx.tx,
    sql`insert into quality.campaign (id, title, message, due_before, opened_on, opened_by, condition)
        values (${c.id}, ${c.title}, ${c.message}, ${c.dueBefore}, ${c.openedOn}, ${c.openedBy}, ${c.condition})`,
  )
  await run(
    ctx.tx,
    sql`insert into quality.campaign_person (campaign_id, person_id, unit_id)
        select ${c.id}::uuid, p.id, p.unit_id from people.person p where ${meantBy(c.condition, c.openedOn)}`,
  )
}

/** Closes it; false when it was changed meanwhile. */
export async function closeCampaign(ctx: Ctx, c: Campaign, on: Day, reason: string): Promise<boolean> {
  const touched = await run(
    ctx.tx,
    sql`update quality.campaign set closed_on = ${on}, closed_reason = ${reason}, version = version + 1
        where id = ${c.id} and version = ${c.version}`,
  )
  return touched === 1
}
