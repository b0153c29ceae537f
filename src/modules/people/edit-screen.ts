/** Màn hình sửa hồ sơ: what the forms and the queue of entries to confirm are drawn from. */
import { type Day, dayOf } from '../../kernel/day.ts'
import { showPartialDay } from '../../kernel/partial-day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { demand, type Right } from '../../kernel/right.ts'
import { type Ctx, performIn } from '../../platform/action.ts'
import { codeBook } from '../code-lists/public.ts'
import { type Unit, unitsOn } from '../organisations/public.ts'
import { openContact } from './actions/open-contact.ts'
import { openNumberValues } from './actions/open-number-values.ts'
import { openSensitive } from './actions/open-sensitive.ts'
import { labelsFor } from './labels.ts'
import type { AddPersonView, EntryActView, EntryFormView } from './pages/entry-form.ts'
import type { OpenedView } from './pages/opened.ts'
import type { WaitingView, WaitingWords } from './pages/waiting.ts'
import { demandPerson } from './profile-screen.ts'
import { canEditPeople, canOpenContact, canOpenNumbers, canSeeSensitive, canTransferPeople } from './rights.ts'
import { spanWords } from './rules/dossier-view.ts'
import { PURPOSES, type Purpose } from './rules/purpose.ts'
import { showEntry, showField, unitsIn } from './rules/showing.ts'
import { findFact, type RecordedFact } from './views/profile.ts'
import { waitingEntries } from './views/waiting.ts'
import { waitingCount } from './views/waiting-count.ts'
import type { FactData, Person } from './words/dossier.ts'
import type { GroupCode } from './words/group.ts'
import { GROUPS, groupOf } from './words/groups.ts'

/** The person of a code, when the actor may do `right` to the dossier. */
async function personFor(ctx: Ctx, code: string, right: Right): Promise<Decision<Person>> {
  const found = await demandPerson(ctx, code)
  if (!found.ok) return found
  if (found.value.mergedInto !== null)
    return refuse('conflict', 'person.merged', 'Hồ sơ này đã gộp vào hồ sơ khác. Mở hồ sơ ấy để sửa.')
  const allowed = demand(right, ctx.actor, found.value.unitId)
  return allowed.ok ? found : allowed
}

const bodiesWithin = (ctx: Ctx, units: readonly Unit[]): Unit[] => {
  const { scope } = ctx.actor
  return units.filter((u) => u.kind === 'body' && (scope === 'all' || scope.includes(u.id)))
}

/** Most names offered while typing: beyond it the page would grow with the province. */
const OFFERED = 250

/** The form of a group, empty or with the values of an entry. */
export async function readEntryForm(
  ctx: Ctx,
  q: { code: string; group: GroupCode; fact: string | null },
): Promise<Decision<EntryFormView>> {
  const found = await personFor(ctx, q.code, canEditPeople)
  if (!found.ok) return found
  const person = found.value
  const fact = q.fact === null ? null : await findFact(ctx.tx, q.fact)
  if (q.fact !== null && (fact === null || fact.personId !== person.id))
    return refuse('absent', 'entry.absent', 'Không tìm thấy mục này. Có thể mục vừa được sửa; mở lại hồ sơ.')
  const group = groupOf(fact?.group ?? q.group)
  const today = dayOf(ctx.now)
  const book = await codeBook(ctx.tx, today)
  const units = await unitsOn(ctx.tx, today)
  const lists = group.fields.flatMap((f) => (f.list === undefined ? [] : [f.list]))
  const bodies = group.fields.some((f) => f.kind === 'unit') ? bodiesWithin(ctx, units).slice(0, OFFERED) : []
  return accept({
    code: person.code,
    name: person.name,
    group: group.code,
    fact: fact?.id ?? null,
    values: fact === null ? firstValues(group.code, person, units) : await valuesOf(ctx, fact),
    evidence: fact === null ? '' : fact.evidence.replace(/\s*\[tệp [0-9a-f-]{36}\]$/, ''),
    lists: Object.fromEntries(lists.map((l) => [l, [...new Set(book.everOf(l).map((e) => e.label))]])),
    bodies: bodies.map((u) => u.officeName),
  })
}

