/** So ngày sinh: as far as both are known; a swapped day, a mistyped digit of the year are errors that lists make. */
import type { Outcome } from './outcome.ts'
import type { Prepared } from './prepare.ts'
import { BIRTH_BITS as BITS } from './weights.ts'

/** Null when one side knows nothing. */
export function compareBirth(a: Prepared, b: Prepared): Outcome | null {
  if (a.year === 0 || b.year === 0) return null
  if (a.day > 0 && b.day > 0) return compareDays(a, b)
  if (a.month > 0 && b.month > 0 && a.year === b.year && a.month === b.month)
    return { code: 'birth.same-month', bits: BITS.sameMonth }
  if (a.year === b.year)
    return a.month > 0 && b.month > 0
      ? { code: 'birth.same-year-only', bits: BITS.sameYearOtherDay }
      : { code: 'birth.same-year', bits: BITS.sameYear }
  return Math.abs(a.year - b.year) === 1
    ? { code: 'birth.next-year', bits: BITS.nextYear }
    : { code: 'birth.different', bits: BITS.different }
}

function compareDays(a: Prepared, b: Prepared): Outcome {
  const sameDay = a.day === b.day
  const sameMonth = a.month === b.month
  if (a.year !== b.year) {
    if (!(sameDay && sameMonth)) return { code: 'birth.different', bits: BITS.different }
    return isMistyped(a.year, b.year)
      ? { code: 'birth.year-mistyped', bits: BITS.yearMistyped }
      : { code: 'birth.year-other', bits: BITS.yearOther }
  }
  if (sameDay && sameMonth) {
    return a.day === 1 && a.month === 1
      ? { code: 'birth.same-new-year', bits: BITS.sameNewYear }
      : { code: 'birth.same-day', bits: BITS.sameDay }
  }
  if (a.day === b.month && a.month === b.day) return { code: 'birth.swapped', bits: BITS.swapped }
  if (sameMonth)
    return isMistyped(a.day, b.day)
      ? { code: 'birth.day-mistyped', bits: BITS.dayMistyped }
      : { code: 'birth.day-other', bits: BITS.dayOther }
  // The first of January stands for an unknown day in many lists.
  const unknownDay = (p: Prepared) => p.day === 1 && p.month === 1
  if (unknownDay(a) || unknownDay(b)) return { code: 'birth.same-year', bits: BITS.sameYear }
  if (sameDay) return { code: 'birth.month-other', bits: BITS.monthOther }
  return { code: 'birth.same-year-only', bits: BITS.sameYearOtherDay }
}

/** One digit another one, or two neighbours in the wrong order. */
function isMistyped(a: number, b: number): boolean {
  const x = String(a).padStart(2, '0')
  const y = String(b).padStart(2, '0')
  const off = [...x].flatMap((c, i) => (c === y[i] ? [] : [i]))
  const [first = 0, second = 0] = off
  return (
    off.length === 1 || (off.length === 2 && second === first + 1 && x[first] === y[second] && x[second] === y[first])
  )
}
