/** Xem kế hoạch: SQL reads for screens, actions and the modules below. */
import { addDays, type Day, dayOf } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { shared } from '../../platform/database/kept.ts'
import { ids, maybeRow, rows, sql, type Tx } from '../../platform/database/sql.ts'
import { dutyPaths, unitsByIds } from '../organisations/public.ts'
import { type Current, composeGoal, composeTask, type GoalRow, type Register, type TaskRow } from './rules/compose.ts'
import { obligatedOf } from './rules/participants.ts'
import type {
  Assignment,
  Clause,
  Due,
  FindingMark,
  Goal,
  Obligated,
  Participant,
  Programme,
  RecipientLine,
  Task,
} from './words.ts'

const PROGRAMME = sql`p.id, p.number, p.dated as date, p.title, p.kind, p.issuer, p.territory_id as "territoryId", p.document_id as "documentId",
  p.adopted_at as "adoptedAt", p.adopted_by_name as "adoptedBy",
  (select jsonb_build_object('number', e.number, 'date', e.dated) from programme.edition e
   where e.programme_id = p.id and e.no > 1 order by e.no desc limit 1) as "amendedBy"`

/** The plan is the same for everybody: kept in the process until it changes. */
const ofPlan = <T>(tx: Tx, key: string, read: () => Promise<T>): Promise<T> =>
  shared(tx, ['programme'], `programme.${key}`, read)

/** The plan with what the register says of its bodies. */
const ofPlanAndRegister = <T>(tx: Tx, key: string, read: () => Promise<T>): Promise<T> =>
  shared(tx, ['programme', 'organisations'], `programme.${key}`, read)

/** The plan adopted last, or null. */
export const currentProgramme = (tx: Tx): Promise<Programme | null> =>
  ofPlan(tx, 'current', () =>
    maybeRow<Programme>(
      tx,
      sql`select ${PROGRAMME} from programme.programme p where p.province = platform.province() order by p.adopted_at desc, p.id desc limit 1`,
    ),
  )

/** The programme adopted from a document, or amended by it, under the number and date of that document; or null. */
export const programmeOfDocument = (tx: Tx, documentId: string): Promise<Programme | null> =>
  maybeRow<Programme>(
    tx,
    sql`select p.id, d.number, d.dated as date, d.title, p.kind, p.issuer, p.territory_id as "territoryId", d.document_id as "documentId",
          d.taken_at as "adoptedAt", d.taken_by_name as "adoptedBy", null as "amendedBy"
        from programme.edition d join programme.programme p on p.id = d.programme_id where d.document_id = ${documentId}`,
  )

/** The headings in force, in the order of the document. */
export async function clausesOf(tx: Tx, programmeId: string): Promise<Clause[]> {
  const found = await rows<{
    code: string
    parent_code: string | null
    title: string
    span_from: number
    span_to: number
  }>(
    tx,
    sql`select code, parent_code, title, span_from, span_to from programme.clause
        where programme_id = ${programmeId} and ended_on is null order by position`,
  )
  return found.map((c) => ({ code: c.code, parentCode: c.parent_code, title: c.title, span: [c.span_from, c.span_to] }))
}

/** The groups that hold tasks: "III.3" and its title; with `since`, also those that ended on that day or later (reports of earlier years). */
export const taskGroups = (tx: Tx, programmeId: string, since?: Day): Promise<{ no: string; title: string }[]> =>
  ofPlan(tx, `groups:${programmeId}:${since}`, () =>
    rows(
      tx,
      sql`select c.code as no, c.title from programme.clause c
          where c.programme_id = ${programmeId}
            and (c.ended_on is null or (c.ended_on > ${since ?? null}::date and not exists (
              select 1 from programme.clause n where n.programme_id = c.programme_id and n.code = c.code and n.ended_on is null)))
            and exists (select 1 from programme.task t where t.programme_id = c.programme_id and t.section = c.code and not t.duty
              and (t.ended_on is null or t.ended_on > ${since ?? null}::date))
          order by c.position, c.ended_on nulls first`,
    ),
  )

const CURRENT = sql`a.id as "assignmentId", a.lead_id as "leadId", a.coordinators as "coordinators", a.product as "product",
  a.due_kind as "dueKind", a.due_day as "dueDay", a.by_document as "byDocument"`

/** What the register knows, `today`, of the bodies that lead and co-ordinate. */
async function registerOf(tx: Tx, list: readonly Current[], today: Day | undefined, planDate: Day): Promise<Register> {
  const leads = list.flatMap((c) => (c.leadId === null ? [] : [c.leadId]))
  const units = await unitsByIds(tx, [...new Set([...leads, ...list.flatMap((c) => c.coordinators ?? [])])])
  const endedOn = (to: Day | null): Day | null => (today !== undefined && to !== null && to <= today ? to : null)
  const bodies = new Map(
    units.map((u) => [u.id, { id: u.id, name: u.officeName, group: u.group, ended: endedOn(u.valid.to) }]),
  )
  const ended = [...new Set(leads)].filter((id) => bodies.get(id)?.ended)
  return { bodies, heirs: today === undefined ? new Map() : await heirsOf(tx, ended, planDate, today) }
}

