/** Học điểm giữa: pooled weights of the candidates, then small networks that correct them by the traits of the series. */
import { CORRECTIONS, correctionsAt, type PointTable, pooledAt } from '../model.ts'
import { standardised } from '../network.ts'
import { CANDIDATES, FEATURES } from '../traits.ts'
import { leastAbsolute } from './absolute-fit.ts'
import { short, train } from './train.ts'
import type { Window } from './windows.ts'

const COURSE = { hidden: 12, rounds: 12, rate: 0.003, decay: 0.02 }
const NETWORKS = 5
const RIDGE = 3
/** Part of the correction that is kept: what the networks say beyond it did not hold on other indicators. */
const KEPT = 0.75
/** Errors below this are as good as none while learning. */
const NEAR = 0.1

/** Learns the table of the middle from windows. */
export function learnPoint(windows: readonly Window[], seed: number): PointTable {
  const rows = windows.flatMap((w) => w.candidates.map((f, k) => ({ f, y: w.outcome[k] ?? 0, cost: w.cost[k] ?? 0 })))
  const pool = Array.from(leastAbsolute(rows, CANDIDATES.length, RIDGE), short)
  const features = meanAndSpread(windows)
  const inputs = windows.map((w) => standardised(w.traits.features, features.mean, features.sd))
  const bases = windows.map((w) => w.candidates.map((c, k) => correctionsAt(c, k + 1)))
  const pooled = windows.map((w) => w.candidates.map((c) => pooledAt(pool, c)))
  const gradient = (i: number, answer: Float64Array, into: Float64Array): void => {
    const w = windows[i]
    if (!w) return
    for (let k = 0; k < w.outcome.length; k++) {
      const base = bases[i]?.[k] ?? answer
      let error = (pooled[i]?.[k] ?? 0) - (w.outcome[k] ?? 0)
      for (let q = 0; q < answer.length; q++) error += (answer[q] ?? 0) * (base[q] ?? 0)
      const slope = Math.max(-1, Math.min(1, error / NEAR)) * (w.cost[k] ?? 0)
      for (let q = 0; q < answer.length; q++) into[q] = (into[q] ?? 0) + slope * (base[q] ?? 0)
    }
  }
  const lesson = { inputs, examples: inputs.map((_, i) => i), outputs: CORRECTIONS, start: [], gradient }
  const networks = Array.from({ length: NETWORKS }, (_, i) => {
    const net = train(lesson, { ...COURSE, seed: seed * 100 + i })
    return { ...net, outer: Array.from(net.outer, (v) => short(v * KEPT)) }
  })
  return { features, pool, networks }
}

function meanAndSpread(windows: readonly Window[]): PointTable['features'] {
  const mean = new Float64Array(FEATURES)
  const square = new Float64Array(FEATURES)
  for (const w of windows)
    w.traits.features.forEach((v, j) => {
      mean[j] = (mean[j] ?? 0) + v / windows.length
      square[j] = (square[j] ?? 0) + (v * v) / windows.length
    })
  const sd = square.map((v, j) => Math.sqrt(Math.max(0, v - (mean[j] ?? 0) ** 2)) || 1)
  return { mean: Array.from(mean, short), sd: Array.from(sd, short) }
}
