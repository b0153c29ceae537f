/** Ô của bảng xuất: a dossier, or what the list knows of a person, in the columns of the sheet. Pure. */
import type { Day } from '../../../kernel/day.ts'
import { type Precision, partialOf, showPartialDay } from '../../../kernel/partial-day.ts'
import { remembered } from '../../../kernel/remembered.ts'
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

/** What the list knows of a person, as the database gave it. */
export type ListedCells = {
  readonly code: string
  readonly name: string
  readonly sex: string | null
  readonly birth: Day | null
  readonly birthPrecision: Precision | null
  readonly birthPlace: string | null
  readonly homePlace: string | null
  readonly nationality: string | null
  readonly died: Day | null
  readonly diedPrecision: Precision | null
  readonly place: string | null
  readonly category: string | null
  readonly sector: string | null
  readonly area: string | null
  readonly degree: number
  readonly field: string | null
  readonly title: string | null
  readonly work: string | null
  readonly leadership: string | null
}

const partial = (d: Day | null, precision: Precision | null): string =>
  d === null || precision === null ? '' : showPartialDay(partialOf(d, precision))

/** Codes and places of one column. */
const MOST_VALUES = 5000

type Getter = (p: ListedCells) => string

/** How a text is written into the file; what stands for codes and places is written once and then again and again. */
export type Writing = (text: string) => string

/** One way of writing each column of the list: a hundred thousand rows ask each of them once. */
export function listedWriter(
  columns: readonly SheetColumn[],
  labels: Labels,
  written: Writing = (text) => text,
): (p: ListedCells) => string[] {
  const once = (of: (p: ListedCells) => string | null, said: (value: string) => string): Getter => {
    const textOf = remembered(MOST_VALUES, (value: string) => written(said(value)))
    return (p) => {
      const value = of(p)
      return value === null ? '' : textOf(value)
    }
  }
  const coded = (list: string, of: (p: ListedCells) => string | null): Getter =>
    once(of, (code) => labels.code(list, code) ?? code)
  const getters: Readonly<Record<string, Getter>> = {
    'person.code': (p) => p.code,
    'names.1.fullName': (p) => written(p.name),
    'birth.1.birth': (p) => partial(p.birth, p.birthPrecision),
    'birth.1.sex': coded('gioi-tinh', (p) => p.sex),
    'birth.1.birthPlace': (p) => (p.birthPlace === null ? '' : written(p.birthPlace)),
    'birth.1.homePlace': (p) => (p.homePlace === null ? '' : written(p.homePlace)),
    'birth.1.nationality': coded('quoc-tich', (p) => p.nationality),
    'birth.1.died': (p) => partial(p.died, p.diedPrecision),
    'contact.1.residence': once(
      (p) => p.place,
      (id) => labels.place(id) ?? '',
    ),
    'category.1.category': coded('doi-tuong', (p) => p.category),
    'category.1.sector': coded('linh-vuc', (p) => p.sector),
    'category.1.area': coded('khu-vuc', (p) => p.area),
    'education.1.level': coded('trinh-do', (p) => (p.degree === 0 ? null : String(p.degree))),
    'education.1.field': coded('nganh-dao-tao', (p) => p.field),
    'academic-title.1.title': coded('hoc-ham', (p) => p.title),
    'post.1.body': once(
      (p) => p.work,
      (id) => labels.body(id) ?? '',
    ),
    'post.1.leadership': coded('chuc-vu', (p) => p.leadership),
  }
  const chosen = columns.map((c) => getters[c.key] ?? (() => ''))
  return (p) => chosen.map((get) => get(p))
}
