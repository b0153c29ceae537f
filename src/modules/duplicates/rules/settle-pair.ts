/** Cặp sau một lần so: opened, brought up to date, opened again, closed, only marked, or left as it is. */
import type { Comparison } from './compare.ts'
import type { MatchDecision } from './decide.ts'

/** Việc phải làm với cặp. `mark` keeps two people apart without asking anybody. */
export type Settlement = 'open' | 'update' | 'reopen' | 'close' | 'mark' | 'leave'

const IDS = ['cccd.same', 'cmnd.same', 'orcid.same']

/** Codes of the numbers that agree. */
export const idEvidenceOf = (c: Comparison): string[] =>
  c.outcomes.map((o) => o.code).filter((code) => IDS.includes(code))

/** What was known of the pair; null = nothing yet. */
export type KnownPair = { readonly state: string; readonly idEvidence: readonly string[] }

/** Decides what becomes of the pair. "Not one person" holds for ever, unless a number agrees that did not before. */
export function settlePair(known: KnownPair | null, c: Comparison, d: MatchDecision): Settlement {
  const asks = d.verdict !== 'different'
  if (known === null) return asks ? 'open' : isMarked(c, d) ? 'mark' : 'leave'
  if (known.state === 'open') return asks ? 'update' : 'close'
  if (known.state === 'void') return asks ? 'reopen' : 'leave'
  if (known.state !== 'different' || !asks) return 'leave'
  return idEvidenceOf(c).some((code) => !known.idEvidence.includes(code)) ? 'reopen' : 'leave'
}

/** Two people whom somebody will take for one: twins, or one name and birthday under two numbers. */
const isMarked = (c: Comparison, d: MatchDecision): boolean =>
  d.guards.includes('twins') ||
  (d.guards.includes('two-cccd') && c.sameKey && c.outcomes.some((o) => o.code === 'birth.same-day'))

/** Why a marked pair is kept apart. */
export const whyApart = (d: MatchDecision): string =>
  d.guards.includes('twins')
    ? 'Cùng họ, cùng ngày sinh, khác tên: có thể sinh đôi.'
    : 'Hai số định danh khác nhau, đều còn hiệu lực.'
