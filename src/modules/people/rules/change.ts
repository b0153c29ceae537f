/**
 * Thay đổi hồ sơ: what entries change in a dossier. Pure; the same entries a second time change nothing.
 *
 * An entry that says no more than is known changes nothing. One that says something else about a slot (the main post, the
 * address) closes what held when it is dated later, and mends it when it is not. What a paper or the State's data proved is never
 * overwritten by something weaker: both are kept, and the weaker one stands as contested until somebody decides.
 */
import { firstDayOf, mayBeSameDay, type PartialDay } from '../../../kernel/partial-day.ts'
import { sameSpelling } from '../../../kernel/text.ts'
import type {
  Dossier,
  Entry,
  Fact,
  FactData,
  Finding,
  Identifier,
  Level,
  Person,
  Scheme,
  SealedMark,
} from '../words/dossier.ts'
import type { GroupCode } from '../words/group.ts'
import { groupOf, slotOf } from '../words/groups.ts'
import { gapsOf, shareOf } from './completeness.ts'
import { levelOf } from './verification.ts'

/** What the rule is given besides the entries. */
export type ChangeAt = {
  readonly newId: () => string
  /** Keyed digest, hexadecimal, of a number or of a sealed content. */
  readonly digest: (text: string) => string
  /** For a new person. */
  readonly unitId: string
  readonly batchId: string | null
}

/** Một giá trị đổi, for the preview: before and after in the words of the field. */
export type ChangedField = {
  readonly group: GroupCode
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** Thay đổi. `person` and `facts` are the dossier after it. */
export type DossierChange = {
  readonly outcome: 'new' | 'changed' | 'same'
  readonly before: Person | null
  readonly person: Person
  readonly facts: readonly Fact[]
  readonly identifiers: readonly Identifier[]
  readonly added: readonly Fact[]
  readonly superseded: readonly string[]
  readonly identifiersAdded: readonly (Identifier & { readonly value: string })[]
  readonly identifiersSuperseded: readonly string[]
  readonly sealedAdded: readonly (SealedMark & { readonly data: FactData; readonly entry: Entry })[]
  readonly sealedSuperseded: readonly string[]
  readonly fields: readonly ChangedField[]
  readonly findings: readonly Finding[]
}

type Work = {
  readonly fresh: boolean
  person: Person
  facts: Fact[]
  identifiers: Identifier[]
  sealed: SealedMark[]
  added: Map<string, Fact>
  superseded: Set<string>
  identifiersAdded: (Identifier & { value: string })[]
  identifiersSuperseded: string[]
  sealedAdded: (SealedMark & { data: FactData; entry: Entry })[]
  sealedSuperseded: string[]
  fields: ChangedField[]
  findings: Finding[]
}

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

// ---- what the row of the person holds

const CORE_FIELDS = ['name', 'sex', 'birth', 'birthPlace', 'homePlace', 'nationality', 'died'] as const

function applyCore(work: Work, entry: Entry): void {
  for (const field of CORE_FIELDS) {
    const said = entry.data[field]
    if (said === undefined || said === '') continue
    const known = work.person[field]
    if (known !== null && known !== '' && saysNoMore(field, String(said), String(known))) continue
    if (
      known !== null &&
      known !== '' &&
      work.person.coreLevel > entry.level &&
      !sharpens(field, String(said), String(known))
    ) {
      work.findings.push({
        group: entry.group,
        field,
        code: 'dossier.core-differs',
        message: 'Giá trị khác với giá trị đã được xác minh ở mức cao hơn; giữ giá trị đã xác minh.',
      })
      continue
    }
    work.fields.push({ group: entry.group, field: field === 'name' ? 'fullName' : field, before: known, after: said })
    work.person = { ...work.person, [field]: said }
  }
  if (entry.level > work.person.coreLevel || work.person.coreSource === '')
    work.person = { ...work.person, coreLevel: max(entry.level, work.person.coreLevel), coreSource: entry.source }
}

const max = (a: Level, b: Level): Level => (a > b ? a : b)

const isDay = (field: string): boolean => field === 'birth' || field === 'died'

/** A year says no more than the day that lies in it; a name in other letters of the same spelling says nothing new. */
function saysNoMore(field: string, said: string, known: string): boolean {
  if (said === known) return true
  return isDay(field) ? known.startsWith(said) : sameSpelling(said) === sameSpelling(known)
}

const sharpens = (field: string, said: string, known: string): boolean => isDay(field) && said.startsWith(known)

// ---- numbers

function applyNumbers(work: Work, entry: Entry, at: ChangeAt): void {
  for (const [name, given] of Object.entries(entry.data)) {
    const value = String(given).trim()
    if (value === '') continue
    const scheme = name as Scheme
    const digest = at.digest(`${scheme}|${value.toUpperCase()}`)
    const known = work.identifiers.filter((i) => i.scheme === scheme)
    if (known.some((i) => i.digest === digest)) continue
    const replaced = known.filter((i) => i.state === 'valid' && scheme !== 'cmnd')
    for (const old of replaced) {
      work.identifiersSuperseded.push(old.id)
      work.identifiers = work.identifiers.filter((i) => i.id !== old.id)
    }
    const added: Identifier = {
      id: at.newId(),
      personId: work.person.id,
      scheme,
      digest,
      last3: value.slice(-3),
      state: 'valid',
      source: entry.source,
      batchId: at.batchId,
    }
    work.identifiers.push(added)
    work.identifiersAdded.push({ ...added, value })
  }
}

// ---- sealed facts: only whether the same was said is known here

function applySealed(work: Work, entry: Entry, at: ChangeAt): void {
  const digest = at.digest(`${entry.group}|${canonical(entry.data)}`)
  const known = work.sealed.filter((s) => s.group === entry.group)
  if (known.some((s) => s.digest === digest)) return
  if (groupOf(entry.group).time === 'single') {
    for (const old of known) work.sealedSuperseded.push(old.id)
    work.sealed = work.sealed.filter((s) => s.group !== entry.group)
  }
  const mark: SealedMark = {
    id: at.newId(),
    personId: work.person.id,
    group: entry.group,
    digest,
    source: entry.source,
    batchId: at.batchId,
  }
  work.sealed.push(mark)
  work.sealedAdded.push({ ...mark, data: entry.data, entry })
}

/** Fields in a fixed order: the same content has the same digest. */
export const canonical = (data: FactData): string =>
  JSON.stringify(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))

