/** Trở về số thật: from changes in scales to values, cut at what is possible. */
import type { SeriesKind, SeriesPoint } from './input.ts'

/** Where a forecast starts and what its values may be. */
export type Place = {
  readonly last: number
  readonly scale: number
  readonly kind: SeriesKind
  readonly nonNegative: boolean
}

/** The seven values of a step. */
export type Bounded = Omit<SeriesPoint, 'k' | 'year'>

/** Values of one step: `middle` in scales from the last value, `reach` = [lo95, lo80, lo50, hi50, hi80, hi95] from the middle. */
export function boundedAt(place: Place, middle: number, reach: Float64Array): Bounded {
  const at = (v: number): number => possible(place, place.last + place.scale * v)
  const [lo95 = 0, lo80 = 0, lo50 = 0, hi50 = 0, hi80 = 0, hi95 = 0] = reach
  return {
    mean: at(middle),
    lo50: at(middle - lo50),
    hi50: at(middle + hi50),
    lo80: at(middle - lo80),
    hi80: at(middle + hi80),
    lo95: at(middle - lo95),
    hi95: at(middle + hi95),
  }
}

/** Cuts a value at 0 and, for shares, at 100. */
function possible(place: Place, v: number): number {
  const low = place.nonNegative ? Math.max(0, v) : v
  const cut = place.kind === 'percent' ? Math.min(100, low) : low
  return Number.isFinite(cut) ? cut : Math.sign(cut) * Number.MAX_VALUE
}
