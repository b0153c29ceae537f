/** Ghi sửa đổi: what an amending document does to the rows of a programme. Nothing is deleted. */
import type { Day } from '../../../kernel/day.ts'
import type { Ctx } from '../../../platform/action.ts'
import { ids, json, run, sql } from '../../../platform/database/sql.ts'
import type { Choice } from '../rules/amendment-plan.ts'

/** Saves a choice over version `seen` (0 = none yet); false when somebody chose meanwhile. */
export async function saveChoice(
  ctx: Ctx,
  c: { programmeId: string; document: string; entry: string; choice: Choice; partner: string | null; seen: number },
): Promise<boolean> {
  const touched = await run(
    ctx.tx,
    sql`insert into programme.amendment_choice as old (document_id, entry, programme_id, choice, partner, decided_at, decided_by, decided_by_name)
        select ${c.document}, ${c.entry}, ${c.programmeId}, ${c.choice}, ${c.partner}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name}
        where ${c.seen} = 0 or exists (select 1 from programme.amendment_choice where document_id = ${c.document} and entry = ${c.entry})
        on conflict on constraint one_choice_per_difference do update
          set choice = excluded.choice, partner = excluded.partner, version = old.version + 1,
              decided_at = excluded.decided_at, decided_by = excluded.decided_by, decided_by_name = excluded.decided_by_name
          where old.version = ${c.seen}`,
  )
  return touched === 1
}

/** Phiên bản sắp lưu. */
export type NewEdition = {
  readonly id: string
  readonly programmeId: string
  readonly documentId: string
  readonly number: string
  readonly date: Day
  readonly title: string
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly unchanged: number
  /** Version of the programme that was seen. */
  readonly seen: number
}

/** Puts the programme on its next document; false when it was amended meanwhile. */
export async function insertEdition(ctx: Ctx, e: NewEdition): Promise<boolean> {
  const touched = await run(
    ctx.tx,
    sql`update programme.programme set document_id = ${e.documentId}, version = version + 1
        where id = ${e.programmeId} and version = ${e.seen}`,
  )
  if (touched !== 1) return false
  await run(
    ctx.tx,
    sql`insert into programme.edition (id, programme_id, no, document_id, number, dated, title, added, changed, removed, unchanged,
          taken_at, taken_by, taken_by_name)
        select ${e.id}, ${e.programmeId}, max(no) + 1, ${e.documentId}, ${e.number}, ${e.date}::date, ${e.title}, ${e.added}::int, ${e.changed}::int,
          ${e.removed}::int, ${e.unchanged}::int, ${ctx.now}::timestamptz, ${ctx.actor.id}, ${ctx.actor.name}
        from programme.edition where programme_id = ${e.programmeId}`,
  )
  return true
}

type Ended = { readonly edition: string; readonly date: Day }

/** Closes rows: they no longer apply from the day of the document on. */
export async function endRows(ctx: Ctx, subjects: readonly string[], by: Ended): Promise<void> {
  const list = ids(subjects)
  const set = sql`set ended_on = ${by.date}, ended_by = ${by.edition}`
  await run(ctx.tx, sql`update programme.goal ${set}, version = version + 1 where id = any (${list})`)
  await run(ctx.tx, sql`update programme.task ${set}, version = version + 1 where id = any (${list})`)
  await run(ctx.tx, sql`update programme.recipient ${set} where id = any (${list})`)
  await run(ctx.tx, sql`update programme.clause ${set} where id = any (${list})`)
}

type Rows = readonly Readonly<Record<string, unknown>>[]

/** Dòng giữ lại, under the ids they have, with what the new document says. */
export type KeptRows = {
  readonly documentId: string
  readonly clauses: Rows
  readonly goals: Rows
  readonly tasks: Rows
  readonly recipients: Rows
}

