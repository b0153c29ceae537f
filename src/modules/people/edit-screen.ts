/** Màn hình sửa hồ sơ: what the forms and the queue of entries to confirm are drawn from. */

import { dayOf } from '../../kernel/day.ts'
import { showPartialDay } from '../../kernel/partial-day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { codeBook } from '../code-lists/public.ts'
import { type Unit, unitsOn } from '../organisations/public.ts'
import { personFor } from './finding-dossier.ts'
import { labelsFor } from './labels.ts'
import type { AddPersonView, EntryActView, EntryFormView } from './pages/entry-form.ts'
import { canEditPeople, canTransferPeople } from './rights.ts'
import { spanWords } from './rules/dossier-view.ts'
import { evidenceOf } from './rules/evidence.ts'
import { showEntry, showField, unitsIn } from './rules/showing.ts'
import { findFact, type RecordedFact } from './views/profile.ts'
import type { Person } from './words/dossier.ts'
import { SEXES } from './words/dossier.ts'
import type { GroupCode } from './words/group.ts'
import { GROUPS, groupOf } from './words/groups.ts'

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
    evidence: fact === null ? '' : evidenceOf(fact.evidence).words,
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
    sex: p.sex === null ? '' : SEXES[p.sex].label,
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
