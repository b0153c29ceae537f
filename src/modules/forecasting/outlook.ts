/**
 * Triển vọng của một mục tiêu: where its figure goes and how likely the target is. A goal that counts people is foreseen from their
 * ages and movements, any other one from its yearly figures; under five figures there is no forecast, and that is said.
 */
import { dayOf, yearOf } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { shared } from '../../platform/database/kept.ts'
import type { Measure } from '../../platform/measure.ts'
import { codeBook } from '../code-lists/public.ts'
import { type Course, yearlyMilestones } from '../goals/public.ts'
import { type HeadCount, headCounts, populationByYear } from '../indicators/public.ts'
import { readBook, readGround } from './base-reading.ts'
import { assumed } from './rules/assumed.ts'
import { baseModel } from './rules/base.ts'
import { chanceOf, firstBehind } from './rules/chance.ts'
import { fileGoal, growing, type Population, populationSeries } from './rules/goal-file.ts'
import type { PlanFile, Uncertain } from './rules/plan-file.ts'
import { type GoalResult, type Lever, scaled } from './rules/result.ts'
import { beyondDossiers, yearlyFigures } from './rules/yearly.ts'
import { runModel } from './run.ts'
import { forecastSeries } from './series/forecast.ts'
import type { FanPoint, Method } from './words.ts'

/** Triển vọng đã tính. */
export type Foreseen = {
  readonly code: string
  readonly method: Method | null
  readonly points: readonly FanPoint[]
  readonly chance: number | null
  /** Why no chance is told; empty = it is. */
  readonly why: string
  readonly goal: GoalResult | null
  /** First year whose milestone of the goal's path is more likely missed than met; null = none, or no path. */
  readonly firstBehind: number | null
  readonly tornado: readonly Lever[]
  readonly notes: readonly string[]
  /** From this year on it is a scenario, not a forecast; null = all of it is a forecast. */
  readonly scenarioFrom: number | null
}

/** Draws of a goal's model: the standard error of a chance is at most 2,3 points. */
const DRAWS = 500
const SEED = 1459

/** Not people and cells: they change all day long, and what a year ends with does not turn on the last ten minutes. */
const SETS = ['organisations', 'code-lists', 'indicators', 'forecasting', 'goals', 'programme']

/** How long an outlook stands before the people are looked at again, ms. */
const FRESH = 600_000

/** The outlook of a goal, at most ten minutes old; at once anew when an assumption, the plan or a reported figure changes. */
export const readOutlook = (ctx: Ctx, measures: readonly Measure[], course: Course): Promise<Foreseen> => {
  const since = Math.floor(ctx.now.epochMilliseconds / FRESH)
  return shared(ctx.tx, SETS, `forecasting.outlook:${since}:${course.indicator.code}`, () =>
    outlookOf(ctx, measures, course),
  )
}

const nothing = (course: Course, why: string): Foreseen => ({
  code: course.indicator.code,
  method: null,
  points: [],
  chance: null,
  why,
  goal: null,
  firstBehind: null,
  tornado: [],
  notes: [],
  scenarioFrom: null,
})

async function outlookOf(ctx: Ctx, measures: readonly Measure[], course: Course): Promise<Foreseen> {
  const { indicator: i, reading } = course
  const today = dayOf(ctx.now)
  if (reading.state === 'no-subject') return nothing(course, 'Không còn đối tượng để dự báo')
  if (i.byYear !== null && i.byYear <= yearOf(today) - (today.slice(5) < '07-01' ? 1 : 0))
    return nothing(course, `Năm đích ${i.byYear} đã đến, không còn dự báo`)
  const heads = (await headCounts(ctx, measures)).get(i.code)
  const counted = heads === undefined ? null : await fromPeople(ctx, measures, course, heads)
  return counted ?? fromSeries(course, yearOf(today))
}

/** Years shown for a goal without one. */
const OPEN_END = 5

async function fromPeople(
  ctx: Ctx,
  measures: readonly Measure[],
  course: Course,
  heads: HeadCount,
): Promise<Foreseen | null> {
  const { indicator: i, reading } = course
  const ground = await readGround(ctx, measures, heads)
  const people = ground?.cohorts.reduce((n, c) => n + c.count, 0) ?? 0
  if (ground === null || people === 0 || i.comparator === 'range' || i.comparator === '<=') return null
  const book = await readBook(ctx, ground)
  const until = Math.max(i.byYear ?? ground.start + OPEN_END, ground.start + 1)
  const counted = reading.parts[0]?.low ?? reading.low ?? people
  const population = heads.per === null ? null : await populationUntil(ctx, until, book)
  if (heads.per !== null && population === null)
    return nothing(course, 'Chưa có số liệu dân số chính thức để tính theo dân số')
  const { per } = heads
  const headsOf = (value: number, year: number): number =>
    per === null ? value : (value * middle(population?.byYear.get(year) ?? Number.NaN)) / per
  const beyond = beyondDossiers(course.points, course.published, i.unit)
  const official = beyond === null ? Number.NaN : headsOf(beyond.value, beyond.year)
  const uncounted = Number.isFinite(official) ? Math.max(0, official - people) : 0
  const base = baseModel({
    start: ground.start,
    years: until - ground.start,
    cohorts: ground.cohorts,
    rest: Math.round(Math.max(heads.addsCounts ? counted - people : 0, uncounted, 0)),
    recent: ground.recent,
    book,
    seed: SEED,
    draws: DRAWS,
  })
  const goal =
    i.byYear === null
      ? null
      : fileGoal({ target: i.target, per: heads.per, year: i.byYear, probability: 0.8 }, population)
  const model: PlanFile = goal === null ? base.model : { ...base.model, goal }
  const codes = (await codeBook(ctx.tx, dayOf(ctx.now))).list('linh-vuc')
  const run = await runModel(model, (code) => codes.labelOf(code) ?? code)
  if (!run.ok) return nothing(course, run.message)
  const { result } = run.value
  const points =
    per === null
      ? result.total
      : scaled(result.total, (year) => per / middle(population?.byYear.get(year) ?? Number.POSITIVE_INFINITY))
  return {
    code: i.code,
    method: 'doan-he',
    points: points.filter((p) => p.year > ground.start),
    chance: result.goal?.chance ?? null,
    why: result.goal === null ? 'Kế hoạch không nêu năm phải đạt' : '',
    goal: result.goal,
    firstBehind: behind(course, points),
    tornado: result.tornado,
    notes: [
      ...(uncounted > 0 && beyond !== null ? [beyond.words] : []),
      ...base.notes,
      ...(population === null ? [] : [population.words]),
    ],
    scenarioFrom: ground.start + 10 < until ? ground.start + 10 : null,
  }
}

