/** Ô của bảng xuất: a dossier, or what the list knows of a person, in the columns of the sheet. Pure. */
import { showPartialDay } from '../../../kernel/partial-day.ts'
import type { Dossier, Fact } from '../words/dossier.ts'
import { groupOf } from '../words/groups.ts'
import type { SheetColumn } from './columns.ts'
import { newestFirst } from './dossier-view.ts'
import { type Labels, showField } from './showing.ts'

const CORE = ['birth', 'sex', 'birthPlace', 'homePlace', 'nationality', 'died'] as const

/** Cells of a dossier in the given columns. Numbers stand as their last digits. */
export function dossierCells(d: Dossier, columns: readonly SheetColumn[], labels: Labels): string[] {
  const sets = new Map<string, Fact[]>()
  for (const f of d.facts) if (f.level >= 0) sets.set(f.group, [...(sets.get(f.group) ?? []), f])
  for (const [group, facts] of sets)
    sets.set(
      group,
      newestFirst(facts).sort((a, b) => Number(b.slot !== null) - Number(a.slot !== null)),
    )
  return columns.map((c) => cellOf(d, c, sets, labels))
}

function cellOf(d: Dossier, c: SheetColumn, sets: ReadonlyMap<string, readonly Fact[]>, labels: Labels): string {
  if (c.group === null) return d.person.code
  if (c.group === 'names' && c.field === 'fullName') return d.person.name
  if (c.group === 'birth') return coreCell(d, c, labels)
  if (c.group === 'identity') {
    const number = d.identifiers.find((i) => i.scheme === c.field)
    return number === undefined ? '' : `••• ${number.last3}`
  }
  const fact = sets.get(c.group)?.[c.set - 1]
  if (fact === undefined) return ''
  if (c.field === 'from' || c.field === 'to') return showPartialDay(fact[c.field])
  const field = groupOf(c.group).fields.find((f) => f.name === c.field)
  return field === undefined ? '' : showField(field, fact.data, labels)
}

function coreCell({ person }: Dossier, c: SheetColumn, labels: Labels): string {
  const name = CORE.find((n) => n === c.field)
  if (name === undefined) return ''
  const value = person[name]
  if (value === null) return ''
  if (name === 'birth' || name === 'died') return showPartialDay(person[name])
  return c.list === null ? value : (labels.code(c.list, value) ?? value)
}

/** RFC 4180: quoted where needed; what a spreadsheet would take for a formula gets an apostrophe before it. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`

const quoted = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