/** What a new entry starts with: what the row of the person says, the own body for a post. */
function firstValues(group: GroupCode, p: Person, units: readonly Unit[]): Record<string, string> {
  if (group === 'names') return { fullName: p.name }
  if (group === 'post') return { body: units.find((u) => u.id === p.unitId)?.officeName ?? '', kind: 'Vị trí chính' }
  if (group !== 'birth') return {}
  return {
    birth: showPartialDay(p.birth),
    sex: p.sex === null ? '' : p.sex === 'nam' ? 'Nam' : 'Nữ',
    birthPlace: p.birthPlace ?? '',
    homePlace: p.homePlace ?? '',
    died: showPartialDay(p.died),
  }
}

async function valuesOf(ctx: Ctx, f: RecordedFact): Promise<Record<string, string>> {
  const labels = await labelsFor(ctx.tx, dayOf(ctx.now), unitsIn([f]))
  const shown = groupOf(f.group).fields.map((field) => {
    const value =
      field.kind === 'number' ? String(f.data[field.name] ?? '').replace('.', ',') : showField(field, f.data, labels)
    return [field.name, value] as const
  })
  return { ...Object.fromEntries(shown), from: showPartialDay(f.from), to: showPartialDay(f.to) }
}

/** Groups that the officer may add to. */
export async function readGroupChoice(
  ctx: Ctx,
  code: string,
): Promise<Decision<{ code: string; name: string; groups: { code: GroupCode; label: string }[] }>> {
  const found = await personFor(ctx, code, canEditPeople)
  if (!found.ok) return found
  return accept({
    code: found.value.code,
    name: found.value.name,
    groups: GROUPS.filter((g) => g.keeps !== 'elsewhere').map((g) => ({ code: g.code, label: g.label })),
  })
}

/** One entry, for the small forms about it. */
export async function readEntryAct(ctx: Ctx, code: string, id: string): Promise<Decision<EntryActView>> {
  const found = await personFor(ctx, code, canEditPeople)
  if (!found.ok) return found
  const fact = await findFact(ctx.tx, id)
  if (fact === null || fact.personId !== found.value.id)
    return refuse('absent', 'entry.absent', 'Không tìm thấy mục này. Có thể mục vừa được sửa; mở lại hồ sơ.')
  const labels = await labelsFor(ctx.tx, dayOf(ctx.now), unitsIn([fact]))
  return accept({
    code: found.value.code,
    name: found.value.name,
    fact: id,
    what: showEntry(fact.group, fact.data, labels).title,
    span: spanWords(fact),
  })
}

/** The form of a new person. */
export async function readAddPerson(ctx: Ctx): Promise<Decision<AddPersonView>> {
  const bodies = bodiesWithin(ctx, await unitsOn(ctx.tx, dayOf(ctx.now)))
  const own = ctx.actor.grants[0]?.bodyCode ?? ''
  return accept({
    body: own,
    bodies: bodies.slice(0, OFFERED * 2).map((u) => ({ code: u.code, name: u.officeName })),
    asked: false,
  })
}

/** The form that hands a dossier to another body. */
export async function readTransfer(
  ctx: Ctx,
  code: string,
): Promise<Decision<{ code: string; name: string; unit: string; bodies: string[] }>> {
  const found = await personFor(ctx, code, canTransferPeople)
  if (!found.ok) return found
  const units = await unitsOn(ctx.tx, dayOf(ctx.now))
  return accept({
    code: found.value.code,
    name: found.value.name,
    unit: units.find((u) => u.id === found.value.unitId)?.officeName ?? '',
    bodies: bodiesWithin(ctx, units)
      .slice(0, OFFERED)
      .map((u) => u.officeName),
  })
}

/** What is asked to be opened; without a purpose nothing is. */
type OpenAsked = { readonly code: string; readonly purpose: Purpose | null }

async function askPurpose(
  ctx: Ctx,
  code: string,
  what: { right: Right; title: string; part: OpenedView['part'] },
): Promise<Decision<OpenedView>> {
  const found = await personFor(ctx, code, what.right)
  if (!found.ok) return found
  const { code: own, name } = found.value
  return accept({ code: own, name, title: what.title, part: what.part, purpose: null, rows: [] })
}

