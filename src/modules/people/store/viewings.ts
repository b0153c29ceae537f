/** Ghi ai đã xem. */
import type { Ctx } from '../../../platform/action.ts'
import { ids, run, sql, texts } from '../../../platform/database/sql.ts'

/** Ghi một lần xem: of one or many dossiers, by somebody else, with the purpose said. */
export async function saveViewings(
  ctx: Ctx,
  v: {
    people: readonly string[]
    body: string
    role: string
    purpose: string
    groups: readonly string[]
    sensitive: boolean
  },
): Promise<void> {
  await run(
    ctx.tx,
    sql`insert into people.viewing (id, person_id, at, actor_id, actor_name, body_name, role, purpose, groups, sensitive)
        select gen_random_uuid(), p, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name}, ${v.body}, ${v.role}, ${v.purpose},
          ${texts(v.groups)}, ${v.sensitive} from unnest(${ids(v.people)}) p`,
  )
}
