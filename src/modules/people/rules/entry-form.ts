/**
 * Đọc biểu mẫu một mục: what was typed into the fields of a group becomes an entry, or a sentence beside each field. A coded field
 * is typed in words: the code is found in the list of the day it is about, the words stay beside it when they say it otherwise.
 * Pure.
 */
import type { Day } from '../../../kernel/day.ts'
import { parseNumber } from '../../../kernel/number.ts'
import { firstDayOf, type PartialDay, parsePartialDay } from '../../../kernel/partial-day.ts'
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import { fold, squeeze } from '../../../kernel/text.ts'
import type { FactData } from '../words/dossier.ts'
import type { Field, Group } from '../words/group.ts'

/** What the form looks things up in. */
export type FormBooks = {
  /** Code of words in a list as it stood on a day; null day = today. */
  readonly codeOf: (list: string, words: string, day: Day | null) => string | null
  /** As above in the list of today, else in the newest one before it: for an entry that says no day. */
  readonly everCodeOf: (list: string, words: string) => string | null
  readonly labelOf: (list: string, code: string, day: Day | null) => string | null
  /** Id of the body or place of a name; null when none or several bear it. */
  readonly unitOf: (kind: 'unit' | 'place', words: string) => string | null
}

/** Điều đã đọc. */
export type ReadEntry = { readonly data: FactData; readonly from: PartialDay | null; readonly to: PartialDay | null }

/** Việc đọc: what the fields of one entry are read with, and into. `about` = the day whose lists count; null = today. */
type Reading = {
  readonly about: Day | null
  readonly books: FormBooks
  readonly data: Record<string, string | number | boolean>
  readonly errors: Record<string, string>
}

/** Name of the control of a field: apart from the names the address uses. */
export const controlOf = (field: string): string => `m-${field}`

const WRONG_DAY = 'Ngày phải là ngày có thật, ví dụ 02/09/1972; chỉ biết tháng, năm thì ghi 09/1972 hoặc 1972'
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}'’\-. ]*$/u

/** Reads the typed values of a group. */
export function readEntryForm(
  group: Group,
  typed: Readonly<Record<string, string>>,
  books: FormBooks,
): Decision<ReadEntry> {
  const errors: Record<string, string> = {}
  const data: Record<string, string | number | boolean> = {}
  const of = (name: string): string => squeeze(typed[controlOf(name)] ?? '')
  const from = readDay(of('from'), 'from', errors)
  const to = readDay(of('to'), 'to', errors)
  if (from !== null && to !== null && firstDayOf(to) <= firstDayOf(from))
    errors[controlOf('to')] = `Ngày kết thúc phải sau ngày bắt đầu (${of('from')})`
  const into: Reading = { about: dayAbout(group, of, from), books, data, errors }
  for (const field of group.fields) {
    const words = of(field.name)
    if (words === '') {
      if (field.required === true && !(group.code === 'names' && field.name === 'fullName'))
        errors[controlOf(field.name)] = missing(field)
      continue
    }
    readField(field, words, into)
  }
  Object.assign(errors, contradictions(group, data, books))
  if (Object.keys(errors).length > 0) return refuseFields('entry.form', errors)
  if (Object.keys(data).length === 0)
    return refuseFields('entry.empty', { [controlOf(group.fields[0]?.name ?? '')]: 'Nhập ít nhất một ô của mục này' })
  return accept({ data, from, to })
}

const missing = (field: Field): string =>
  field.kind === 'code' ? `Chọn ${field.label.toLowerCase()}` : `Nhập ${field.label.toLowerCase()}`

function readDay(words: string, name: string, errors: Record<string, string>): PartialDay | null {
  if (words === '') return null
  const day = parsePartialDay(words)
  if (day === null) errors[controlOf(name)] = WRONG_DAY
  return day
}

/** The day whose lists count: a rating of 2018 is read in the list of 2018, a major in that of the year of the degree. */
function dayAbout(group: Group, of: (name: string) => string, from: PartialDay | null): Day | null {
  const year = ['graduated', 'year', 'appointed', 'recognised'].map(of).find((y) => /^\d{4}$/.test(y))
  if (
    year !== undefined &&
    (group.code === 'appraisal' || group.code === 'education' || group.code === 'academic-title')
  )
    return `${year}-12-31` as Day
  return from === null ? null : firstDayOf(from)
}

