/** Diễn biến của các mục tiêu: today's figure, the figures of the years before, the path, and what they amount to. */
import { addDays, type Day, dayOf, startOf, yearOf } from '../../kernel/day.ts'
import { heldAt } from '../../kernel/validity.ts'
import type { Ctx } from '../../platform/action.ts'
import { shared } from '../../platform/database/kept.ts'
import type { Measure } from '../../platform/measure.ts'
import { type IndicatorView, indicatorViews, isContested, type Reading, readAll } from '../indicators/public.ts'
import { currentProgramme, goalsOf } from '../programme/public.ts'
import { pathOf, straightPath } from './rules/default-path.ts'
import { exceeds, reaches } from './rules/met.ts'
import { endOf, plannedOn } from './rules/path.ts'
import { type Expected, expectedYear, neededPace, progressOf } from './rules/progress.ts'
import { pathsOf } from './views.ts'
import type { KeptPath, Path, Point, Progress } from './words.ts'

/** Diễn biến của một mục tiêu. */
export type Course = {
  readonly reading: Reading
  readonly indicator: IndicatorView
  /** Who answers for the goal; null = nobody was assigned. */
  readonly leadUnitId: string | null
  readonly leadName: string | null
  readonly goalText: string
  readonly path: Path | null
  /** The path as it was set; null = the straight line from the first figure. */
  readonly set: KeptPath | null
  /** Figures of the same source as today's, in order of days. */
  readonly points: readonly (Point & { readonly high: number })[]
  /** Recorded figures of other sources. */
  readonly published: readonly (Point & { readonly label: string })[]
  readonly progress: Progress
  readonly planned: number | null
  readonly expected: Expected
  readonly pace: number | null
  /** Above the upper bound of a target that has one. */
  readonly above: boolean
}

/** Years of figures that are looked back at. */
const YEARS_BACK = 8

/**
 * Readings at the ends of past years, as they were known then: what people wrote later about the past does not bend the line. They
 * never change again, so the process keeps them.
 */
async function pastReadings(ctx: Ctx, measures: readonly Measure[], asOf: Day, from: Day | null): Promise<Reading[]> {
  if (from === null) return []
  const first = Math.max(yearOf(from), yearOf(asOf) - YEARS_BACK)
  const all: Reading[] = []
  for (let year = first; endOf(year) < asOf; year++) all.push(...(await readingsKnownOn(ctx, measures, endOf(year))))
  return all
}

const SETS = ['indicators', 'programme', 'organisations', 'code-lists']

/**
 * Readings as of a past day as known at its end: what comes later changes no count, so the process keeps them. The definitions, the
 * plan and the names of its units are those of now, so a change of these reads again.
 */
const readingsKnownOn = (ctx: Ctx, measures: readonly Measure[], on: Day): Promise<Reading[]> =>
  shared(ctx.tx, SETS, `goals.known-on:${on}`, async () => [...(await readAll(ctx, measures, { asOf: on, known: on }))])

/** The day from which counts were vouched for: the first path that was set; null while none is. */
const vouchedFrom = (kept: readonly KeptPath[]): Day | null => kept.map((p) => dayOf(p.recordedAt)).sort()[0] ?? null

/**
 * Counts of years in which the register was still being filled say how far the filling had come, not how the province stood: they
 * are told from the year on in which somebody set the path, and with it vouched for what is counted.
 */
const vouched = (past: readonly Reading[], set: KeptPath | null): readonly Reading[] =>
  set === null ? [] : past.filter((r) => r.asOf >= dayOf(set.recordedAt))

const pointOf = (r: Reading): (Point & { high: number })[] =>
  r.low === null || r.high === null ? [] : [{ on: r.dataOf ?? r.asOf, value: r.low, high: r.high }]

/** Figures recorded for the indicator, as they held at an instant, in order of days. */
const recorded = (i: IndicatorView, asOf: Day, known: Temporal.Instant | null): IndicatorView['values'][number][] =>
  i.values
    .filter((v) => v.asOf <= asOf && heldAt(v, known))
    .sort((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0))

