/**
 * Cú sốc chung: years in which many leave, or few come. The logarithm of each flow's factor follows an AR(1) course in every sector,
 * part of it common to all; factors have mean 1 and never take more people than there are.
 */
import type { Plan } from './plan.ts'
import { keyOf, normalAt } from './random.ts'
import { SHOCKS } from './scenario.ts'

/** Writes the factors of draw `i`: `into[((kind × sectors + sector) × years + year) × lanes + lane]`. */
export type ShockWriter = (draw: number, into: Float64Array, lanes: number, lane: number) => void

const COMMON = -1

/** The writer of a plan's factors. */
export function shockWriter(plan: Plan): ShockWriter {
  const { seed, shocks } = plan.scenario
  const [S, T] = [plan.sectors.length, plan.years]
  const caps = capsOf(plan)
  const path = new Float64Array(T)
  const shared = new Float64Array(T)
  const course = (kind: number, sector: number, draw: number, persistence: number, into: Float64Array) => {
    const fresh = Math.sqrt(1 - persistence * persistence)
    let x = 0
    for (let k = 0; k < T; k++) {
      const z = normalAt(keyOf(seed, 16 + kind, sector + 2, k), draw)
      x = k === 0 ? z : persistence * x + fresh * z
      into[k] = x
    }
  }
  return (draw, into, lanes, lane) => {
    SHOCKS.forEach((name, kind) => {
      const { sd = 0, persistence = 0, common = 0 } = shocks[name] ?? {}
      const variance = Math.log(1 + sd * sd)
      const spread = Math.sqrt(variance)
      const [own, all] = [Math.sqrt(1 - common), Math.sqrt(common)]
      if (sd > 0 && common > 0) course(kind, COMMON, draw, persistence, shared)
      for (let s = 0; s < S; s++) {
        if (sd > 0 && common < 1) course(kind, s, draw, persistence, path)
        const cap = name === 'inflow' ? Infinity : (caps[s] ?? Infinity)
        for (let k = 0; k < T; k++) {
          const x = sd > 0 ? own * (path[k] ?? 0) + all * (shared[k] ?? 0) : 0
          const factor = sd > 0 ? Math.exp(spread * x - variance / 2) : 1
          into[((kind * S + s) * T + k) * lanes + lane] = factor > cap ? cap : factor
        }
      }
    })
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
