/** Đổi mục có ngày: an entry is added, mends, closes what held before, raises its level, or is kept as contested. */
import { firstDayOf, type PartialDay } from '../../../kernel/partial-day.ts'
import type { Entry, Fact, FactData } from '../words/dossier.ts'
import type { GroupCode } from '../words/group.ts'
import { groupOf, slotOf } from '../words/groups.ts'
import { type ChangeAt, higher, type Work } from './changing.ts'
import { contains, differs, equal, isAbout } from './same-fact.ts'

/** Applies one entry of a group of dated facts. */
export function applyFact(work: Work, entry: Entry, at: ChangeAt): void {
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
    level: what === 'all' ? e.level : higher(e.level, f.level === -1 ? e.level : f.level),
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