// ---- dated facts

/** Fields by which two entries of a group are about the same thing. */
const KEYS: Readonly<Partial<Record<GroupCode, readonly string[]>>> = {
  names: ['otherName'],
  category: ['category'],
  education: ['level', 'major'],
  'academic-title': ['title'],
  'political-theory': ['level'],
  'state-training': ['programme', 'course'],
  language: ['language'],
  'digital-skill': ['level'],
  military: ['left'],
  post: ['body', 'position'],
  appraisal: ['year'],
  award: ['award'],
  'research-field': ['field'],
  publication: ['title'],
  invention: ['title'],
  project: ['title'],
  advisory: ['subject'],
  membership: ['association'],
  talent: ['basis'],
}

function applyFact(work: Work, entry: Entry, at: ChangeAt): void {
  const mine = work.facts.filter((f) => f.group === entry.group)
  const pointed = entry.mends === undefined ? undefined : mine.find((f) => f.id === entry.mends)
  const slot = slotOf(groupOf(entry.group), entry.data)
  const same = mine.find((f) => f.slot === slot && contains(f, entry) && (slot === null || isStanding(f, mine, entry)))
  if (pointed !== undefined) replace(work, pointed, mended(pointed, entry, 'all'), at)
  else if (same !== undefined) raise(work, same, entry, at)
  // What was contested once and is said again stays contested once.
  else if (mine.some((f) => f.level === -1 && contains(f, entry))) return
  else if (slot !== null) applySlot(work, { slot, held: mine.filter((f) => f.slot === slot) }, entry, at)
  else applyLoose(work, mine, entry, at)
}

