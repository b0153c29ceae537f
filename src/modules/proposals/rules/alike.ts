/** Gợi ý gộp: proposals of several bodies that ask for the same in nearly the same words. Only a suggestion: an officer chooses. */
import { likenessAmong } from '../../../kernel/alignment.ts'

/** Mức giống để gợi ý (Dice trên từ). */
export const ALIKE = 0.6

type Said = { readonly id: string; readonly text: string }

/** Nhóm gần giống: the first is the one the others are suggested to join; `like` = to the nearest of the group. */
export type AlikeGroup<T extends Said> = {
  readonly first: T
  readonly others: readonly (T & { readonly like: number })[]
}

/** Groups of proposals linked by likeness, in the order of the list; each proposal in one group at most. */
export function alikeGroups<T extends Said>(list: readonly T[]): AlikeGroup<T>[] {
  const texts = [...new Set(list.map((p) => p.text))]
  const group = new Map(texts.map((t) => [t, t]))
  const nearest = new Map<string, number>()
  const rootOf = (t: string): string => {
    const up = group.get(t) ?? t
    return up === t ? t : rootOf(up)
  }
  const likeness = likenessAmong(texts)
  for (const [a, x] of texts.entries())
    for (const [i, y] of texts.slice(a + 1).entries()) {
      const like = likeness(a, a + 1 + i)
      if (like < ALIKE) continue
      for (const t of [x, y]) nearest.set(t, Math.max(like, nearest.get(t) ?? 0))
      group.set(rootOf(y), rootOf(x))
    }
  const twice = new Set(list.map((p) => p.text).filter((t, i, all) => all.indexOf(t) !== i))
  const likeOf = (t: string): number => (twice.has(t) ? 1 : (nearest.get(t) ?? 0))
  return [...Map.groupBy(list, (p) => rootOf(p.text)).values()].flatMap(([first, ...others]) =>
    first === undefined || others.length === 0
      ? []
      : [{ first, others: others.map((o) => ({ ...o, like: likeOf(o.text) })) }],
  )
}
