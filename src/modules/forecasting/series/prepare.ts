/** Chuẩn bị chuỗi: gaps filled, impossible values named, the size of the numbers taken out. */
import type { SeriesInput, SeriesKind } from './input.ts'

/** Fewer points than this are answered without a forecast. */
export const MIN_POINTS = 5

/** What cannot be: a share outside 0..100, a negative head-count. */
export const isPossible = (kind: SeriesKind, v: number): boolean =>
  Number.isFinite(v) && (kind === 'other' || v >= 0) && (kind !== 'percent' || v <= 100)

/** A series ready for the method. */
export type Prepared = {
  readonly kind: SeriesKind
  /** Values from the first known year to the last known one, gaps filled along a straight line, divided by `unit`. */
  readonly values: Float64Array
  /** A power of two: dividing by it is exact, so the answer scales with the series. */
  readonly unit: number
  /** How many values were known. */
  readonly known: number
  /** Years listed after the last known value. */
  readonly lag: number
  /** Mean absolute yearly change, in units; 0 for a flat series or for one point. */
  readonly scale: number
  /** Last year listed. */
  readonly lastYear: number
  readonly impossible: readonly { readonly year: number; readonly value: number }[]
  /** Years without a figure between the first and the last known one. */
  readonly gaps: readonly number[]
}

/** A change below this share of the largest value is rounding, not a change. */
const NOISE = 1e-12

/** Takes a series apart. Impossible values count as gaps and are listed. */
export function prepare(input: SeriesInput): Prepared {
  const { kind, start, values } = input
  const usable = (v: number | null | undefined): v is number => typeof v === 'number' && isPossible(kind, v)
  const impossible = values.flatMap((v, i) => (v === null || usable(v) ? [] : [{ year: start + i, value: v }]))
  const first = values.findIndex(usable)
  const last = values.findLastIndex(usable)
  const lastYear = start + values.length - 1
  const none = {
    kind,
    values: new Float64Array(0),
    unit: 1,
    known: 0,
    lag: 0,
    scale: 0,
    lastYear,
    impossible,
    gaps: [],
  }
  if (first < 0) return none
  const cut = values.slice(first, last + 1)
  const unit = unitOf(cut.filter(usable))
  const { filled, known, scale, gaps } = fill(cut.map((v) => (usable(v) ? v / unit : null)))
  return {
    kind,
    values: filled,
    unit,
    known,
    lag: values.length - 1 - last,
    scale,
    lastYear,
    impossible,
    gaps: gaps.map((i) => start + first + i),
  }
}

/** The power of two just above the largest value. */
function unitOf(values: readonly number[]): number {
  let most = 0
  for (const v of values) most = Math.max(most, Math.abs(v))
  return most === 0 ? 1 : 2 ** Math.min(1022, Math.max(-1021, Math.floor(Math.log2(most))))
}

/** Fills gaps; a change over g years counts as g changes of size |change| / sqrt(g), as a wandering series would make. */
function fill(values: readonly (number | null)[]) {
  const filled = new Float64Array(values.length)
  const gaps: number[] = []
  let [known, sum, most, before] = [0, 0, 0, 0]
  values.forEach((v, i) => {
    if (v === null) {
      gaps.push(i)
      return
    }
    filled[i] = v
    most = Math.max(most, Math.abs(v))
    const years = i - before
    const from = filled[before] ?? 0
    for (let j = 1; j < years; j++) filled[before + j] = from + ((v - from) * j) / years
    if (known > 0) sum += Math.abs(v - from) * Math.sqrt(years)
    known++
    before = i
  })
  const scale = values.length > 1 ? sum / (values.length - 1) : 0
  return { filled, known, gaps, scale: scale <= NOISE * most ? 0 : scale }
}
