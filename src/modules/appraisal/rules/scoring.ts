/** Tự chấm và thẩm định: what is typed becomes points, or a sentence at its field. */
import { type Day, parseDay } from '../../../kernel/day.ts'
import { parseNumber, showNumber } from '../../../kernel/number.ts'
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import type { Item } from '../words.ts'
import { rounded, selfOf } from './points.ts'
import { type Criterion, criteriaOf, type Profile } from './profile.ts'

/** Longest reason. */
export const REASON_MAX = 1000

/** Field names of one criterion. */
export const FIELD = {
  points: (code: string): string => `diem.${code}`,
  reason: (code: string): string => `ly-do.${code}`,
  number: (code: string): string => `so.${code}`,
  day: (code: string): string => `ngay.${code}`,
  file: (code: string): string => `tep.${code}`,
} as const

/** What a form sent: field name -> text as typed. */
export type Typed = Readonly<Record<string, string>>

/** Điểm tự chấm of one criterion. */
export type SelfLine = {
  readonly criterion: string
  readonly self: number | null
  readonly reason: string
  readonly number: string
  readonly day: Day | null
}

/** Điểm thẩm định of one criterion. */
export type AppraisedLine = { readonly criterion: string; readonly appraised: number | null; readonly reason: string }

type Wrong = Record<string, string>

const textOf = (typed: Typed, field: string): string => (typed[field] ?? '').trim()

/** Points of a field: null when it is empty, and when it is wrong, which is then told. */
function pointsIn(c: Criterion, typed: Typed, wrong: Wrong): number | null {
  const field = FIELD.points(c.code)
  const text = textOf(typed, field)
  if (text === '') return null
  const n = parseNumber(text)
  if (n === null || n < 0 || n > c.max || rounded(n) !== n) {
    wrong[field] = `Tiêu chí ${c.code}: nhập số từ 0 đến ${showNumber(c.max, 2)}, nhiều nhất hai chữ số lẻ`
    return null
  }
  return n
}

function reasonIn(c: Criterion, typed: Typed, wrong: Wrong): string {
  const reason = textOf(typed, FIELD.reason(c.code))
  if ([...reason].length > REASON_MAX)
    wrong[FIELD.reason(c.code)] = `Tiêu chí ${c.code}: lý do dài quá ${showNumber(REASON_MAX)} ký tự, rút ngắn lại`
  return reason
}

const pairs = (p: Profile, items: readonly Item[]): (readonly [Criterion, Item])[] =>
  criteriaOf(p).flatMap((c) => {
    const item = items.find((i) => i.criterion === c.code)
    return item?.applies === true ? [[c, item] as const] : []
  })

/**
 * Tự chấm: an empty field agrees to the computed points; where people score, points are given (0 when nothing is claimed).
 * Points that are not the computed ones, or claimed where people score, name a document (number and day), a file, or a reason.
 * `files` = criteria that have a file, sent now or before.
 */
export function readSelf(
  p: Profile,
  items: readonly Item[],
  typed: Typed,
  files: ReadonlySet<string>,
): Decision<SelfLine[]> {
  const wrong: Wrong = {}
  const lines = pairs(p, items).map(([c, item]) => selfLine(c, item, typed, files.has(c.code), wrong))
  return Object.keys(wrong).length > 0 ? refuseFields('appraisal.self', wrong) : accept(lines)
}

function selfLine(c: Criterion, item: Item, typed: Typed, hasFile: boolean, wrong: Wrong): SelfLine {
  const points = pointsIn(c, typed, wrong)
  const reason = reasonIn(c, typed, wrong)
  const number = textOf(typed, FIELD.number(c.code))
  const dayText = textOf(typed, FIELD.day(c.code))
  const day = parseDay(dayText)
  if (dayText !== '' && day === null)
    wrong[FIELD.day(c.code)] = `Tiêu chí ${c.code}: ngày văn bản phải là ngày có thật, ví dụ 02/09/2026`
  else if ((number === '') !== (day === null))
    wrong[FIELD.number(c.code)] = `Tiêu chí ${c.code}: nhập cả số và ngày văn bản`
  if (points === null && item.computed === null)
    wrong[FIELD.points(c.code)] ??= `Tiêu chí ${c.code}: nhập điểm tự chấm, 0 nếu không tự nhận điểm`
  const claims = points !== null && points !== (item.computed ?? 0)
  if (claims && reason === '' && number === '' && !hasFile)
    wrong[FIELD.reason(c.code)] ??= `Tiêu chí ${c.code}: nêu số và ngày văn bản, chọn tệp, hoặc nêu lý do`
  return { criterion: c.code, self: points === item.computed ? null : points, reason, number, day }
}

/**
 * Thẩm định: an empty field lets the computed points stand, or, where people score, those of the body. Points that differ from
 * what the body scored itself need a reason.
 */
export function readAppraised(p: Profile, items: readonly Item[], typed: Typed): Decision<AppraisedLine[]> {
  const wrong: Wrong = {}
  const lines = pairs(p, items).map(([c, item]) => appraisedLine(c, item, typed, wrong))
  return Object.keys(wrong).length > 0 ? refuseFields('appraisal.appraised', wrong) : accept(lines)
}

function appraisedLine(c: Criterion, item: Item, typed: Typed, wrong: Wrong): AppraisedLine {
  const given = pointsIn(c, typed, wrong)
  const reason = reasonIn(c, typed, wrong)
  const stands = given ?? item.computed ?? item.self ?? 0
  if (stands !== selfOf(item) && reason === '')
    wrong[FIELD.reason(c.code)] ??=
      `Tiêu chí ${c.code}: điểm khác điểm tự chấm ${showNumber(selfOf(item), 2)}, nêu lý do`
  return { criterion: c.code, appraised: stands === item.computed ? null : stands, reason }
}
