/**
 * Thay đổi hồ sơ: what entries change in a dossier. Pure; the same entries a second time change nothing.
 *
 * An entry that says no more than is known changes nothing. One that says something else about a slot (the main post, the
 * address) closes what held when it is dated later, and mends it when it is not. What a paper or the State's data proved is never
 * overwritten by something weaker: both are kept, and the weaker one stands as contested until somebody decides.
 */
import type { Dossier, Entry, Person } from '../words/dossier.ts'
import { groupOf } from '../words/groups.ts'
import { applyFact } from './change-facts.ts'
import { applyCore, applyNumbers, applySealed } from './change-person.ts'
import type { ChangeAt, DossierChange, Work } from './changing.ts'
import { gapsOf, shareOf } from './completeness.ts'
import { levelOf } from './verification.ts'

const NOBODY: Omit<Person, 'id' | 'unitId' | 'batchId'> = {
  code: '',
  name: '',
  sex: null,
  birth: null,
  birthPlace: null,
  homePlace: null,
  nationality: null,
  died: null,
  mergedInto: null,
  removed: false,
  version: 0,
  completeness: 0,
  gaps: [],
  coreLevel: 0,
  coreSource: '',
  level: 0,
  confirmedOn: null,
}

/** What `entries` change in `before`; null = a person the register does not have. */
export function changeDossier(before: Dossier | null, entries: readonly Entry[], at: ChangeAt): DossierChange {
  const work: Work = {
    fresh: before === null,
    person: before?.person ?? { ...NOBODY, id: at.newId(), unitId: at.unitId, batchId: at.batchId },
    facts: [...(before?.facts ?? [])],
    identifiers: [...(before?.identifiers ?? [])],
    sealed: [...(before?.sealed ?? [])],
    added: new Map(),
    superseded: new Set(),
    identifiersAdded: [],
    identifiersSuperseded: [],
    sealedAdded: [],
    sealedSuperseded: [],
    fields: [],
    findings: [],
  }
  for (const entry of entries) apply(work, entry, at)
  const person = { ...work.person, gaps: gapsOf(work), completeness: 0, level: levelOf(work.person, work.facts) }
  const after = { ...person, completeness: shareOf(person.gaps) }
  const touched =
    work.fields.length > 0 ||
    work.added.size > 0 ||
    work.superseded.size > 0 ||
    work.identifiersAdded.length > 0 ||
    work.sealedAdded.length > 0
  return {
    outcome: before === null ? 'new' : touched ? 'changed' : 'same',
    before: before?.person ?? null,
    person: touched || before === null ? { ...after, version: after.version + 1 } : (before?.person ?? after),
    facts: work.facts,
    identifiers: work.identifiers,
    added: [...work.added.values()],
    superseded: [...work.superseded],
    identifiersAdded: work.identifiersAdded,
    identifiersSuperseded: work.identifiersSuperseded,
    sealedAdded: work.sealedAdded,
    sealedSuperseded: work.sealedSuperseded,
    fields: work.fields,
    findings: work.findings,
  }
}

function apply(work: Work, entry: Entry, at: ChangeAt): void {
  const { keeps } = groupOf(entry.group)
  if (keeps === 'identifier') applyNumbers(work, entry, at)
  else if (keeps === 'sealed') applySealed(work, entry, at)
  else if (keeps === 'person') applyCore(work, entry)
  else if (entry.group === 'names') applyNames(work, entry, at)
  else if (keeps === 'fact') applyFact(work, entry, at)
}

/** The birth name stands on the row of the person, any other name is a fact. */
function applyNames(work: Work, entry: Entry, at: ChangeAt): void {
  const { fullName, ...others } = entry.data
  if (fullName !== undefined) applyCore(work, { ...entry, data: { name: fullName } })
  if (others.otherName !== undefined) applyFact(work, { ...entry, data: others }, at)
}
