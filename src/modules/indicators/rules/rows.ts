/** Dòng của bảng chia: figures by key, told by the units of another day, and in an order a reader expects. */
import type { RowBasis } from './reading.ts'

/** Số của từng khóa. */
export type KeyedRow = { readonly low: number; readonly high: number; readonly basis: RowBasis }

/** By key of the split; `''` = not allocated to any unit, `UNKNOWN_KEY` = the thing counted has no such fact. */
export type KeyedRows = ReadonlyMap<string, KeyedRow>

/** Khóa của điều chưa ghi. */
export const UNKNOWN_KEY = '?'

const BASIS_ORDER: readonly RowBasis[] = ['reported', 'restated', 'range', 'unallocated']

/** The least certain of several. */
export const weakest = (list: readonly RowBasis[]): RowBasis =>
  list.reduce((a, b) => (BASIS_ORDER.indexOf(b) > BASIS_ORDER.indexOf(a) ? b : a), 'reported')

/** Adds rows of one key. */
export function merged(list: readonly (readonly [string, KeyedRow])[]): Map<string, KeyedRow> {
  const sums = new Map<string, KeyedRow>()
  for (const [key, r] of list) {
    const known = sums.get(key)
    sums.set(
      key,
      known === undefined
        ? r
        : { low: known.low + r.low, high: known.high + r.high, basis: weakest([known.basis, r.basis]) },
    )
  }
  return sums
}
