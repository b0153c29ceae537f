/** Ghi ai đã xem. */
import type { Ctx } from '../../../platform/action.ts'
import { ids, run, sql, texts } from '../../../platform/database/sql.ts'
import { membersOf } from '../rules/members.ts'

/** Người xem, vì sao, phần nào. */
export type NotedViewing = {
  readonly body: string
  readonly role: string
  readonly purpose: string
  readonly groups: readonly string[]
}

/** Ghi một lần xem: of one or some dossiers, by somebody else, with the purpose said. */
export async function saveViewings(
  ctx: Ctx,
  v: NotedViewing & { readonly people: readonly string[]; readonly sensitive: boolean },
): Promise<void> {
  await run(
    ctx.tx,
    sql`insert into people.viewing (id, person_id, at, actor_id, actor_name, body_name, role, purpose, groups, sensitive)
        select gen_random_uuid(), p, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name}, ${v.body}, ${v.role}, ${v.purpose},
          ${texts(v.groups)}, ${v.sensitive} from unnest(${ids(v.people)}) p`,
  )
}

/** Ghi một lần xem nhiều hồ sơ: one row and the set of their numbers. */
export async function saveViewingOfMany(
  ctx: Ctx,
  v: NotedViewing & { readonly numbers: readonly number[] },
): Promise<void> {
  await run(
    ctx.tx,
    sql`insert into people.viewing_of_many (id, at, actor_id, actor_name, body_name, role, purpose, groups, people, members)
        values (${ctx.newId()}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name}, ${v.body}, ${v.role}, ${v.purpose},
          ${texts(v.groups)}, ${v.numbers.length}, ${Buffer.from(membersOf(v.numbers))})`,
  )
}
