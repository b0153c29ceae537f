/**
 * Cộng dồn địa bàn: figures of communes told by their districts. Amounts add up; a rate is made again of its parts, never averaged.
 * Pure.
 */
import type { Part, ReadingRow } from '../../indicators/public.ts'

/** What one unit of the rate is made of: value = numerator ÷ denominator × per. */
export type Rate = { readonly per: number }

/** The multiplier of a rate as it follows from a whole value and its parts; null when it is an amount or cannot be told. */
export function rateOf(value: number | null, parts: readonly Pick<Part, 'low' | 'high'>[]): Rate | null {
  const [top, bottom] = parts
  if (value === null || top === undefined || bottom === undefined || top.low !== top.high || top.low === 0) return null
  const per = (value * bottom.low) / top.low
  const round = [1, 100, 1000, 10_000, 100_000].find((p) => Math.abs(per / p - 1) < 0.001)
  return round === undefined ? null : { per: round }
}

/** One place with its figure; no bounds where a place within it has a figure that is not known, or not shown to the reader. */
export type PlaceFigure = {
  readonly key: string
  readonly low: number | null
  readonly high: number | null
  /** Because of a figure withheld from this reader. */
  readonly hidden: boolean
}

/** What a row adds to the place above; null = nobody can say. Nobody at all in a denominator adds nothing. */
type Added = { readonly top: readonly [number, number]; readonly bottom: readonly [number, number] }

function addedBy(r: ReadingRow, rate: Rate | null): Added | null {
  const [top, bottom] = r.parts
  if (rate === null) return r.low === null || r.high === null ? null : { top: [r.low, r.high], bottom: [1, 1] }
  return top === undefined || bottom === undefined
    ? null
    : { top: [top.low, top.high], bottom: [bottom.low, bottom.high] }
}

/**
 * Figures by the places above; rows without a place above are left out. Amounts: sums. Rates: sums of numerators over sums of
 * denominators, which needs a row's parts. A sum that lacks one of its rows is no sum: it has no bounds.
 */
export function rollUp(
  rows: readonly ReadingRow[],
  aboveOf: (key: string) => string | null,
  rate: Rate | null,
): PlaceFigure[] {
  const groups = Map.groupBy(
    rows.filter((r) => r.key !== null && aboveOf(r.key) !== null),
    (r) => aboveOf(r.key ?? '') ?? '',
  )
  return [...groups].flatMap(([key, of]): PlaceFigure[] => {
    const hidden = of.some((r) => r.hidden === true)
    const added = of.map((r) => addedBy(r, rate)).filter((a) => a !== null)
    if (added.length < of.length) return [{ key, low: null, high: null, hidden }]
    const [topLow, topHigh] = [sum(added, (a) => a.top[0]), sum(added, (a) => a.top[1])]
    if (rate === null) return [{ key, low: topLow, high: topHigh, hidden }]
    const [low, high] = [sum(added, (a) => a.bottom[0]), sum(added, (a) => a.bottom[1])]
    return low <= 0 ? [] : [{ key, low: (topLow / high) * rate.per, high: (topHigh / low) * rate.per, hidden }]
  })
}

const sum = <T>(list: readonly T[], of: (t: T) => number): number => list.reduce((n, t) => n + of(t), 0)