/** Gives kept rows the words, number and place of the new document. Codes may change places, so they are freed first. */
export async function updateRows(ctx: Ctx, k: KeptRows): Promise<void> {
  const idsOf = (list: Rows) => ids(list.map((r) => String(r.id)))
  await run(ctx.tx, sql`update programme.clause set code = '~' || id where id = any (${idsOf(k.clauses)})`)
  await run(ctx.tx, sql`update programme.goal set code = '~' || id where id = any (${idsOf(k.goals)})`)
  await run(ctx.tx, sql`update programme.task set code = '~' || id where id = any (${idsOf(k.tasks)})`)
  await run(
    ctx.tx,
    sql`update programme.clause c set position = x.position, code = x.code, parent_code = x.parent_code, title = x.title,
          span_from = x.span_from, span_to = x.span_to, document_id = ${k.documentId}
        from jsonb_to_recordset(${json(k.clauses)}) as x(id uuid, position int, code text, parent_code text, title text, span_from int, span_to int)
        where c.id = x.id`,
  )
  await run(
    ctx.tx,
    sql`update programme.goal g set position = x.position, code = x.code, section = x.section, body = x.body, metric = x.metric,
          comparator = x.comparator, strict = x.strict, value = x.value, value_high = x.value_high, unit = x.unit, denominator = x.denominator,
          by_year = x.by_year, measure = x.measure, qualitative = x.qualitative, span_from = x.span_from, span_to = x.span_to,
          document_id = ${k.documentId}, version = g.version + 1
        from jsonb_to_recordset(${json(k.goals)}) as x(id uuid, position int, code text, section text, body text, metric text, comparator text,
          strict boolean, value numeric, value_high numeric, unit text, denominator text, by_year int, measure text, qualitative boolean,
          span_from int, span_to int)
        where g.id = x.id`,
  )
  await run(
    ctx.tx,
    sql`update programme.task t set position = x.position, code = x.code, section = x.section, body = x.body, duty = x.duty,
          lead_named = x.lead_named, lead_kind = x.lead_kind, coordinate_named = x.coordinate_named, support = x.support, due_read = x.due_read,
          due_raw = x.due_raw, product_read = x.product_read, request = x.request, span_from = x.span_from, span_to = x.span_to,
          document_id = ${k.documentId}, version = t.version + 1
        from jsonb_to_recordset(${json(k.tasks)}) as x(id uuid, position int, code text, section text, body text, duty boolean, lead_named text[],
          lead_kind text, coordinate_named text[], support boolean, due_read text, due_raw text, product_read text, request boolean,
          span_from int, span_to int)
        where t.id = x.id`,
  )
  await run(
    ctx.tx,
    sql`update programme.recipient r set position = x.position, name = x.name, archive = x.archive, span_from = x.span_from, span_to = x.span_to,
          document_id = ${k.documentId}
        from jsonb_to_recordset(${json(k.recipients)}) as x(id uuid, position int, name text, archive boolean, span_from int, span_to int)
        where r.id = x.id`,
  )
}

/** Marks the codes of rows left as they were, where a new row takes the code. */
export async function recode(ctx: Ctx, list: readonly { id: string; code: string }[]): Promise<void> {
  const rows = json(list)
  await run(
    ctx.tx,
    sql`update programme.goal g set code = x.code, version = g.version + 1 from jsonb_to_recordset(${rows}) as x(id uuid, code text) where g.id = x.id`,
  )
  await run(
    ctx.tx,
    sql`update programme.task t set code = x.code, version = t.version + 1 from jsonb_to_recordset(${rows}) as x(id uuid, code text) where t.id = x.id`,
  )
}

/** Keeps what changed items said until now. */
export async function insertWordings(
  ctx: Ctx,
  edition: { id: string; programmeId: string },
  list: readonly { subject_id: string; code: string; body: string; fields: unknown }[],
): Promise<void> {
  const rows = json(list.map((w) => ({ id: ctx.newId(), ...w })))
  await run(
    ctx.tx,
    sql`insert into programme.wording (id, programme_id, subject_id, edition_id, code, body, fields)
        select id, ${edition.programmeId}, subject_id, ${edition.id}, code, body, fields from jsonb_to_recordset(${rows})
        as x(id uuid, subject_id uuid, code text, body text, fields jsonb)`,
  )
}