/** Who holds the duties of each of `unitIds` on `today`. */
export async function heirsOf(
  tx: Tx,
  unitIds: readonly string[],
  planDate: Day,
  today: Day,
): Promise<Map<string, { id: string; name: string }[]>> {
  if (unitIds.length === 0) return new Map()
  const holders = await dutyPaths(tx, unitIds)
  const span = { from: today, to: addDays(today, 1) }
  const held = new Map(unitIds.map((id) => [id, holders([{ unitId: id, from: planDate }], span).map((h) => h.unitId)]))
  const names = new Map(
    (await unitsByIds(tx, [...new Set([...held.values()].flat())])).map((u) => [u.id, u.officeName]),
  )
  return new Map([...held].map(([id, list]) => [id, list.map((h) => ({ id: h, name: names.get(h) ?? h }))]))
}

type Dated = { readonly planDate: Day }

const taskRowsOf = (tx: Tx, programmeId: string): Promise<(TaskRow & Dated)[]> =>
  ofPlan(tx, `task-rows:${programmeId}`, () =>
    rows(
      tx,
      sql`select t.id, t.code, t.section, t.body, t.duty, t.lead_named as "leadNamed", t.coordinate_named as "coordinateNamed",
          t.due_read as "dueRead", t.due_raw as "dueRaw", t.product_read as "productRead", t.span_from as "spanFrom", t.span_to as "spanTo", t.document_id as "documentId", t.version, p.dated as "planDate", ${CURRENT}
        from programme.task t join programme.programme p on p.id = t.programme_id
        left join programme.assignment a on a.subject_id = t.id and a.until is null
        where t.programme_id = ${programmeId} and t.ended_on is null order by t.position`,
    ),
  )

const goalRowsOf = (tx: Tx, programmeId: string): Promise<(GoalRow & Dated)[]> =>
  ofPlan(tx, `goal-rows:${programmeId}`, () =>
    rows(
      tx,
      sql`select g.id, g.code, g.section, g.body, g.metric, g.comparator, g.strict, g.value, g.value_high as "valueHigh", g.unit,
          g.by_year as "byYear", g.qualitative, g.span_from as "spanFrom", g.span_to as "spanTo", g.document_id as "documentId", g.version, p.dated as "planDate", ${CURRENT}
        from programme.goal g join programme.programme p on p.id = g.programme_id
        left join programme.assignment a on a.subject_id = g.id and a.until is null
        where g.programme_id = ${programmeId} and g.ended_on is null order by g.position`,
    ),
  )

/** Mọi việc của kế hoạch: goals, tasks and duties, with the register asked once for all of them. */
export async function workOf(
  tx: Tx,
  programmeId: string,
  today?: Day,
): Promise<{ goals: Goal[]; tasks: Task[]; duties: Task[] }> {
  const goals = await goalRowsOf(tx, programmeId)
  const tasks = await taskRowsOf(tx, programmeId)
  const all = [...goals, ...tasks]
  const planDate = all[0]?.planDate
  if (planDate === undefined) return { goals: [], tasks: [], duties: [] }
  const register = await registerOf(tx, all, today, planDate)
  const composed = tasks.map((t) => composeTask(t, register))
  return {
    goals: goals.map((g) => composeGoal(g, register)),
    tasks: composed.filter((t) => !t.duty),
    duties: composed.filter((t) => t.duty),
  }
}

/** Tasks and duties. */
const allTasks = (tx: Tx, programmeId: string, today: Day | undefined): Promise<Task[]> =>
  ofPlanAndRegister(tx, `tasks:${programmeId}:${today}`, async () => {
    const found = await taskRowsOf(tx, programmeId)
    const planDate = found[0]?.planDate
    if (planDate === undefined) return []
    const register = await registerOf(tx, found, today, planDate)
    return found.map((t) => composeTask(t, register))
  })

/** The tasks in the order of the plan; with `today`, leads that have ended are flagged with those who took over. */
export const tasksOf = async (tx: Tx, programmeId: string, today?: Day): Promise<Task[]> =>
  (await allTasks(tx, programmeId, today)).filter((t) => !t.duty)

/** The duties of the organisation section. */
export const dutiesOf = async (tx: Tx, programmeId: string, today?: Day): Promise<Task[]> =>
  (await allTasks(tx, programmeId, today)).filter((t) => t.duty)

/** The goals in the order of the plan. */
export async function goalsOf(tx: Tx, programmeId: string, today?: Day): Promise<Goal[]> {
  const found = await goalRowsOf(tx, programmeId)
  const planDate = found[0]?.planDate
  if (planDate === undefined) return []
  const register = await registerOf(tx, found, today, planDate)
  return found.map((g) => composeGoal(g, register))
}