/** An event, or one of many at once: mends the one it is about, else is added. */
function applyLoose(work: Work, mine: readonly Fact[], entry: Entry, at: ChangeAt): void {
  const about = mine.filter((f) => f.level >= 0 && f.slot === null && isAbout(f, entry))
  const known = about.length === 1 ? about[0] : ownOf(mine, entry)
  if (known === undefined) add(work, entry, null, at)
  else if (known.level > entry.level && differs(known, entry)) contest(work, entry, at)
  else replace(work, known, mended(known, entry, 'said'), at)
}

/** The one fact that the same source said before: what it says now mends it. */
function ownOf(mine: readonly Fact[], entry: Entry): Fact | undefined {
  const own = mine.filter((f) => f.source === entry.source && f.level >= 0 && f.slot === null)
  return entry.source.startsWith('nhap:') && own.length === 1 ? own[0] : undefined
}

const equal = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'string' && typeof b === 'string' && sameSpelling(a) === sameSpelling(b))

const datesAgree = (said: PartialDay | null | undefined, known: PartialDay | null): boolean =>
  said === null || said === undefined || (known !== null && mayBeSameDay(said, known) && said.length <= known.length)

/** Whether the entry says no more than the fact. */
const contains = (f: Fact, e: Entry): boolean =>
  Object.entries(e.data).every(([name, said]) => name.endsWith('Text') || equal(said, f.data[name])) &&
  datesAgree(e.from, f.from) &&
  datesAgree(e.to, f.to)

const clash = (a: PartialDay | null | undefined, b: PartialDay | null | undefined): boolean =>
  !!a && !!b && !mayBeSameDay(a, b)

/** Whether both are about the same thing: no key field differs, at least one is equal, and the dates do not clash. */
function isAbout(f: Fact, e: Entry): boolean {
  const keys = KEYS[e.group] ?? []
  const both = keys.filter((k) => f.data[k] !== undefined && e.data[k] !== undefined)
  return both.length > 0 && both.every((k) => equal(f.data[k], e.data[k])) && !clash(f.from, e.from)
}

const differs = (f: Fact, e: Entry): boolean =>
  Object.entries(e.data).some(
    ([name, said]) => !name.endsWith('Text') && f.data[name] !== undefined && !equal(said, f.data[name]),
  )

/** The same again by somebody who proves more: the level rises. */
function raise(work: Work, f: Fact, e: Entry, at: ChangeAt): void {
  if (e.level <= f.level) return
  replace(work, f, { ...f, level: e.level, evidence: e.evidence ?? f.evidence, source: e.source }, at)
}

function applySlot(
  work: Work,
  { slot, held }: { slot: string; held: readonly Fact[] },
  entry: Entry,
  at: ChangeAt,
): void {
  const begins = entry.from ?? (held.length > 0 ? entry.asOf : undefined) ?? null
  const start = begins === null ? null : firstDayOf(begins)
  const ordered = inTime(held)
  const current = start === null ? ordered.at(-1) : ordered.find((f) => holdsAt(f, start))
  const to = earlier(entry.to, ordered.find((f) => f !== current && startOf(f) > startIn(current, start))?.from)
  if (to !== null && firstDayOf(to) <= startIn(current, start)) endsTooEarly(work, entry)
  else if (current === undefined) add(work, { ...entry, from: begins, to }, slot, at)
  else if (current.level > entry.level && differs(current, entry)) contest(work, entry, at)
  else if (start === null || startOf(current) >= start)
    replace(work, current, mended(current, { ...entry, to: entry.to ? to : current.to }, 'said'), at)
  else {
    replace(work, current, { ...current, to: begins }, at)
    add(work, { ...entry, from: begins, to: earlier(to, current.to) }, slot, at, current)
  }
}

