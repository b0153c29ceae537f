/**
 * Ngày trong tệp: the order of day and month is decided once for a column, from all its samples, never cell by cell; a day
 * above 12 proves it. What is known only to the year or the month stays so. Two-digit years are asked about once.
 */
import { type Day, parseDay } from '../../../kernel/day.ts'
import { firstDayOf, type PartialDay, partialOf } from '../../../kernel/partial-day.ts'
import { squeeze } from '../../../kernel/text.ts'
import { CHOSEN_BY } from '../words.ts'
import type { SheetCell } from './sheet.ts'

/** Thứ tự ngày, tháng của một cột. */
export type DayOrder = 'dmy' | 'mdy'

/** Thế kỷ của năm hai chữ số: `19` and `20` for all; `ask` = nobody has said; `none` = the column has none. */
export type Century = '19' | '20' | 'ask' | 'none'

/** Cách đọc cột ngày. */
export type DayReading = {
  readonly order: DayOrder
  readonly century: Century
  /** Real dates of the sheet whose day and month the program had turned: typed day/month, taken for month/day. */
  readonly turned: boolean
  readonly sure: boolean
  readonly reason: string
}

/** Why a date could not be read. */
export type DayProblem = 'no-day' | 'no-such-day' | 'two-digit-year' | 'future' | 'too-old' | 'order'

/** A date read, one that cannot be, or (null) nothing. */
export type DayRead = { readonly value: PartialDay } | { readonly problem: DayProblem } | null

const PARTS = /^(\d{1,2})\s*[/.\-–\s]\s*(\d{1,2})\s*[/.\-–\s]\s*(\d{4}|\d{2})$/u
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]+Z?)?$/u
const MONTH = /^(?:tháng\s*)?(\d{1,2})\s*[/.\-–]\s*(\d{4})$/iu
const MONTH_IN_WORDS = /^tháng\s*(\d{1,2})\s*(?:năm\s*)?(\d{4})$/iu
const DAY_IN_WORDS = /^ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})$/iu
const YEAR = /^(?:năm\s*)?(\d{4})$/iu
const NOTHING = /^(?:[-–.…x/\s]*|không|chưa|không có|chưa có)$/iu

const tidy = (text: string): string =>
  squeeze(text)
    .replace(/\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?$/iu, '')
    .replace(/[.,;]+$/u, '')

/** What the texts of a column prove about its order. */
export function readDays(
  cells: readonly SheetCell[],
  asked: { century?: Century; order?: DayOrder; turned?: boolean } = {},
): DayReading {
  let dayFirst = 0
  let monthFirst = 0
  let open = 0
  let short = 0
  let real = 0
  let realSmall = 0
  for (const cell of cells) {
    if (cell.kind === 'day' && cell.day !== undefined) {
      real++
      if (Number(cell.day.slice(8, 10)) <= 12) realSmall++
      continue
    }
    const text = tidy(cell.text)
    const m = PARTS.exec(text)
    if (/^\d{2}$/u.test(text)) short++
    if (m === null) continue
    const [first, second] = [Number(m[1]), Number(m[2])]
    if ((m[3] ?? '').length === 2) short++
    if (first > 12 && second <= 12) dayFirst++
    else if (second > 12 && first <= 12) monthFirst++
    else open++
  }
  const century: Century = asked.century ?? (short === 0 ? 'none' : 'ask')
  // Typed as day/month into a program that reads month/day: it turns the ones it can and leaves the others as text.
  const looksTurned = real >= 3 && realSmall === real && dayFirst >= 3 && open === 0
  const base = { century, turned: asked.turned ?? false }
  if (asked.order !== undefined) return { ...base, order: asked.order, sure: true, reason: CHOSEN_BY.officer }
  if (dayFirst > 0 && monthFirst > 0)
    return {
      ...base,
      order: dayFirst >= monthFirst ? 'dmy' : 'mdy',
      sure: false,
      reason: `${dayFirst} ô ghi ngày trước, ${monthFirst} ô ghi tháng trước`,
    }
  if (monthFirst > 0)
    return { ...base, order: 'mdy', sure: true, reason: `${monthFirst} ô có số thứ hai lớn hơn 12: tháng đứng trước` }
  if (looksTurned && asked.turned === undefined)
    return {
      ...base,
      order: 'dmy',
      sure: false,
      reason:
        'Các ô kiểu ngày đều có ngày không quá 12, các ô còn lại là chữ: có thể chương trình bảng tính đã đổi chỗ ngày và tháng',
    }
  if (dayFirst > 0)
    return { ...base, order: 'dmy', sure: true, reason: `${dayFirst} ô có số đầu lớn hơn 12: ngày đứng trước` }
  if (open > 0)
    return {
      ...base,
      order: 'dmy',
      sure: false,
      reason: 'Không ô nào có ngày lớn hơn 12; hiểu theo cách ghi Việt Nam, ngày đứng trước',
    }
  return { ...base, order: 'dmy', sure: true, reason: real > 0 ? 'Ô kiểu ngày' : 'Chỉ có năm hoặc tháng/năm' }
}

