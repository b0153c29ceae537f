/** Ghi kế hoạch: the only SQL that writes schema `programme`. */
import type { Day } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { ids, json, maybeRow, rows, run, sql } from '../../platform/database/sql.ts'
import type { Due, FindingVerdict, ParticipantRole } from './words.ts'

/** Kế hoạch sắp lưu, with everything read from its document. */
export type NewProgramme = {
  readonly id: string
  readonly number: string
  readonly date: Day
  readonly title: string
  readonly kind: string
  readonly issuer: string
  readonly territoryId: string
  readonly documentId: string
  readonly clauses: readonly Record<string, unknown>[]
  readonly goals: readonly Record<string, unknown>[]
  readonly tasks: readonly Record<string, unknown>[]
  readonly recipients: readonly Record<string, unknown>[]
  readonly participants: readonly Record<string, unknown>[]
}

/** Keeps a programme with its clauses, goals, tasks, recipients and participants, and the document it came from as its first edition. Rows carry their ids. */
export async function insertProgramme(ctx: Ctx, p: NewProgramme): Promise<void> {
  await run(
    ctx.tx,
    sql`insert into programme.programme (id, number, dated, title, kind, issuer, territory_id, document_id, adopted_at, adopted_by, adopted_by_name)
        values (${p.id}, ${p.number}, ${p.date}, ${p.title}, ${p.kind}, ${p.issuer}, ${p.territoryId}, ${p.documentId}, ${ctx.now},
          ${ctx.actor.id}, ${ctx.actor.name})`,
  )
  await run(
    ctx.tx,
    sql`insert into programme.edition (id, programme_id, no, document_id, number, dated, title, taken_at, taken_by, taken_by_name)
        values (${ctx.newId()}, ${p.id}, 1, ${p.documentId}, ${p.number}, ${p.date}, ${p.title}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})`,
  )
  await insertRows(ctx, p)
}

/** What a document adds to a programme. */
export type NewRows = Pick<
  NewProgramme,
  'id' | 'documentId' | 'clauses' | 'goals' | 'tasks' | 'recipients' | 'participants'
>

/** Adds rows of `documentId` to the programme `id`. */
export async function insertRows(ctx: Ctx, p: NewRows): Promise<void> {
  await run(
    ctx.tx,
    sql`insert into programme.clause (id, programme_id, document_id, position, code, parent_code, title, span_from, span_to)
        select id, ${p.id}, ${p.documentId}, position, code, parent_code, title, span_from, span_to from jsonb_to_recordset(${json(p.clauses)})
        as x(id uuid, position int, code text, parent_code text, title text, span_from int, span_to int)`,
  )
  await run(
    ctx.tx,
    sql`insert into programme.goal (id, programme_id, document_id, position, code, section, body, metric, comparator, strict, value, value_high,
          unit, denominator, by_year, measure, qualitative, span_from, span_to)
        select id, ${p.id}, ${p.documentId}, position, code, section, body, metric, comparator, strict, value, value_high, unit,
          denominator, by_year, measure, qualitative, span_from, span_to from jsonb_to_recordset(${json(p.goals)})
        as x(id uuid, position int, code text, section text, body text, metric text, comparator text, strict boolean, value numeric,
          value_high numeric, unit text, denominator text, by_year int, measure text, qualitative boolean, span_from int, span_to int)`,
  )
  await run(
    ctx.tx,
    sql`insert into programme.task (id, programme_id, document_id, position, code, section, body, duty, lead_named, lead_kind, coordinate_named,
          support, due_read, due_raw, product_read, request, span_from, span_to)
        select id, ${p.id}, ${p.documentId}, position, code, section, body, duty, lead_named, lead_kind, coordinate_named, support,
          due_read, due_raw, product_read, coalesce(request, false), span_from, span_to from jsonb_to_recordset(${json(p.tasks)})
        as x(id uuid, position int, code text, section text, body text, duty boolean, lead_named text[], lead_kind text,
          coordinate_named text[], support boolean, due_read text, due_raw text, product_read text, request boolean, span_from int, span_to int)`,
  )
  await insertRecipients(ctx, p)
}

async function insertRecipients(ctx: Ctx, p: NewRows): Promise<void> {
  await run(
    ctx.tx,
    sql`insert into programme.recipient (id, programme_id, document_id, position, name, archive, resolved, span_from, span_to)
        select id, ${p.id}, ${p.documentId}, position, name, archive, resolved, span_from, span_to from jsonb_to_recordset(${json(p.recipients)})
        as x(id uuid, position int, name text, archive boolean, resolved text, span_from int, span_to int)`,
  )
  await run(
    ctx.tx,
    sql`insert into programme.participant (id, programme_id, unit_id, role, line)
        select id, ${p.id}, unit_id, role, line from jsonb_to_recordset(${json(p.participants)})
        as x(id uuid, unit_id uuid, role text, line text)
        on conflict on constraint one_role_per_participant do nothing`,
  )
}

/** Phân công sắp lưu, for one task or goal. */
export type NewAssignment = {
  readonly programmeId: string
  readonly kind: 'task' | 'goal'
  readonly subjectId: string
  /** Version of the task or goal that was seen. */
  readonly version: number
  readonly batch: string
  readonly leadId: string
  readonly coordinators: readonly string[]
  readonly product: string
  readonly due: Due
  readonly byDocument: boolean
}