function readField(field: Field, words: string, into: Reading): void {
  const { books, data, errors } = into
  const control = controlOf(field.name)
  if (field.kind === 'code') readCode(field, words, into)
  else if (field.kind === 'unit' || field.kind === 'place') {
    const id = books.unitOf(field.kind, words)
    if (id === null) data[`${field.name}Text`] = words
    else data[field.name] = id
  } else if (field.kind === 'flag') data[field.name] = true
  else if (field.kind === 'day') {
    const day = parsePartialDay(words)
    if (day === null) errors[control] = WRONG_DAY
    else data[field.name] = day
  } else if (field.kind === 'year') {
    if (/^(19|20)\d{2}$/.test(words)) data[field.name] = Number(words)
    else errors[control] = 'Nhập năm bằng bốn chữ số, ví dụ 2008'
  } else if (field.kind === 'whole' || field.kind === 'number') {
    const n = parseNumber(words)
    if (n === null || n < 0 || (field.kind === 'whole' && !Number.isInteger(n)))
      errors[control] = 'Nhập một số, ví dụ 12 hoặc 1.234,5'
    else if (field.unit === '%' && n > 100) errors[control] = 'Tỷ lệ không quá 100%'
    else data[field.name] = n
  } else {
    const wrong = wrongText(field, words)
    if (wrong === null) data[field.name] = plainly(field, words)
    else errors[control] = wrong
  }
}

function readCode(field: Field, words: string, { about, books, data, errors }: Reading): void {
  const list = field.list ?? ''
  const otherwise = (): string | null =>
    about === null ? books.everCodeOf(list, words) : books.codeOf(list, words, null)
  const code = books.codeOf(list, words, about) ?? (list === 'xep-loai-chat-luong' ? null : otherwise())
  if (code === null) {
    // A rating outside the list of its year would be counted wrongly for ever: it is asked again instead of kept as words.
    if (list === 'xep-loai-chat-luong' || list === 'gioi-tinh')
      errors[controlOf(field.name)] =
        `"${words}" không có trong danh mục${about === null ? '' : ` của năm ${about.slice(0, 4)}`}. Chọn một giá trị của danh mục.`
    else data[`${field.name}Text`] = words
    return
  }
  data[field.name] = code
  if (fold(books.labelOf(list, code, about) ?? books.labelOf(list, code, null) ?? code) !== fold(words))
    data[`${field.name}Text`] = words
}

/** Numbers without what parts them, codes of ranks with their capital V. */
function plainly(field: Field, words: string): string {
  if (field.name === 'cccd') return words.replace(/[\s.]/g, '')
  return field.name === 'code' ? words.toUpperCase() : words
}

function wrongText(field: Field, words: string): string | null {
  if (words.length > 1000) return 'Nội dung dài quá 1.000 ký tự, rút ngắn lại'
  if ((field.name === 'fullName' || field.name === 'otherName') && !NAME.test(words))
    return 'Họ tên chỉ gồm chữ, dấu cách, dấu gạch nối, dấu nháy'
  const digits = words.replace(/[\s.]/g, '')
  if (field.name === 'cccd' && !/^\d{12}$/.test(digits))
    return `Số định danh cá nhân phải có 12 chữ số, hiện có ${digits.replace(/\D/g, '').length}`
  if (field.name === 'cmnd' && !/^\d{9}$/.test(digits))
    return `Số CMND phải có 9 chữ số, hiện có ${digits.replace(/\D/g, '').length}`
  if (field.name === 'email' && !/^\S+@\S+\.\S+$/.test(words)) return 'Thư điện tử có dạng ten@coquan.gov.vn'
  return null
}

/** Danh mục của mỗi loại khen thưởng: an award stands in exactly one of them (Luật 06/2022/QH15). */
const AWARD_LISTS: Readonly<Record<string, { list: string; words: string }>> = {
  'danh-hieu-thi-dua': { list: 'danh-hieu-thi-dua', words: 'danh hiệu thi đua' },
  'hinh-thuc-khen-thuong': { list: 'hinh-thuc-khen-thuong', words: 'hình thức khen thưởng' },
  'danh-hieu': { list: 'danh-hieu', words: 'danh hiệu vinh dự nhà nước' },
  'giai-thuong': { list: 'giai-thuong', words: 'giải thưởng' },
  'ton-vinh': { list: 'ton-vinh', words: 'hình thức tôn vinh' },
}

/** An award of one class filed under another. */
function contradictions(group: Group, data: FactData, books: FormBooks): Record<string, string> {
  if (group.code !== 'award') return {}
  const [chosen, award] = [String(data.class ?? ''), String(data.award ?? '')]
  const own = AWARD_LISTS[chosen]
  if (own === undefined || award === '' || books.codeOf(own.list, award, null) !== null) return {}
  const other = Object.entries(AWARD_LISTS).find(
    ([code, a]) => code !== chosen && books.codeOf(a.list, award, null) !== null,
  )
  return other === undefined ? {} : { [controlOf('class')]: `"${award}" là ${other[1].words}, không phải ${own.words}` }
}
