/**
 * Ban hành vào hệ thống: a plan is known by its number and date. What the document leaves blank is asked for, never
 * guessed; what it does say must agree.
 */
import { type Day, parseDay, showDay } from '../../../kernel/day.ts'
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'
import { squeeze } from '../../../kernel/text.ts'

/** What the document says of itself. */
export type Stated = {
  readonly docNumber: string | null
  readonly date: string | null
  readonly dateKnown: string | null
}

/** Số, ký hiệu: `1459/KH-UBND`, `23/2024/QĐ-UBND`, `200-KH/TU` (NĐ 30/2020/NĐ-CP, Phụ lục I, II.3). */
const NUMBER = /^\d{1,5}[a-z]?(?:\/\d{4})?(?:\/[A-ZĐƯ]{1,8}(?:-[A-ZĐƯ\d]{1,12})+|-[A-ZĐƯ]{2,5}\/[A-ZĐƯ\d]{1,12})$/

/** Whether `text` has the form of a number with its symbol. */
export const isDocumentNumber = (text: string): boolean => NUMBER.test(text)

const numberError = (typed: string, stated: string | null): string | null => {
  if (typed === '') return 'Nhập số, ký hiệu của văn bản, ví dụ 1459/KH-UBND. Bản gửi để trống số'
  if (!isDocumentNumber(typed)) return `Số, ký hiệu phải có dạng 1459/KH-UBND, đang nhập "${typed}"`
  if (stated !== null && squeeze(stated).toUpperCase() !== typed.toUpperCase()) {
    return `Văn bản ghi số ${stated}, đang nhập ${typed}. Kiểm tra lại số`
  }
  return null
}

const knownWords = (known: string): string => {
  const [year, month] = known.split('-')
  return month === undefined ? `năm ${year}` : `tháng ${Number(month)} năm ${year}`
}

function dateError(typed: string, given: Day | null, stated: Stated, today: Day): string | null {
  if (typed === '') return 'Nhập ngày ban hành, ví dụ 22/04/2024. Bản gửi ghi không đủ ngày'
  if (given === null) return 'Ngày ban hành phải là ngày có thật, ví dụ 22/04/2024'
  if (given > today) return `Ngày ban hành không thể sau hôm nay (${showDay(today)})`
  if (stated.date !== null && stated.date !== given) {
    return `Văn bản ghi ngày ${showDay(stated.date as Day)}, đang nhập ${showDay(given)}. Kiểm tra lại ngày`
  }
  if (stated.dateKnown !== null && !given.startsWith(stated.dateKnown)) {
    return `Văn bản ghi ${knownWords(stated.dateKnown)}, đang nhập ${showDay(given)}. Kiểm tra lại ngày`
  }
  return null
}

/**
 * Accepts the number and date under which the programme is kept. `typed` may leave out what the document itself says.
 * Refuses blanks, wrong forms, days to come, and what contradicts the document.
 */
export function numberAndDate(
  stated: Stated,
  typed: { number: string; date: string },
  today: Day,
): Decision<{ number: string; date: Day }> {
  const number = squeeze(typed.number).replace(/\s*([/-])\s*/g, '$1') || squeeze(stated.docNumber ?? '')
  const dateText = typed.date.trim() || (stated.date ?? '')
  const date = parseDay(dateText)
  const errors: Record<string, string> = {}
  const wrongNumber = numberError(number, stated.docNumber)
  if (wrongNumber !== null) errors.number = wrongNumber
  const wrongDate = dateError(dateText, date, stated, today)
  if (wrongDate !== null) errors.date = wrongDate
  if (Object.keys(errors).length > 0 || date === null) return refuseFields('programme.number-date', errors)
  return accept({ number, date })
}

/**
 * What an amending document says of its own number and date. A consolidated text (văn bản hợp nhất) still carries those of the
 * plan it amends: then it says nothing of the amending document, and both are asked for.
 */
export function statedByAmendment(stated: Stated, plan: { readonly number: string; readonly date: Day }): Stated {
  const { docNumber, date, dateKnown } = stated
  const sameNumber = docNumber === null || squeeze(docNumber).toUpperCase() === plan.number.toUpperCase()
  const samePeriod = dateKnown === null || plan.date.startsWith(dateKnown)
  return sameNumber && samePeriod ? { docNumber: null, date: null, dateKnown: null } : { docNumber, date, dateKnown }
}

/** The unsure items must have been looked at before anything is built on them. */
export function unsureSeen(unsure: number, seen: boolean): Decision<null> {
  if (unsure === 0 || seen) return accept(null)
  const sentence = `Còn ${unsure} mục đọc chưa chắc. Xem từng mục, hoặc xác nhận đã xem`
  return refuse('invalid', 'programme.unsure', `${sentence}.`, { fields: { seen: sentence } })
}

/** The province a plan is issued for: the only one there is, or the one its issuer names. */
export function territoryOf(
  issuer: string | null,
  provinces: readonly { id: string; name: string }[],
): Decision<string> {
  const named = provinces.filter((p) => issuer?.includes(bareName(p.name)) === true)
  const chosen = named.length === 1 ? named[0] : provinces.length === 1 ? provinces[0] : undefined
  if (chosen !== undefined) return accept(chosen.id)
  if (provinces.length === 0) {
    return refuse(
      'conflict',
      'programme.no-register',
      'Sổ bộ tổ chức của ngày ban hành còn trống nên chưa biết cơ quan nào thực hiện. Nạp sổ bộ ở mục Tổ chức (hoặc lệnh organisation load) rồi ban hành lại.',
    )
  }
  return refuse(
    'conflict',
    'programme.territory',
    `Chưa rõ kế hoạch của tỉnh nào${issuer === null ? '' : ` ("${issuer}")`}. Kiểm tra ngày ban hành và danh mục tổ chức của ngày đó.`,
  )
}

const bareName = (name: string): string => name.replace(/^(Tỉnh|Thành phố)\s+/i, '')

/** A new plan takes the place of the one in force on every page: only when the officer says so, naming it. */
export const replacing = (
  inForce: { readonly number: string } | null,
  number: string,
  agreed: boolean,
): Decision<null> =>
  inForce === null || inForce.number === number || agreed
    ? accept(null)
    : refuseFields('programme.replaces', {
        replaces: `Đang thực hiện Kế hoạch ${inForce.number}. Đánh dấu ô này nếu thay kế hoạch đó bằng kế hoạch mới`,
      })
