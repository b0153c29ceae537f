/**
 * Hạn nộp: one pure function says whether a report may be sent, whether it is late, and by how many days.
 * "Trước ngày 05/12" means before 00:00 of 05/12 in Vietnamese time: the last valid instant is 04/12 23:59:59,999
 * (Kế hoạch 1459/KH-UBND, V.1; giờ Việt Nam theo Bộ luật Dân sự 2015, Điều 147).
 */
import { addDays, type Day, dayOf, daysBetween, startOf } from '../../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'

/** What the engine is told; every part is a recorded decision or a recorded instant. */
export type DeadlineFacts = {
  /** When the period was opened; null = not yet. */
  readonly openedAt: Temporal.Instant | null
  /** The due day of the period ("trước ngày"). */
  readonly dueBefore: Day
  /** Gia hạn by decision, in the order they were made. */
  readonly extensions: readonly { readonly dueBefore: Day }[]
  /** Miễn or kế thừa: nothing is owed. */
  readonly released: boolean
  /** Instants of the submissions that stand, oldest first. */
  readonly submissions: readonly Temporal.Instant[]
  /** New deadline of an open return; null = no return is open. */
  readonly returnedUntil: Day | null
  /** The last submission was accepted. */
  readonly accepted: boolean
}

/** Tình trạng hạn nộp. */
export type Standing = {
  /** `locked`: nothing may be sent · `open`: may be sent on time · `late`: may be sent and counts as late. */
  readonly window: 'locked' | 'open' | 'late'
  /** The day before which the next sending is due. */
  readonly dueBefore: Day
  /** Last day on time. */
  readonly lastDay: Day
  /** 0 = today is the last day; null when nothing is owed or the day has passed. */
  readonly daysLeft: number | null
  /** Days past the last day while something is owed; 0 = none. */
  readonly daysOverdue: number
  /** Of the first submission: sent late; null = nothing sent. */
  readonly late: boolean | null
  /** Days late of the first submission. */
  readonly daysLate: number
}

/** The due day after extensions: the latest one counts. */
export const extendedDue = (dueBefore: Day, extensions: readonly { readonly dueBefore: Day }[]): Day =>
  extensions.reduce<Day>((latest, e) => (e.dueBefore > latest ? e.dueBefore : latest), dueBefore)

/** Whether an instant is late for "trước ngày `dueBefore`". */
export const isLate = (at: Temporal.Instant, dueBefore: Day): boolean =>
  Temporal.Instant.compare(at, startOf(dueBefore)) >= 0

/** Days late of an instant: 05/12 is one day after the last day, 04/12. */
export const daysLateOf = (at: Temporal.Instant, dueBefore: Day): number =>
  isLate(at, dueBefore) ? daysBetween(addDays(dueBefore, -1), dayOf(at)) : 0

/** The standing of an obligation at `now`. */
export function standing(f: DeadlineFacts, now: Temporal.Instant): Standing {
  const first = extendedDue(f.dueBefore, f.extensions)
  const sent = f.submissions[0] ?? null
  const dueBefore = f.returnedUntil ?? first
  const owed = owes(f, now)
  const past = isLate(now, dueBefore)
  const lastDay = addDays(dueBefore, -1)
  return {
    window: owed ? (past ? 'late' : 'open') : 'locked',
    dueBefore,
    lastDay,
    daysLeft: owed && !past ? daysBetween(dayOf(now), lastDay) : null,
    daysOverdue: owed && past ? daysBetween(lastDay, dayOf(now)) : 0,
    late: sent === null ? null : isLate(sent, first),
    daysLate: sent === null ? 0 : daysLateOf(sent, first),
  }
}

/** Something is owed: the period is open, the duty stands, and nothing was sent or what was sent came back. */
function owes(f: DeadlineFacts, now: Temporal.Instant): boolean {
  if (f.openedAt === null || Temporal.Instant.compare(now, f.openedAt) < 0 || f.released || f.accepted) return false
  return f.submissions.length === 0 || f.returnedUntil !== null
}

/** Hạn nộp lại: the day the officer set, else the due day, but never less than `returnDays` whole days from today. */
export function returnDue(given: Day | null, dueBefore: Day, returnDays: number, today: Day): Decision<Day> {
  const shortest = addDays(today, returnDays + 1)
  if (given === null) return accept(dueBefore > shortest ? dueBefore : shortest)
  if (given <= today) {
    return refuse('invalid', 'report.return-due', 'Hạn nộp lại phải sau ngày hôm nay.', {
      fields: { dueBefore: 'Hạn nộp lại phải sau ngày hôm nay' },
    })
  }
  return accept(given)
}

/** Gia hạn: needs the number of a decision and a day later than the present one. */
export function extend(dueBefore: Day, next: Day): Decision<Day> {
  if (next > dueBefore) return accept(next)
  return refuse('invalid', 'report.extension-shorter', 'Hạn mới phải sau hạn đang áp dụng.', {
    fields: { dueBefore: 'Hạn mới phải sau hạn đang áp dụng' },
  })
}