/** The goals that give no figure, in order: they are judged in words. */
export async function qualitativeOf(
  tx: Tx,
  programmeId: string,
): Promise<{ id: string; code: string; text: string; byYear: number | null }[]> {
  const found = await goalRowsOf(tx, programmeId)
  return found
    .filter((g) => g.value === null || g.comparator === null)
    .map((g) => ({ id: g.id, code: g.code, text: g.body, byYear: g.byYear }))
}

/** The recipient lines. */
export async function recipientsOf(tx: Tx, programmeId: string): Promise<RecipientLine[]> {
  const found = await rows<Omit<RecipientLine, 'span'> & { span_from: number; span_to: number }>(
    tx,
    sql`select name, archive, resolved, span_from, span_to from programme.recipient
        where programme_id = ${programmeId} and ended_on is null order by position`,
  )
  return found.map(({ span_from, span_to, ...r }) => ({ ...r, span: [span_from, span_to] }))
}

/** The bodies of the plan and their roles. */
export const participants = (tx: Tx, programmeId: string): Promise<Participant[]> =>
  ofPlan(tx, `participants:${programmeId}`, () =>
    rows<Participant>(
      tx,
      sql`select p.unit_id as "unitId", p.role, p.line, p.by_decision as "byDecision", p.reason, p.decided_by_name as "decidedBy", p.version
        from programme.participant p
        left join programme.recipient r on r.programme_id = p.programme_id and r.name = p.line and r.ended_on is null
        where p.programme_id = ${programmeId} order by r.position nulls last, p.id`,
    ),
  )

/** Cơ quan phải thực hiện: every body that held the duty on any day of `year`. */
export async function obligatedIn(tx: Tx, programmeId: string, year: number): Promise<Obligated[]> {
  const plan = await maybeRow<{ dated: Day }>(tx, sql`select dated from programme.programme where id = ${programmeId}`)
  if (plan === null) return []
  const list = await participants(tx, programmeId)
  const holders = await dutyPaths(
    tx,
    list.map((p) => p.unitId),
  )
  return obligatedOf(list, plan.dated, year, holders)
}

type AssignmentRow = Omit<Assignment, 'due'> & { dueKind: Due['kind']; dueDay: Day | null }

/** Every assignment of a task or goal, newest first. */
export async function assignmentsOf(
  tx: Tx,
  subjectIds: readonly string[],
): Promise<(Assignment & { subjectId: string })[]> {
  const found = await rows<AssignmentRow & { subjectId: string }>(
    tx,
    sql`select id, subject_id as "subjectId", batch, lead_id as "leadId", coordinators, product, due_kind as "dueKind", due_day as "dueDay",
          by_document as "byDocument", since, until, assigned_by_name as "assignedBy"
        from programme.assignment where subject_id = any (${ids(subjectIds)}) order by since desc, id desc`,
  )
  return found.map(({ dueKind, dueDay, ...a }) => ({ ...a, due: { kind: dueKind, day: dueDay } }))
}

/** A task or duty of the current programme by its code, or null. */
export async function findTask(tx: Tx, code: string, today?: Day): Promise<(Task & { programmeId: string }) | null> {
  const plan = await currentProgramme(tx)
  if (plan === null) return null
  const found = (await allTasks(tx, plan.id, today)).find((t) => t.code === code)
  return found === undefined ? null : { ...found, programmeId: plan.id }
}

/** The last batch the reader assigned that can still be taken back whole, or null. */
export async function lastAssignmentBy(ctx: Ctx, programmeId: string): Promise<string | null> {
  const found = await maybeRow<{ batch: string }>(
    ctx.tx,
    sql`select batch from programme.assignment a
        where programme_id = ${programmeId} and assigned_by = ${ctx.actor.id} and not by_document and not by_undo
          and not exists (select 1 from programme.assignment x where x.batch = a.batch and x.until is not null)
        order by since desc, id desc limit 1`,
  )
  return found?.batch ?? null
}

/** What the frame of every page says: the territory of the plan and its number; a territory that ended is "(cũ)". */
export async function surroundings(
  ctx: Ctx,
): Promise<{ place: string; period: { label: string; href: string } | null; demo: boolean }> {
  const setting = await maybeRow<{ demo: boolean }>(
    ctx.tx,
    sql`select true as demo from platform.setting where key = 'demo'`,
  )
  const plan = await currentProgramme(ctx.tx)
  const demo = setting?.demo ?? false
  if (plan === null) return { place: 'Chưa có kế hoạch', period: null, demo }
  const territory = (await unitsByIds(ctx.tx, [plan.territoryId]))[0]
  const name = territory === undefined ? plan.issuer : territory.name
  const ended = territory?.valid.to && territory.valid.to <= dayOf(ctx.now)
  return { place: `${ended ? `Địa bàn ${lower(name)} (cũ)` : name} · KH ${plan.number}`, period: null, demo }
}

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

/** Every opinion kept on the findings of a document. */
export const findingMarks = (tx: Tx, documentId: string): Promise<FindingMark[]> =>
  rows<FindingMark>(
    tx,
    sql`select finding, verdict, note, version, marked_by_name as "markedBy", marked_at as "markedAt"
        from programme.finding_mark where document_id = ${documentId}`,
  )
