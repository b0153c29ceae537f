/** Chỉ tiêu: shares that come out exactly instead of by chance, so that a small world has the shares of a large one. */

/** Sổ chỉ tiêu of one world. */
export type Quotas = {
  /** Whether this one is taken, when `share` of all are. */
  readonly take: (key: string, share: number) => boolean
  /** How many were counted under the key, this one included. */
  readonly count: (key: string) => number
  /** Takes one of the `places` under the key; false when all are taken. */
  readonly seat: (key: string, places: number) => boolean
}

/** An empty book. */
export function newQuotas(): Quotas {
  const due = new Map<string, number>()
  const counted = new Map<string, number>()
  const count = (key: string): number => {
    const n = (counted.get(key) ?? 0) + 1
    counted.set(key, n)
    return n
  }
  return {
    take: (key, share) => {
      // The first half is owed at the start, so that small groups are rounded and not cut.
      const owed = (due.get(key) ?? 0.5) + share
      due.set(key, owed >= 1 ? owed - 1 : owed)
      return owed >= 1
    },
    count,
    seat: (key, places) => (counted.get(key) ?? 0) < places && count(key) <= places,
  }
}
