/**
 * Độ giống của hai nhiệm vụ: how much of what two texts are about is the same. Words of Vietnamese are mostly two
 * syllables, so pairs of neighbouring syllables count most, single ones a little; what every task of the plan says
 * ("thực hiện", "nâng cao") counts for little (TF-IDF over the tasks of the plan).
 */
import { sameSpelling } from '../../../kernel/text.ts'

/** Hư từ: syllables that say nothing of the matter. A pair does not reach over one. */
const EMPTY = new Set(
  'và các của cho trong đối với theo tại về được là có để những từ đến nhằm trên dưới này đó khi bằng vào ra hoặc như một việc do phải không hằng hàng năm ngày tháng quý trước sau thuộc bảo đảm thực hiện tổ chức tiếp tục tăng cường nâng cao đẩy mạnh chủ trì phối hợp liên quan'.split(
    ' ',
  ),
)

/** What a single syllable weighs beside a pair. */
const SINGLE = 0.3

/** Nội dung của một câu: its features and how often each stands there. */
export type Content = ReadonlyMap<string, number>

/** The syllables of a text, one spelling, small letters; marks between words become `null`, no pair reaches over them. */
function syllables(text: string): (string | null)[] {
  return [...sameSpelling(text).matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)].map(([word]) =>
    /^[\p{L}\p{N}]/u.test(word) && !EMPTY.has(word) ? word : null,
  )
}

/** Whether two texts are the same words, whatever their spelling habits, marks and white space. */
export const sameWords = (a: string, b: string): boolean => bareWords(a) === bareWords(b)

const bareWords = (text: string): string => (sameSpelling(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

/** The features of a text: syllables, and pairs of neighbours. */
export function contentOf(text: string): Content {
  const found = new Map<string, number>()
  const list = syllables(text)
  for (const [i, word] of list.entries()) {
    if (word === null) continue
    found.set(word, (found.get(word) ?? 0) + 1)
    const next = list[i + 1]
    if (next) found.set(`${word} ${next}`, (found.get(`${word} ${next}`) ?? 0) + 1)
  }
  return found
}

/** Trọng số: how telling a feature is among the tasks of a plan. */
export type Weights = (feature: string) => number

/** Weights over a plan: what stands in few of its tasks weighs more. */
export function weightsOf(plan: readonly Content[]): Weights {
  const holders = new Map<string, number>()
  for (const c of plan) for (const f of c.keys()) holders.set(f, (holders.get(f) ?? 0) + 1)
  return (f) => Math.log(1 + plan.length / (1 + (holders.get(f) ?? 0))) * (f.includes(' ') ? 1 : SINGLE)
}

/** Below this many features a text is too short to be contained in another by more than chance. */
const ENOUGH = 8

/** 0 = nothing in common, 1 = the same: the angle between the two, and how much of the shorter lies in the longer. */
export function likeness(a: Content, b: Content, weigh: Weights): number {
  let both = 0
  let shared = 0
  const [squaresA, totalA] = sums(a, weigh)
  const [squaresB, totalB] = sums(b, weigh)
  for (const [f, n] of a) {
    const m = b.get(f)
    if (m === undefined) continue
    const w = weigh(f)
    both += n * m * w * w
    shared += w
  }
  if (both === 0) return 0
  const angle = both / Math.sqrt(squaresA * squaresB)
  const within = (shared / Math.min(totalA, totalB)) * Math.min(1, Math.min(a.size, b.size) / ENOUGH)
  return Math.min(1, 0.5 * angle + 0.5 * within)
}

function sums(c: Content, weigh: Weights): [squares: number, total: number] {
  let squares = 0
  let total = 0
  for (const [f, n] of c) {
    const w = weigh(f)
    squares += n * n * w * w
    total += w
  }
  return [squares, total]
}

/** The longest stretches of words that two texts share, most telling first, as `a` writes them. */
export function sharedPhrases(a: string, b: Content, weigh: Weights, most: number): string[] {
  const found = new Map<string, number>()
  let run: string[] = []
  let weight = 0
  const end = () => {
    if (run.length > 1) found.set(run.join(' '), weight)
    run = []
    weight = 0
  }
  for (const word of syllables(a)) {
    const last = run.at(-1)
    const pair = last === undefined ? '' : `${last} ${word}`
    if (word !== null && last !== undefined && b.has(pair)) {
      run.push(word)
      weight += weigh(pair)
      continue
    }
    end()
    if (word !== null && b.has(word)) run = [word]
  }
  end()
  return [...found]
    .sort((x, y) => y[1] - x[1])
    .slice(0, most)
    .map(([phrase]) => phrase)
}
