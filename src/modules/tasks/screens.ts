/** Đọc cho từng trang: gathers what one screen shows from this module and the public files above. */
import { type Actor, hasRole, homeBody } from '../../kernel/actor.ts'
import { type Day, dayOf, showDay, showInstant } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { historyOf, type LedgerLine } from '../../platform/ledger/record.ts'
import { findUnitByCode, UNIT_GROUPS, type Unit, unitsOn } from '../organisations/public.ts'
import {
  currentProgramme,
  findTask,
  lastAssignmentBy,
  sayProgrammeFact,
  taskGroups,
  tasksOf,
} from '../programme/public.ts'
import { sayTaskFact } from './facts.ts'
import type { AgencyPlanView } from './pages/agency-plan.ts'
import type { AssignForm } from './pages/assign.ts'
import type { Filter, TaskList } from './pages/list.ts'
import type { TaskView } from './pages/task.ts'
import { canAcceptCompletion, canApprovePlan, canAssign, canMakePlan } from './rights.ts'
import { carriedOut, givenTo, linkState, notPlanned } from './rules/links.ts'
import { takesPart } from './rules/progress.ts'
import { dueSoon } from './rules/state.ts'
import { findPlan, planItems, progressOf, type TaskRow, taskRows } from './views.ts'

const FILTER_TEST: Record<Filter, (r: TaskRow, today: Day) => boolean> = {
  'tat-ca': () => true,
  'chua-ro': (r) => r.state === 'chua-giao',
  'qua-han': (r) => r.state === 'qua-han',
  'sap-den-han': (r, today) => !['hoan-thanh', 'hoan-thanh-muon', 'qua-han'].includes(r.state) && dueSoon(r.due, today),
  'dang-lam': (r) => r.state === 'dang-thuc-hien' || r.state === 'da-giao',
  'cho-xac-nhan': (r) => r.state === 'cho-xac-nhan',
  'hoan-thanh': (r) => r.state === 'hoan-thanh' || r.state === 'hoan-thanh-muon',
}

const FILTER_NAMES = Object.keys(FILTER_TEST) as Filter[]

/** Bodies the reader works for. */
const ownUnits = (a: Actor): string[] =>
  a.grants.filter((g) => g.role === 'co-quan' || g.role === 'thu-truong').map((g) => g.body)

/** The list: all tasks, or those of the reader's body. */
export async function readTaskList(ctx: Ctx, filter: Filter, own: boolean): Promise<TaskList> {
  const today = dayOf(ctx.now)
  const programme = await currentProgramme(ctx.tx)
  const all = programme ? await taskRows(ctx.tx, programme.id, today) : []
  const mine = ownUnits(ctx.actor)
  const rows = own ? all.filter((r) => mine.some((u) => takesPart(r.task, u))) : all
  const counts = Object.fromEntries(
    FILTER_NAMES.map((f) => [f, rows.filter((r) => FILTER_TEST[f](r, today)).length]),
  ) as TaskList['counts']
  const may = canAssign.allows(ctx.actor)
  return {
    programme: programme ? { number: programme.number, title: programme.title } : null,
    groups: programme ? await taskGroups(ctx.tx, programme.id) : [],
    rows: rows.filter((r) => FILTER_TEST[filter](r, today)),
    counts,
    filter,
    own,
    canAssign: may && !own,
    canUndo: may && programme !== null && (await lastAssignmentBy(ctx, programme.id)) !== null,
  }
}

/** Bodies that exist today, to choose a lead from, in the order of their groups. */
async function choicesOn(ctx: Ctx, day: Day): Promise<AssignForm['choices']> {
  const units = await unitsOn(ctx.tx, day)
  const order = Object.keys(UNIT_GROUPS)
  return units
    .filter((u) => u.group !== 'uy-ban')
    .map((u) => ({ id: u.id, name: u.officeName, group: UNIT_GROUPS[u.group].label, rank: order.indexOf(u.group) }))
    .sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name, 'vi'))
}

/** Where the duties of an ended lead went: the officer chooses when they were divided. */
function suggestionFor(r: TaskRow): string | null {
  if (r.task.leadEnded === null) return null
  const heirs = r.task.successors.map((u) => u.name).join(', ')
  return `${r.leadName} đã kết thúc hoạt động từ ${showDay(r.task.leadEnded)}. ${heirs === '' ? 'Chưa xác định cơ quan kế thừa.' : `Cơ quan kế thừa: ${heirs}.`}`
}

/** The form that gives several tasks to one lead. */
export async function readAssignForm(ctx: Ctx, codes: readonly string[]): Promise<Decision<AssignForm>> {
  const programme = await currentProgramme(ctx.tx)
  if (programme === null) return refuse('absent', 'programme.absent', 'Chưa có kế hoạch trong hệ thống.')
  const rows = (await taskRows(ctx.tx, programme.id, dayOf(ctx.now))).filter((r) => codes.includes(r.task.code))
  if (rows.length === 0)
    return refuse('absent', 'task.absent', 'Chưa chọn nhiệm vụ nào. Quay lại danh sách và đánh dấu nhiệm vụ cần giao.')
  const only = rows.length === 1 ? rows[0]?.task : undefined
  return accept({
    tasks: rows.map((r) => ({
      code: r.task.code,
      text: r.task.text,
      leadNamed: [...r.task.leadNamed],
      leadName: r.leadName,
      suggestion: suggestionFor(r),
    })),
    choices: await choicesOn(ctx, dayOf(ctx.now)),
    lead: only?.leadUnitId ?? null,
    coordinators: [...(only?.coordinators ?? [])],
    product: only?.product ?? '',
    due: showDay(only?.due.day ?? null),
    dueKind: only && only.due.kind !== 'none' ? only.due.kind : 'day',
  })
}

