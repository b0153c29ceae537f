/** Khả năng đạt: from the bounds of a forecast, and in words. Pure. */
import type { FanPoint } from '../words.ts'

/** "62%", "dưới 1%": nothing is certain, a chance computed by draws is told within these. */
export const chanceTold = (chance: number): string => {
  const percent = Math.round(chance * 100)
  return percent <= 0 ? 'dưới 1%' : percent >= 100 ? 'trên 99%' : `${percent}%`
}

/** «Khả năng đạt: 62%»; why none can be told. */
export const chanceWords = (chance: number | null, why: string): string =>
  chance === null ? (why === '' ? 'Chưa đủ số liệu để tính khả năng đạt' : why) : `Khả năng đạt: ${chanceTold(chance)}`

/** How a chance reads beside a goal: what it means for what is to be done. */
export type ChanceClass = 'chac' | 'co-the' | 'kho' | 'chua-ro'

/** Mức khả năng, in words of the screen. Nguồn: Kế hoạch, mục III.3.3. */
export const CHANCES: Readonly<Record<ChanceClass, string>> = {
  chac: 'Nhiều khả năng đạt',
  'co-the': 'Có thể đạt',
  kho: 'Khó đạt nếu không làm thêm',
  'chua-ro': 'Chưa tính được',
}

/** From 80 % likely, under 50 % hard; of the percents that are told. */
export function chanceClass(chance: number | null): ChanceClass {
  if (chance === null) return 'chua-ro'
  const percent = Math.round(chance * 100)
  return percent >= 80 ? 'chac' : percent >= 50 ? 'co-the' : 'kho'
}

/** What a forecast tells, with the place of each on a normal law; its point is taken as the middle. */
const PLACES = [
  ['lo95', -1.959964],
  ['lo80', -1.281552],
  ['lo50', -0.67449],
  ['mean', 0],
  ['hi50', 0.67449],
  ['hi80', 1.281552],
  ['hi95', 1.959964],
] as const

/** The normal law below z (Abramowitz–Stegun 7.1.26, error under 1.5e-7). */
function below(z: number): number {
  const t = 1 / (1 + 0.3275911 * (Math.abs(z) / Math.SQRT2))
  const poly = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
  const erf = 1 - poly * Math.exp((-z * z) / 2)
  return z < 0 ? (1 - erf) / 2 : (1 + erf) / 2
}

/**
 * Khả năng đạt of a target by the bounds of a forecast: between the told bounds by their normal scores, beyond them going on as between
 * the outermost two. `target` reached counts as met.
 */
export function chanceOf(p: FanPoint, target: number, comparator: '>=' | '<='): number {
  const score = scoreOf(p, target)
  return comparator === '<=' ? below(score) : 1 - below(score)
}

/**
 * Năm đầu tiên khó theo kịp lộ trình: the first year in which it is hard to reach the milestone; null = none, also where the path
 * has no milestone of a foreseen year.
 */
export function firstBehind(
  points: readonly FanPoint[],
  milestones: readonly { readonly year: number; readonly value: number }[],
  comparator: '>=' | '<=',
): number | null {
  const planned = new Map(milestones.map((m) => [m.year, m.value]))
  const behind = points.find((p) => {
    const value = planned.get(p.year)
    return value !== undefined && chanceClass(chanceOf(p, value, comparator)) === 'kho'
  })
  return behind?.year ?? null
}

/** Normal score of a value: -∞ … ∞ by linear pieces through the bounds. */
function scoreOf(p: FanPoint, value: number): number {
  const middle = p.mean >= p.lo50 && p.mean <= p.hi50
  const at = PLACES.filter(([name]) => name !== 'mean' || middle).map(([name, z]) => ({ v: p[name], z }))
  const right = at.findIndex((b) => b.v >= value)
  const [a, b] = right === 0 ? [at[0], at[1]] : right < 0 ? [at.at(-2), at.at(-1)] : [at[right - 1], at[right]]
  if (a === undefined || b === undefined) return 0
  const width = b.v - a.v
  if (width <= 0) return value > a.v ? 6 : value < a.v ? -6 : 0
  return Math.max(-6, Math.min(6, a.z + ((value - a.v) / width) * (b.z - a.z)))
}
