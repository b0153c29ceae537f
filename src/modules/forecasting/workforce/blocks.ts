/**
 * Khối tính nhanh: plans whose people only leave, die, retire or rise one degree, and whose uncertainty scales whole flows of a
 * sector, fit the fast kernel: fixed tables, and five factors for each sector, year and draw. Others are run by `model.ts`.
 */
import { drawer, hasShocks, type Way } from './draws.ts'
import { amountOf, type Course, comesIn, yearlyValue } from './model.ts'
import {
  calendarYear,
  type Layer,
  type Plan,
  type Quantity,
  type Recruits,
  type YearlyQuantity,
  yearsOlder,
} from './plan.ts'
import { shockWriter } from './shocks.ts'

/** Draws the kernel takes at once. */
export const LANES = 4

/** People who come into a block in a year: cell inside the block, degree, heads. */
export type Entry = { readonly cell: number; readonly degree: number; readonly heads: number }

/**
 * Tables of one block. Many cells share the same four rates (leave, death, retire, promote): each such kind is kept once, and what it
 * comes to in a year and draw is worked out once. Kind 0 is nobody's: all its rates are 0.
 */
export type Block = {
  readonly sector: number
  /** 1 = its people grow older. */
  readonly older: 0 | 1
  readonly stock: Float64Array
  /** Four rates of each kind. */
  readonly kinds: Float64Array
  /** The kind of each cell; alike tables are one and the same. */
  readonly kindOf: Int32Array
  readonly keeps: readonly Float64Array[]
  readonly before: readonly (readonly Entry[])[]
  readonly after: readonly (readonly Entry[])[]
}

/** What the kernels are given: sizes and blocks. */
export type Blocks = {
  readonly degrees: number
  readonly ages: number
  readonly years: number
  readonly blocks: readonly Block[]
}

type Scale = { readonly kind: number; readonly sector: number; readonly of: readonly Scaled[] }
type Scaled = { readonly mean: number; readonly at: (values: Float64Array, k: number) => number }

const KINDS: readonly Layer['kind'][] = ['leave', 'death', 'retire', 'promote']

/** Quantities whose draws scale whole flows; null when the plan does not fit the kernel. */
export function scalesOf(plan: Plan): readonly Scale[] | null {
  if (plan.fte !== null || plan.years === 0) return null
  if (plan.stock.some((s) => s.of.slot >= 0)) return null
  const promotes = plan.layers.filter((l) => l.kind === 'promote')
  if (promotes.length > 1 || plan.layers.some((l) => l.kind === 'transfer' || l.ruling.length > 1)) return null
  if (promotes.some((l) => l.target.some((to, cell) => to >= 0 && to !== cell + plan.ages))) return null
  const scales: Scale[] = []
  for (const layer of plan.layers) {
    const found = layerScales(plan, layer)
    if (found === null) return null
    scales.push(...found)
  }
  const intake = intakeScales(plan)
  return intake === null ? null : [...scales, ...intake]
}

function layerScales(plan: Plan, layer: Layer): readonly Scale[] | null {
  if (layer.rows.every((r) => r.of.slot < 0)) return []
  const inSector = plan.cells / plan.sectors.length
  const scales: Scale[] = []
  for (let sector = 0; sector < plan.sectors.length; sector++) {
    const ruling = layer.ruling[0]?.subarray(sector * inSector, (sector + 1) * inSector) ?? new Int32Array(0)
    const rows = [...new Set(ruling)].filter((r) => r >= 0)
    const row = layer.rows[rows[0] ?? -1]
    if (rows.length > 1 && rows.some((r) => (layer.rows[r]?.of.slot ?? -1) >= 0)) return null
    if (row === undefined || row.of.slot < 0 || rows.length > 1) continue
    if (row.of.mean === 0) return null
    scales.push({ kind: KINDS.indexOf(layer.kind), sector, of: [scaled(plan, row.of)] })
  }
  return scales
}

const scaled = (plan: Plan, of: Quantity): Scaled => ({
  mean: of.mean,
  at: (values, k) => amountOf(of, values, plan.years, k),
})

const isYearlyCertain = (y: YearlyQuantity | null): boolean =>
  y === null || ((y.base?.slot ?? -1) < 0 && (y.growth?.slot ?? -1) < 0 && y.byYear.every((r) => r.of.slot < 0))

function intakeScales(plan: Plan): readonly Scale[] | null {
  const inSector = plan.cells / plan.sectors.length
  const scales: Scale[] = []
  for (let sector = 0; sector < plan.sectors.length; sector++) {
    const rows = plan.recruits.filter((r) => Math.floor(r.cell / inSector) === sector)
    const unsure = rows.filter((r) => r.yield.slot >= 0 || !isYearlyCertain(r.perYear))
    const [row] = unsure
    if (row === undefined) continue
    if (rows.length > 1 || row.yield.mean === 0 || !isYearlyCertain(row.perYear)) return null
    scales.push({ kind: 4, sector, of: [scaled(plan, row.yield)] })
  }
  return scales
}

