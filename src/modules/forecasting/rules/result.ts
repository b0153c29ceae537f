/** Kết quả của một lần chạy mô hình, as screens, papers and kept scenarios have it. Heads, unless said otherwise. Pure. */
import type { FanPoint } from '../words.ts'

/** Một dải theo năm. */
export type Bands = readonly FanPoint[]

/** Dòng người của một năm và một lĩnh vực, on average. */
export type FlowRow = {
  readonly year: number
  readonly sector: string
  readonly recruits: number
  readonly leavers: number
  readonly deaths: number
  readonly retirements: number
  readonly promotions: number
}

/** Điều mục tiêu đòi hỏi. */
export type GoalResult = {
  readonly year: number
  readonly chance: number
  /** First year in which the goal is more likely missed than met; null = none. */
  readonly firstFail: number | null
  /** Recruits a year to reach it, by the probability asked for; null = no intake reaches it. */
  readonly needed: readonly { readonly probability: number; readonly perYear: number | null }[]
  /** Recruits a year as the model has them. */
  readonly planned: number
  /** Why no intake reaches it, in words; empty = one does. */
  readonly why: string
}

/** Yếu tố ảnh hưởng: what moves the goal most. */
export type Lever = { readonly name: string; readonly low: number; readonly high: number; readonly words: string }

/** Kết quả. */
export type Result = {
  readonly seed: number
  readonly draws: number
  readonly start: number
  readonly years: number
  readonly total: Bands
  readonly sectors: readonly { readonly sector: string; readonly bands: Bands }[]
  readonly degrees: readonly { readonly degree: string; readonly bands: Bands }[]
  readonly flows: readonly FlowRow[]
  readonly goal: GoalResult | null
  readonly tornado: readonly Lever[]
}

/** The band of a year; the first one when there is none of it. */
export const bandAt = (bands: Bands, year: number): FanPoint | undefined => bands.find((b) => b.year === year)

/** Bands times a factor that differs by year: heads into heads per 10.000 inhabitants. */
export const scaled = (bands: Bands, factor: (year: number) => number): Bands =>
  bands.map((b) => {
    const f = factor(b.year)
    return {
      year: b.year,
      mean: b.mean * f,
      lo50: b.lo50 * f,
      hi50: b.hi50 * f,
      lo80: b.lo80 * f,
      hi80: b.hi80 * f,
      lo95: b.lo95 * f,
      hi95: b.hi95 * f,
    }
  })

/** Recruits of a year on top of those of another result, for the cost of a scenario. */
export function extraRecruits(of: Result, than: Result): { year: number; sector: string; more: number }[] {
  const base = new Map(than.flows.map((f) => [`${f.year}|${f.sector}`, f.recruits]))
  return of.flows.flatMap((f) => {
    const more = f.recruits - (base.get(`${f.year}|${f.sector}`) ?? 0)
    return Math.abs(more) < 1e-9 ? [] : [{ year: f.year, sector: f.sector, more }]
  })
}
