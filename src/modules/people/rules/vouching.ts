/**
 * Xác nhận cả hồ sơ: the body that keeps dossiers vouches for what stands in them, so that level 0 rises to 1. A dossier with an open
 * contradiction, or with too little in it, is left out and told (NĐ 27/2026/NĐ-CP: cơ quan chịu trách nhiệm về dữ liệu đã xác nhận).
 */
import type { Dossier, Entry, Fact } from '../words/dossier.ts'
import { saidAgain } from './said-again.ts'

/** Percent a dossier must hold before a body may vouch for it. */
export const LEAST_COMPLETE = 50

/** Dossiers that may be confirmed, and the two kinds that may not. */
export function confirmable<T extends { readonly level: number; readonly completeness: number }>(
  people: readonly T[],
): { may: T[]; contested: T[]; thin: T[] } {
  const contested = people.filter((p) => p.level === -1)
  const thin = people.filter((p) => p.level !== -1 && p.completeness < LEAST_COMPLETE)
  return { contested, thin, may: people.filter((p) => p.level !== -1 && p.completeness >= LEAST_COMPLETE) }
}

/** Mục chủ hồ sơ tự khai that no officer has looked at yet. */
export const isDeclared = (f: Pick<Fact, 'level' | 'source'>): boolean => f.level === 0 && f.source === 'khai'

/**
 * What the body says by vouching: name and birth, and every entry of level 0 again, at level 1. Entries the person declared are
 * among them only when `declared` is asked for: they wait in a queue of their own, before and after side by side.
 */
export function vouched(d: Dossier, how: { source: string; declared: 'with' | 'without' }): Entry[] {
  const said = d.facts.filter((f) => f.level === 0 && (how.declared === 'with' || !isDeclared(f)))
  return [
    { group: 'names', data: { fullName: d.person.name }, level: 1, source: how.source },
    ...said.map((f) => saidAgain(f, { level: 1 })),
  ]
}
