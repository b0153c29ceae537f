/** Đơn vị tính: what may be added, what may be divided by what, and what comes of it. */
import { accept, type Decision, refuse } from '../../../kernel/result.ts'

/** Đơn vị của một con số: what is counted, over what, for how many of it. `người/10.000 dân` = người over người, 10.000. */
export type UnitForm = {
  /** Null = a pure number (a share). */
  readonly top: string | null
  readonly bottom: string | null
  readonly per: number
}

const COUNTED = ['người', 'lượt', 'đơn vị', 'km²', 'đồng'] as const

/** Cách gọi người theo nghề, as units of rates write them. */
const PEOPLE = [
  'người',
  'bác sỹ',
  'bác sĩ',
  'giáo viên',
  'giảng viên',
  'lao động',
  'nhân tài',
  'dân',
  'cán bộ',
  'trí thức',
]

/** A count of `unit`. */
export const countOf = (unit: string): UnitForm => ({ top: unit, bottom: null, per: 1 })

/** Whether a number counts something, and is no share or rate. */
export const isCount = (u: UnitForm): boolean => u.top !== null && u.bottom === null && u.per === 1

const pure = (per: number): UnitForm => ({ top: null, bottom: null, per })

const basic = (word: string): string | null =>
  PEOPLE.includes(word) ? 'người' : (COUNTED as readonly string[]).includes(word) ? word : null

/** The form a unit's words have; null when the words are not known. */
export function readUnit(words: string): UnitForm | null {
  const t = words.trim().normalize('NFC')
  if (t === '%') return pure(100)
  if (t === '‰') return pure(1000)
  if (t === '' || t === 'lần') return pure(1)
  const [above = '', below, more] = t.split('/')
  const top = basic(above.trim())
  if (top === null || more !== undefined) return null
  if (below === undefined) return countOf(top)
  const m = /^(?:([\d.]+) )?(.+)$/.exec(below.trim())
  const bottom = basic(m?.[2] ?? '')
  const per = m?.[1] === undefined ? 1 : Number(m[1].replaceAll('.', ''))
  return bottom === null || !PERS.includes(per) ? null : { top, bottom, per }
}

const PERS = [1, 100, 1000, 10000, 100000]

/** The words of a form: "%", "người/10.000 người". */
export function unitWords(u: UnitForm): string {
  if (u.top === null) return u.per === 100 ? '%' : u.per === 1000 ? '‰' : u.per === 1 ? 'lần' : `1/${u.per}`
  if (u.bottom === null) return u.top
  return `${u.top}/${u.per === 1 ? '' : `${u.per.toLocaleString('de-DE')} `}${u.bottom === 'người' && u.per > 1 ? 'dân' : u.bottom}`
}

/** Whether two forms are one unit. A share "trên 10.000" of people by people is `người/10.000 dân`. */
export const sameUnit = (a: UnitForm, b: UnitForm): boolean =>
  a.top === b.top && a.bottom === b.bottom && a.per === b.per

/** What may stand below what, besides what is counted alike. */
const DIVISIBLE: Readonly<Record<string, readonly string[]>> = {
  người: ['đơn vị', 'km²'],
  lượt: ['người', 'đơn vị', 'km²'],
  'đơn vị': ['người', 'km²'],
  'km²': ['đơn vị', 'người'],
  đồng: ['người', 'đơn vị', 'km²', 'lượt'],
}

/** Nói số gì bằng lời, for refusals. */
const NUMBER_OF: Readonly<Record<string, string>> = {
  người: 'số người',
  lượt: 'số lượt',
  'đơn vị': 'số đơn vị',
  'km²': 'diện tích',
  đồng: 'số tiền',
}

const called = (u: UnitForm): string =>
  isCount(u) && u.top !== null ? (NUMBER_OF[u.top] ?? u.top) : `tỷ lệ (${unitWords(u)})`

/** The unit of a sum or a difference. */
export function addUnits(list: readonly UnitForm[]): Decision<UnitForm> {
  const [first] = list
  if (first === undefined || list.length < 2)
    return refuse('invalid', 'formula.too-few', 'Phép cộng, phép trừ cần ít nhất hai số. Chọn thêm một đại lượng.')
  const rate = list.find((u) => !isCount(u))
  if (rate !== undefined)
    return refuse(
      'invalid',
      'formula.rate-added',
      `Không cộng, trừ ${called(rate)}: cộng tử số với tử số, mẫu số với mẫu số, rồi mới chia.`,
    )
  const other = list.find((u) => !sameUnit(u, first))
  if (other !== undefined)
    return refuse(
      'invalid',
      'formula.units-added',
      `Không cộng, trừ ${called(first)} với ${called(other)}. Chọn những đại lượng cùng đơn vị tính.`,
    )
  return accept(first)
}

/** The unit of a ratio. */
export function divideUnits(a: UnitForm, b: UnitForm, per: number): Decision<UnitForm> {
  const rate = [a, b].find((u) => !isCount(u))
  if (rate !== undefined)
    return refuse(
      'invalid',
      'formula.rate-divided',
      `Không chia với ${called(rate)}: tử số và mẫu số phải là số đếm. Chọn đại lượng đứng trong tỷ lệ đó.`,
    )
  if (a.top === b.top) return accept(per > 1000 ? { top: a.top, bottom: b.top, per } : pure(per))
  if (!(DIVISIBLE[a.top ?? ''] ?? []).includes(b.top ?? ''))
    return refuse(
      'invalid',
      'formula.units-divided',
      `Không chia ${called(a)} cho ${called(b)}. Chọn mẫu số cùng đơn vị với tử số, hoặc chia cho số người, số đơn vị, diện tích.`,
    )
  if (per === 100)
    return refuse(
      'invalid',
      'formula.share-of-other',
      `Tỷ lệ phần trăm cần tử số và mẫu số cùng đơn vị, đang là ${called(a)} và ${called(b)}. Chọn "trên 1" hoặc "trên 10.000", hoặc đổi mẫu số.`,
    )
  return accept({ top: a.top, bottom: b.top, per })
}
