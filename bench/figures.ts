/** Con số: percentiles and rounding of what was measured. */

/** Half and nineteen twentieths of the values lie at or below these. */
export type Spread = { readonly p50: number; readonly p95: number }

/** Rounded to what a noisy machine can tell. */
export const rounded = (value: number, places = 1): number => Number(value.toFixed(places))

/** Percentiles by the nearest rank. */
export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => rounded(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0)
  return { p50: at(0.5), p95: at(0.95) }
}
