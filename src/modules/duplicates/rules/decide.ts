/** Quyết định về một cặp: linked by itself, asked, or left apart. Evidence of identity links; a score alone never does. */
import type { Comparison } from './compare.ts'
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
export function decide(c: Comparison): MatchDecision {
  const seen = sightsOf(c)
  const twins = seen.sameDay && c.name.family !== 'different' && c.name.given === 'different'
  const guards = GUARDS[seen.twoCccd ? (twins ? 'both' : 'cccd') : twins ? 'twins' : 'none']
  return { verdict: verdictOf(c, seen, twins), guards }
}

const GUARDS: Readonly<Record<'none' | 'cccd' | 'twins' | 'both', readonly MatchGuard[]>> = {
  none: [],
  cccd: ['two-cccd'],
  twins: ['twins'],
  both: ['two-cccd', 'twins'],
}

/** Twins share family, birthday, home and telephone; their given names differ. */
function verdictOf(c: Comparison, seen: Sights, twins: boolean): MatchVerdict {
  const sure = c.posterior >= AUTO_AT_LEAST
  if (seen.twoCccd) return (seen.otherId || (seen.sameDay && seen.tied)) && c.sameKey ? 'conflict' : 'different'
  if (seen.sameCccd) {
    const proven = (seen.birthAgrees && c.name.given !== 'different') || c.sameKey
    return sure && proven ? 'auto' : 'conflict'
  }
  if (seen.sameOrcid) {
    if (!c.sameKey) return 'conflict'
    return sure && !twins ? 'auto' : 'likely'
  }
  if (twins) return 'different'
  if (seen.sameDay && seen.sameSex && seen.tied && !seen.marksDiffer && c.sameKey) return 'likely'
  return c.posterior >= ASK_AT_LEAST ? 'possible' : 'different'
}

type Sights = ReturnType<typeof sightsOf>

/** What the rules ask about, looked up once. */
function sightsOf(c: Comparison) {
  const seen = {
    sameDay: false,
    birthAgrees: false,
    sameSex: false,
    marksDiffer: false,
    /** Something that ties the two besides name and birth. */
    tied: false,
    sameCccd: false,
    twoCccd: false,
    sameOrcid: false,
    /** An identifier other than the number of the person agrees. */
    otherId: false,
  }
  for (const { code } of c.outcomes)
    switch (code) {
      case 'name.marks-differ':
        seen.marksDiffer = true
        break
      case 'birth.same-day':
      case 'birth.same-new-year':
        seen.sameDay = true
        seen.birthAgrees = true
        break
      case 'birth.same-month':
      case 'birth.same-year':
        seen.birthAgrees = true
        break
      case 'sex.same':
        seen.sameSex = true
        break
      case 'unit.same':
      case 'phone.same':
      case 'email.same':
      case 'school.same-year':
        seen.tied = true
        break
      case 'cmnd.same':
        seen.tied = true
        seen.otherId = true
        break
      case 'orcid.same':
        seen.sameOrcid = true
        seen.otherId = true
        break
      case 'cccd.same':
        seen.sameCccd = true
        break
      case 'cccd.different':
      case 'cccd.different-same-end':
        seen.twoCccd = true
        break
    }
  return seen
}
