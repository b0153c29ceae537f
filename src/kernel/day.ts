/**
 * Ngày: a legal day in Asia/Ho_Chi_Minh, and the instants that fall on it.
 * Days are ISO strings (`2026-12-04`) so that they sort, compare and travel to the database as they are.
 */
import { remembered, rememberedFor } from './remembered.ts'

/** Ngày, ISO `YYYY-MM-DD`. */
export type Day = string & { readonly __day: true }

/** Múi giờ pháp lý of every day in the system (Bộ luật Dân sự 2015, Điều 147: giờ Việt Nam). */
export const ZONE = 'Asia/Ho_Chi_Minh'

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

/** The day named by `text` (`2026-12-05`, `5/12/2026`, `05-12-2026`, `05122026`), or null when there is no such day (there is no year 0). */
export function parseDay(text: string): Day | null {
  const t = text.trim()
  const m = ISO_DAY.test(t)
    ? t.split('-')
    : (/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(t) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(t))?.slice(1).reverse()
  if (!m) return null
  const [year, month, day] = m.map(Number) as [number, number, number]
  if (year === 0) return null
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString() as Day
  } catch {
    return null
  }
}

/** `parseDay` for constants written in the code; throws on a day that does not exist. */
export function day(text: string): Day {
  const d = parseDay(text)
  if (d === null) throw new Error(`not a day: ${text}`)
  return d
}

// A list asks for the day of one and the same instant, and for the start of one and the same day and its distance, row by row.
const MOST_DAYS = 1000
const MOST_STEPS = 50

/** The legal day on which an instant falls. */
export const dayOf = rememberedFor(
  (instant: Temporal.Instant): Day => instant.toZonedDateTimeISO(ZONE).toPlainDate().toString() as Day,
)

/** 00:00:00 of a day, Vietnamese time. */
export const startOf = remembered(
  MOST_DAYS,
  (d: Day): Temporal.Instant => Temporal.PlainDate.from(d).toZonedDateTime(ZONE).toInstant(),
)

/** `d` moved by `n` days. */
export const addDays = (d: Day, n: number): Day => movedBy(n)(d)

const movedBy = remembered(MOST_STEPS, (n: number) =>
  remembered(MOST_DAYS, (d: Day): Day => Temporal.PlainDate.from(d).add({ days: n }).toString() as Day),
)

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => countOf(b) - countOf(a)

const DAY_ONE = '1970-01-01'

/** Days since the first of January 1970. */
const countOf = remembered(
  MOST_DAYS,
  (d: Day): number => Temporal.PlainDate.from(DAY_ONE).until(d, { largestUnit: 'days' }).days,
)

/** Year number of a day. */
export const yearOf = (d: Day): number => Number(d.slice(0, 4))

/** 1 = thứ Hai … 7 = Chủ nhật. */
export const weekdayOf = (d: Day): number => Temporal.PlainDate.from(d).dayOfWeek

/** Screen form `dd/MM/yyyy`. */
export function showDay(d: Day | null | undefined): string {
  return d ? `${d.slice(8, 10)}/${d.slice(5, 7)}/${d.slice(0, 4)}` : ''
}

/** Document form "ngày 05 tháng 02 năm 2026": a leading zero for days under 10 and months 1, 2 (NĐ 30/2020, Phụ lục I, II.4b). */
export function showDayInDocument(d: Day): string {
  const [y, m, n] = d.split('-').map(Number) as [number, number, number]
  return `ngày ${String(n).padStart(2, '0')} tháng ${m < 3 ? `0${m}` : m} năm ${y}`
}

/** Screen form of an instant, `HH:mm dd/MM/yyyy`. */
export function showInstant(i: Temporal.Instant): string {
  return `${showTime(i)} ${showDay(dayOf(i))}`
}

/** Screen form of the time of an instant, `HH:mm`. */
export const showTime = rememberedFor((i: Temporal.Instant): string => {
  const z = i.toZonedDateTimeISO(ZONE)
  return `${String(z.hour).padStart(2, '0')}:${String(z.minute).padStart(2, '0')}`
})
