/** Đọc: rows for the screens, for other modules and for the command line. */
import type { Day } from '../../kernel/day.ts'
import { shared } from '../../platform/database/kept.ts'
import { once } from '../../platform/database/once.ts'
import { ids, maybeRow, rows, sql, type Tx } from '../../platform/database/sql.ts'
import { officeNames } from '../organisations/public.ts'
import { type Task, tasksOf } from '../programme/public.ts'
import { daysLate, dueOn, taskState } from './rules/state.ts'
import type { AgencyPlan, Evidence, LatestStanding, OwnDocument, PlanItem, Progress, TaskState } from './words.ts'

/** Nhiệm vụ kèm tình hình: one row of the list. */
export type TaskRow = {
  task: Task
  leadName: string | null
  coordinatorNames: string[]
  state: TaskState
  due: Day | null
  daysLate: number
  latest: LatestStanding | null
}

type ProgressLine = {
  id: string
  task_id: string
  unit_id: string
  percent: number
  state: Progress['state']
  result: string
  reported_at: Temporal.Instant
  reporter_name: string
  accepted_at: Temporal.Instant | null
  evidence: {
    id: string
    number: string
    issuedOn: Day
    title: string
    fileId: string | null
    fileName: string | null
  }[]
}

const evidenceOf = sql`coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'number', e.number, 'issuedOn', e.issued_on, 'title', e.title,
  'fileId', e.file_id, 'fileName', f.name) order by e.issued_on) from tasks.evidence e left join platform.file f on f.id = e.file_id
  where e.progress_id in (select q.id from tasks.progress q where q.task_id = p.task_id and q.unit_id = p.unit_id)), '[]')`

const toProgress = (l: ProgressLine, names: Map<string, string>): Progress => ({
  id: l.id,
  taskId: l.task_id,
  unitId: l.unit_id,
  unitName: names.get(l.unit_id) ?? '',
  percent: l.percent,
  state: l.state,
  result: l.result,
  reportedAt: l.reported_at,
  reporterName: l.reporter_name,
  acceptedAt: l.accepted_at,
  evidence: l.evidence as Evidence[],
})

/** Tiến độ mới nhất of each body on each task, within rights. */
export const progressOf = (tx: Tx, programmeId: string): Promise<Progress[]> =>
  once(tx, `tasks.progress:${programmeId}`, () => readProgress(tx, programmeId))

async function readProgress(tx: Tx, programmeId: string): Promise<Progress[]> {
  const lines = await rows<ProgressLine>(
    tx,
    sql`select distinct on (p.task_id, p.unit_id) p.id, p.task_id, p.unit_id, p.percent, p.state, p.result, p.reported_at, p.reporter_name, p.accepted_at, ${evidenceOf} as evidence
        from tasks.progress p where p.programme_id = ${programmeId} order by p.task_id, p.unit_id, p.reported_at desc, p.id desc`,
  )
  const names = await officeNames(tx, [...new Set(lines.map((l) => l.unit_id))])
  return lines.map((l) => toProgress(l, names))
}

/** The latest report of one body on one task. */
export async function findProgress(tx: Tx, taskId: string, unitId: string): Promise<Progress | null> {
  const line = await maybeRow<ProgressLine>(
    tx,
    sql`select p.id, p.task_id, p.unit_id, p.percent, p.state, p.result, p.reported_at, p.reporter_name, p.accepted_at, ${evidenceOf} as evidence
        from tasks.progress p where p.task_id = ${taskId} and p.unit_id = ${unitId} order by p.reported_at desc, p.id desc limit 1`,
  )
  return line ? toProgress(line, await officeNames(tx, [unitId])) : null
}

/** What the rows are made of: the same whoever asks. */
const ROW_SETS = ['organisations', 'programme', 'tasks']

/** Danh sách nhiệm vụ with state, deadline and the lead's latest progress. */
export const taskRows = (tx: Tx, programmeId: string, today: Day): Promise<TaskRow[]> =>
  shared(tx, ROW_SETS, `tasks.rows:${programmeId}:${today}`, async () =>
    rowsOf(tx, programmeId, await tasksOf(tx, programmeId, today), today),
  )

/** The same for counters and duties: who took over from an ended lead is not asked for. */
export const taskStates = (tx: Tx, programmeId: string, today: Day): Promise<TaskRow[]> =>
  shared(tx, ROW_SETS, `tasks.states:${programmeId}:${today}`, async () =>
    rowsOf(tx, programmeId, await tasksOf(tx, programmeId), today),
  )

/** How far every body is with every task, whoever asks: the state of the plan is one for all. */
const standingsOf = (tx: Tx, programmeId: string): Promise<LatestStanding[]> =>
  shared(tx, ['tasks'], `tasks.standings:${programmeId}`, () =>
    rows<LatestStanding>(
      tx,
      sql`select task_id as "taskId", unit_id as "unitId", percent, state, reported_at as "reportedAt", accepted_at as "acceptedAt"
          from tasks.standings(${programmeId})`,
    ),
  )

