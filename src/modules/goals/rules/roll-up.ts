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

/** One place with its figure. */
export type PlaceFigure = { readonly key: string; readonly low: number; readonly high: number }

/**
 * Figures by the places above; rows without a place above are left out. Amounts: sums. Rates: sums of numerators over sums of
 * denominators, which needs a row's parts.
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
    if (rate === null) {
      const known = of.filter((r) => r.low !== null && r.high !== null)
      return known.length === 0
        ? []
        : [{ key, low: sum(known, (r) => r.low ?? 0), high: sum(known, (r) => r.high ?? 0) }]
    }
    const split = of.filter((r) => r.parts.length === 2)
    const [topLow, topHigh] = [sum(split, (r) => r.parts[0]?.low ?? 0), sum(split, (r) => r.parts[0]?.high ?? 0)]
    const [low, high] = [sum(split, (r) => r.parts[1]?.low ?? 0), sum(split, (r) => r.parts[1]?.high ?? 0)]
    return low <= 0 ? [] : [{ key, low: (topLow / high) * rate.per, high: (topHigh / low) * rate.per }]
  })
}

const sum = <T>(list: readonly T[], of: (t: T) => number): number => list.reduce((n, t) => n + of(t), 0)