const middle = (u: Uncertain): number => (typeof u === 'number' ? u : u.mean)

async function populationUntil(
  ctx: Ctx,
  until: number,
  book: Awaited<ReturnType<typeof readBook>>,
): Promise<Population | null> {
  const byYear = await populationByYear(ctx)
  const series = populationSeries(byYear)
  if (series === null) return null
  const last = series.start + series.values.length - 1
  const foreseen = until > last ? forecastSeries(series, until - last) : null
  if (foreseen === null || foreseen.label === 'none') {
    const growth = assumed(book, 'tang-dan-so', null)
    return {
      byYear: growing(byYear, until, { mean: (growth?.value ?? 0) / 100, sd: (growth?.sd ?? 0) / 100 }),
      words: `Dân số từ năm ${last}: tăng ${(growth?.value ?? 0).toLocaleString('de-DE')}% mỗi năm (giả định).`,
    }
  }
  return {
    byYear: new Map<number, Uncertain>([
      [last, byYear.get(last) ?? 0],
      ...foreseen.points.map((p): [number, Uncertain] => [
        p.year,
        { mean: p.mean, sd: (p.hi80 - p.lo80) / (2 * EIGHTY) },
      ]),
    ]),
    words: `Dân số từ năm ${last}: dự báo theo chuỗi số liệu chính thức.`,
  }
}

/** Standard deviations from the middle of a normal law to the ends of its 80 %. */
const EIGHTY = 1.2816

const chanceAt = (points: readonly FanPoint[], year: number, target: number, way: '>=' | '<='): number | null => {
  const p = points.find((x) => x.year === year)
  return p === undefined ? null : chanceOf(p, target, way)
}

/** First year the path's own milestone is likely missed; a goal that is a range has no side to fall behind on. */
const behind = ({ indicator: i, path }: Course, points: readonly FanPoint[]): number | null =>
  path === null || i.comparator === 'range'
    ? null
    : firstBehind(points, yearlyMilestones(path), i.comparator === '<=' ? '<=' : '>=')

function fromSeries(course: Course, now: number): Foreseen {
  const { indicator: i } = course
  const figures = yearlyFigures(course.points, course.published, i.unit)
  if (figures === null) return nothing(course, 'Chưa có số liệu của năm nào để dự báo')
  const last = figures.start + figures.values.length - 1
  const until = i.byYear ?? now + OPEN_END
  if (until <= last) return nothing(course, 'Số liệu đã đến năm đích')
  const f = forecastSeries(figures, Math.min(21, until - last))
  const points = f.points.map(({ k: _, ...p }) => p)
  const known = figures.values.filter((v) => v !== null).length
  if (f.label === 'none')
    return {
      ...nothing(course, `Mới có ${known} năm số liệu, cần ít nhất 5 năm để dự báo`),
      points,
      method: 'chuoi',
      notes: ['Khoảng vẽ ra là mức biến động thường thấy của các chuỗi ngắn, không phải dự báo.'],
    }
  return {
    ...nothing(
      course,
      i.byYear === null
        ? 'Kế hoạch không nêu năm phải đạt'
        : i.comparator === 'range'
          ? 'Đích là một khung, không phải một mức phải vượt'
          : '',
    ),
    method: 'chuoi',
    points,
    firstBehind: behind(course, points),
    chance:
      i.byYear === null || i.comparator === 'range'
        ? null
        : chanceAt(points, i.byYear, i.target, i.comparator === '<=' ? '<=' : '>='),
    notes: [
      `${known} năm số liệu${f.label === 'weak' ? ', dự báo yếu: chuỗi ngắn hơn 9 năm' : ''}.`,
      ...(f.break ? ['Số liệu năm cuối đổi khác hẳn các năm trước: kiểm tra nguồn và cách tính.'] : []),
    ],
    scenarioFrom: f.scenarioFrom === null ? null : last + f.scenarioFrom,
  }
}