async function rowsOf(tx: Tx, programmeId: string, tasks: readonly Task[], today: Day): Promise<TaskRow[]> {
  const reports = await standingsOf(tx, programmeId)
  return tasks.map((task) => {
    const latest = reports.find((r) => r.taskId === task.id && r.unitId === task.leadUnitId) ?? null
    const due = dueOn(task.due, today)
    const state = taskState(task, latest, today)
    return {
      task,
      leadName: task.leadName,
      coordinatorNames: [...task.coordinatorNames],
      state,
      due,
      daysLate: state === 'qua-han' ? daysLate(due, today) : 0,
      latest,
    }
  })
}

const PLAN = sql`select id, programme_id as "programmeId", unit_id as "unitId", year, state, returned_reason as "returnedReason", version,
  approved_at as "approvedAt", approved_by as "approvedBy" from tasks.agency_plan`

/** Kế hoạch của một cơ quan trong năm. */
export const findPlan = (tx: Tx, unitId: string, year: number): Promise<AgencyPlan | null> =>
  maybeRow<AgencyPlan>(tx, sql`${PLAN} where unit_id = ${unitId} and year = ${year}`)

/** The plan of an id. */
export const findPlanById = (tx: Tx, id: string): Promise<AgencyPlan | null> =>
  maybeRow<AgencyPlan>(tx, sql`${PLAN} where id = ${id}`)

const LINKS = sql`coalesce((select jsonb_agg(jsonb_build_object('taskId', l.task_id, 'code', k.code, 'verdict', l.verdict) order by k.position)
  from tasks.plan_link l join programme.task k on k.id = l.task_id where l.item_id = i.id), '[]')`

/** Các dòng của kế hoạch: those made from tasks of the province first, then those of the own document in its order. */
export async function planItems(tx: Tx, planId: string): Promise<PlanItem[]> {
  const found = await rows<Omit<PlanItem, 'span'> & { span_from: number; span_to: number }>(
    tx,
    sql`select i.id, i.task_id as "taskId", coalesce(t.code, i.clause) as "taskCode", coalesce(t.body, i.read_text) as "taskText", i.work, i.product,
          i.due, i.person, i.document_id as "documentId", i.span_from, i.span_to, i.named, i.due_words as "dueWords", i.own_work as "ownWork", ${LINKS} as links
        from tasks.plan_item i left join programme.task t on t.id = i.task_id where i.plan_id = ${planId}
        order by i.task_id is null, t.position, i.document_id, i.place`,
  )
  return found.map(({ span_from, span_to, ...i }) => ({ ...i, span: [span_from, span_to] }))
}

const OWN_DOCUMENT = sql`select id, plan_id as "planId", file_id as "fileId", name, number, dated, title, body, cites_programme as "citesProgramme",
  read_at as "readAt", read_by_name as "readBy" from tasks.own_document`

/** Văn bản của chính cơ quan read into a plan, newest first. */
export const ownDocuments = (tx: Tx, planId: string): Promise<OwnDocument[]> =>
  rows<OwnDocument>(tx, sql`${OWN_DOCUMENT} where plan_id = ${planId} order by read_at desc, id desc`)

/** One of them, within rights. */
export const findOwnDocument = (tx: Tx, id: string): Promise<OwnDocument | null> =>
  maybeRow<OwnDocument>(tx, sql`${OWN_DOCUMENT} where id = ${id}`)

/** Kế hoạch của mọi cơ quan trong năm, within rights: the plan and, of its rows, what coverage asks. */
export const plansOfYear = (
  tx: Tx,
  programmeId: string,
  year: number,
): Promise<(Pick<AgencyPlan, 'unitId' | 'state'> & { items: Pick<PlanItem, 'taskId' | 'ownWork' | 'links'>[] })[]> =>
  rows(
    tx,
    sql`select p.unit_id as "unitId", p.state,
          coalesce((select jsonb_agg(jsonb_build_object('taskId', i.task_id, 'ownWork', i.own_work, 'links', ${LINKS})) from tasks.plan_item i where i.plan_id = p.id), '[]') as items
        from tasks.agency_plan p where p.programme_id = ${programmeId} and p.year = ${year}`,
  )

/** One piece of evidence, within rights. */
export const findEvidence = (tx: Tx, id: string): Promise<{ id: string; fileId: string | null } | null> =>
  maybeRow(tx, sql`select id, file_id as "fileId" from tasks.evidence where id = ${id}`)

/** Plans of these bodies for a year and after. */
export const plansFrom = (tx: Tx, unitIds: readonly string[], year: number) =>
  rows<{ id: string; unitId: string; year: number }>(
    tx,
    sql`select id, unit_id as "unitId", year from tasks.agency_plan where unit_id = any(${ids(unitIds)}) and year >= ${year} order by year, id`,
  )
