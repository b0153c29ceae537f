/**
 * Mức tiến độ và năm dự kiến đạt: how much of the way that should have been walked by the day of the latest figure was walked, and
 * when the target would be reached at the pace so far. Classes and bounds are those shown to everybody at «Cách đánh giá».
 */
import { daysBetween, yearOf } from '../../../kernel/day.ts'
import type { Path, Point, Progress } from '../words.ts'
import { endOf, plannedOn } from './path.ts'

/** Bounds of the classes: shares of the way planned until the day of the latest figure. */
export const BOUNDS = { onTrack: 0.95, slow: 0.5, back: -0.1 } as const

/** Days of a figure that is not past the base yet say nothing of the pace. */
const LEAST_DAYS = 180

const DAYS_A_YEAR = 365.2425

/** Phần đường đã đi so với phần phải đi; null = too little time has passed to tell. */
export function shareWalked(p: Path, latest: Point): number | null {
  if (daysBetween(p.base.on, latest.on) < LEAST_DAYS) return null
  const planned = plannedOn(p, latest.on) - p.base.value
  // Nothing had to be walked: standing still is the whole way, and one step away is a step back.
  if (planned === 0) return isFarther(p, latest.value) ? Number.NEGATIVE_INFINITY : 1
  const share = (latest.value - p.base.value) / planned
  return p.kind === 'luy-ke' && latest.value > 0
    ? Math.log(latest.value / p.base.value) / Math.log(plannedOn(p, latest.on) / p.base.value)
    : share
}

const isFarther = (p: Path, value: number): boolean =>
  Math.abs(value - p.target) > Math.abs(p.base.value - p.target) + 1e-9

/** The class of a share. */
export function classOf(share: number): Progress {
  if (share >= BOUNDS.onTrack) return 'dung-huong'
  if (share >= BOUNDS.slow) return 'cham'
  return share >= BOUNDS.back ? 'rat-cham' : 'di-lui'
}

const BEHIND: ReadonlySet<Progress> = new Set(['cham', 'rat-cham', 'di-lui'])

/** Chậm so với lộ trình, however much. */
export const isBehind = (c: { readonly progress: Progress }): boolean => BEHIND.has(c.progress)

/** What is known of a goal's figure on a day: exactly, or within bounds. */
export type Standing = { readonly on: Point['on']; readonly low: number; readonly high: number }

/** How a goal stands: one class when both bounds of its figure agree, else it is not determined. */
export function progressOf(path: Path | null, now: Standing | null, met: (value: number) => boolean | null): Progress {
  if (now === null) return 'chua-co-nguon'
  const one = (value: number): Progress => {
    if (met(value) === true) return 'dat'
    const share = path === null ? null : shareWalked(path, { on: now.on, value })
    return share === null ? 'chua-du' : classOf(share)
  }
  const [low, high] = [one(now.low), one(now.high)]
  return low === high ? low : 'chua-xac-dinh'
}

/** Năm dự kiến đạt: at the pace since the base. */
export type Expected =
  | { readonly kind: 'reached' }
  | { readonly kind: 'year'; readonly year: number; readonly inTime: boolean }
  /** At this pace never: it stands still or moves away. */
  | { readonly kind: 'never' }
  | { readonly kind: 'unknown' }

/** The year in which the target is reached if the goal goes on as it did since its base. Later than this says no more than "not soon". */
const FARTHEST_YEAR = 2200

/** The year the goal would reach its target at the pace so far: constant amounts, or constant growth on a compound path. */
export function expectedYear(
  path: Path | null,
  latest: Point | null,
  met: (value: number) => boolean | null,
): Expected {
  if (latest === null) return { kind: 'unknown' }
  if (met(latest.value) === true) return { kind: 'reached' }
  if (path === null || shareWalked(path, latest) === null) return { kind: 'unknown' }
  const years = daysBetween(path.base.on, latest.on) / DAYS_A_YEAR
  const compound = path.kind === 'luy-ke' && latest.value > 0
  const pace = compound ? Math.log(latest.value / path.base.value) / years : (latest.value - path.base.value) / years
  const left = compound ? Math.log(path.target / latest.value) : path.target - latest.value
  const needed = left / pace
  if (!Number.isFinite(needed) || needed < 0) return { kind: 'never' }
  const day = daysBetween(endOf(yearOf(latest.on) - 1), latest.on) / DAYS_A_YEAR
  const year = Math.ceil(yearOf(latest.on) - 1 + day + needed - 1e-9)
  return year > FARTHEST_YEAR ? { kind: 'never' } : { kind: 'year', year, inTime: year <= path.byYear }
}

/** Nhịp phải đạt: what has to be added each year from the latest figure on, to reach the target in its year; null when the year is over. */
export function neededPace(path: Path, latest: Point): number | null {
  const years = daysBetween(latest.on, endOf(path.byYear)) / DAYS_A_YEAR
  return years <= 0 ? null : (path.target - latest.value) / years
}
