/**
 * Đoạn gần giống nhau: paragraphs of several bodies that say nearly the same, with the passages they share, so that an officer can let
 * one stand for all. Nothing is merged by itself. Pure.
 */
import { likenessAmong, wordChanges } from '../../../kernel/alignment.ts'

/** Two paragraphs this alike are told: four words of five in common. */
const NEARLY_ALIKE = 0.8
/** A shared passage is told from this many words on. */
const PASSAGE_WORDS = 6

/** Một đoạn của một cơ quan. */
export type Said = { readonly body: string; readonly text: string }

/** Nhóm đoạn gần giống nhau: the longest first, the others with how alike they are to it and what they share. */
export type SimilarGroup = {
  readonly lead: Said
  readonly others: readonly {
    readonly said: Said
    /** 0 to 1. */
    readonly likeness: number
    readonly shared: readonly string[]
  }[]
}

/** Passages of at least six words that stand in both. */
export const sharedPassages = (a: string, b: string): string[] =>
  wordChanges(a, b).flatMap((c) =>
    c.kind === 'same' && c.text.trim().split(/\s+/).length >= PASSAGE_WORDS ? [c.text.trim()] : [],
  )

/** Groups of nearly alike paragraphs; each paragraph stands in one group at most. */
export function similarGroups(list: readonly Said[]): SimilarGroup[] {
  const longestFirst = list.toSorted((a, b) => b.text.length - a.text.length || (a.body < b.body ? -1 : 1))
  const alike = likenessAmong(longestFirst.map((s) => s.text))
  const taken = new Set<number>()
  return longestFirst.flatMap((lead, i): SimilarGroup[] => {
    if (taken.has(i)) return []
    const others = longestFirst.flatMap((said, j) => {
      const like = j <= i || taken.has(j) ? 0 : alike(i, j)
      if (like < NEARLY_ALIKE) return []
      taken.add(j)
      return [{ said, likeness: like, shared: sharedPassages(lead.text, said.text) }]
    })
    return others.length === 0 ? [] : [{ lead, others }]
  })
}
