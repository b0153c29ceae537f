/**
 * Ghép hai danh sách: which item of a later list is which item of an earlier one, by their words and their place; and which
 * words of two sentences differ. Items keep their order unless they clearly moved.
 */
import { sameSpelling } from './text.ts'

/** How an item is compared. */
export type Comparable = {
  /** Its words. */
  readonly text: string
  /** Where it stands: a clause number. Equal places speak for a pair, different ones never against it. */
  readonly place: string
}

/** Kết quả ghép: indexes into both lists. Each index stands in exactly one of the three parts of its side. */
export type Alignment = {
  readonly pairs: readonly (readonly [before: number, after: number])[]
  readonly removed: readonly number[]
  readonly added: readonly number[]
}

/** Least likeness of a pair: in one place, in order, and of an item that moved past others. */
const LIKE_IN_PLACE = 0.4
const LIKE_IN_ORDER = 0.55
const LIKE_MOVED = 0.65
const PLACE_BONUS = 0.15

type Bag = { readonly words: ReadonlyMap<string, number>; readonly size: number }

const wordsOf = (text: string): string[] => sameSpelling(text).match(/[\p{L}\p{N}]+(?:[.,/%-][\p{L}\p{N}]+)*%?/gu) ?? []

function bagOf(text: string): Bag {
  const words = new Map<string, number>()
  const all = wordsOf(text)
  for (const w of all) words.set(w, (words.get(w) ?? 0) + 1)
  return { words, size: all.length }
}

function likenessOf(a: Bag, b: Bag): number {
  if (a.size + b.size === 0) return 1
  // Two lists of very different length share too little whatever they say.
  if (2 * Math.min(a.size, b.size) < LIKE_IN_PLACE * (a.size + b.size)) return 0
  let shared = 0
  for (const [w, n] of a.words) shared += Math.min(n, b.words.get(w) ?? 0)
  return (2 * shared) / (a.size + b.size)
}

/** Độ giống của hai câu: 0 = no word in common, 1 = the same words (Dice over the words, spelling habits aside). */
export const likeness = (a: string, b: string): number => likenessOf(bagOf(a), bagOf(b))

/** The same among many: how alike the texts at two indexes are; each text is taken apart once. */
export function likenessAmong(texts: readonly string[]): (a: number, b: number) => number {
  const bags = texts.map(bagOf)
  return (a, b) => likenessOf(bags[a] ?? NO_BAG, bags[b] ?? NO_BAG)
}

type Side = readonly (Comparable & { readonly bag: Bag; readonly key: string })[]

const side = (list: readonly Comparable[]): Side =>
  list.map((x) => ({ ...x, bag: bagOf(x.text), key: wordsOf(x.text).join(' ') }))

/**
 * Pairs two lists: first equal words in the same place, then equal words anywhere, then likely pairs in order, then likely
 * pairs that moved. What is left is removed or added. A list with itself gives every item paired with itself.
 */
export function align(before: readonly Comparable[], after: readonly Comparable[]): Alignment {
  const a = side(before)
  const b = side(after)
  const to = new Map<number, number>()
  const taken = new Set<number>()
  const pair = (i: number, j: number): void => {
    to.set(i, j)
    taken.add(j)
  }
  for (const by of [(x: Side[number]) => `${x.place}\n${x.key}`, (x: Side[number]) => x.key]) {
    pairEqual(a, b, to, taken, by)
  }
  const free = () => ({
    left: a.flatMap((_, i) => (to.has(i) ? [] : [i])),
    right: b.flatMap((_, j) => (taken.has(j) ? [] : [j])),
  })
  for (const [i, j] of inOrder(a, b, free())) pair(i, j)
  for (const [i, j] of moved(a, b, free())) pair(i, j)
  const rest = free()
  return { pairs: [...to].sort((x, y) => x[0] - y[0]), removed: rest.left, added: rest.right }
}

function pairEqual(
  a: Side,
  b: Side,
  to: Map<number, number>,
  taken: Set<number>,
  by: (x: Side[number]) => string,
): void {
  const waiting = new Map<string, number[]>()
  for (const [j, x] of b.entries()) if (!taken.has(j)) waiting.set(by(x), [...(waiting.get(by(x)) ?? []), j])
  for (const [i, x] of a.entries()) {
    if (to.has(i)) continue
    const j = waiting.get(by(x))?.shift()
    if (j === undefined) continue
    to.set(i, j)
    taken.add(j)
  }
}

