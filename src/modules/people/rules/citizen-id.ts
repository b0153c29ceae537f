/**
 * Số định danh cá nhân: twelve digits PPP G YY NNNNNN (NĐ 137/2015/NĐ-CP, Điều 13; TT 07/2016/TT-BCA, Điều 7 and annexes):
 * place where the birth was registered, century and sex, year of birth, six digits without meaning. There is no check digit.
 * The number never changes when provinces merge, so the 63 codes of 2016 stay.
 */
import { type Day, yearOf } from '../../../kernel/day.ts'
import { maskDigits } from '../../../kernel/mask.ts'
import { squeeze } from '../../../kernel/text.ts'

/** Những gì biết về người mang số. `on` is the day of the check: the register holds adults. */
export type CitizenIdContext = {
  readonly sex: 'nam' | 'nu' | null
  /** Day of birth, or the first day of the month or year that is known. */
  readonly birth: Day | null
  readonly on: Day
}

/** Kết quả kiểm tra. */
export type CitizenIdCheck = {
  /** Twelve digits without a hard error. */
  readonly ok: boolean
  /** The twelve digits, or null. */
  readonly value: string | null
  /** Hard error: one sentence, null when there is none. */
  readonly problem: string | null
  /** Soft: may be overridden with a reason (Luật Căn cước 2023, Điều 24: a number may be re-established). */
  readonly warnings: readonly string[]
  /** Zeros at the front lost in a spreadsheet: the number with them, and whether place, sex and year all agree with the person. */
  readonly proposal: { readonly value: string; readonly agrees: boolean } | null
}

const PLACES = new Set(
  '01 02 04 06 08 10 11 12 14 15 17 19 20 22 24 25 26 27 30 31 33 34 35 36 37 38 40 42 44 45 46 48 49 51 52 54 56 58 60 62 64 66 67 68 70 72 74 75 77 79 80 82 83 84 86 87 89 91 92 93 94 95 96'
    .split(' ')
    .map((code) => `0${code}`),
)
const ADULT = 18

/** Checks what a form or a cell holds, as text. A cell in the notation 3.0072E+10 has lost digits and is refused. */
export function checkCitizenId(given: string, context: CitizenIdContext): CitizenIdCheck {
  const text = squeeze(given).replace(/^['’]/u, '')
  if (/\d[.,]?\d*e\+?\d+$/iu.test(text))
    return refused('Ô ghi dạng rút gọn (E+), đã mất các chữ số cuối. Định dạng ô là chữ rồi nhập lại đủ 12 chữ số')
  const digits = text.replace(/(?<=\d)[ .-](?=\d)/gu, '')
  if (!/^\d+$/u.test(digits)) return refused(`Số định danh cá nhân chỉ gồm chữ số, hiện ghi '${maskDigits(text)}'`)
  if (digits.length === 9) return refused('Số có 9 chữ số là số CMND cũ. Chuyển sang cột CMND hoặc nhập số 12 chữ số')
  if (digits.length !== 12) return wrongLength(digits, context)
  const read = readDigits(digits)
  const problem = hardProblem(read, context)
  if (problem !== null) return refused(problem)
  return { ok: true, value: digits, problem: null, warnings: softWarnings(read, context), proposal: null }
}

const refused = (problem: string): CitizenIdCheck => ({ ok: false, value: null, problem, warnings: [], proposal: null })

/** Codes 001 to 009 lose two zeros, the others of the provinces one. */
function wrongLength(digits: string, context: CitizenIdContext): CitizenIdCheck {
  const answer = refused(`Số định danh cá nhân phải có 12 chữ số, hiện có ${digits.length}`)
  if (digits.length !== 11 && digits.length !== 10) return answer
  const value = digits.padStart(12, '0')
  const read = readDigits(value)
  if (hardProblem(read, context) !== null) return answer
  const { sex, birth } = context
  const agrees = PLACES.has(read.place) && sex === read.sex && birth !== null && yearOf(birth) === read.year
  return { ...answer, proposal: { value, agrees } }
}

type Read = { place: string; century: number; sex: 'nam' | 'nu'; year: number }

function readDigits(digits: string): Read {
  const century = Number(digits.charAt(3))
  return {
    place: digits.slice(0, 3),
    century,
    sex: century % 2 === 0 ? 'nam' : 'nu',
    year: 1900 + 100 * Math.floor(century / 2) + Number(digits.slice(4, 6)),
  }
}

function hardProblem(read: Read, { birth, on }: CitizenIdContext): string | null {
  if (read.place.startsWith('0') && !PLACES.has(read.place))
    return `Ba chữ số đầu '${read.place}' không phải mã nơi đăng ký khai sinh`
  if (read.century > 3) return `Chữ số thứ tư '${read.century}' chỉ thế kỷ sau, chưa có ai mang số này`
  const thisYear = yearOf(on)
  if (read.year > thisYear) return `Năm sinh theo số định danh (${read.year}) sau năm nay`
  const birthday = birth !== null && yearOf(birth) === read.year ? birth.slice(5) : '01-01'
  const age = thisYear - read.year - (birthday > on.slice(5) ? 1 : 0)
  return age < ADULT ? `Theo số định danh, người này sinh năm ${read.year}, chưa đủ ${ADULT} tuổi` : null
}

function softWarnings(read: Read, { sex, birth }: CitizenIdContext): string[] {
  const warnings: string[] = []
  if (!read.place.startsWith('0'))
    warnings.push(`Ba chữ số đầu '${read.place}' là mã quốc gia: người đăng ký khai sinh ở nước ngoài`)
  if (sex !== null && sex !== read.sex)
    warnings.push(`Giới tính theo số định danh là ${LABEL[read.sex]}, hồ sơ ghi ${LABEL[sex]}`)
  if (birth !== null && yearOf(birth) !== read.year)
    warnings.push(`Năm sinh theo số định danh là ${read.year}, hồ sơ ghi ${yearOf(birth)}`)
  return warnings
}

const LABEL = { nam: 'nam', nu: 'nữ' } as const