const exact = (year: number, month: number, day: number): DayRead => {
  const found = parseDay(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  )
  return found === null ? { problem: 'no-such-day' } : { value: partialOf(found, 'day') }
}

const month = (m: number, y: number): DayRead => {
  const found = m >= 1 && m <= 12 ? parseDay(`${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-01`) : null
  return found === null ? { problem: 'no-such-day' } : { value: partialOf(found, 'month') }
}

const year = (y: number): DayRead => ({
  value: String(y).padStart(4, '0') as PartialDay,
})

/** Serial numbers a sheet shows for days between 1927 and 2064; years and shorter figures are not taken for them. */
const isSerial = (n: number): boolean => Number.isInteger(n) && n >= 10_000 && n <= 60_000
const SERIAL_DAY_ZERO = Date.UTC(1899, 11, 30)

function ofNumber(n: number): DayRead {
  if (Number.isInteger(n) && n >= 1900 && n <= 2100) return year(n)
  if (isSerial(n)) {
    const iso = Temporal.Instant.fromEpochMilliseconds(SERIAL_DAY_ZERO + n * 86_400_000)
      .toString()
      .slice(0, 10)
    return { value: partialOf(iso as Day, 'day') }
  }
  return null
}

/** 2091972 and 02091972: day, month, year written together; a number has lost its first nought. */
function together(digits: string, reading: DayReading): DayRead {
  const full = digits.padStart(8, '0')
  return ofParts(full.slice(0, 2), full.slice(2, 4), full.slice(4), reading)
}

function ofParts(first: string, second: string, last: string, reading: DayReading): DayRead {
  const [d, m] = reading.order === 'dmy' ? [Number(first), Number(second)] : [Number(second), Number(first)]
  if (last.length === 4) return m > 12 && d <= 12 ? { problem: 'order' } : exact(Number(last), m, d)
  if (reading.century === '19' || reading.century === '20') return exact(Number(`${reading.century}${last}`), m, d)
  return { problem: 'two-digit-year' }
}

function ofText(text: string, reading: DayReading): DayRead {
  const parts = PARTS.exec(text)
  if (parts !== null) return ofParts(parts[1] ?? '', parts[2] ?? '', parts[3] ?? '', reading)
  const iso = ISO.exec(text)
  if (iso !== null) return exact(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const spoken = DAY_IN_WORDS.exec(text)
  if (spoken !== null) return exact(Number(spoken[3]), Number(spoken[2]), Number(spoken[1]))
  const ofMonth = MONTH.exec(text) ?? MONTH_IN_WORDS.exec(text)
  if (ofMonth !== null) return month(Number(ofMonth[1]), Number(ofMonth[2]))
  const ofYear = YEAR.exec(text)
  if (ofYear !== null) return year(Number(ofYear[1]))
  if (/^\d{7,8}$/u.test(text)) return together(text, reading)
  if (/^\d{2}$/u.test(text) && reading.century !== 'none')
    return reading.century === 'ask' ? { problem: 'two-digit-year' } : year(Number(reading.century + text))
  return { problem: 'no-day' }
}

const swapped = (d: Day): Day => parseDay(`${d.slice(0, 4)}-${d.slice(8, 10)}-${d.slice(5, 7)}`) ?? d

/** One cell of a column read as `reading` says; days before 1900 and after `today` are told. `null` = nothing is there. */
export function readDay(cell: SheetCell, reading: DayReading, today: Day): DayRead {
  const found = rawDay(cell, reading)
  if (found === null || 'problem' in found) return found
  const first = firstDayOf(found.value)
  if (first > today) return { problem: 'future' }
  return first < '1900-01-01' ? { problem: 'too-old' } : found
}

/** The same without bounds: days to come are meant (hết hạn, cam kết đến). */
export function rawDay(cell: SheetCell, reading: DayReading): DayRead {
  if (cell.kind === 'day' && cell.day !== undefined) {
    const only = YEAR.exec(cell.text.trim())
    if (only !== null) return year(Number(only[1]))
    return { value: partialOf(reading.turned ? swapped(cell.day) : cell.day, 'day') }
  }
  if (cell.kind === 'number' && cell.number !== undefined) {
    const found = ofNumber(cell.number)
    if (found !== null) return found
  }
  const text = tidy(cell.text)
  return NOTHING.test(text) ? null : ofText(text, reading)
}