type Free = { readonly left: readonly number[]; readonly right: readonly number[] }
type Pair = readonly [number, number]

/** The monotone pairing of the free items that is worth most. */
function inOrder(a: Side, b: Side, { left, right }: Free): Pair[] {
  const width = right.length + 1
  const best = new Float64Array((left.length + 1) * width)
  const worth = new Float64Array((left.length + 1) * width)
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const at = i * width + j
      worth[at] = worthOf(a[left[i] ?? 0], b[right[j] ?? 0])
      const paired = worth[at] > 0 ? worth[at] + (best[at + width + 1] ?? 0) : 0
      best[at] = Math.max(paired, best[at + width] ?? 0, best[at + 1] ?? 0)
    }
  }
  const found: Pair[] = []
  let i = 0
  let j = 0
  while (i < left.length && j < right.length) {
    const at = i * width + j
    const w = worth[at] ?? 0
    if (w > 0 && best[at] === w + (best[at + width + 1] ?? 0)) found.push([left[i++] ?? 0, right[j++] ?? 0])
    else if (best[at] === (best[at + width] ?? 0)) i++
    else j++
  }
  return found
}

function worthOf(a: Side[number] | undefined, b: Side[number] | undefined): number {
  if (a === undefined || b === undefined) return 0
  const like = likenessOf(a.bag, b.bag)
  const inPlace = a.place === b.place
  if (like < (inPlace ? LIKE_IN_PLACE : LIKE_IN_ORDER)) return 0
  return like + (inPlace ? PLACE_BONUS : 0)
}

/** The likeliest pairs first, whatever their order. */
function moved(a: Side, b: Side, { left, right }: Free): Pair[] {
  const all = left
    .flatMap((i) => right.map((j) => ({ i, j, like: likenessOf(a[i]?.bag ?? NO_BAG, b[j]?.bag ?? NO_BAG) })))
    .filter((p) => p.like >= LIKE_MOVED)
    .sort((x, y) => y.like - x.like || x.i - y.i || x.j - y.j)
  const used = new Set<string>()
  return all.flatMap(({ i, j }): Pair[] => {
    if (used.has(`a${i}`) || used.has(`b${j}`)) return []
    used.add(`a${i}`).add(`b${j}`)
    return [[i, j]]
  })
}

const NO_BAG: Bag = { words: new Map(), size: 0 }

/** Một đoạn của câu khi so: standing in both, only in the earlier, or only in the later sentence. */
export type WordChange = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

const MOST_STEPS = 4_000_000

/** What changed from one sentence to the other, word by word; the pieces that are not `added` give `before` back. */
export function wordChanges(before: string, after: string): WordChange[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const a = before.match(/\S+\s*/g) ?? []
  const b = after.match(/\S+\s*/g) ?? []
  if (a.length * b.length > MOST_STEPS) return joined([...all('removed', a), ...all('added', b)])
  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  const same = (i: number, j: number): boolean => a[i]?.trim() === b[j]?.trim()
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j
      longest[at] = same(i, j)
        ? (longest[at + width + 1] ?? 0) + 1
        : Math.max(longest[at + width] ?? 0, longest[at + 1] ?? 0)
    }
  }
  const out: WordChange[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const at = i * width + j
    if (i < a.length && j < b.length && same(i, j)) {
      out.push({ kind: 'same', text: a[i++] ?? '' })
      j++
    } else if (i < a.length && (j >= b.length || (longest[at + width] ?? 0) >= (longest[at + 1] ?? 0))) {
      out.push({ kind: 'removed', text: a[i++] ?? '' })
    } else out.push({ kind: 'added', text: b[j++] ?? '' })
  }
  return joined(out)
}

const all = (kind: WordChange['kind'], words: readonly string[]): WordChange[] => words.map((text) => ({ kind, text }))

/** Neighbours of one kind become one piece; the text of unchanged words is the earlier one's. */
function joined(list: readonly WordChange[]): WordChange[] {
  const out: WordChange[] = []
  for (const c of list) {
    const last = out.at(-1)
    if (last?.kind === c.kind) out[out.length - 1] = { kind: c.kind, text: last.text + c.text }
    else out.push(c)
  }
  return out
}
