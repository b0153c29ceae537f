/** Địa chỉ ô: between `[row, column]` and `AB12`, and between days and the serial numbers that Excel keeps. */
import { type Day, day } from '../../kernel/day.ts'

const LETTERS = 26
const FIRST_LETTER = 65

/** Letters of a column counted from 0: 0 = `A`, 27 = `AB`. */
export const columnLetters = (column: number): string => FIRST_COLUMNS[column] ?? lettersOf(column)

function lettersOf(column: number): string {
  let rest = column + 1
  let out = ''
  while (rest > 0) {
    const digit = (rest - 1) % LETTERS
    out = String.fromCharCode(FIRST_LETTER + digit) + out
    rest = (rest - digit - 1) / LETTERS
  }
  return out
}

// A long sheet asks for the same few columns row by row.
const FIRST_COLUMNS: readonly string[] = Array.from({ length: 256 }, (_, i) => lettersOf(i))

/** `B3` for row 3 (counted from 1), column 1 (counted from 0). */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row}`

/** Row and column of `B3`, or null when it is no address. */
export function readAddress(address: string): { row: number; column: number } | null {
  const m = /^([A-Z]{1,3})(\d{1,7})$/.exec(address)
  if (!m?.[1] || !m[2]) return null
  const column = [...m[1]].reduce((n, letter) => n * LETTERS + letter.charCodeAt(0) - FIRST_LETTER + 1, 0) - 1
  return { row: Number(m[2]), column }
}

/** Excel counts days from 30/12/1899; before March 1900 it counts a day that never was, so those days travel as text. */
const EPOCH_DAYS = -25_569
const DAY_MS = 86_400_000
const FIRST_TRUE_DAY = day('1900-03-01')
/** 01/01/1904 in the count above: workbooks of old Macs start there. */
const MAC_EPOCH = 1462
const LAST_SERIAL = 2_958_465
const MOST_DAYS = 50_000

/** Serial number of a day, or null for a day that Excel cannot hold. */
export function serialOf(d: Day): number | null {
  if (d < FIRST_TRUE_DAY) return null
  return Date.parse(d) / DAY_MS - EPOCH_DAYS
}

const dayOfWhole = new Map<number, Day>()

/** The day of a serial number (its time of day is dropped), or null when it is none. */
export function dayOfSerial(serial: number, from1904: boolean): Day | null {
  const whole = Math.floor(serial) + (from1904 ? MAC_EPOCH : 0)
  if (whole < 61 || whole > LAST_SERIAL) return null
  const known = dayOfWhole.get(whole)
  if (known !== undefined) return known
  const found = new Date((whole + EPOCH_DAYS) * DAY_MS).toISOString().slice(0, 10) as Day
  if (dayOfWhole.size < MOST_DAYS) dayOfWhole.set(whole, found)
  return found
}
