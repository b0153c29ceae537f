/** Khoảng: a number known within bounds. Every exact value inside the parts gives an exact value inside the result. */

/** `low` ≤ `high`; equal when the number is exact. */
export type Interval = { readonly low: number; readonly high: number }

/** An exact number. */
export const exact = (n: number): Interval => ({ low: n, high: n })

/** a + b + … */
export const sumOf = (list: readonly Interval[]): Interval =>
  list.reduce((a, b) => ({ low: a.low + b.low, high: a.high + b.high }), exact(0))

/** a − b. */
export const differenceOf = (a: Interval, b: Interval): Interval => ({ low: a.low - b.high, high: a.high - b.low })

/** At least a, at most b. */
export const betweenOf = (a: Interval, b: Interval): Interval => ({ low: a.low, high: Math.max(a.low, b.high) })

/**
 * a ÷ b × `per`; null when b may be 0 or less. `part` = a counts some of what b counts, so that no value is above `per`.
 */
export function ratioOf(a: Interval, b: Interval, per: number, part = false): Interval | null {
  if (b.low <= 0) return null
  const low = (a.low * per) / (a.low < 0 ? b.low : b.high)
  const high = (a.high * per) / (a.high < 0 ? b.high : b.low)
  return part ? { low: Math.min(low, per), high: Math.min(high, per) } : { low, high }
}
