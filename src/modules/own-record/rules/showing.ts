/** Cách nói một mục hồ sơ: values in the words of their lists, days at their own precision, level and source in a few words. */
import { showNumber } from '../../../kernel/number.ts'
import { type PartialDay, showPartialDay } from '../../../kernel/partial-day.ts'
import { type Dossier, type Fact, GROUPS, LEVELS } from '../../people/public.ts'

/** Nhóm thông tin của hồ sơ. */
export type Group = (typeof GROUPS)[number]

/** Trường của một nhóm. */
export type Field = Group['fields'][number]

/** What the words need from outside: labels of codes, names of bodies and places, bodies behind a source. */
export type Speak = {
  readonly code: (list: string, code: string) => string | null
  /** Name of a unit id; null when the text is no id. */
  readonly unit: (id: string) => string | null
  /** Office name of a body code. */
  readonly body: (code: string) => string | null
}

/** Một dòng: label and value. */
export type Line = { readonly label: string; readonly value: string }

/** Mục hồ sơ như màn hình nói. */
export type ShownFact = {
  readonly id: string
  readonly group: Group['code']
  readonly title: string
  readonly lines: readonly Line[]
  readonly when: string
  readonly level: Fact['level']
  readonly levelWords: string
  readonly source: string
  readonly own: boolean
}

const BY_CODE = new Map(GROUPS.map((g) => [g.code as string, g]))

/** The group of a code; throws on a code that is none. */
export function groupNamed(code: string): Group {
  const found = BY_CODE.get(code)
  if (found === undefined) throw new Error(`no group ${code}`)
  return found
}

/** Whether `code` is a group. */
export const isGroupCode = (code: string): boolean => BY_CODE.has(code)

/** A value as it is shown; the words of the source stand in when a code has no label. */
export function showValue(field: Field, data: Readonly<Record<string, unknown>>, speak: Speak): string {
  const raw = data[field.name]
  const said = data[`${field.name}Text`]
  if (raw === undefined || raw === null || raw === '') return said === undefined ? '' : String(said)
  if (field.kind === 'flag') return raw === true || raw === 'true' ? 'có' : 'không'
  if (field.kind === 'code') return speak.code(field.list ?? '', String(raw)) ?? String(said ?? raw)
  if (field.kind === 'unit' || field.kind === 'place') return speak.unit(String(raw)) ?? String(said ?? raw)
  if (field.kind === 'day') return showPartialDay(String(raw) as PartialDay)
  if (field.kind === 'year') return String(raw)
  // The class of a reward names the list its kinds stand in; a name no list has stays as it was written.
  if (field.name === 'award') return speak.code(String(data.class ?? ''), String(raw)) ?? String(raw)
  if (field.kind === 'number' || field.kind === 'whole')
    return `${showNumber(Number(raw))}${field.unit ? ` ${field.unit}` : ''}`
  return String(raw)
}

/** The name of a reward says more than its class: it comes first. */
const namingFirst = (fields: readonly Field[]): Field[] => [
  ...fields.filter((f) => f.name === 'award'),
  ...fields.filter((f) => f.name !== 'award'),
]

/** The filled fields of an entry, what names it first. */
export const linesOf = (group: Group, data: Readonly<Record<string, unknown>>, speak: Speak): Line[] =>
  namingFirst(group.fields)
    .map((f) => ({ label: f.label, value: showValue(f, data, speak), flag: f.kind === 'flag' }))
    .filter((l) => l.value !== '' && !(l.flag && l.value === 'không'))
    .map(({ label, value }) => ({ label, value }))

/** "từ 09/2015 đến 2020", "năm 2008", or empty when nothing is known. */
export function showSpan(from: PartialDay | null, to: PartialDay | null): string {
  if (from === null && to === null) return ''
  if (to === null) return `từ ${showPartialDay(from)}`
  return from === null ? `đến ${showPartialDay(to)}` : `từ ${showPartialDay(from)} đến ${showPartialDay(to)}`
}

/** When an entry held; an event has a day, not a beginning. */
export const whenOf = (f: Pick<Fact, 'group' | 'from' | 'to'>): string =>
  groupNamed(f.group).time === 'event' && f.to === null ? showPartialDay(f.from) : showSpan(f.from, f.to)

const YEARS = ['graduated', 'appointed', 'recognised', 'year'] as const

/** The year that the entry itself names, or nothing. */
export const yearIn = (f: Pick<Fact, 'data'>): string | number | boolean | undefined =>
  YEARS.map((y) => f.data[y]).find((v) => v !== undefined)

/** What entries are put in order by: their own year, else their first day. */
export const timeOf = (f: Pick<Fact, 'data' | 'from'>): string => String(yearIn(f) ?? f.from ?? '')

/** Nguồn của một mục. */
export function showSource(source: string, speak: Speak): string {
  const [kind = '', code = ''] = source.split(':')
  if (kind === 'khai') return 'Chủ hồ sơ tự khai'
  if (kind === 'co-quan') return speak.body(code) ?? 'Cơ quan quản lý hồ sơ'
  if (kind === 'nhap') return `${speak.body(code) ?? 'Cơ quan'}, nhập từ tệp`
  return kind === 'gop' ? 'Gộp từ hồ sơ khác' : 'Cơ quan quản lý hồ sơ'
}

/** The value that names an entry: its first filled field, with one more beside it. */
function titleOf(group: Group, data: Readonly<Record<string, unknown>>, speak: Speak): string {
  const filled = namingFirst(group.fields)
    .filter((f) => f.kind !== 'flag')
    .map((f) => showValue(f, data, speak))
    .filter((v) => v !== '')
  return filled.slice(0, 2).join(' · ') || group.label
}

/** One fact in words. */
export function shownFact(f: Fact, speak: Speak): ShownFact {
  const group = groupNamed(f.group)
  return {
    id: f.id,
    group: f.group,
    title: titleOf(group, f.data, speak),
    lines: linesOf(group, f.data, speak),
    when: whenOf(f),
    level: f.level,
    levelWords: LEVELS[`${f.level}`].label,
    source: showSource(f.source, speak),
    own: f.source.startsWith('khai'),
  }
}

/** Giới tính in words; empty when it is not known. */
export const sexWords = (sex: Dossier['person']['sex']): string => (sex === null ? '' : sex === 'nam' ? 'Nam' : 'Nữ')

/** Điều ghi ngay trên hồ sơ: name and birth, as lines with the name of their field. */
export function coreLines(p: Dossier['person'], speak: Speak): (Line & { group: 'names' | 'birth'; field: string })[] {
  const line = (group: 'names' | 'birth', field: string, label: string, value: string | null) => ({
    group,
    field,
    label,
    value: value ?? '',
  })
  return [
    line('names', 'fullName', 'Họ và tên khai sinh', p.name),
    line('birth', 'birth', 'Ngày sinh', showPartialDay(p.birth)),
    line('birth', 'sex', 'Giới tính', sexWords(p.sex)),
    line('birth', 'birthPlace', 'Nơi sinh', p.birthPlace),
    line('birth', 'homePlace', 'Quê quán', p.homePlace),
    line(
      'birth',
      'nationality',
      'Quốc tịch',
      p.nationality === null ? '' : (speak.code('quoc-tich', p.nationality) ?? p.nationality),
    ),
  ]
}
