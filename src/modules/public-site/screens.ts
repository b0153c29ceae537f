/** Đọc cho cổng công khai: everything that is read here may be shown to anybody. */
import { type Day, dayOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import type { Measure } from '../../platform/measure.ts'
import { PROGRESS, readCourses } from '../goals/public.ts'
import { definitions, targetWords } from '../indicators/public.ts'
import { unitsOn } from '../organisations/public.ts'
import { currentProgramme, goalsOf, taskGroups } from '../programme/public.ts'
import { TASK_STATES, type TaskRow, taskRows } from '../tasks/public.ts'
import { type PublicGoal, publicGoal } from './rules/public-goal.ts'
import { DATASETS, type DatasetName } from './words.ts'

/** Trang đầu. */
export type HomeView = {
  readonly plan: { readonly number: string; readonly title: string } | null
  readonly day: Day
  readonly goals: readonly PublicGoal[]
}

/** Every goal that is measured. */
const publicGoals = async (ctx: Ctx, measures: readonly Measure[]): Promise<PublicGoal[]> =>
  (await readCourses(ctx, measures)).map(publicGoal)

/** The first page. */
export async function readHome(ctx: Ctx, measures: readonly Measure[]): Promise<HomeView> {
  const programme = await currentProgramme(ctx.tx)
  return {
    plan: programme === null ? null : { number: programme.number, title: programme.title },
    day: dayOf(ctx.now),
    goals: programme === null ? [] : await publicGoals(ctx, measures),
  }
}

/** One goal as the public sees it. */
export async function readPublicGoal(
  ctx: Ctx,
  measures: readonly Measure[],
  code: string,
): Promise<Decision<{ goal: PublicGoal; day: Day }>> {
  const goal = (await publicGoals(ctx, measures)).find((c) => c.indicator.code === code)
  return goal === undefined
    ? refuse('absent', 'public.no-goal', `Không có mục tiêu mã ${code}.`)
    : accept({ goal, day: dayOf(ctx.now) })
}

/** Kế hoạch cho công chúng. */
export type PlanView = {
  readonly plan: { readonly number: string; readonly title: string; readonly issuer: string; readonly date: Day } | null
  readonly goals: readonly { readonly code: string; readonly text: string; readonly measured: boolean }[]
  readonly groups: readonly { readonly no: string; readonly title: string; readonly tasks: readonly PublicTask[] }[]
}

/** Nhiệm vụ cho công chúng. */
export type PublicTask = {
  readonly code: string
  readonly text: string
  readonly lead: string
  readonly due: string
  readonly state: string
  readonly tone: (typeof TASK_STATES)[TaskRow['state']]['tone']
}

const publicTask = (t: TaskRow): PublicTask => ({
  code: t.task.code,
  text: t.task.text,
  lead: t.leadName ?? (t.task.leadNamed.join('; ') || 'Chưa giao cơ quan chủ trì'),
  due: t.task.dueWords,
  state: TASK_STATES[t.state].label,
  tone: TASK_STATES[t.state].tone,
})

/** The plan, clause by clause. */
export async function readPlan(ctx: Ctx): Promise<PlanView> {
  const programme = await currentProgramme(ctx.tx)
  if (programme === null) return { plan: null, goals: [], groups: [] }
  const measured = new Set((await definitions(ctx.tx)).map((d) => d.code))
  const tasks = (await taskRows(ctx.tx, programme.id, dayOf(ctx.now))).filter((t) => !t.task.duty)
  return {
    plan: {
      number: programme.number,
      title: programme.title,
      issuer: programme.issuer,
      date: programme.date,
    },
    goals: (await goalsOf(ctx.tx, programme.id, dayOf(ctx.now))).map((g) => ({
      code: g.code,
      text: g.text,
      measured: measured.has(g.code),
    })),
    groups: (await taskGroups(ctx.tx, programme.id)).map((g) => ({
      no: g.no,
      title: g.title,
      tasks: tasks.filter((t) => t.task.group === g.no).map(publicTask),
    })),
  }
}

/** Một dòng của dữ liệu mở, in the order of the columns of its set. */
export type OpenRow = readonly (string | number | null)[]

/** The rows of a set. */
export async function readDataset(ctx: Ctx, measures: readonly Measure[], name: DatasetName): Promise<OpenRow[]> {
  const programme = await currentProgramme(ctx.tx)
  if (name === 'don-vi') {
    const units = await unitsOn(ctx.tx, dayOf(ctx.now))
    const codeOf = new Map(units.map((u) => [u.id, u.code]))
    return units.map((u) => [
      u.code,
      u.name,
      u.type ?? u.kind,
      u.parentId === null ? null : (codeOf.get(u.parentId) ?? null),
      u.valid.from,
    ])
  }
  if (programme === null) return []
  if (name === 'nhiem-vu')
    return (await taskRows(ctx.tx, programme.id, dayOf(ctx.now)))
      .filter((t) => !t.task.duty)
      .map(publicTask)
      .map((t) => [t.code, t.text, t.lead, t.due, t.state])
  const goals = await publicGoals(ctx, measures)
  return name === 'muc-tieu' ? goals.map(goalRow) : goals.flatMap(seriesRows)
}

/** Digits that mean something; the rest is the machine's. */
const rounded = (n: number | null): number | null => (n === null ? null : Math.round(n * 1e4) / 1e4)

const goalRow = (c: PublicGoal): OpenRow => [
  c.indicator.code,
  c.indicator.name,
  c.indicator.unit,
  targetWords(c.indicator),
  c.indicator.byYear,
  rounded(c.reading.low),
  rounded(c.reading.high),
  c.reading.dataOf,
  PROGRESS[c.progress].label,
  c.reading.low === null ? c.reading.why : c.reading.sources.join('; '),
]

const seriesRows = (c: PublicGoal): OpenRow[] => [
  ...c.points.map(
    (p): OpenRow => [
      c.indicator.code,
      p.on,
      p.value,
      p.high,
      c.indicator.unit,
      'so-lieu',
      c.reading.sources.join('; '),
    ],
  ),
  ...c.published.map(
    (p): OpenRow => [c.indicator.code, p.on, p.value, p.value, c.indicator.unit, 'nguon-khac', p.label],
  ),
]

/** The rows of a set as objects, under the names of its columns. */
export const named = (name: DatasetName, rows: readonly OpenRow[]): Record<string, string | number | null>[] =>
  rows.map((r) => Object.fromEntries(DATASETS[name].columns.map((c, i) => [c.name, r[i] ?? null])))
