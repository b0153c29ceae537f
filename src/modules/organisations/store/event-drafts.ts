/** Ghi bản nháp biến động và nơi nhận. */
import type { Ctx } from '../../../platform/action.ts'
import { json, run, sql } from '../../../platform/database/sql.ts'
import type { Draft } from '../rules/draft.ts'
import type { Disposition } from '../rules/settle.ts'

/** A new draft. */
export const insertDraft = (ctx: Ctx, id: string, content: Draft): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into organisations.event_draft (id, content, made_at, made_by, made_by_name, changed_at, changed_by_name)
        values (${id}, ${json(content)}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name}, ${ctx.now}, ${ctx.actor.name})`,
  )

/** Changes a draft of the version seen; false when somebody else changed it meanwhile. */
export const saveDraft = async (ctx: Ctx, id: string, content: Draft, version: number): Promise<boolean> =>
  (await run(
    ctx.tx,
    sql`update organisations.event_draft set content = ${json(content)}, version = version + 1, changed_at = ${ctx.now},
          changed_by_name = ${ctx.actor.name}
        where id = ${id} and version = ${version} and state = 'dang-soan'`,
  )) === 1

/** Ends a draft: applied as an event, or given up. */
export const endDraft = async (ctx: Ctx, id: string, eventId: string | null): Promise<boolean> =>
  (await run(
    ctx.tx,
    sql`update organisations.event_draft set state = ${eventId === null ? 'da-bo' : 'da-thuc-hien'}, event_id = ${eventId}::uuid,
          version = version + 1, changed_at = ${ctx.now}, changed_by_name = ${ctx.actor.name}
        where id = ${id} and state = 'dang-soan'`,
  )) === 1

/** Keeps where things go; a later decision on the same thing takes the place of the earlier one. */
export const saveDispositions = (ctx: Ctx, draftId: string, list: readonly Disposition[]): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into organisations.disposition (draft_id, item, heir_code, act, decided_at, decided_by_name)
        select ${draftId}::uuid, item, heir, act, ${ctx.now}, ${ctx.actor.name}
        from jsonb_to_recordset(${json(list)}) as x(item text, heir text, act text)
        on conflict (draft_id, item) do update set heir_code = excluded.heir_code, act = excluded.act,
          decided_at = excluded.decided_at, decided_by_name = excluded.decided_by_name`,
  )
