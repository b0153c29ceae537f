/** Xúc xắc có hạt giống: the same seed gives the same pairs on every machine. */

/** Chances from one seed. */
export type Dice = {
  /** From 0 up to 1. */
  readonly roll: () => number
  readonly chance: (p: number) => boolean
  readonly whole: (least: number, most: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  /** The first of the list is the most frequent: weights 1, 1/2, 1/3 … to the power `steep`. */
  readonly ranked: <T>(list: readonly T[], steep: number) => T
}

/** Mulberry32. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(roll() * list.length)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
  const ranked = <T>(list: readonly T[], steep: number): T => {
    let rest = roll() * list.reduce((sum, _, i) => sum + (i + 1) ** -steep, 0)
    for (const [i, item] of list.entries()) {
      rest -= (i + 1) ** -steep
      if (rest <= 0) return item
    }
    return pick(list)
  }
  return { roll, chance: (p) => roll() < p, whole: (a, b) => a + Math.floor(roll() * (b - a + 1)), pick, ranked }
}
