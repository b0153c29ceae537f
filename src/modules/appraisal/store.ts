/** Ghi chấm điểm: the only SQL that writes the schema `appraisal`. */
import type { Day } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { json, run, sql } from '../../platform/database/sql.ts'
import type { Profile } from './rules/profile.ts'
import type { AppraisedLine, SelfLine } from './rules/scoring.ts'
import type { AppealState, Frozen, Item } from './words.ts'

/** What a body brings into a round: who it is, and its items as counted. */
export type Sheet = {
  readonly unitId: string
  readonly unitCode: string
  readonly unitName: string
  readonly group: string
  readonly items: readonly Pick<Item, 'criterion' | 'applies' | 'computed' | 'counted'>[]
}

/** Opens a round with a sheet for each body; its id. */
export async function saveRound(
  ctx: Ctx,
  r: { year: number; profile: Profile; sheets: readonly Sheet[] },
): Promise<string> {
  const id = ctx.newId()
  await run(
    ctx.tx,
    sql`insert into appraisal.round (id, year, profile, opened_at, opened_by_name, counted_at)
        values (${id}, ${r.year}, ${json(r.profile)}, ${ctx.now}, ${ctx.actor.name}, ${ctx.now})`,
  )
  const sheets = r.sheets.map((s) => ({ ...s, id: ctx.newId() }))
  await run(
    ctx.tx,
    sql`insert into appraisal.entry (id, round_id, unit_id, unit_code, unit_name, unit_group)
        select id, ${id}::uuid, "unitId", "unitCode", "unitName", "group"
        from jsonb_to_recordset(${json(sheets)}) as x(id uuid, "unitId" uuid, "unitCode" text, "unitName" text, "group" text)`,
  )
  await saveItems(ctx, id, sheets)
  return id
}

/** Puts what was counted on the sheets of a round; points people gave stay. */
async function saveItems(ctx: Ctx, roundId: string, sheets: readonly Sheet[]): Promise<void> {
  const lines = sheets.flatMap((s) => s.items.map((i) => ({ ...i, unitId: s.unitId })))
  await run(
    ctx.tx,
    sql`insert into appraisal.item (entry_id, unit_id, criterion, applies, computed, counted)
        select e.id, x."unitId", x.criterion, x.applies, x.computed, x.counted
        from jsonb_to_recordset(${json(lines)}) as x("unitId" uuid, criterion text, applies boolean, computed numeric, counted jsonb)
        join appraisal.entry e on e.round_id = ${roundId} and e.unit_id = x."unitId"
        on conflict (entry_id, criterion) do update
          set applies = excluded.applies, computed = excluded.computed, counted = excluded.counted`,
  )
}

/** A new count of what is recorded, for the sheets there are. */
export async function saveCount(ctx: Ctx, roundId: string, sheets: readonly Sheet[]): Promise<void> {
  await run(
    ctx.tx,
    sql`update appraisal.round set counted_at = ${ctx.now}, version = version + 1 where id = ${roundId}`,
  )
  await saveItems(ctx, roundId, sheets)
}

/** A self score; false when somebody changed the sheet meanwhile. */
export async function saveSelf(
  ctx: Ctx,
  e: {
    id: string
    version: number
    lines: readonly (SelfLine & { fileId: string | null; fileName: string | null })[]
  },
): Promise<boolean> {
  const touched = await run(
    ctx.tx,
    sql`update appraisal.entry set state = 'da-tu-cham', self_by_name = ${ctx.actor.name}, self_at = ${ctx.now}, version = version + 1
        where id = ${e.id} and version = ${e.version}`,
  )
  if (touched === 0) return false
  await run(
    ctx.tx,
    sql`update appraisal.item i set self = x.self, self_reason = x.reason, evidence_number = x.number, evidence_day = x.day,
          file_id = x."fileId", file_name = x."fileName"
        from jsonb_to_recordset(${json(e.lines)}) as x(criterion text, self numeric, reason text, number text, day date, "fileId" uuid, "fileName" text)
        where i.entry_id = ${e.id} and i.criterion = x.criterion`,
  )
  return true
}

/** An appraisal; false when somebody changed the sheet meanwhile. */
export async function saveAppraised(
  ctx: Ctx,
  e: { id: string; version: number; lines: readonly AppraisedLine[] },
): Promise<boolean> {
  const touched = await run(
    ctx.tx,
    sql`update appraisal.entry set state = 'da-tham-dinh', appraised_by_name = ${ctx.actor.name}, appraised_at = ${ctx.now}, version = version + 1
        where id = ${e.id} and version = ${e.version}`,
  )
  if (touched === 0) return false
  await run(
    ctx.tx,
    sql`update appraisal.item i set appraised = x.appraised, appraised_reason = x.reason
        from jsonb_to_recordset(${json(e.lines)}) as x(criterion text, appraised numeric, reason text)
        where i.entry_id = ${e.id} and i.criterion = x.criterion`,
  )
  return true
}

/** Publishes; false when somebody changed the round meanwhile. */
export const savePublished = async (ctx: Ctx, id: string, version: number, until: Day): Promise<boolean> =>
  (await run(
    ctx.tx,
    sql`update appraisal.round set state = 'da-cong-bo', published_at = ${ctx.now}, appeal_until = ${until}, version = version + 1
        where id = ${id} and version = ${version}`,
  )) > 0

/** Closes with what is shown from then on; false when somebody changed the round meanwhile. */
export const saveClosed = async (
  ctx: Ctx,
  id: string,
  version: number,
  kept: { frozen: Frozen; sha256: string },
): Promise<boolean> =>
  (await run(
    ctx.tx,
    sql`update appraisal.round set state = 'da-khoa', closed_at = ${ctx.now}, frozen = ${json(kept.frozen)}, sha256 = ${kept.sha256}, version = version + 1
        where id = ${id} and version = ${version}`,
  )) > 0

/** Keeps an appeal; its id. */
export async function saveAppeal(
  ctx: Ctx,
  a: { entryId: string; unitId: string; criterion: string; text: string; document: string },
): Promise<string> {
  const id = ctx.newId()
  await run(
    ctx.tx,
    sql`insert into appraisal.appeal (id, entry_id, unit_id, criterion, text, document, at, by_name)
        values (${id}, ${a.entryId}, ${a.unitId}, ${a.criterion}, ${a.text}, ${a.document}, ${ctx.now}, ${ctx.actor.name})`,
  )
  return id
}

/** Keeps an answer, and the new points when there are any; false when it was answered meanwhile. */
export async function saveAnswer(
  ctx: Ctx,
  a: {
    id: string
    entryId: string
    criterion: string
    state: Exclude<AppealState, 'cho'>
    points: number | null
    answer: string
  },
): Promise<boolean> {
  const touched = await run(
    ctx.tx,
    sql`update appraisal.appeal set state = ${a.state}, points = ${a.points}, answer = ${a.answer}, answered_at = ${ctx.now}, answered_by_name = ${ctx.actor.name}
        where id = ${a.id} and state = 'cho'`,
  )
  if (touched > 0 && a.points !== null)
    await run(
      ctx.tx,
      sql`update appraisal.item set appraised = ${a.points}, appraised_reason = ${a.answer} where entry_id = ${a.entryId} and criterion = ${a.criterion}`,
    )
  return touched > 0
}
