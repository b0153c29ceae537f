/** Biểu mẫu của một mục: what was typed becomes an entry; nothing typed is lost, and every fault names its box. */
import { parseNumber } from '../../../kernel/number.ts'
import { firstDayOf, type PartialDay, parsePartialDay, showPartialDay } from '../../../kernel/partial-day.ts'
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import { squeeze } from '../../../kernel/text.ts'
import type { Entry, Fact } from '../../people/public.ts'
import { type Field, type Group, type Speak, showValue } from './showing.ts'

/** Look-ups that reading needs. */
export type EntryBook = {
  readonly choices: (list: string) => readonly { readonly value: string; readonly label: string }[]
  readonly codeOf: (list: string, text: string) => string | null
  /** Id of a body or place whose name is exactly this, or null. */
  readonly unitOf: (text: string) => string | null
}

/** Lists up to this long are offered to choose from; longer ones are typed and looked up. */
export const MOST_CHOICES = 60

/** Groups a body alone decides about: a person does not declare the own appraisal or the benefits received. */
const NOT_DECLARED = new Set<string>([
  'identity',
  'birth',
  'ethnicity',
  'party',
  'discipline',
  'appraisal',
  'talent',
  'consent',
  'provenance',
])

/** Whether a person may declare entries of the group. */
export const isDeclared = (g: Group): boolean => g.keeps === 'fact' && !NOT_DECLARED.has(g.code)

/** Fields of the form: the birth name stands on the person, so only other names are declared. */
export const formFields = (g: Group): readonly Field[] =>
  g.code === 'names' ? g.fields.filter((f) => f.name !== 'fullName') : g.fields

/** Name of the box of a field; prefixed, since groups have fields named like the boxes of every form. */
export const boxOf = (field: string): string => `v-${field}`

const YEAR_FIELDS = new Set(['graduated', 'appointed', 'recognised', 'year'])

/** Which days are asked: none where the group has a year of its own. */
export function daysAsked(g: Group): 'none' | 'one' | 'span' {
  if (g.fields.some((f) => YEAR_FIELDS.has(f.name)) || g.code === 'names' || g.code === 'military') return 'none'
  return g.time === 'event' ? 'one' : 'span'
}

type Raw = Readonly<Record<string, unknown>>
type Value = string | number | boolean
type Read = { readonly value?: Value; readonly text?: string; readonly fault?: string }

const said = (raw: Raw, name: string): string => {
  const v = raw[name]
  return typeof v === 'string' ? squeeze(v) : ''
}

/** The boxes of a group as they were typed: an entry without level and source, or what must be mended. */
export function readEntry(
  g: Group,
  raw: Raw,
  book: EntryBook,
): Decision<Pick<Entry, 'group' | 'data' | 'from' | 'to'>> {
  const data: Record<string, Value> = {}
  const faults: Record<string, string> = {}
  for (const f of formFields(g)) {
    const typed = said(raw, boxOf(f.name))
    const read = typed === '' ? {} : readField(f, typed, book)
    if (read.fault !== undefined) faults[boxOf(f.name)] = read.fault
    if (read.value !== undefined) data[f.name] = read.value
    if (read.text !== undefined) data[`${f.name}Text`] = read.text
    if (f.required === true && typed === '') faults[boxOf(f.name)] = `Nhập ${f.label.toLowerCase()}`
  }
  const from = readDay(raw, 'tu', faults)
  const to = readDay(raw, 'den', faults)
  if (from !== null && to !== null && firstDayOf(to) <= firstDayOf(from))
    faults.den = `Ngày kết thúc phải sau ngày bắt đầu (${showPartialDay(from)})`
  if (Object.keys(data).length === 0 && Object.keys(faults).length === 0)
    faults[boxOf(formFields(g)[0]?.name ?? '')] = 'Nhập ít nhất một ô của mục này'
  if (Object.keys(faults).length > 0) return refuseFields('own-record.entry', faults)
  return accept({ group: g.code, data, from, to })
}

function readDay(raw: Raw, name: 'tu' | 'den', faults: Record<string, string>): PartialDay | null {
  const typed = said(raw, name)
  if (typed === '') return null
  const day = parsePartialDay(typed)
  if (day === null) faults[name] = 'Ghi ngày, tháng hoặc năm có thật, ví dụ 02/09/2015, 09/2015 hoặc 2015'
  return day
}

function readField(f: Field, typed: string, book: EntryBook): Read {
  if (f.kind === 'flag') return { value: true }
  if (f.kind === 'code') return readCode(f, typed, book)
  if (f.kind === 'unit' || f.kind === 'place') return { value: book.unitOf(typed) ?? typed }
  if (f.kind === 'day') {
    const day = parsePartialDay(typed)
    return day === null ? { fault: `${f.label} phải là ngày có thật, ví dụ 02/09/1972` } : { value: day }
  }
  if (f.kind === 'year') return readYear(f, typed)
  if (f.kind === 'number' || f.kind === 'whole') {
    const n = parseNumber(typed)
    return n === null || n < 0 || (f.kind === 'whole' && !Number.isInteger(n))
      ? { fault: `${f.label} phải là số, ví dụ ${f.kind === 'whole' ? '3' : '12,5'}` }
      : { value: n }
  }
  const most = f.kind === 'long' ? 2000 : 300
  return typed.length > most ? { fault: `${f.label} dài quá ${most} ký tự, rút ngắn lại` } : { value: typed }
}

/** A code of its list; words no list knows stand beside the missing code, for the mapping queue. */
function readCode(f: Field, typed: string, book: EntryBook): Read {
  const list = f.list ?? ''
  const code = book.choices(list).some((c) => c.value === typed) ? typed : book.codeOf(list, typed)
  if (code !== null) return { value: code }
  return f.required === true
    ? { fault: `${f.label}: chọn trong danh sách, hoặc ghi đúng tên trong danh mục` }
    : { text: typed }
}

function readYear(f: Field, typed: string): Read {
  const n = Number(typed)
  return /^\d{4}$/.test(typed) && n >= 1900 && n <= 2100
    ? { value: n }
    : { fault: `${f.label} phải là một năm, ví dụ 2008` }
}

/** What stands in the boxes for a fact that is there: codes as codes where they are chosen, names of bodies in words. */
export function typedOf(
  g: Group,
  f: Pick<Fact, 'data' | 'from' | 'to'>,
  speak: Speak,
  book: EntryBook,
): Record<string, string> {
  const boxes = formFields(g).map((field): [string, string] => {
    const raw = f.data[field.name]
    const chosen = field.kind === 'code' && book.choices(field.list ?? '').length <= MOST_CHOICES
    if (field.kind === 'flag') return [boxOf(field.name), raw === true || raw === 'true' ? '1' : '']
    if (chosen && raw !== undefined) return [boxOf(field.name), String(raw)]
    if (field.kind === 'number' || field.kind === 'whole')
      return [boxOf(field.name), raw === undefined ? '' : String(raw).replace('.', ',')]
    return [boxOf(field.name), showValue(field, f.data, speak)]
  })
  return { ...Object.fromEntries(boxes), tu: showPartialDay(f.from), den: showPartialDay(f.to) }
}
