/**
 * Lời văn lặp lại: the share of runs of three words that two texts have in common, once days, numbers and symbols of documents are left
 * out. Runs, not single words: reports of offices share most of their words, but a new sentence puts them in an order of its own.
 */
import { squeeze } from '../../../kernel/text.ts'

const RUN = 3

/** Words of a text without days, numbers and symbols of documents. */
export const plainWords = (text: string): readonly string[] =>
  squeeze(text)
    .toLowerCase()
    .split(/[^\p{L}\d/-]+/u)
    .filter((w) => w !== '' && !/\d/.test(w))

const runsOf = (words: readonly string[]): Map<string, number> => {
  const runs = new Map<string, number>()
  for (let i = 0; i + RUN <= words.length; i++) {
    const run = words.slice(i, i + RUN).join(' ')
    runs.set(run, (runs.get(run) ?? 0) + 1)
  }
  return runs
}

/** Share (0 to 1) of the runs of the longer text that the other has too, and how many words the shorter has. */
export function repeatedShare(one: string, other: string): { readonly share: number; readonly words: number } {
  const [a, b] = [plainWords(one), plainWords(other)]
  const [runs, others] = [runsOf(a), runsOf(b)]
  const most = Math.max(a.length, b.length) - RUN + 1
  let both = 0
  for (const [run, n] of runs) both += Math.min(n, others.get(run) ?? 0)
  return { share: most <= 0 ? 0 : both / most, words: Math.min(a.length, b.length) }
}
