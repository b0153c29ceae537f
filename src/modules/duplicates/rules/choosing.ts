/** Chọn giá trị giữ lại: the two dossiers row by row, differing rows first, with the choice that holds unless somebody changes it. */
import { firstDayOf, showPartialDay } from '../../../kernel/partial-day.ts'
import { sameSpelling } from '../../../kernel/text.ts'
import { type Dossier, type Fact, GROUPS, LEVELS } from '../../people/public.ts'

/** Bên. */
export type Side = 'a' | 'b'

/** Dòng so sánh. `field` or `slot` = what is chosen; null = shown only. */
export type ComparedRow = {
  readonly label: string
  readonly a: string
  readonly b: string
  readonly differs: boolean
  readonly field: string | null
  readonly slot: string | null
  /** The side that is kept without another choice. */
  readonly keeps: Side
  /** Sides whose value changed since the pair was compared. */
  readonly changed: readonly Side[]
}

/** Tên của những gì được nêu bằng mã hay định danh. */
export type Naming = {
  readonly unit: (id: string) => string
  readonly code: (list: string, code: string) => string
}

const SEX = { nam: 'Nam', nu: 'Nữ' } as const

/** The dossier that stays: better verified, then fuller, then older. */
export function survivorOf(a: Dossier, b: Dossier): Side {
  const [x, y] = [a.person, b.person]
  if (x.coreLevel !== y.coreLevel) return x.coreLevel > y.coreLevel ? 'a' : 'b'
  if (x.completeness !== y.completeness) return x.completeness > y.completeness ? 'a' : 'b'
  return x.code <= y.code ? 'a' : 'b'
}

type Core = { field: string; label: string; column: string; show: (d: Dossier, n: Naming) => string }
const CORE: readonly Core[] = [
  { field: 'name', label: 'Họ và tên', column: 'name', show: (d) => d.person.name },
  { field: 'birth', label: 'Ngày sinh', column: 'birth', show: (d) => showPartialDay(d.person.birth) },
  { field: 'sex', label: 'Giới tính', column: 'sex', show: (d) => (d.person.sex === null ? '' : SEX[d.person.sex]) },
  { field: 'birthPlace', label: 'Nơi sinh', column: 'birth_place', show: (d) => d.person.birthPlace ?? '' },
  { field: 'homePlace', label: 'Quê quán', column: 'home_place', show: (d) => d.person.homePlace ?? '' },
  {
    field: 'nationality',
    label: 'Quốc tịch',
    column: 'nationality',
    show: (d, n) => (d.person.nationality === null ? '' : n.code('quoc-tich', d.person.nationality)),
  },
  { field: 'died', label: 'Ngày mất', column: 'died', show: (d) => showPartialDay(d.person.died) },
]

/** What the rows of the two people said when the pair was compared; null = nothing changed since. */
export type Past = Readonly<Record<Side, Readonly<Record<string, unknown>> | null>>

/** All rows, differing ones first, else in the order of the dossier. */
export function compareRows(a: Dossier, b: Dossier, naming: Naming, past: Past): ComparedRow[] {
  const keeps = survivorOf(a, b)
  const rows = [...coreRows(a, b, naming, past, keeps), ...numberRows(a, b, keeps), ...factRows(a, b, naming, keeps)]
  const full = rows.filter((r) => r.a !== '' || r.b !== '')
  return [...full.filter((r) => r.differs), ...full.filter((r) => !r.differs)]
}

/** How well a fact is verified stands behind this sign, and is no difference. */
const LEVEL_SIGN = ' · '
const withoutLevel = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.split(LEVEL_SIGN)[0] ?? '')
    .sort()
    .join('\n')

const shown = (label: string, a: string, b: string, keeps: Side): ComparedRow => ({
  label,
  a,
  b,
  differs: sameSpelling(withoutLevel(a)) !== sameSpelling(withoutLevel(b)),
  field: null,
  slot: null,
  keeps: a === '' ? 'b' : b === '' ? 'a' : keeps,
  changed: [],
})

function coreRows(a: Dossier, b: Dossier, naming: Naming, past: Past, keeps: Side): ComparedRow[] {
  const changed = (side: Side, d: Dossier, column: string): boolean => {
    const before = past[side]
    return before !== null && (before[column] ?? null) !== presentOf(d, column)
  }
  return CORE.map((c) => ({
    ...shown(c.label, c.show(a, naming), c.show(b, naming), keeps),
    field: c.field,
    changed: [
      ...(changed('a', a, c.column) ? ['a' as const] : []),
      ...(changed('b', b, c.column) ? ['b' as const] : []),
    ],
  }))
}

