/**
 * Độ phủ theo phần: register and counts by some mark, with what may be counted twice in each part. Only the overlap as a whole is
 * declared, so a part bears as much of it as can lie in it, and as little as cannot lie in the others. Pure.
 */
import type { Range } from './coverage.ts'

/** Số đếm của một phần: values of the marks, null = not known. */
export type PartCount = { readonly keys: readonly (string | null)[]; readonly count: number }

/** Each part that occurs, with the bounds of how many people it has. */
export function partsOf(
  register: readonly PartCount[],
  cells: readonly PartCount[],
  overlap: Range,
): { keys: (string | null)[]; low: number; high: number }[] {
  const all = total(cells)
  const [own, counted] = [byKeys(register), byKeys(cells)]
  return [...new Set([...own.keys(), ...counted.keys()])].map((key) => {
    const [here, given] = [own.get(key) ?? 0, counted.get(key) ?? 0]
    const least = Math.max(0, Math.min(given, overlap.low - (all - given)))
    return {
      keys: JSON.parse(key) as (string | null)[],
      low: here + given - Math.min(given, overlap.high),
      high: here + given - least,
    }
  })
}

const total = (list: readonly PartCount[]): number => list.reduce((n, r) => n + r.count, 0)

function byKeys(list: readonly PartCount[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const r of list) {
    const key = JSON.stringify(r.keys)
    sums.set(key, (sums.get(key) ?? 0) + r.count)
  }
  return sums
}
