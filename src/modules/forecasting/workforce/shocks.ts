/**
 * Cú sốc chung: years in which many leave, or few come. The logarithm of each flow's factor follows an AR(1) course in every sector,
 * part of it common to all; factors have mean 1 and never take more people than there are.
 */
import type { Plan } from './plan.ts'
import { drawPart, keyOf, normalQuantile, uniformFor } from './random.ts'
import { SHOCKS } from './scenario.ts'

/** Writes the factors of draw `i`: `into[((kind × sectors + sector) × years + year) × lanes + lane]`. */
export type ShockWriter = (draw: number, into: Float64Array, lanes: number, lane: number) => void

/** The writer of a plan's factors. */
export function shockWriter(plan: Plan): ShockWriter {
  const [S, T] = [plan.sectors.length, plan.years]
  const caps = capsOf(plan)
  const kinds = SHOCKS.map((name, kind) => kindOf(plan, name, kind))
  const shared = new Float64Array(T)
  return (draw, into, lanes, lane) => {
    const part = drawPart(draw)
    kinds.forEach((it, kind) => {
      shared.fill(0)
      if (it.all > 0) course(it, 0, part, shared, 0, 1, it.all)
      for (let s = 0; s < S; s++) {
        const first = (kind * S + s) * T * lanes + lane
        for (let k = 0; k < T; k++) into[first + k * lanes] = shared[k] ?? 0
        if (it.own > 0) course(it, s + 1, part, into, first, lanes, it.own)
        const cap = kind === INFLOW ? Infinity : (caps[s] ?? Infinity)
        for (let k = 0; k < T; k++) {
          const at = first + k * lanes
          const factor = it.spread > 0 ? Math.exp((into[at] ?? 0) * it.spread - it.half) : 1
          into[at] = factor > cap ? cap : factor
        }
      }
    })
  }
}

const INFLOW = SHOCKS.indexOf('inflow')

/** One kind of flow: weights of its own and the common course, and the keys of its years (common first, then each sector). */
type Course = {
  readonly own: number
  readonly all: number
  readonly spread: number
  readonly half: number
  readonly persistence: number
  readonly fresh: number
  readonly years: number
  readonly keys: Int32Array
}

function kindOf(plan: Plan, name: (typeof SHOCKS)[number], kind: number): Course {
  const { sd = 0, persistence = 0, common = 0 } = plan.scenario.shocks[name] ?? {}
  const variance = Math.log(1 + sd * sd)
  const [S, T] = [plan.sectors.length, plan.years]
  const keys = Int32Array.from({ length: sd > 0 ? (S + 1) * T : 0 }, (_, i) =>
    keyOf(plan.scenario.seed, 16 + kind, Math.floor(i / T), i % T),
  )
  return {
    own: sd > 0 ? Math.sqrt(1 - common) : 0,
    all: sd > 0 ? Math.sqrt(common) : 0,
    spread: Math.sqrt(variance),
    half: variance / 2,
    persistence,
    fresh: Math.sqrt(1 - persistence * persistence),
    years: T,
    keys,
  }
}

/** Adds `weight` times an AR(1) course with variance 1 to the years in `into`. */
function course(
  it: Course,
  line: number,
  part: number,
  into: Float64Array,
  first: number,
  step: number,
  weight: number,
): void {
  const { keys, persistence, fresh, years } = it
  let x = 0
  for (let k = 0; k < years; k++) {
    const z = normalQuantile(uniformFor(keys[line * years + k] ?? 0, part))
    x = k === 0 ? z : persistence * x + fresh * z
    const at = first + k * step
    into[at] = (into[at] ?? 0) + weight * x
  }
}

/** The largest factor at which no cell of a sector loses more than everybody. */
function capsOf(plan: Plan): Float64Array {
  const inSector = plan.cells / plan.sectors.length
  const most = new Float64Array(plan.sectors.length)
  for (let k = 0; k < Math.max(1, ...plan.layers.map((l) => l.ruling.length)); k++)
    for (let c = 0; c < plan.cells; c++) {
      let sum = 0
      for (const l of plan.layers) sum += l.rows[l.ruling[l.ruling.length === 1 ? 0 : k]?.[c] ?? -1]?.of.mean ?? 0
      const s = Math.floor(c / inSector)
      if (sum > (most[s] ?? 0)) most[s] = sum
    }
  return most.map((m) => (m > 0 ? 1 / m : Infinity))
}