/** A value of the row of a person as the database keeps it. */
function presentOf({ person: p }: Dossier, column: string): string | null {
  if (column === 'birth') return p.birth === null ? null : firstDayOf(p.birth)
  if (column === 'died') return p.died === null ? null : firstDayOf(p.died)
  const values: Readonly<Record<string, string | null>> = {
    name: p.name,
    sex: p.sex,
    birth_place: p.birthPlace,
    home_place: p.homePlace,
    nationality: p.nationality,
  }
  return values[column] ?? null
}

const NUMBERS = [
  ['cccd', 'Số định danh cá nhân'],
  ['cmnd', 'Số CMND cũ'],
  ['orcid', 'ORCID'],
] as const

/** Numbers show their last three digits only. */
function numberRows(a: Dossier, b: Dossier, keeps: Side): ComparedRow[] {
  return NUMBERS.map(([scheme, label]) => {
    const of = (d: Dossier) => d.identifiers.filter((i) => i.scheme === scheme)
    const show = (d: Dossier) =>
      of(d)
        .map((i) => `đuôi ${i.last3}${i.state === 'conflict' ? ', đang mâu thuẫn' : ''}`)
        .join('; ')
    const shared = of(a).some((i) => of(b).some((j) => j.digest === i.digest))
    return { ...shown(label, show(a), show(b), keeps), differs: !shared }
  })
}

/** One row for each slot either has, one for the other facts of each group. */
function factRows(a: Dossier, b: Dossier, naming: Naming, keeps: Side): ComparedRow[] {
  return GROUPS.filter((g) => g.keeps === 'fact' && g.code !== 'names').flatMap((g): ComparedRow[] => {
    const of = (d: Dossier) => d.facts.filter((f) => f.group === g.code && f.level >= 0)
    const slots = [...new Set([...of(a), ...of(b)].flatMap((f) => f.slot ?? []))]
    const single = slots.map((slot): ComparedRow => {
      const [x, y] = [a, b].map((d) => of(d).findLast((f) => f.slot === slot))
      const label = slots.length > 1 || of(a).some((f) => f.slot === null) ? `${g.label} (chính)` : g.label
      const row = shown(label, tell(x, naming), tell(y, naming), keeps)
      return { ...row, slot: x !== undefined && y !== undefined ? slot : null }
    })
    const [x, y] = [a, b].map((d) => of(d).filter((f) => f.slot === null))
    const many = shown(g.label, tellAll(x ?? [], naming), tellAll(y ?? [], naming), keeps)
    return [...single, many]
  })
}

const tellAll = (facts: readonly Fact[], naming: Naming): string => facts.map((f) => tell(f, naming)).join('\n')

/** A fact in one line: its fields in the order of the group, then how well it is verified. */
export function tell(f: Fact | undefined, naming: Naming): string {
  if (f === undefined) return ''
  const fields = GROUPS.find((g) => g.code === f.group)?.fields ?? []
  const parts = fields.flatMap((field) => {
    const value = f.data[field.name] ?? f.data[`${field.name}Text`]
    if (value === undefined || value === '' || field.name === 'kind') return []
    if (field.kind === 'flag') return value === true || value === 'true' ? [field.label.toLowerCase()] : []
    if (field.kind === 'unit' || field.kind === 'place') return [naming.unit(String(value))]
    if (field.kind === 'code') return [naming.code(field.list ?? '', String(value))]
    return [`${value}${field.unit === undefined ? '' : ` ${field.unit}`}`]
  })
  const from = f.from === null ? '' : ` từ ${showPartialDay(f.from)}`
  const level = LEVELS[`${f.level}`]?.label ?? ''
  return `${parts.join(', ')}${from}${LEVEL_SIGN}${level.toLowerCase()}`
}

/** Ids of bodies and places that the two dossiers name. */
export const unitsNamed = (...dossiers: readonly Dossier[]): string[] =>
  dossiers.flatMap((d) => [
    d.person.unitId,
    ...d.facts.flatMap((f) => Object.values(f.data).flatMap((v) => (UUID.test(String(v)) ? [String(v)] : []))),
  ])

/** Whether a value is an id rather than words of a file. */
export const isId = (value: string): boolean => UUID.test(value)

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** What the radios of the page say: fields and slots to be taken from the dossier that goes away. */
export function postedChoices(raw: Readonly<Record<string, unknown>>): { fields: string[]; slots: string[] } {
  const away = raw.keep === 'a' ? 'b' : 'a'
  const taken = (prefix: string) =>
    Object.entries(raw).flatMap(([name, value]) =>
      name.startsWith(prefix) && value === away ? [name.slice(prefix.length)] : [],
    )
  return { fields: taken('c.'), slots: taken('s.') }
}
