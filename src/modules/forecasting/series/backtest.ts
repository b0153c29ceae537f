/** Kiểm lại trên chính chuỗi: what the method would have said in the last years, against what came. */
import type { Backtest, SeriesInput } from './input.ts'
import { boundedAt } from './levels.ts'
import { bounds, middles } from './model.ts'
import { MIN_POINTS, prepare } from './prepare.ts'
import { INTERVAL, POINT } from './tables.ts'
import { traitsOf } from './traits.ts'

const TRIALS = 3

/** Trials from up to the three last years that leave five points before; null when the series leaves none. */
export function backtestOf(input: SeriesInput, horizon: number): Backtest | null {
  const whole = prepare(input)
  const { values } = whole
  const first = Math.max(MIN_POINTS, values.length - Math.max(TRIALS, Math.min(horizon, TRIALS)))
  const from = input.start + input.values.length - whole.lag - values.length
  const sums = { origins: [] as number[], error: 0, in80: 0, in95: 0, steps: 0 }
  for (let cut = first; cut < values.length; cut++) {
    const known = values.slice(0, cut)
    const p = prepare({ kind: 'other', start: from, values: Array.from(known) })
    if (p.scale === 0) continue
    sums.origins.push(from + cut - 1)
    const traits = traitsOf(p.values, p.scale, input.kind)
    const steps = Array.from({ length: Math.min(horizon, values.length - cut) }, (_, k) => k + 1)
    const { x, at } = middles(POINT, traits, steps)
    const reach = bounds(INTERVAL, x, traits.points, steps)
    const scale = p.scale * p.unit * whole.unit
    const place = {
      last: (known[cut - 1] ?? 0) * whole.unit,
      scale,
      kind: input.kind,
      nonNegative: input.kind !== 'other',
    }
    steps.forEach((_, i) => {
      const y = (values[cut + i] ?? 0) * whole.unit
      const f = boundedAt(place, at[i] ?? 0, reach[i] ?? new Float64Array(6))
      sums.error += Math.abs(y - f.mean) / scale
      sums.in80 += y >= f.lo80 && y <= f.hi80 ? 1 : 0
      sums.in95 += y >= f.lo95 && y <= f.hi95 ? 1 : 0
      sums.steps++
    })
  }
  if (sums.steps === 0) return null
  const { origins, error, in80, in95, steps } = sums
  return { origins, mase: error / steps, cov80: in80 / steps, cov95: in95 / steps }
}
