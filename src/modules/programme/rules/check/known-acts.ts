/**
 * Đối chiếu viện dẫn với văn bản đã biết: a reference whose day differs from that of the act of its number, or whose number is
 * that of a known act of the same day with two digits exchanged. An act that is not in the list proves nothing.
 */
import { type Day, parseDay, showDay } from '../../../../kernel/day.ts'
import type { PlanReading } from '../../../documents/public.ts'
import type { Draft, Source } from './finding.ts'
import type { CheckInput } from './input.ts'
import { clauseAt, digitsAndSign, swapped } from './reference.ts'

type Reference = PlanReading['references'][number]

/** Văn bản đã biết: its number, day and what it is about. */
export type KnownAct = {
  readonly kind: string
  readonly number: string
  readonly date: Day
  readonly title: string
  readonly status: 'seen' | 'unverified'
  readonly source: string
}

const sourceOf = (a: KnownAct): Source => ({
  what: `${a.kind} số ${a.number} ngày ${showDay(a.date)} về ${a.title}`,
  value: null,
  unit: null,
  day: a.date,
  source: a.source,
  status: a.status,
  used: true,
})

const draft = (r: Reference, act: KnownAct, arithmetic: string, input: CheckInput): Draft => ({
  kind: 'reference',
  clause: clauseAt(input.reading, r.span[0]) ?? 'phần căn cứ',
  spans: [r.span],
  arithmetic,
  sources: [sourceOf(act)],
  proposal: `Đối chiếu với ${act.kind} số ${act.number} ngày ${showDay(act.date)} và sửa nếu là văn bản này.`,
})

/** The number carries its year, so that only one act can bear it. */
const isUnique = (number: string): boolean => /^\d+\/\d{4}\//u.test(number)

function otherDay(r: Reference, written: Day, acts: readonly KnownAct[], input: CheckInput): Draft[] {
  if (acts.some((a) => a.date === written)) return []
  const sameYear = acts.find((a) => a.date.slice(0, 4) === written.slice(0, 4) || isUnique(a.number))
  const sameMonthDay = acts.find((a) => a.date.slice(4) === written.slice(4))
  const act = sameYear ?? sameMonthDay
  if (act === undefined) return []
  const what = act.date.slice(4) === written.slice(4) ? 'năm' : 'ngày'
  return [
    draft(
      r,
      act,
      `${r.kind} số ${r.number}: văn bản ghi ngày ${showDay(written)}; theo danh mục đã biết, văn bản mang số này về ${act.title} ban hành ngày ${showDay(act.date)}. Nghi ghi sai ${what}.`,
      input,
    ),
  ]
}

function otherNumber(r: Reference, written: Day, input: CheckInput): Draft[] {
  const own = digitsAndSign(r.number)
  if (own === null) return []
  const act = input.acts.find((a) => {
    const known = digitsAndSign(a.number)
    return a.date === written && known !== null && known.sign === own.sign && swapped(known.digits, own.digits)
  })
  if (act === undefined) return []
  const arithmetic = `${r.kind} số ${r.number} ngày ${showDay(written)}: theo danh mục đã biết, văn bản ngày này mang số ${act.number} (${act.title}). Nghi hai chữ số đổi chỗ.`
  return [draft(r, act, arithmetic, input)]
}

/** References that do not fit an act that is known. */
export const againstKnownActs = (input: CheckInput): Draft[] =>
  input.reading.references.flatMap((r): Draft[] => {
    const written = parseDay(r.date ?? '')
    if (written === null) return []
    const same = input.acts.filter((a) => a.number.toLowerCase() === r.number.toLowerCase())
    return same.length > 0 ? otherDay(r, written, same, input) : otherNumber(r, written, input)
  })
