/**
 * Đường giữ chân (Kaplan–Meier): the share of a cohort still working by time since recognition. Whoever is not yet at five years,
 * and whoever retired or died, counts up to the last day known and no further; each is a mark on the curve. Pure.
 */
import type { Day } from '../../../kernel/day.ts'
import { YEARS } from '../words.ts'
import { cohortOf, type Followed, hasStayed, isReached, wholeYears, yearsAfter } from './cohort.ts'

/** Bậc của đường: at `years` (time since recognition) `left` of `atRisk` left; `share` still work after it. */
export type Step = { readonly years: number; readonly atRisk: number; readonly left: number; readonly share: number }

/** Dấu dừng theo dõi: `chua-du` not yet five years on the day, `duoc-phep` retired or died. */
export type Mark = { readonly years: number; readonly count: number; readonly why: 'chua-du' | 'duoc-phep' }

/** Một lứa, as of a day. */
export type Curve = {
  /** Year of recognition; null = everybody. */
  readonly cohort: number | null
  readonly recognised: number
  readonly left: number
  /** Retired or died before five years. */
  readonly allowed: number
  /** Working, five years not over. */
  readonly waiting: number
  /** Five years over and countable, and those of them who stayed. */
  readonly reached: number
  readonly stayed: number
  /** The share on the curve at its end. */
  readonly share: number
  /** How far the curve is known, in years, at most five. */
  readonly until: number
  readonly steps: readonly Step[]
  readonly marks: readonly Mark[]
  /** The day from which the first of the cohort can be told. */
  readonly measurableFrom: Day
}

/** Time between two days in years: whole years, and the part of the year that has begun. Exactly 5 on the day five years are over. */
export function yearsBetween(from: Day, to: Day): number {
  const whole = wholeYears(from, to)
  const [start, end] = [yearsAfter(from, whole), yearsAfter(from, whole + 1)].map((d) => Temporal.PlainDate.from(d))
  if (start === undefined || end === undefined) return whole
  const part = start.until(to).days / start.until(end).days
  return Math.round((whole + part) * 10_000) / 10_000
}

type Time = { readonly years: number; readonly is: 'left' | 'waiting' | 'allowed' | 'reached' }

function timeOf(f: Followed, asOf: Day): Time {
  if (f.on !== null && f.on < f.fiveYears)
    return { years: yearsBetween(f.since, f.on), is: f.outcome === 'left' ? 'left' : 'allowed' }
  if (f.fiveYears <= asOf) return { years: YEARS, is: 'reached' }
  return { years: yearsBetween(f.since, asOf), is: 'waiting' }
}

/** The curve of some followed people as of a day. Leaving comes before the end of following on the same day. */
export function curveOf(followed: readonly Followed[], asOf: Day, cohort: number | null): Curve {
  const times = followed.map((f) => timeOf(f, asOf))
  const steps: Step[] = []
  let share = 1
  for (const years of distinct(times.filter((t) => t.is === 'left'))) {
    const atRisk = times.filter((t) => t.years >= years).length
    const left = times.filter((t) => t.is === 'left' && t.years === years).length
    share = atRisk === 0 ? share : share * (1 - left / atRisk)
    steps.push({ years, atRisk, left, share })
  }
  const count = (is: Time['is']): number => times.filter((t) => t.is === is).length
  return {
    cohort,
    recognised: followed.length,
    left: count('left'),
    allowed: count('allowed'),
    waiting: count('waiting'),
    reached: followed.filter((f) => isReached(f, asOf)).length,
    stayed: followed.filter((f) => isReached(f, asOf) && hasStayed(f)).length,
    share,
    until: Math.max(0, ...times.map((t) => t.years)),
    steps,
    marks: [...marksOf(times, 'waiting'), ...marksOf(times, 'allowed')],
    measurableFrom: followed.map((f) => f.fiveYears).sort()[0] ?? asOf,
  }
}

const distinct = (times: readonly Time[]): number[] => [...new Set(times.map((t) => t.years))].sort((a, b) => a - b)

const marksOf = (times: readonly Time[], is: 'waiting' | 'allowed'): Mark[] => {
  const own = times.filter((t) => t.is === is)
  return distinct(own).map((years) => ({
    years,
    count: own.filter((t) => t.years === years).length,
    why: is === 'waiting' ? 'chua-du' : 'duoc-phep',
  }))
}

/** One curve a cohort, oldest first. */
export function curvesOf(followed: readonly Followed[], asOf: Day): Curve[] {
  const cohorts = Map.groupBy(followed, cohortOf)
  return [...cohorts.keys()].sort((a, b) => a - b).map((year) => curveOf(cohorts.get(year) ?? [], asOf, year))
}

/** The share on a curve at a time: what still worked just after it; null where the curve is not known. */
export function shareAt(c: Curve, years: number): number | null {
  if (c.recognised === 0 || years > c.until) return null
  return c.steps.filter((s) => s.years <= years).at(-1)?.share ?? 1
}
