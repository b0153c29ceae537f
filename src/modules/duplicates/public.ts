/** Những gì mô-đun khác được dùng. */
export { candidatesFor, type MatchCandidate } from './rules/candidates.ts'
export { type Comparison, compareRecords, type MatchContext } from './rules/compare.ts'
export { decide, type MatchDecision, type MatchVerdict } from './rules/decide.ts'
export { nameFrequencies } from './rules/frequencies.ts'
export { type MatchKey, matchKeys } from './rules/keys.ts'
export { type PersonName, readName } from './rules/names.ts'
export type { MatchReason } from './rules/reasons.ts'
export type { MatchRecord } from './rules/record.ts'
