/** Ghi: the only SQL that writes schema `tasks`. */
import type { Ctx } from '../../platform/action.ts'
import { json, run, sql } from '../../platform/database/sql.ts'
import type { LinkDecision } from './rules/links.ts'
import type { OwnItem } from './rules/own-items.ts'
import type { Report } from './rules/progress.ts'
import type { AgencyPlan, OwnDocument } from './words.ts'

/** Appends a report of progress with its evidence; returns its id. */
export async function saveProgress(
  ctx: Ctx,
  of: { programmeId: string; taskId: string; unitId: string },
  report: Report,
  fileId: string | null,
): Promise<string> {
  const id = ctx.newId()
  await run(
    ctx.tx,
    sql`insert into tasks.progress (id, programme_id, task_id, unit_id, percent, state, result, reported_at, reported_by, reporter_name)
        values (${id}, ${of.programmeId}, ${of.taskId}, ${of.unitId}, ${report.percent}, ${report.state}, ${report.result}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})`,
  )
  if (report.evidence) {
    const e = report.evidence
    await run(
      ctx.tx,
      sql`insert into tasks.evidence (id, progress_id, number, issued_on, title, file_id)
          values (${ctx.newId()}, ${id}, ${e.number}, ${e.issuedOn}, ${e.title}, ${fileId})`,
    )
  }
  return id
}

/** Marks a report of completion as accepted; false when somebody else was first. */
export async function saveAcceptance(ctx: Ctx, progressId: string): Promise<boolean> {
  const touched = await run(
    ctx.tx,
    sql`update tasks.progress set accepted_at = ${ctx.now}, accepted_by = ${ctx.actor.id} where id = ${progressId} and accepted_at is null`,
  )
  return touched === 1
}

/** Makes the plan of a body for a year when there is none yet; returns its id. */
export async function ensurePlan(ctx: Ctx, programmeId: string, unitId: string, year: number): Promise<string> {
  const id = ctx.newId()
  await run(
    ctx.tx,
    sql`insert into tasks.agency_plan (id, programme_id, unit_id, year, state, made_at)
        values (${id}, ${programmeId}, ${unitId}, ${year}, 'dang-lap', ${ctx.now}) on conflict on constraint one_plan_per_body_and_year do nothing`,
  )
  return id
}

/** Adds tasks to a plan; those already in it stay as they are. */
export async function addItems(
  ctx: Ctx,
  planId: string,
  tasks: readonly { id: string; text: string; product: string; due: string | null }[],
): Promise<number> {
  let added = 0
  for (const [place, t] of tasks.entries()) {
    added += await run(
      ctx.tx,
      sql`insert into tasks.plan_item (id, plan_id, task_id, work, product, due, place)
          values (${ctx.newId()}, ${planId}, ${t.id}, ${t.text}, ${t.product}, ${t.due}::date, ${place}) on conflict on constraint one_item_per_task do nothing`,
    )
  }
  return added
}

/** Văn bản của cơ quan sắp lưu. */
export type NewOwnDocument = Omit<OwnDocument, 'id' | 'readAt' | 'readBy'> & { readonly sha256: string }

/** Keeps a document of a body and the rows read from it. */
export async function saveOwnDocument(ctx: Ctx, d: NewOwnDocument, items: readonly OwnItem[]): Promise<string> {
  const id = ctx.newId()
  await run(
    ctx.tx,
    sql`insert into tasks.own_document (id, plan_id, file_id, name, sha256, number, dated, title, body, cites_programme, read_at, read_by, read_by_name)
        values (${id}, ${d.planId}, ${d.fileId}, ${d.name}, ${d.sha256}, ${d.number}, ${d.dated}::date, ${d.title}, ${d.body}, ${d.citesProgramme},
          ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})`,
  )
  const rows = items.map((i, place) => ({ ...i, id: ctx.newId(), place, span_from: i.span[0], span_to: i.span[1] }))
  await run(
    ctx.tx,
    sql`insert into tasks.plan_item (id, plan_id, document_id, clause, read_text, work, product, due, due_words, named, span_from, span_to, place)
        select id, ${d.planId}, ${id}, clause, text, left(text, 2000), left(product, 500), due, "dueWords", named, span_from, span_to, place
        from jsonb_to_recordset(${json(rows)})
        as x(id uuid, clause text, text text, product text, due date, "dueWords" text, named text[], span_from int, span_to int, place int)`,
  )
  return id
}

/** Writes what was decided about the links of rows; the last word stands, the ledger keeps the others. */
export async function saveLinks(ctx: Ctx, decisions: readonly LinkDecision[]): Promise<void> {
  for (const d of decisions) {
    if (d.verdict === 'rieng' || d.verdict === 'xet-lai') {
      const gone = d.verdict === 'rieng' ? sql`and verdict = 'lien-ket'` : sql``
      await run(ctx.tx, sql`delete from tasks.plan_link where item_id = ${d.item} ${gone}`)
      await run(ctx.tx, sql`update tasks.plan_item set own_work = ${d.verdict === 'rieng'} where id = ${d.item}`)
      continue
    }
    await run(
      ctx.tx,
      sql`insert into tasks.plan_link (item_id, task_id, verdict, decided_at, decided_by, decided_by_name)
          values (${d.item}, ${d.task}, ${d.verdict}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})
          on conflict on constraint one_decision_per_link do update
            set verdict = excluded.verdict, decided_at = excluded.decided_at, decided_by = excluded.decided_by, decided_by_name = excluded.decided_by_name`,
    )
    if (d.verdict === 'lien-ket')
      await run(ctx.tx, sql`update tasks.plan_item set own_work = false where id = ${d.item}`)
  }
}

/** Writes the rows of a plan as edited. */
export async function saveItems(
  ctx: Ctx,
  planId: string,
  items: readonly { id: string; work: string; product: string; due: string | null; person: string }[],
): Promise<void> {
  for (const i of items) {
    await run(
      ctx.tx,
      sql`update tasks.plan_item set work = ${i.work}, product = ${i.product}, due = ${i.due}::date, person = ${i.person}
          where id = ${i.id} and plan_id = ${planId}`,
    )
  }
}

/** Takes a task out of a plan that is still being made. */
export const dropItem = (ctx: Ctx, planId: string, itemId: string): Promise<number> =>
  run(ctx.tx, sql`delete from tasks.plan_item where id = ${itemId} and plan_id = ${planId}`)

/** Moves a plan to another state, or only its version on; false when it was changed meanwhile. */
export async function savePlan(
  ctx: Ctx,
  plan: AgencyPlan,
  next: { state: AgencyPlan['state']; reason?: string },
): Promise<boolean> {
  const approved = next.state === 'da-duyet'
  const touched = await run(
    ctx.tx,
    sql`update tasks.agency_plan set state = ${next.state}, version = version + 1, returned_reason = ${next.reason ?? ''},
          approved_at = ${approved ? ctx.now : null}, approved_by = ${approved ? ctx.actor.name : null}
        where id = ${plan.id} and version = ${plan.version}`,
  )
  return touched === 1
}
