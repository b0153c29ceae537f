/** Vì sao nghi: each observation as a phrase an official reads, the heaviest first, before any score. */
import type { Comparison } from './compare.ts'
import type { OutcomeCode } from './outcome.ts'
import type { MatchRecord } from './record.ts'

/** Một lý do: positive bits speak for one person, negative for two. */
export type MatchReason = {
  readonly code: OutcomeCode | 'cccd.missing' | 'birth.missing'
  readonly phrase: string
  readonly bits: number
}

/** What weighs less says nothing: the sex of two women called Thị. */
const WORTH_SAYING = 0.05
/** From this many bits a full name is called rare. */
const RARE_NAME = 14

const PHRASES: Readonly<Record<OutcomeCode, string>> = {
  'name.same': 'cùng họ tên',
  'name.unmarked': 'cùng họ tên, một bên gõ không dấu',
  'name.spelling': 'cùng họ tên, khác cách viết i/y hoặc hỏi/ngã',
  'name.marks-differ': 'họ tên chỉ khác dấu',
  'name.sound': 'họ tên khác ở âm hay lẫn (d/gi/r, s/x, ch/tr, l/n)',
  'name.middle-dropped': 'cùng họ và tên, một bên thiếu đệm',
  'name.middle-swapped': 'cùng họ và tên, đệm đổi chỗ',
  'name.middle-differs': 'cùng họ và tên, khác đệm',
  'name.reordered': 'cùng họ tên, một bên viết tên trước',
  'name.family-differs': 'khác họ',
  'name.given-differs': 'khác tên',
  'name.different': 'khác họ và tên',
  'birth.same-day': 'cùng ngày sinh',
  'birth.same-new-year': 'cùng ghi sinh ngày 01/01 của một năm',
  'birth.same-month': 'cùng tháng, năm sinh',
  'birth.same-year': 'cùng năm sinh',
  'birth.swapped': 'ngày sinh đảo ngày và tháng',
  'birth.year-mistyped': 'cùng ngày, tháng sinh, năm lệch một chữ số',
  'birth.year-other': 'cùng ngày, tháng sinh, khác năm',
  'birth.day-mistyped': 'cùng tháng, năm sinh, ngày lệch một chữ số',
  'birth.day-other': 'cùng tháng, năm sinh, khác ngày',
  'birth.month-other': 'cùng ngày, năm sinh, khác tháng',
  'birth.same-year-only': 'cùng năm sinh, khác ngày, tháng',
  'birth.next-year': 'năm sinh lệch một năm',
  'birth.different': 'khác ngày sinh',
  'sex.same': 'cùng giới tính',
  'sex.different': 'khác giới tính',
  'unit.same': 'cùng đơn vị',
  'unit.different': 'khác đơn vị',
  'commune.same': 'cùng xã nơi ở',
  'commune.different': 'khác xã nơi ở',
  'home.same': 'cùng quê quán',
  'home.part': 'quê quán trùng một phần',
  'home.different': 'khác quê quán',
  'phone.same': 'cùng số điện thoại',
  'phone.different': 'khác số điện thoại',
  'email.same': 'cùng thư điện tử',
  'email.different': 'khác thư điện tử',
  'school.same-year': 'cùng trường, cùng năm tốt nghiệp',
  'school.same': 'cùng trường',
  'school.different': 'khác trường',
  'cccd.same': 'cùng số định danh',
  'cccd.different': 'hai số định danh khác nhau',
  'cccd.different-same-end': 'hai số định danh khác nhau, ba số cuối giống nhau',
  'cmnd.same': 'cùng số CMND cũ',
  'cmnd.different': 'khác số CMND cũ',
  'orcid.same': 'cùng mã ORCID',
  'orcid.different': 'khác mã ORCID',
}

/** The reasons of a comparison, heaviest first; then, at no weight, what would have told most and is missing. */
export function reasonsOf(a: MatchRecord, b: MatchRecord, c: Comparison): MatchReason[] {
  const told = c.outcomes
    .filter((o) => Math.abs(o.bits) >= WORTH_SAYING)
    .map((o) => ({ code: o.code, phrase: phraseOf(o.code, o.bits, a), bits: Math.round(o.bits * 10) / 10 }))
    .sort((p, q) => Math.abs(q.bits) - Math.abs(p.bits))
  const missing = [
    lacking('cccd.missing', 'số định danh', a.cccd, b.cccd),
    lacking('birth.missing', 'ngày sinh', a.birth, b.birth),
  ]
  return [...told, ...missing.flatMap((m) => (m === null ? [] : [m]))]
}

function phraseOf(code: OutcomeCode, bits: number, a: MatchRecord): string {
  if (code === 'name.same' && bits >= RARE_NAME) return 'cùng họ tên, tên hiếm'
  return code === 'cccd.same' && a.last3 !== null ? `cùng số định danh, đuôi ${a.last3}` : PHRASES[code]
}

function lacking(code: MatchReason['code'], what: string, a: unknown, b: unknown): MatchReason | null {
  if (a !== null && b !== null) return null
  const sides = a === null && b === null ? 'hai bên' : 'một bên'
  return { code, phrase: `thiếu ${what} ${sides}`, bits: 0 }
}