const happening = (line: LedgerLine): TaskView['history'][number] => ({
  when: showInstant(line.at),
  who: line.actor_name,
  what: sayTaskFact(line) ?? sayProgrammeFact(line) ?? line.kind,
  ...(line.reason ? { why: line.reason } : {}),
})

/** What happened to a task: its own facts, and the assignments that name it. */
async function historyOfTask(ctx: Ctx, programmeId: string, taskId: string): Promise<TaskView['history']> {
  const own = await historyOf(ctx.tx, `task:${taskId}`)
  const assigned = (await historyOf(ctx.tx, `programme:${programmeId}`)).filter(
    (l) => Array.isArray(l.data.tasks) && l.data.tasks.includes(taskId),
  )
  return [...own, ...assigned].sort((a, b) => b.seq - a.seq).map(happening)
}

/** One task with everything known of it. */
export async function readTask(ctx: Ctx, code: string): Promise<Decision<TaskView>> {
  const found = await findTask(ctx.tx, code)
  if (found === null) return refuse('absent', 'task.absent', `Không có nhiệm vụ ${code} trong kế hoạch.`)
  const row = (await taskRows(ctx.tx, found.programmeId, dayOf(ctx.now))).find((r) => r.task.code === code)
  if (row === undefined) return refuse('absent', 'task.absent', `Không có nhiệm vụ ${code} trong kế hoạch.`)
  const reports = (await progressOf(ctx.tx, found.programmeId)).filter((p) => p.taskId === found.id)
  const { task } = row
  return accept({
    row,
    groupTitle: (await taskGroups(ctx.tx, found.programmeId)).find((g) => g.no === task.group)?.title ?? '',
    clear: task.six.words,
    reports: [...reports].sort((a, b) => Number(b.unitId === task.leadUnitId) - Number(a.unitId === task.leadUnitId)),
    history: await historyOfTask(ctx, found.programmeId, task.id),
    reportFor: ctx.actor.grants
      .filter((g) => g.role !== 'lanh-dao' && g.role !== 'quan-tri' && takesPart(task, g.body))
      .map((g) => ({ id: g.body, name: g.bodyName })),
    canAssign: canAssign.allows(ctx.actor),
    canAccept: canAcceptCompletion.allows(ctx.actor),
  })
}

/** The body whose plan is asked for; code `toi` = the reader's own body. */
export async function planUnit(ctx: Ctx, code: string): Promise<Decision<Unit>> {
  const unit = await findUnitByCode(ctx.tx, code === 'toi' ? (homeBody(ctx.actor)?.bodyCode ?? '') : code)
  return unit === null ? refuse('absent', 'unit.absent', `Không có cơ quan mang mã ${code}.`) : accept(unit)
}

/** The plan of a body for a year; code `toi` = the reader's own body. */
export async function readAgencyPlan(ctx: Ctx, year: number, code: string): Promise<Decision<AgencyPlanView>> {
  const found = await planUnit(ctx, code)
  if (!found.ok) return found
  const unit = found.value
  const programme = await currentProgramme(ctx.tx)
  if (programme === null) return refuse('absent', 'programme.absent', 'Chưa có kế hoạch của tỉnh trong hệ thống.')
  const plan = await findPlan(ctx.tx, unit.id, year)
  const items = plan ? await planItems(ctx.tx, plan.id) : []
  const has = new Set(items.flatMap(carriedOut))
  const tasks = await tasksOf(ctx.tx, programme.id, dayOf(ctx.now))
  const addable = tasks
    .filter((t) => !has.has(t.id))
    .map((t) => ({
      code: t.code,
      text: t.text,
      own: takesPart(t, unit.id) || givenTo(t, unit.id),
      lead: t.leadName ?? t.leadNamed.join('; '),
      due: t.due.kind === 'none' ? '' : t.dueWords,
    }))
    .sort((a, b) => Number(b.own) - Number(a.own))
  return accept({
    unit: { id: unit.id, name: unit.officeName, code: unit.code },
    year,
    programmeNumber: programme.number,
    plan,
    items,
    addable,
    own: items.filter((i) => i.documentId !== null).map((i) => ({ state: linkState(i) })),
    missing: notPlanned(tasks, unit.id, items).map((t) => ({ code: t.code, text: t.text })),
    mayEdit: canMakePlan.allows(ctx.actor, unit.id),
    mayApprove: canApprovePlan.allows(ctx.actor, unit.id),
  })
}

/** Whether the reader's list starts with the tasks of the own body. */
export const startsWithOwn = (a: Actor): boolean => !hasRole(a, 'so-noi-vu', 'lanh-dao', 'quan-tri')
