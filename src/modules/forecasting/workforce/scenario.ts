/**
 * Kịch bản nhân lực: what a plan file says, after reading. `docs/huong-dan/kich-ban.md` is the schema for people; this is the same
 * in types. Every quantity is a law (a certain number is one without spread); every place that may be wrong keeps its path.
 */
import type { Law } from './law.ts'
import type { Yearly } from './quantity.ts'
import type { Extension, RetirementRule, Sex } from './retirement.ts'

/** Which cells a row speaks of; what is absent means all. Ages count both ends. */
export type Where = {
  readonly sector: string | null
  readonly degree: string | null
  readonly sex: 'nam' | 'nu' | null
  readonly age: readonly [number, number] | null
  readonly group: string | null
}

/** Tỷ lệ một năm of some cells in some years. */
export type RateRow = {
  readonly where: Where
  readonly value: Law
  readonly fromYear: number | null
  readonly toYear: number | null
  readonly path: string
}

/** Chuyển trình độ or chuyển ngành: a rate with where it leads; null = the next degree. */
export type MoveRow = RateRow & { readonly to: string | null }

/** Người hiện có. */
export type StockRow = {
  readonly sector: string | null
  readonly degree: string | null
  readonly sex: Sex
  readonly age: number | null
  readonly birthMonth: number | null
  readonly group: string | null
  readonly stock: Law
  readonly path: string
}

/** Người vào ngành mỗi năm. Age = at the end of the year of entry. */
export type InflowRow = {
  readonly sector: string | null
  readonly degree: string | null
  readonly sex: Sex
  readonly age: number | null
  readonly group: string | null
  /** Null when the plan asks for it. */
  readonly perYear: Yearly | null
  readonly from: number
  readonly to: number
  /** Years between intake and entry (training). */
  readonly delay: number
  readonly yield: Law
  /** The most that can be taken in a year. */
  readonly max: number | null
  readonly solve: boolean | null
  readonly path: string
}

/** Mục tiêu. `value` is a number of people, a rate `per` inhabitants, full-time posts, or a share of a degree. */
export type Goal = {
  readonly sector: string | null
  readonly degrees: readonly string[] | null
  readonly measure: 'stock' | 'rate' | 'fte' | 'share'
  readonly value: Law
  readonly per: number
  readonly population: Yearly | null
  readonly year: number
  readonly probability: number | null
  readonly solveFor: 'inflow' | null
}

/** Cú sốc chung AR(1) of a kind of flow: spread, share kept to the next year, share common to all sectors. */
export type Shock = { readonly sd: number; readonly persistence: number; readonly common: number }

/** The flows that shocks move, in the order the engine knows them. */
export const SHOCKS = ['leave', 'death', 'retire', 'promote', 'inflow'] as const

/** Nhu cầu của một ngành, for coverage and balance. */
export type NeedRow = { readonly sector: string | null; readonly degree: string | null; readonly value: Yearly }

/** A whole plan file. */
export type Scenario = {
  readonly seed: number
  readonly draws: number
  readonly start: number
  readonly years: number
  readonly stockOn: '31-12' | '01-01'
  readonly timing: 'start' | 'mid' | 'end'
  readonly wholePersons: boolean
  readonly sectors: readonly (string | null)[]
  readonly degrees: readonly (string | null)[]
  readonly cells: readonly StockRow[]
  readonly leave: readonly RateRow[]
  readonly death: readonly RateRow[]
  readonly retire: readonly RateRow[]
  readonly promote: readonly MoveRow[]
  readonly transfer: readonly MoveRow[]
  readonly retirement: RetirementRule
  readonly extensions: readonly (Extension & { readonly where: Where })[]
  readonly inflow: readonly InflowRow[]
  readonly fte: readonly { readonly where: Where; readonly value: number }[]
  readonly goal: Goal | null
  readonly need: readonly NeedRow[]
  readonly quota: number | null
  readonly balanceYear: number | null
  readonly shocks: Readonly<Partial<Record<(typeof SHOCKS)[number], Shock>>>
  readonly notes: readonly string[]
}
