/**
 * Ngày của người mẫu: the same days as `kernel/day.ts` makes, without asking a calendar for each of a million of them (proleptic
 * Gregorian arithmetic on whole numbers).
 */
import type { Day } from '../../kernel/day.ts'

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)

/** The day of a year, month and date that exist. */
export const on = (year: number, month: number, date: number): Day => `${year}-${two(month)}-${two(date)}` as Day

/** The year of a day. */
export const yearIn = (d: string): number => Number(d.slice(0, 4))

/** `n` days later. */
export function later(d: Day, n: number): Day {
  return dayAt(countOf(d) + n)
}

/** The day in the middle between two. */
export const halfway = (from: Day, to: Day): Day => dayAt(Math.floor((countOf(from) + countOf(to)) / 2))

/** Days since 0000-03-01. */
function countOf(d: Day): number {
  const month = Number(d.slice(5, 7))
  const year = Number(d.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(d.slice(8)) - 1
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + ofYear
}

function dayAt(count: number): Day {
  const era = Math.floor(count / 146_097)
  const ofEra = count - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * ofYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return on(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - Math.floor((153 * shifted + 2) / 5) + 1)
}