/** Puts an assignment in force over version `version`; false when the subject was changed meanwhile. */
export async function saveAssignment(ctx: Ctx, a: NewAssignment): Promise<boolean> {
  if (!(await bump(ctx, a.kind, a.subjectId, a.version))) return false
  const ended = await endCurrent(ctx, a.subjectId)
  await run(
    ctx.tx,
    sql`insert into programme.assignment (id, programme_id, subject_id, batch, replaces, lead_id, coordinators, product, due_kind, due_day,
          by_document, since, assigned_by, assigned_by_name)
        values (${ctx.newId()}, ${a.programmeId}, ${a.subjectId}, ${a.batch}, ${ended}, ${a.leadId}, ${ids(a.coordinators)}, ${a.product},
          ${a.due.kind}, ${a.due.day}, ${a.byDocument}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})`,
  )
  return true
}

async function bump(ctx: Ctx, kind: 'task' | 'goal', id: string, version: number): Promise<boolean> {
  const touched = await run(
    ctx.tx,
    kind === 'task'
      ? sql`update programme.task set version = version + 1 where id = ${id} and version = ${version}`
      : sql`update programme.goal set version = version + 1 where id = ${id} and version = ${version}`,
  )
  return touched === 1
}

async function endCurrent(ctx: Ctx, subjectId: string): Promise<string | null> {
  const ended = await maybeRow<{ id: string }>(
    ctx.tx,
    sql`update programme.assignment set until = ${ctx.now}, ended_by_name = ${ctx.actor.name}
        where subject_id = ${subjectId} and until is null returning id`,
  )
  return ended?.id ?? null
}

/** Dòng của một đợt giao, as undoing needs it. */
export type BatchRow = { id: string; subject_id: string; replaces: string | null; current: boolean }

/** The assignments of one batch, locked. */
export const lockBatch = (ctx: Ctx, batch: string): Promise<BatchRow[]> =>
  rows<BatchRow>(
    ctx.tx,
    sql`select id, subject_id, replaces, until is null as current from programme.assignment where batch = ${batch} order by id for update`,
  )

/** Takes an assignment back: the one before it, if any, is in force again under `batch`. */
export async function takeBack(ctx: Ctx, r: BatchRow, batch: string): Promise<void> {
  await run(ctx.tx, sql`update programme.task set version = version + 1 where id = ${r.subject_id}`)
  await run(ctx.tx, sql`update programme.goal set version = version + 1 where id = ${r.subject_id}`)
  await endCurrent(ctx, r.subject_id)
  await run(
    ctx.tx,
    sql`insert into programme.assignment (id, programme_id, subject_id, batch, replaces, lead_id, coordinators, product, due_kind, due_day,
          by_document, by_undo, since, assigned_by, assigned_by_name)
        select ${ctx.newId()}, programme_id, subject_id, ${batch}, ${r.id}, lead_id, coordinators, product, due_kind, due_day,
          by_document, true, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name}
        from programme.assignment where id = ${r.replaces}`,
  )
}

/** Sets the role of a body by decision; `seen` = version of its row (0 = not a participant yet). False when it changed meanwhile. */
export async function saveParticipant(
  ctx: Ctx,
  p: { programmeId: string; unitId: string; role: ParticipantRole; reason: string; seen: number },
): Promise<boolean> {
  const by = sql`${p.reason}, ${ctx.actor.name}, ${ctx.now}`
  const touched =
    p.seen === 0
      ? await run(
          ctx.tx,
          sql`insert into programme.participant (id, programme_id, unit_id, role, line, by_decision, reason, decided_by_name, decided_at)
              values (${ctx.newId()}, ${p.programmeId}, ${p.unitId}, ${p.role}, '', true, ${by})
              on conflict on constraint one_role_per_participant do nothing`,
        )
      : await run(
          ctx.tx,
          sql`update programme.participant
              set role = ${p.role}, by_decision = true, (reason, decided_by_name, decided_at) = (${by}), version = version + 1
              where programme_id = ${p.programmeId} and unit_id = ${p.unitId} and version = ${p.seen}`,
        )
  return touched === 1
}

/** Keeps an opinion on a finding over version `version` (0 = none yet); false when somebody wrote one meanwhile. */
export async function saveFindingMark(
  ctx: Ctx,
  m: { document: string; finding: string; verdict: FindingVerdict; note: string; version: number },
): Promise<boolean> {
  const by = sql`${ctx.actor.id}, ${ctx.actor.name}, ${ctx.now}`
  const touched =
    m.version === 0
      ? await run(
          ctx.tx,
          sql`insert into programme.finding_mark (id, document_id, finding, verdict, note, marked_by, marked_by_name, marked_at)
              values (${ctx.newId()}, ${m.document}, ${m.finding}, ${m.verdict}, ${m.note}, ${by})
              on conflict on constraint one_mark_per_finding do nothing`,
        )
      : await run(
          ctx.tx,
          sql`update programme.finding_mark
              set verdict = ${m.verdict}, note = ${m.note}, (marked_by, marked_by_name, marked_at) = (${by}), version = version + 1
              where document_id = ${m.document} and finding = ${m.finding} and version = ${m.version}`,
        )
  return touched === 1
}
