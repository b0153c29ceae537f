/** Đo việc so hồ sơ: how many pairs are compared and decided in a second of processor time, beside the plainest comparison there is. */
import { compareRecords, decide } from '../src/modules/duplicates/public.ts'
import { contextFor } from '../tests/matching/measure.ts'
import { composePairs, type LabelledPair } from '../tests/matching/pairs.ts'
import { rounded } from './figures.ts'

const RUNS = 5
const ROUNDS = 40
/** Size of the register that the names are weighed against. */
const REGISTER = 20_000

/** Pairs in a second of processor time, the best of some runs. */
function rateOf(pairs: readonly LabelledPair[], work: (p: LabelledPair) => unknown): number {
  let best = 0
  for (let run = 0; run < RUNS; run++) {
    const began = process.cpuUsage().user
    for (let round = 0; round < ROUNDS; round++) for (const p of pairs) work(p)
    best = Math.max(best, (ROUNDS * pairs.length * 1e6) / (process.cpuUsage().user - began))
  }
  return best
}

/** What was found: pairs of a second, and how many times longer one takes than comparing two names letter by letter. */
export type MatchingFound = { readonly pairs: number; readonly perSecond: number; readonly timesRaw: number }

/** Compares the pairs of the recipe. Takes some seconds. */
export async function benchMatching(): Promise<MatchingFound> {
  const pairs = composePairs(3)
  const context = contextFor(
    pairs.flatMap((p) => [p.a.name, p.b.name]),
    REGISTER,
  )
  const perSecond = rateOf(pairs, (p) => decide(compareRecords(p.a, p.b, context)))
  const raw = rateOf(pairs, (p) => p.a.name.localeCompare(p.b.name, 'vi'))
  return { pairs: pairs.length, perSecond: Math.round(perSecond), timesRaw: rounded(raw / perSecond) }
}

/** The same for people. */
export const tellMatching = (f: MatchingFound): string =>
  `So và quyết định ${f.perSecond.toLocaleString('vi')} cặp mỗi giây xử lý, gấp ${f.timesRaw} lần so hai họ tên theo chữ`
