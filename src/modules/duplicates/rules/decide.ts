/** Quyết định về một cặp: linked by itself, asked, or left apart. Evidence of identity links; a score alone never does. */
import type { Comparison } from './compare.ts'
import type { OutcomeCode } from './outcome.ts'
import { prepare } from './prepare.ts'
import type { MatchRecord } from './record.ts'
import { ASK_AT_LEAST, AUTO_AT_LEAST } from './weights.ts'

/**
 * `auto`: one person, linked without asking; `conflict`: an identifier says one thing and the rest another; `likely`: one press;
 * `possible`: side by side; `different`: nothing to ask.
 */
export type MatchVerdict = 'auto' | 'conflict' | 'likely' | 'possible' | 'different'

/** Điều giữ hai người khác nhau khỏi bị gộp. */
export type MatchGuard = 'two-cccd' | 'twins'

/** Quyết định. */
export type MatchDecision = { readonly verdict: MatchVerdict; readonly guards: readonly MatchGuard[] }

/** Decides by the evidence of `compareRecords`, in the order of the rules: identifiers, guards, combinations, score. */
export function decide(a: MatchRecord, b: MatchRecord, c: Comparison): MatchDecision {
  const seen = (...codes: OutcomeCode[]) => c.outcomes.some((o) => codes.includes(o.code))
  const sameDay = seen('birth.same-day', 'birth.same-new-year')
  const twoCccd = seen('cccd.different', 'cccd.different-same-end')
  const twins = areTwins(c, sameDay)
  const guards: MatchGuard[] = [...(twoCccd ? ['two-cccd' as const] : []), ...(twins ? ['twins' as const] : [])]
  const as = (verdict: MatchVerdict): MatchDecision => ({ verdict, guards })
  const sameKey = hasSameKey(a, b)
  const sure = c.posterior >= AUTO_AT_LEAST
  const tied = seen('unit.same', 'phone.same', 'email.same', 'school.same-year', 'cmnd.same')

  if (twoCccd) {
    const otherwiseOne = seen('orcid.same', 'cmnd.same') || (sameDay && tied)
    return as(sameKey && otherwiseOne ? 'conflict' : 'different')
  }
  if (seen('cccd.same')) {
    const birthAgrees = seen('birth.same-day', 'birth.same-new-year', 'birth.same-month', 'birth.same-year')
    return as(sure && (sameKey || (birthAgrees && c.name.given !== 'different')) ? 'auto' : 'conflict')
  }
  if (seen('orcid.same')) return as(sameKey ? (sure && !twins ? 'auto' : 'likely') : 'conflict')
  if (twins) return as('different')
  const agree = sameKey && sameDay && seen('sex.same') && !seen('name.marks-differ')
  if (agree && tied) return as('likely')
  return as(c.posterior >= ASK_AT_LEAST ? 'possible' : 'different')
}

/** Twins share family, birthday, home and telephone; their given names differ. */
const areTwins = (c: Comparison, sameDay: boolean): boolean =>
  sameDay && c.name.family !== 'different' && c.name.given === 'different'

/** Any two of their names have one key. */
export function hasSameKey(a: MatchRecord, b: MatchRecord): boolean {
  const keys = prepare(b).names.map((n) => n.key)
  return prepare(a).names.some((n) => n.key !== '' && keys.includes(n.key))
}
