/**
 * Độ phủ theo phần: register and counts by some mark, with what may be counted twice in each part. Only the overlap of a whole source
 * is declared, so a part bears as much of it as the source counts there, and as little as the other parts cannot bear. Pure.
 */
import type { UsedOverlap } from './coverage.ts'

/** Số đếm của một phần: values of the marks, null = not known. */
export type PartCount = { readonly keys: readonly (string | null)[]; readonly count: number }

/** Số đếm của một phần trong một nguồn. */
export type SourcePart = PartCount & { readonly source: string }

/** Each part that occurs, with the bounds of how many people it has. */
export function partsOf(
  register: readonly PartCount[],
  cells: readonly SourcePart[],
  overlaps: readonly Pick<UsedOverlap, 'sourceCode' | 'low' | 'high'>[],
): { keys: (string | null)[]; low: number; high: number }[] {
  const own = byKeys(register)
  const sources = [...Map.groupBy(cells, (c) => c.source)].map(([code, list]) => ({
    code,
    of: byKeys(list),
    all: total(list),
  }))
  const keys = new Set([...own.keys(), ...sources.flatMap((s) => [...s.of.keys()])])
  return [...keys].map((key) => {
    const here = own.get(key) ?? 0
    let [given, most, least] = [0, 0, 0]
    for (const { code, of, all } of sources) {
      const count = of.get(key) ?? 0
      given += count
      for (const o of overlaps.filter((x) => x.sourceCode === code)) {
        most += Math.min(count, o.high)
        least += Math.max(0, o.low - (all - count))
      }
    }
    return {
      keys: JSON.parse(key) as (string | null)[],
      low: here + given - Math.min(given, most),
      high: here + given - Math.min(given, least),
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