/** The tables of a plan for one course of intakes. */
export function blocksOf(plan: Plan, course: Pick<Course, 'withStock' | 'intake'>): Blocks {
  const [D, A, X] = [plan.degrees.length, plan.ages, plan.strata.length]
  const size = D * A
  const count = plan.sectors.length * X
  const known = new Map<string, Int32Array>()
  const stock = new Float64Array(plan.cells)
  if (course.withStock) for (const s of plan.stock) stock[s.cell] = (stock[s.cell] ?? 0) + s.of.mean
  const blocks = Array.from({ length: count }, (_, block): Block => {
    const entries = intakes(plan, course, block)
    return {
      sector: Math.floor(block / X),
      older: yearsOlder(plan, block),
      stock: stock.slice(block * size, (block + 1) * size),
      ...kindsIn(plan, block * size, size, known),
      keeps: Array.from({ length: plan.years }, (_y, k) => plan.keep[k * count + block] ?? new Float64Array(size)),
      before: entries.before,
      after: entries.after,
    }
  })
  return { degrees: D, ages: A, years: plan.years, blocks }
}

function kindsIn(
  plan: Plan,
  first: number,
  size: number,
  known: Map<string, Int32Array>,
): Pick<Block, 'kinds' | 'kindOf'> {
  const ruling = KINDS.map((kind) => plan.layers.find((l) => l.kind === kind))
  const met = new Map<string, number>()
  const rates: number[] = [0, 0, 0, 0]
  const kindOf = new Int32Array(size)
  for (let c = 0; c < size; c++) {
    const rows = ruling.map((l) => l?.ruling[0]?.[first + c] ?? -1)
    const key = rows.join()
    const kind = met.get(key)
    if (kind !== undefined) kindOf[c] = kind
    else {
      met.set(key, met.size + 1)
      kindOf[c] = met.size
      rates.push(...rows.map((row, i) => ruling[i]?.rows[row]?.of.mean ?? 0))
    }
  }
  const key = kindOf.join()
  known.set(key, known.get(key) ?? kindOf)
  return { kinds: Float64Array.from(rates), kindOf: known.get(key) ?? kindOf }
}

function intakes(plan: Plan, course: Pick<Course, 'intake'>, block: number) {
  const { timing } = plan.scenario
  const [size, early] = [plan.degrees.length * plan.ages, timing === 'start' ? 1 : timing === 'mid' ? 0.5 : 0]
  const own = plan.recruits.filter((r) => Math.floor(r.cell / size) === block)
  const inYear = (k: number, part: number, cellOf: (r: Recruits) => number): readonly Entry[] => {
    const year = calendarYear(plan.scenario, k)
    if (part === 0) return []
    return own
      .filter((r) => comesIn(r, year))
      .map((r) => {
        const cell = cellOf(r) % size
        const heads = course.intake(r, year - r.delay) * r.yield.mean * part
        return { cell, degree: Math.floor(cell / plan.ages), heads }
      })
      .filter((e) => e.heads > 0)
  }
  const years = Array.from({ length: plan.years }, (_, k) => k)
  return {
    before: years.map((k) => inYear(k, early, (r) => r.cellBefore)),
    after: years.map((k) => inYear(k, 1 - early, (r) => r.cell)),
  }
}

/** Writes the factors of draws `first`, first+1, … of one sector: year × 5 kinds × lanes. */
export type FactorWriter = (sector: number, into: Float64Array) => void

/** Factors of a group of lanes, ready for every sector. Groups that are held at once need a place each. */
export function factorsFor(
  plan: Plan,
  way: Way,
  scales: readonly Scale[],
): (first: number, to: number, place?: number) => FactorWriter {
  const [S, T] = [plan.sectors.length, plan.years]
  const shocks = hasShocks(plan) ? shockWriter(plan) : null
  const valuesOf = plan.laws.length > 0 ? drawer(plan, way) : null
  const tables: Float64Array[] = []
  return (first, to, place = 0) => {
    tables[place] ??= new Float64Array(5 * S * T * LANES).fill(1)
    const table = tables[place]
    for (let lane = 0; lane < LANES; lane++) {
      const draw = Math.min(first + lane, to - 1)
      if (shocks) shocks(draw, table, LANES, lane)
      else if (scales.length > 0) fillLane(table, lane)
      const values = valuesOf?.(draw)
      if (values) for (const scale of scales) scaleLane(scale, values, table, S, T, lane)
    }
    return (sector, into) => {
      for (let k = 0; k < T; k++)
        for (let kind = 0; kind < 5; kind++) {
          const from = ((kind * S + sector) * T + k) * LANES
          for (let lane = 0; lane < LANES; lane++) into[(k * 5 + kind) * LANES + lane] = table[from + lane] ?? 1
        }
    }
  }
}

function fillLane(table: Float64Array, lane: number): void {
  for (let i = lane; i < table.length; i += LANES) table[i] = 1
}

function scaleLane(scale: Scale, values: Float64Array, table: Float64Array, S: number, T: number, lane: number): void {
  for (let k = 0; k < T; k++) {
    const at = ((scale.kind * S + scale.sector) * T + k) * LANES + lane
    for (const { mean, at: drawn } of scale.of) table[at] = (table[at] ?? 1) * (drawn(values, k) / mean)
  }
}

/** The intake of a row by its means, in the calendar year of the intake. */
export const meanIntake =
  (plan: Plan) =>
  (r: Recruits, year: number): number =>
    r.perYear === null ? 0 : yearlyValue(r.perYear, year, null, plan.years, calendarYear(plan.scenario, 0))
