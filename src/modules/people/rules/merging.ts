/**
 * Gộp hồ sơ: which facts of the dossier that goes away are said of the one that stays. Events and lists are joined; of what can be
 * only one, the officer's choice holds, and without a choice what is verified better, then what is newer.
 */
import { firstDayOf } from '../../../kernel/partial-day.ts'
import type { Dossier, Entry, Fact, FactData } from '../words/dossier.ts'

/** Lựa chọn khi gộp: fields of the person's row, and slots, taken from the dossier that goes away. */
export type MergeChoices = { readonly fields: readonly string[]; readonly slots: readonly string[] }

const CORE = ['name', 'sex', 'birth', 'birthPlace', 'homePlace', 'nationality', 'died'] as const

/** Entries that bring the chosen content of `other` into `survivor`. */
export function choicesFrom(survivor: Dossier, other: Dossier, choices: MergeChoices): Entry[] {
  const core: Record<string, string> = {}
  for (const field of CORE) {
    const value = other.person[field]
    if (value === null || value === '') continue
    if (survivor.person[field] === null || choices.fields.includes(field)) core[field] = value
  }
  const { name, ...birth } = core
  const level = survivor.person.coreLevel
  const said: Entry[] = []
  if (name !== undefined)
    said.push({ group: 'names', data: { fullName: name }, level, source: other.person.coreSource })
  else if (other.person.name !== survivor.person.name)
    said.push({
      group: 'names',
      data: { otherName: other.person.name, otherNameKind: 'ten-khac' },
      level: 0,
      source: 'gop',
    })
  if (Object.keys(birth).length > 0)
    said.push({ group: 'birth', data: birth as FactData, level, source: other.person.coreSource })
  return [...said, ...other.facts.flatMap((f) => entryOf(survivor, f, choices))]
}

function entryOf(survivor: Dossier, f: Fact, choices: MergeChoices): Entry[] {
  const entry: Entry = {
    group: f.group,
    data: f.data,
    from: f.from,
    to: f.to,
    level: f.level,
    evidence: f.evidence,
    source: f.source,
  }
  const rival = f.slot === null ? undefined : survivor.facts.find((s) => s.slot === f.slot && meet(s, f))
  if (rival === undefined) return [entry]
  if (!choices.slots.includes(f.slot ?? '')) return []
  return [{ ...entry, mends: rival.id }]
}

const meet = (a: Fact, b: Fact): boolean => {
  const [fromA, fromB] = [a.from === null ? '' : firstDayOf(a.from), b.from === null ? '' : firstDayOf(b.from)]
  return (a.to === null || fromB < firstDayOf(a.to)) && (b.to === null || fromA < firstDayOf(b.to))
}