function dedupe<P extends Point>(points: readonly P[]): P[] {
  const byDay = new Map(points.map((p) => [p.on, p]))
  return [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
}

function courseOf(given: {
  reading: Reading
  past: readonly Reading[]
  indicator: IndicatorView
  lead: { leadUnitId: string | null; leadName: string | null; text: string } | null
  kept: readonly KeptPath[]
  known: Temporal.Instant | null
}): Course {
  const { reading, indicator, kept } = given
  const held = recorded(indicator, reading.asOf, given.known)
  // What no figure was ever recorded for is counted from what bodies report elsewhere: today's count is all there is of it.
  const own = held.length > 0 && isRecorded(reading, held)
  const set = kept.find((p) => p.indicatorId === indicator.id) ?? null
  const base = set === null ? [] : [{ on: set.baseOn, value: set.baseValue, high: set.baseValue }]
  const points = dedupe(
    own
      ? [...base, ...held.map((v) => ({ on: v.asOf, value: v.value, high: v.value }))]
      : [...base, ...vouched(given.past, set).flatMap(pointOf), ...pointOf(reading)],
  )
  const path = pathOf(indicator, kept) ?? (own ? straightPath(indicator, points) : null)
  const latest = pointOf(reading)[0] ?? null
  const met = (value: number): boolean => reaches(indicator, value)
  const middle = latest === null ? null : { on: latest.on, value: (latest.value + latest.high) / 2 }
  const clash = own && isContested(reading)
  return {
    reading,
    indicator,
    leadUnitId: given.lead?.leadUnitId ?? null,
    leadName: given.lead?.leadName ?? null,
    goalText: given.lead?.text ?? indicator.goalText,
    path,
    set,
    points,
    published: own ? [] : held.map((v) => ({ on: v.asOf, value: v.value, label: v.source })),
    progress: standing(reading, clash, path, latest, met),
    planned: path === null || latest === null ? null : plannedOn(path, latest.on),
    expected: clash ? { kind: 'unknown' } : expectedYear(path, middle, met),
    pace: path === null || middle === null ? null : neededPace(path, middle),
    above: latest !== null && exceeds(indicator, latest.value),
  }
}

/** Whether today's figure is one the responsible body gave: it goes on with what that body gave before. */
const isRecorded = (r: Reading, held: IndicatorView['values']): boolean =>
  r.formula?.source === 'reported' || held.some((v) => v.asOf === r.dataOf && v.value === r.low && r.low === r.high)

function standing(
  r: Reading,
  clash: boolean,
  path: Path | null,
  latest: (Point & { high: number }) | null,
  met: (value: number) => boolean,
): Progress {
  if (r.state === 'no-subject') return 'het-doi-tuong'
  if (r.state === 'undefined') return 'chua-du'
  if (clash) return 'chua-xac-dinh'
  return progressOf(path, latest === null ? null : { on: latest.on, low: latest.value, high: latest.high }, met)
}

/** Every quantified goal of the plan in force with its course as of a day, as known at the end of a day (null = now). */
export async function readCourses(
  ctx: Ctx,
  measures: readonly Measure[],
  asOf: Day = dayOf(ctx.now),
  known: Day | null = null,
): Promise<Course[]> {
  const programme = await currentProgramme(ctx.tx)
  if (programme === null) return []
  const leads = new Map((await goalsOf(ctx.tx, programme.id, dayOf(ctx.now))).map((g) => [g.code, g]))
  const indicators = new Map((await indicatorViews(ctx.tx)).map((i) => [i.code, i]))
  const at = known === null ? null : startOf(addDays(known, 1))
  const kept = await pathsOf(ctx.tx, at)
  const past = Map.groupBy(await pastReadings(ctx, measures, asOf, vouchedFrom(kept)), (r) => r.definition.code)
  const readings =
    known !== null && known === asOf && known < dayOf(ctx.now)
      ? await readingsKnownOn(ctx, measures, asOf)
      : await readAll(ctx, measures, { asOf, known })
  return readings.flatMap((reading) => {
    const indicator = indicators.get(reading.definition.code)
    if (indicator === undefined) return []
    const lead = leads.get(indicator.code) ?? null
    return [courseOf({ reading, past: past.get(indicator.code) ?? [], indicator, lead, kept, known: at })]
  })
}
