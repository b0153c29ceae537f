/** Đo: what the rules of duplicates make of labelled pairs. */
import {
  compareRecords,
  decide,
  type MatchContext,
  type MatchVerdict,
  matchKeys,
} from '../../src/modules/duplicates/public.ts'
import { nameFrequencies } from '../../src/modules/duplicates/rules/frequencies.ts'
import type { LabelledPair } from './pairs.ts'

/** Kết quả đo. */
export type Measured = {
  readonly pairs: number
  readonly same: number
  /** Linked without asking, and those of them that are one person. */
  readonly auto: number
  readonly autoRight: number
  /** Pairs of one person that were linked or asked about. */
  readonly found: number
  /** Pairs of two people that were asked about. */
  readonly asked: number
  readonly missed: readonly string[]
  readonly wrong: readonly string[]
}

/** Share of the automatic links that are right. */
export const precisionOf = (m: Measured): number => (m.auto === 0 ? 1 : m.autoRight / m.auto)
/** Share of the pairs of one person that are linked or asked about. */
export const recallOf = (m: Measured): number => (m.same === 0 ? 1 : m.found / m.same)

/** A register of `size` people bearing `names`. */
export const contextFor = (names: Iterable<string>, size: number): MatchContext => ({
  size,
  names: nameFrequencies(names),
  sharedContacts: new Map(),
})

/** Verdict of a pair: without a shared key it is never compared. */
export function verdictOf(pair: LabelledPair, context: MatchContext): MatchVerdict {
  const keys = new Set(matchKeys(pair.a).map((k) => `${k.kind} ${k.value}`))
  if (!matchKeys(pair.b).some((k) => keys.has(`${k.kind} ${k.value}`))) return 'different'
  return decide(compareRecords(pair.a, pair.b, context)).verdict
}

/** Measures all pairs in one register. */
export function measure(pairs: readonly LabelledPair[], context: MatchContext): Measured {
  const judged = pairs.map((pair) => ({ pair, verdict: verdictOf(pair, context) }))
  const auto = judged.filter((j) => j.verdict === 'auto')
  const same = judged.filter((j) => j.pair.same)
  const missed = same.filter((j) => j.verdict === 'different')
  const asked = judged.filter((j) => !j.pair.same && j.verdict !== 'different')
  return {
    pairs: pairs.length,
    same: same.length,
    auto: auto.length,
    autoRight: auto.filter((j) => j.pair.same).length,
    found: same.length - missed.length,
    asked: asked.length,
    missed: missed.map((j) => tell(j.pair)),
    wrong: auto.filter((j) => !j.pair.same).map((j) => tell(j.pair)),
  }
}

const tell = ({ tag, a, b }: LabelledPair): string =>
  `${tag}: ${a.name} ${a.birth?.day} ${a.unitId} | ${b.name} ${b.birth?.day} ${b.unitId}`
