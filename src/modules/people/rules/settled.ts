/** Hồ sơ đã định: a dossier whose facts are decided; its row is made to fit them, nothing else is touched. Pure. */
import type { Dossier, Person } from '../words/dossier.ts'
import type { DossierChange } from './changing.ts'
import { gapsOf, shareOf } from './completeness.ts'
import { levelOf } from './verification.ts'

/** Nothing comes, nothing goes. */
export const UNTOUCHED = {
  added: [],
  superseded: [],
  identifiersAdded: [],
  identifiersSuperseded: [],
  sealedAdded: [],
  sealedSuperseded: [],
} as const

/** What is saved of it. */
type Settled = Pick<DossierChange, 'outcome' | 'person' | 'facts' | keyof typeof UNTOUCHED>

/** The change that leaves the dossier as it is given. */
export function settled(d: Dossier): Settled {
  const gaps = gapsOf(d)
  const person: Person = {
    ...d.person,
    version: d.person.version + 1,
    gaps,
    completeness: shareOf(gaps),
    level: levelOf(d.person, d.facts),
  }
  return { ...UNTOUCHED, outcome: 'changed', person, facts: d.facts }
}

/**
 * Rút mục: the facts `gone` no longer hold; `change` is what was decided in their place, made from the dossier without them.
 * Answers with what `writePeople` saves.
 */
export function withoutFacts(d: Dossier, gone: readonly string[], change: DossierChange | null = null): Settled {
  if (change?.outcome === 'changed') return { ...change, superseded: [...change.superseded, ...gone] }
  return { ...settled({ ...d, facts: d.facts.filter((f) => !gone.includes(f.id)) }), superseded: gone }
}
