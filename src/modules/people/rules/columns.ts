/**
 * Cột của bảng: how a dossier lies flat in one row of a sheet. The template of the import and the export are both drawn from
 * `COLUMNS`, so what goes out comes in again unchanged. A group that may hold several entries has several sets of columns, the
 * second and later ones with their number in the heading ("Trình độ (2)"). Tier C has no column at all.
 *
 * `target` is how the import names a goal: `group.field`, with `from` and `to` as the fields of the dates of an entry.
 */
import type { Field, FieldKind, Group, GroupCode, Tier } from '../words/group.ts'
import { GROUPS, tierOf } from '../words/groups.ts'

/** Cột. */
export type SheetColumn = {
  /** `person.code`, or group, number of the set and field: `education.2.level`. Never changes once used. */
  readonly key: string
  readonly heading: string
  /** The group it belongs to, in words, for the row of headings above. */
  readonly over: string
  readonly group: GroupCode | null
  /** From 1. */
  readonly set: number
  /** Field of the group, or `from`, `to`. */
  readonly field: string
  readonly target: string
  readonly kind: FieldKind
  /** Code list of the drop-down, for `code`. */
  readonly list: string | null
  readonly required: boolean
  readonly tier: Tier
  readonly hint: string
  /** Width in characters. */
  readonly width: number
}

/** How many entries of a group a row holds; one where nothing is said. */
const SETS: Readonly<Partial<Record<GroupCode, number>>> = { education: 3, language: 2 }

/** Groups whose entries have days of their own in the sheet: two of a span, one of an event. */
const SPANS: ReadonlySet<GroupCode> = new Set(['post', 'rank', 'membership', 'project'])
const MOMENTS: ReadonlySet<GroupCode> = new Set([
  'political-theory',
  'state-training',
  'language',
  'digital-skill',
  'award',
  'talent',
])

const WIDTHS: Readonly<Record<FieldKind, number>> = {
  text: 24,
  long: 36,
  day: 12,
  year: 9,
  whole: 9,
  number: 12,
  flag: 9,
  code: 20,
  unit: 32,
  place: 24,
}

const FROM: Field = { name: 'from', label: 'Từ ngày', kind: 'day', hint: 'Ngày, hoặc tháng, hoặc năm' }
const TO: Field = { name: 'to', label: 'Đến ngày', kind: 'day', hint: 'Bỏ trống nếu đang có hiệu lực' }
const ON: Field = { name: 'from', label: 'Ngày cấp', kind: 'day', hint: 'Ngày, hoặc tháng, hoặc năm' }

const datesOf = (group: Group): readonly Field[] =>
  SPANS.has(group.code) ? [FROM, TO] : MOMENTS.has(group.code) ? [ON] : []

function columnOf(group: Group, set: number, field: Field): SheetColumn {
  const short =
    field === FROM || field === TO || field === ON ? `${field.label} (${group.label.toLowerCase()})` : field.label
  return {
    key: `${group.code}.${set}.${field.name}`,
    heading: set === 1 ? short : `${short} (${set})`,
    over: set === 1 ? group.label : `${group.label} (${set})`,
    group: group.code,
    set,
    field: field.name,
    target: `${group.code}.${field.name}`,
    kind: field.kind,
    list: field.list ?? null,
    required: group.keeps === 'person' || group.code === 'names' ? field.required === true : false,
    tier: tierOf(group, field),
    hint: field.hint ?? '',
    width: WIDTHS[field.kind],
  }
}

const ownColumn = (key: string, heading: string, width: number): SheetColumn => ({
  key: `person.${key}`,
  heading,
  over: 'Hồ sơ',
  group: null,
  set: 1,
  field: key,
  target: `person.${key}`,
  kind: 'text',
  list: null,
  required: false,
  tier: 'A',
  hint: key === 'code' ? 'Có mã thì hệ thống nhận ra ngay người cũ; người mới bỏ trống' : '',
  width,
})

const columnsOf = (group: Group): SheetColumn[] =>
  Array.from({ length: SETS[group.code] ?? 1 }, (_, i) =>
    [...group.fields, ...datesOf(group)].map((f) => columnOf(group, i + 1, f)),
  ).flat()

/** Names that several groups give to a field: told apart by the group, so that no two columns of a sheet look alike. */
function distinct(all: readonly SheetColumn[]): SheetColumn[] {
  const counted = new Map<string, number>()
  for (const c of all) counted.set(c.heading, (counted.get(c.heading) ?? 0) + 1)
  return all.map((c) =>
    (counted.get(c.heading) ?? 0) > 1 ? { ...c, heading: `${c.heading} (${c.over.toLowerCase()})` } : c,
  )
}

/** Mọi cột, in the order of the catalogue of groups. */
export const COLUMNS: readonly SheetColumn[] = distinct([
  ownColumn('code', 'Mã hồ sơ', 13),
  ...GROUPS.filter((g) => g.tier !== 'C' && g.keeps !== 'elsewhere')
    .sort((a, b) => Number(b.code === 'names') - Number(a.code === 'names'))
    .flatMap(columnsOf),
])

/** Cột của danh sách: what is known of everybody at a glance; the rest of `COLUMNS` is read entry by entry. */
const LISTED = [
  'person.code',
  'names.1.fullName',
  'birth.1.birth',
  'birth.1.sex',
  'birth.1.birthPlace',
  'birth.1.homePlace',
  'birth.1.nationality',
  'birth.1.died',
  'contact.1.residence',
  'category.1.category',
  'category.1.sector',
  'category.1.area',
  'education.1.level',
  'education.1.field',
  'academic-title.1.title',
  'post.1.body',
  'post.1.leadership',
]

/** The columns of the list, a part of `COLUMNS`. */
export const LIST_COLUMNS: readonly SheetColumn[] = LISTED.flatMap((key) => COLUMNS.find((c) => c.key === key) ?? [])

/** Bộ cột của tệp xuất: what the list knows of everybody, or every column of the template. */
export const COLUMN_SETS = ['danh-sach', 'day-du'] as const

/** Một bộ cột. */
export type ColumnSet = (typeof COLUMN_SETS)[number]

/** Columns that go out: tier C has none; tier B only within its right. */
export const exportColumns = (set: ColumnSet, basic: boolean): readonly SheetColumn[] =>
  (set === 'danh-sach' ? LIST_COLUMNS : COLUMNS).filter((c) => c.tier === 'A' || basic)
