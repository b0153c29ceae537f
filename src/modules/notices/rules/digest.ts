/** Thư tổng hợp trong ngày: whether a person gets one today, and what for. One a day at most, each step of a deadline once. */
import { addDays, type Day, weekdayOf } from '../../../kernel/day.ts'
import { type Duty, type Rhythm, STEPS, type Step } from '../words.ts'
import { stepToSend } from './ladder.ts'

/** Lý do: a step of the ladder that a duty has reached, or that it waits for the reader's own decision. */
export type Mention = { readonly key: string; readonly due: Day | null; readonly step: Step | 'cho-quyet' }

/** What is known of a person on a day. */
export type DigestQuestion = {
  readonly duties: readonly Duty[]
  readonly today: Day
  /** What mails have said before. */
  readonly said: readonly Mention[]
  readonly rhythm: Rhythm
  /** A head hears only of the steps that go to heads. */
  readonly onlyHead: boolean
}

/** Việc phải làm: what the reader must do himself; what waits for others is not urged. */
export const owedBy = (duties: readonly Duty[]): Duty[] => duties.filter((d) => d.waitsFor === null)

const same = (m: Mention, d: Duty): boolean => m.key === d.key && m.due === d.due

function mentionsOf(d: Duty, q: DigestQuestion): Mention[] {
  const before = q.said.filter((m) => same(m, d)).map((m) => m.step)
  const steps = before.filter((s): s is Step => s !== 'cho-quyet')
  const step = d.due === null ? null : stepToSend(addDays(d.due, 1), q.today, steps)
  return [
    ...(step !== null && (!q.onlyHead || STEPS[step].toHead) ? [{ key: d.key, due: d.due, step }] : []),
    ...(d.toDecide && !before.includes('cho-quyet') ? [{ key: d.key, due: d.due, step: 'cho-quyet' as const }] : []),
  ]
}

const SATURDAY = 6

/** Why a mail goes out today: its reasons (none for the daily list of a working day); null = no mail. */
export function digestOf(q: DigestQuestion): Mention[] | null {
  const owed = owedBy(q.duties)
  if (owed.length === 0) return null
  const reasons = owed.flatMap((d) => mentionsOf(d, q))
  const daily = q.rhythm === 'hang-ngay' && weekdayOf(q.today) < SATURDAY
  return reasons.length > 0 || daily ? reasons : null
}

/** Thư gửi ngay: whether what it tells still holds. Read in the system already, or settled meanwhile = not sent. */
export function stillHolds(
  notice: { readonly kind: string; readonly href: string; readonly read: boolean },
  duties: readonly Duty[],
): boolean {
  if (notice.read) return false
  if (!notice.kind.includes('returned')) return true
  return duties.some((d) => d.returned && d.waitsFor === null && d.href.startsWith(notice.href))
}
