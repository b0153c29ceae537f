/** Ghi chủ trì mới theo biến động tổ chức. */
import type { Ctx } from '../../../platform/action.ts'
import { run, sql } from '../../../platform/database/sql.ts'

/** The assignment in force ends, the same one with another lead begins. Nothing happens to what nobody leads. */
export async function reassign(ctx: Ctx, kind: 'task' | 'goal', subjectId: string, leadId: string): Promise<void> {
  await run(
    ctx.tx,
    sql`with ended as (
          update programme.assignment set until = ${ctx.now}, ended_by_name = ${ctx.actor.name}
          where subject_id = ${subjectId}::uuid and until is null returning *)
        insert into programme.assignment (id, programme_id, subject_id, batch, replaces, lead_id, coordinators, product, due_kind, due_day,
          by_document, since, assigned_by, assigned_by_name)
        select ${ctx.newId()}, e.programme_id, e.subject_id, ${ctx.newId()}, e.id, ${leadId}::uuid, array_remove(e.coordinators, ${leadId}::uuid),
          e.product, e.due_kind, e.due_day, false, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name} from ended e`,
  )
  await run(
    ctx.tx,
    kind === 'task'
      ? sql`update programme.task set version = version + 1 where id = ${subjectId}::uuid`
      : sql`update programme.goal set version = version + 1 where id = ${subjectId}::uuid`,
  )
}
