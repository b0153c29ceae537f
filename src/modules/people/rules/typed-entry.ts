/**
 * Mục nhập trên biểu mẫu: what was typed for the fields of a group becomes the data of an entry; one sentence for each field that
 * cannot be read.
 */
import { parseNumber } from '../../../kernel/number.ts'
import { type PartialDay, parsePartialDay } from '../../../kernel/partial-day.ts'
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import { squeeze } from '../../../kernel/text.ts'
import type { FactData } from '../words/dossier.ts'
import type { Field, Group } from '../words/group.ts'

/** Nội dung đã đọc. */
export type TypedEntry = { readonly data: FactData; readonly from: PartialDay | null; readonly to: PartialDay | null }

type Read = string | number | boolean | undefined | { readonly wrong: string }

const MOST = 2000
const NOT_A_DAY = 'Ngày phải là ngày có thật, ví dụ 02/09/1972, 09/1972 hoặc 1972'

function readField(field: Field, typed: string): Read {
  const text = field.kind === 'long' ? typed.trim() : squeeze(typed)
  if (text === '') return undefined
  if (text.length > MOST) return { wrong: `Nội dung dài quá ${MOST} ký tự, rút ngắn lại` }
  switch (field.kind) {
    case 'day':
      return parsePartialDay(text) ?? { wrong: NOT_A_DAY }
    case 'year':
      return /^(19|20)\d\d$/.test(text) ? Number(text) : { wrong: 'Nhập năm, ví dụ 2008' }
    case 'whole':
    case 'number': {
      const n = parseNumber(text)
      return n !== null && n >= 0 ? n : { wrong: 'Nhập một số, ví dụ 1.234 hoặc 12,5' }
    }
    case 'flag':
      return text === 'co' || text === 'true' || text === 'on'
    default:
      return text
  }
}

/** Reads the form of a group. `codes` tells whether a list has a code; a text in place of a code is kept as text. */
export function readTyped(
  group: Group,
  typed: Readonly<Record<string, string>>,
  codes: (list: string, code: string) => boolean,
): Decision<TypedEntry> {
  const data: Record<string, string | number | boolean> = {}
  const wrong: Record<string, string> = {}
  for (const field of group.fields) {
    const read = readField(field, typed[field.name] ?? '')
    if (typeof read === 'object') wrong[field.name] = read.wrong
    else if (read !== undefined && field.kind === 'code' && !codes(field.list ?? '', String(read)))
      wrong[field.name] = 'Chọn một mục trong danh mục'
    else if (read !== undefined) data[field.name] = read
    const own = squeeze(typed[`${field.name}Text`] ?? '')
    if (own !== '') data[`${field.name}Text`] = own
    if (field.required === true && data[field.name] === undefined && wrong[field.name] === undefined)
      wrong[field.name] = `Nhập ${field.label.charAt(0).toLowerCase()}${field.label.slice(1)}`
  }
  const from = dayIn(typed, 'from', wrong)
  const to = dayIn(typed, 'to', wrong)
  if (from !== null && to !== null && to <= from) wrong.to = 'Ngày kết thúc phải sau ngày bắt đầu'
  if (Object.keys(wrong).length > 0) return refuseFields('entry.fields', wrong)
  return accept({ data, from, to })
}

function dayIn(
  typed: Readonly<Record<string, string>>,
  name: string,
  wrong: Record<string, string>,
): PartialDay | null {
  const text = (typed[name] ?? '').trim()
  if (text === '') return null
  const read = parsePartialDay(text)
  if (read === null) wrong[name] = NOT_A_DAY
  return read
}
