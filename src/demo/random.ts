/** Số ngẫu nhiên lặp lại được: the same seed gives the same sample world. */

/** Draws from a seeded stream. */
export type Random = {
  /** A number in [0, 1). */
  readonly roll: () => number
  /** A whole number in [low, high]. */
  readonly between: (low: number, high: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  readonly chance: (share: number) => boolean
}

/** A stream from a text seed (FNV-1a into mulberry32). */
export function randomFrom(seed: string): Random {
  let state = 2166136261
  for (const c of seed) state = Math.imul(state ^ (c.codePointAt(0) ?? 0), 16777619)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    roll: next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (list) => {
      const chosen = list[Math.floor(next() * list.length)]
      if (chosen === undefined) throw new Error('nothing to pick from')
      return chosen
    },
    chance: (share) => next() < share,
  }
}

/** A picker from values with weights. */
export function weightedPick<T>(table: readonly (readonly [value: T, weight: number])[]): (random: Random) => T {
  const ends: number[] = []
  let total = 0
  for (const [, weight] of table) {
    total += weight
    ends.push(total)
  }
  return (random) => {
    const at = random.roll() * total
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) > at) high = middle
      else low = middle + 1
    }
    const chosen = table[low]
    if (chosen === undefined) throw new Error('nothing to pick from')
    return chosen[0]
  }
}