/** The first day of what an entry of a slot speaks of. */
const startIn = (current: Fact | undefined, start: string | null): string =>
  start ?? (current === undefined ? ALWAYS : startOf(current))

function endsTooEarly(work: Work, e: Entry): void {
  work.findings.push({
    group: e.group,
    field: 'to',
    code: 'dossier.ends-too-early',
    message: 'Ngày kết thúc không sau ngày bắt đầu; mục này chưa được ghi.',
  })
}

const inTime = (facts: readonly Fact[]): Fact[] => [...facts].sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1))
const holdsAt = (f: Fact, day: string): boolean => startOf(f) <= day && (f.to === null || day < firstDayOf(f.to))

/** Whether the fact is the one an entry without a beginning speaks of: what holds on the day it was seen, else the latest. */
function isStanding(f: Fact, mine: readonly Fact[], e: Entry): boolean {
  if (e.from) return true
  const last = inTime(mine.filter((m) => m.slot === f.slot)).at(-1)
  return e.asOf ? holdsAt(f, firstDayOf(e.asOf)) : f === last
}

const ALWAYS = '0001-01-01'
const startOf = (f: Fact): string => (f.from === null ? ALWAYS : firstDayOf(f.from))

const earlier = (a: PartialDay | null | undefined, b: PartialDay | null | undefined): PartialDay | null => {
  if (!a || !b) return a ?? b ?? null
  return firstDayOf(a) <= firstDayOf(b) ? a : b
}

/** The fact with what the entry says; `all` also empties what the entry leaves out. */
function mended(f: Fact, e: Entry, what: 'said' | 'all'): Fact {
  const data = what === 'all' ? e.data : { ...f.data, ...e.data }
  return {
    ...f,
    slot: slotOf(groupOf(f.group), data),
    data,
    from: what === 'all' ? (e.from ?? null) : (e.from ?? f.from),
    to: what === 'all' ? (e.to ?? null) : (e.to ?? f.to),
    level: what === 'all' ? e.level : max(e.level, f.level === -1 ? e.level : f.level),
    evidence: e.evidence ?? f.evidence,
    source: e.source,
  }
}

function replace(work: Work, old: Fact, next: Fact, at: ChangeAt): void {
  drop(work, old)
  const fact = { ...next, id: at.newId(), batchId: at.batchId }
  work.added.set(fact.id, fact)
  work.facts.push(fact)
  tellFields(work, fact.group, old.data, fact.data)
}

function drop(work: Work, old: Fact): void {
  work.facts = work.facts.filter((f) => f.id !== old.id)
  if (!work.added.delete(old.id)) work.superseded.add(old.id)
}

/** `instead` = the fact it follows in its slot: only what differs from it is told as changed. */
function add(work: Work, e: Entry, slot: string | null, at: ChangeAt, instead?: Fact): void {
  const fact: Fact = {
    id: at.newId(),
    personId: work.person.id,
    group: e.group,
    slot,
    from: e.from ?? null,
    to: e.to ?? null,
    data: e.data,
    level: e.level,
    evidence: e.evidence ?? '',
    source: e.source,
    batchId: at.batchId,
  }
  work.added.set(fact.id, fact)
  work.facts.push(fact)
  tellFields(work, e.group, instead?.data ?? {}, e.data)
}

/** Of somebody new there is nothing to compare with. */
function tellFields(work: Work, group: GroupCode, before: FactData, after: FactData): void {
  if (work.fresh) return
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)]))
    if (!field.endsWith('Text') && !equal(before[field], after[field]))
      work.fields.push({ group, field, before: before[field] ?? null, after: after[field] ?? null })
}

/** Both are kept: the proven one holds, the other is marked as contested and holds no slot. */
function contest(work: Work, e: Entry, at: ChangeAt): void {
  add(work, { ...e, level: -1 }, null, at)
  work.findings.push({
    group: e.group,
    field: '',
    code: 'dossier.contested',
    message: 'Khác với mục đã được xác minh ở mức cao hơn; cả hai được giữ, chờ cơ quan quyết định.',
  })
}