/** Numbers in full; the reading is noted first. */
export async function readNumbers(ctx: Ctx, q: OpenAsked): Promise<Decision<OpenedView>> {
  if (q.purpose === null)
    return askPurpose(ctx, q.code, { right: canOpenNumbers, title: 'Số định danh', part: 'so-dinh-danh' })
  const opened = await performIn(ctx, openNumberValues, { code: q.code, purpose: q.purpose })
  if (!opened.ok) return opened
  const fields = groupOf('identity').fields
  return accept({
    code: q.code,
    name: opened.value.person.name,
    title: 'Số định danh',
    part: 'so-dinh-danh',
    purpose: PURPOSES[q.purpose].label,
    rows: opened.value.opened.map((n) => [fields.find((f) => f.name === n.scheme)?.label ?? n.scheme, n.value]),
  })
}

/** Ways to reach the person; the reading is noted first. */
export async function readContact(ctx: Ctx, q: OpenAsked): Promise<Decision<OpenedView>> {
  const what = { title: 'Thông tin liên hệ', part: 'lien-he' } as const
  if (q.purpose === null) return askPurpose(ctx, q.code, { right: canOpenContact, ...what })
  const opened = await performIn(ctx, openContact, { code: q.code, purpose: q.purpose })
  if (!opened.ok) return opened
  const { person, opened: entries } = opened.value
  const labels = await labelsFor(ctx.tx, dayOf(ctx.now), unitsIn(entries))
  const rows = entries.flatMap((f) =>
    groupOf('contact').fields.map((field): [string, string] => [field.label, showField(field, f.data, labels)]),
  )
  return accept({
    code: q.code,
    name: person.name,
    ...what,
    purpose: PURPOSES[q.purpose].label,
    rows: rows.filter(([, value]) => value !== ''),
  })
}

/** Sensitive entries; the reading is noted first. */
export async function readSensitive(ctx: Ctx, q: OpenAsked): Promise<Decision<OpenedView>> {
  if (q.purpose === null)
    return askPurpose(ctx, q.code, { right: canSeeSensitive, title: 'Dữ liệu nhạy cảm', part: 'nhay-cam' })
  const opened = await performIn(ctx, openSensitive, { code: q.code, purpose: q.purpose })
  if (!opened.ok) return opened
  const labels = await labelsFor(ctx.tx, dayOf(ctx.now), [])
  const rows = opened.value.opened.flatMap((f) =>
    groupOf(f.group).fields.map((field): [string, string] => [field.label, showField(field, f.data, labels)]),
  )
  return accept({
    code: q.code,
    name: opened.value.person.name,
    title: 'Dữ liệu nhạy cảm',
    part: 'nhay-cam',
    purpose: PURPOSES[q.purpose].label,
    rows: rows.filter(([, value]) => value !== ''),
  })
}

/** Entries shown at once in the queue. */
const QUEUE = 50

/** The queue of entries that people declared. */
export async function readWaiting(ctx: Ctx, person: string | null, page: number): Promise<Decision<WaitingView>> {
  const found = await waitingEntries(ctx.tx, person, { limit: QUEUE + 1, offset: (page - 1) * QUEUE })
  const shown = found.slice(0, QUEUE)
  const units = unitsIn(
    shown.flatMap((w) => [
      { group: w.group, data: w.data },
      ...(w.before === null ? [] : [{ group: w.group, data: w.before }]),
    ]),
  )
  const labels = await labelsFor(ctx.tx, dayOf(ctx.now), units)
  const words = (group: GroupCode, data: FactData, other: FactData | null): WaitingWords => {
    const { title, details } = showEntry(group, data, labels)
    const others = other === null ? null : new Map(showEntry(group, other, labels).details)
    return {
      title: title === '' ? groupOf(group).label : title,
      details: details.map(([label, value]) => ({
        label,
        value,
        differs: others !== null && others.get(label) !== value,
      })),
    }
  }
  const rows = shown.map((w) => ({
    id: w.id,
    code: w.code,
    name: w.name,
    group: groupOf(w.group).label,
    after: words(w.group, w.data, w.before),
    before: w.before === null ? null : words(w.group, w.before, w.data),
    completeness: w.completeness,
    on: dayOf(w.recordedAt) satisfies Day,
  }))
  return accept({
    rows: rows.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)),
    more: found.length > QUEUE,
    total: person === null ? await waitingCount(ctx.tx, ctx.actor.scope) : shown.length,
    person,
    page,
  })
}
