/** Đọc cho các trang mục tiêu. */
import { dayOf, yearOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import type { Measure } from '../../platform/measure.ts'
import { peopleInCharge } from '../accounts/public.ts'
import { readValue } from '../indicators/public.ts'
import { officeNames, unitsOn } from '../organisations/public.ts'
import { currentProgramme, obligatedIn } from '../programme/public.ts'
import { TASK_STATES, taskRows } from '../tasks/public.ts'
import { answerableFor } from './answerable.ts'
import { type Course, readCourses } from './courses.ts'
import type { CascadeView, ExplainView } from './pages/forms.ts'
import type { Answerable, GoalView } from './pages/goal.ts'
import type { ListView } from './pages/list.ts'
import { canExplain, canSetPaths } from './rights.ts'
import { canBeShared } from './rules/cascade.ts'
import { endOf, plannedOn } from './rules/path.ts'
import { cascadesOf, explanationsOf } from './views.ts'
import type { BodyFigure, Outlook } from './words.ts'

/** Foresees a goal; null = nobody does. */
export type Foresee = (ctx: Ctx, course: Course) => Promise<Outlook | null>

/** The list of goals. */
export async function readList(ctx: Ctx, measures: readonly Measure[]): Promise<ListView> {
  const programme = await currentProgramme(ctx.tx)
  return { plan: programme?.number ?? null, courses: programme === null ? [] : await readCourses(ctx, measures) }
}

async function findCourse(ctx: Ctx, measures: readonly Measure[], code: string): Promise<Decision<Course>> {
  const found = (await readCourses(ctx, measures)).find((c) => c.indicator.code === code)
  return found === undefined
    ? refuse('absent', 'goals.absent', `Không có mục tiêu mã ${code}. Xem danh sách tại trang Mục tiêu.`)
    : accept(found)
}

/** Tasks shown of the body that answers for a goal. */
const MOST_TASKS = 5

async function answerable(ctx: Ctx, course: Course): Promise<Answerable | null> {
  if (course.leadUnitId === null)
    return course.leadName === null ? null : { body: course.leadName, name: null, post: '', phone: '' }
  const person =
    (await peopleInCharge(ctx.tx, [course.leadUnitId], 'thu-truong')).get(course.leadUnitId) ??
    (await peopleInCharge(ctx.tx, [course.leadUnitId], 'co-quan')).get(course.leadUnitId) ??
    null
  return {
    body: course.leadName ?? '',
    name: person?.name ?? null,
    post: person?.post ?? '',
    phone: person?.phone ?? '',
  }
}

/** What every body has now, where the measure can be split by body. */
async function byBody(ctx: Ctx, measures: readonly Measure[], code: string): Promise<ReadonlyMap<string, BodyFigure>> {
  const read = await readValue(ctx, measures, { code, asOf: dayOf(ctx.now), hierarchy: null, known: null, by: 'unit' })
  if (!read.ok) return new Map()
  return new Map(
    read.value.rows.flatMap(({ key, low, high, hidden }) =>
      key === null ? [] : [[key, { low, high, hidden: hidden === true }] as const],
    ),
  )
}

/** One goal. */
export async function readGoal(
  ctx: Ctx,
  measures: readonly Measure[],
  code: string,
  foresee: Foresee,
): Promise<Decision<GoalView>> {
  const found = await findCourse(ctx, measures, code)
  if (!found.ok) return found
  const course = found.value
  const { indicator } = course
  const programme = await currentProgramme(ctx.tx)
  const tasks =
    programme === null || course.leadUnitId === null ? [] : await taskRows(ctx.tx, programme.id, dayOf(ctx.now))
  const cascades = await cascadesOf(ctx.tx, indicator.id)
  const explanations = await explanationsOf(ctx.tx, indicator.id)
  const names = await officeNames(ctx.tx, [
    ...cascades.flatMap((c) => c.shares.map((s) => s.unitId)),
    ...explanations.map((e) => e.unitId),
  ])
  const now = cascades.length === 0 ? new Map<string, BodyFigure>() : await byBody(ctx, measures, code)
  return accept({
    course,
    today: dayOf(ctx.now),
    lead: await answerable(ctx, course),
    custodian: indicator.custodianName ?? '',
    tasks: tasks
      .filter((t) => t.task.leadUnitId === course.leadUnitId)
      .slice(0, MOST_TASKS)
      .map((t) => ({
        code: t.task.code,
        text: t.task.text,
        state: TASK_STATES[t.state].label,
        href: `/nhiem-vu/${t.task.code}`,
      })),
    cascades: cascades.map((c) => ({
      ...c,
      shares: c.shares.map((s) => ({
        body: names.get(s.unitId) ?? '',
        value: s.value,
        now: now.get(s.unitId) ?? null,
      })),
    })),
    explanations: explanations.map((e) => ({ ...e, unitName: names.get(e.unitId) ?? '' })),
    maySetPath: canSetPaths.allows(ctx.actor),
    mayExplain: (await answerableFor(ctx, indicator)).some((u) => canExplain.allows(ctx.actor, u)),
    canShare: canBeShared(indicator.unit),
    outlook: await foresee(ctx, course),
  })
}

/** The form that sets a path. */
export async function readPathForm(
  ctx: Ctx,
  measures: readonly Measure[],
  code: string,
): Promise<Decision<{ course: Course }>> {
  const found = await findCourse(ctx, measures, code)
  return found.ok ? accept({ course: found.value }) : found
}

/** The form that shares out the milestone of a year: bodies that owe the programme something in it. */
export async function readCascadeForm(
  ctx: Ctx,
  measures: readonly Measure[],
  code: string,
  asked: number | null,
): Promise<Decision<CascadeView>> {
  const found = await findCourse(ctx, measures, code)
  if (!found.ok) return found
  const { path, indicator } = found.value
  if (!canBeShared(indicator.unit))
    return refuse(
      'conflict',
      'goals.rate-not-shared',
      `Chỉ tiêu tính bằng ${indicator.unit} không chia phần cho cơ quan.`,
    )
  if (path === null)
    return refuse('conflict', 'goals.no-path', 'Mục tiêu chưa có lộ trình. Đặt lộ trình trước khi giao cho cơ quan.')
  const now = yearOf(dayOf(ctx.now))
  const years = Array.from({ length: Math.max(0, path.byYear - now + 1) }, (_, i) => now + i)
  const year = asked !== null && years.includes(asked) ? asked : (years[0] ?? path.byYear)
  const kept = (await cascadesOf(ctx.tx, indicator.id)).find((c) => c.year === year)
  const programme = await currentProgramme(ctx.tx)
  const owed = programme === null ? [] : (await obligatedIn(ctx.tx, programme.id, year)).map((o) => o.unitId)
  const units = [...new Set([...owed, ...(kept?.shares.map((s) => s.unitId) ?? [])])]
  const names = await officeNames(ctx.tx, units)
  const actual = await byBody(ctx, measures, code)
  const standing = new Set((await unitsOn(ctx.tx, dayOf(ctx.now))).map((u) => u.id))
  return accept({
    course: found.value,
    year,
    years,
    milestone: Math.round(plannedOn(path, endOf(year))),
    reason: kept?.reason ?? '',
    document: kept?.document ?? '',
    bodies: units
      .filter((id) => standing.has(id) || kept?.shares.some((s) => s.unitId === id))
      .map((id) => ({
        id,
        name: names.get(id) ?? '',
        value: kept?.shares.find((s) => s.unitId === id)?.value ?? null,
        now: actual.get(id) ?? null,
      })),
  })
}

/** The form that explains a miss. */
export async function readExplainForm(
  ctx: Ctx,
  measures: readonly Measure[],
  code: string,
): Promise<Decision<ExplainView>> {
  const found = await findCourse(ctx, measures, code)
  if (!found.ok) return found
  const course = found.value
  const answerable = await answerableFor(ctx, course.indicator)
  const units = answerable.filter((u) => canExplain.allows(ctx.actor, u))
  if (answerable.length === 0)
    return refuse(
      'conflict',
      'goals.nobody-answers',
      `Mục tiêu ${code} chưa giao cơ quan nào nên chưa có ai giải trình. Giao cơ quan chủ trì ở trang Kế hoạch trước.`,
    )
  if (units.length === 0)
    return refuse('forbidden', 'right.missing', `${canExplain.sentence} Liên hệ: ${canExplain.ask}.`, {
      ground: canExplain.name,
    })
  const names = await officeNames(ctx.tx, units)
  const now = yearOf(dayOf(ctx.now))
  return accept({
    course,
    years: [now, now - 1, now - 2],
    bodies: units.map((u) => ({ value: u, label: names.get(u) ?? '' })),
  })
}
