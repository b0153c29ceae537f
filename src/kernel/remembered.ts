/**
 * Hỏi một lần: what a pure function said is kept for the next time it is asked the same. Lists of a hundred thousand people are
 * made of the same few thousand words, names and days.
 */

/** A value that may be kept; `undefined` stands for what was never asked. */
type Kept = NonNullable<unknown> | null

/** A longer text is hardly ever met twice, and would fill the memory. */
const LONG = 300

/** `work`, with at most `most` of its answers kept: when there are more, it starts anew. Long texts are never kept. */
export function remembered<K extends string | number, V extends Kept>(
  most: number,
  work: (key: K) => V,
): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const found = work(key)
    if (typeof key === 'string' && key.length > LONG) return found
    if (known.size >= most) known.clear()
    known.set(key, found)
    return found
  }
}

/** `work`, with its answer about a thing kept as long as the thing itself: only for things that never change. */
export function rememberedFor<K extends WeakKey, V extends Kept>(work: (thing: K) => V): (thing: K) => V {
  const known = new WeakMap<K, V>()
  return (thing) => {
    const before = known.get(thing)
    if (before !== undefined) return before
    const found = work(thing)
    known.set(thing, found)
    return found
  }
}
