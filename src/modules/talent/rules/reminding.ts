/** Nhắc mốc theo dõi: what the body of a recognised person is told on the clock, each step once. Pure. */
import { addDays, type Day, showDay } from '../../../kernel/day.ts'
import type { Talent } from '../words.ts'
import { isRecognisedOn, standingOn } from './cohort.ts'
import { COMMITMENT_DAYS, commitmentOf, nextMilestone, REVIEW_DAYS } from './watching.ts'

/** Lời nhắc: `key` names the step, so that nobody is told of one step twice. */
export type Reminder = {
  readonly key: string
  readonly code: string
  readonly unitId: string
  readonly title: string
  readonly body: string
}

/**
 * What is due on a day: the review of a milestone from its day on and once more when it is late, the end of a commitment from
 * `COMMITMENT_DAYS` before it. Nothing for whoever left, and nothing once the dossier holds a day of death (`died`).
 */
export function remindersOn(t: Talent, asOf: Day, died: string | null): Reminder[] {
  const { standing, unitId } = standingOn(t, asOf)
  if (standing !== 'lam-viec' || died !== null) return []
  const said = (step: string, title: string, body: string): Reminder => ({
    key: `talent:${t.id}:${step}`,
    code: t.code,
    unitId,
    title: `Nhân tài ${t.code}: ${title}`,
    body,
  })
  const found: Reminder[] = []
  const next = nextMilestone(t, asOf)
  if (next !== null && next.day <= asOf) {
    const last = showDay(addDays(next.day, REVIEW_DAYS))
    found.push(
      next.late
        ? said(
            `danh-gia-${next.milestone}-tre`,
            `chưa đánh giá mốc ${next.milestone} năm`,
            `Hạn ghi đánh giá là ngày ${last}.`,
          )
        : said(
            `danh-gia-${next.milestone}`,
            `đến mốc ${next.milestone} năm`,
            `Mốc ngày ${showDay(next.day)}. Ghi đánh giá chậm nhất ngày ${last}.`,
          ),
    )
  }
  const until = isRecognisedOn(t, asOf) ? commitmentOf(t, asOf) : null
  if (until !== null && until >= asOf && addDays(until, -COMMITMENT_DAYS) <= asOf)
    found.push(
      said(`cam-ket-${until}`, `cam kết hết ngày ${showDay(until)}`, 'Bàn với người ấy việc tiếp tục làm việc.'),
    )
  return found
}
