/** Theo dõi một người được công nhận: next milestone, what is late, commitments about to end. Pure. */
import { addDays, type Day, daysBetween, showDay } from '../../../kernel/day.ts'
import { MILESTONES, type Talent } from '../words.ts'
import { episodesBy, firstRecognition, isRecognisedOn, standingOn } from './cohort.ts'
import { milestoneDay } from './recognising.ts'

/** Days before the end of a commitment at which the page begins to warn. */
export const COMMITMENT_DAYS = 90

/** Days after a milestone within which its review is expected. */
export const REVIEW_DAYS = 60

/** Mốc tới: its day, and the day after which its review is late. */
export type NextMilestone = { readonly milestone: number; readonly day: Day; readonly late: boolean }

/** The first milestone without a review; null when all five have one, or nobody is followed any more. */
export function nextMilestone(t: Talent, asOf: Day): NextMilestone | null {
  const since = firstRecognition(t, asOf)
  if (since === null) return null
  if (standingOn(t, asOf).on !== null) return null
  for (const milestone of MILESTONES) {
    const day = milestoneDay(since, milestone)
    if (t.reviews.some((r) => r.milestone === milestone && r.on <= asOf)) continue
    return { milestone, day, late: asOf > addDays(day, REVIEW_DAYS) }
  }
  return null
}

/** Cảnh báo. */
export type Warning = { readonly kind: 'cam-ket' | 'danh-gia' | 'da-mat' | 'chua-ro-noi-lam'; readonly words: string }

/** The commitment that ends last, of decisions that hold on the day. */
export function commitmentOf(t: Talent, asOf: Day): Day | null {
  const held = t.recognitions.filter(
    (r) => !r.withdrawn && r.decidedOn <= asOf && (r.endedOn === null || r.endedOn > asOf),
  )
  return (
    held
      .flatMap((r) => r.committedUntil ?? [])
      .sort()
      .at(-1) ?? null
  )
}

/** What somebody should look at. `died` = the day of death the dossier holds. */
export function warningsOf(t: Talent, asOf: Day, died: string | null): Warning[] {
  const found: Warning[] = []
  const { standing } = standingOn(t, asOf)
  const until = commitmentOf(t, asOf)
  if (standing === 'lam-viec' && isRecognisedOn(t, asOf) && until !== null) {
    const left = daysBetween(asOf, until)
    if (left >= 0 && left <= COMMITMENT_DAYS)
      found.push({ kind: 'cam-ket', words: `Cam kết hết ngày ${showDay(until)}, còn ${left} ngày` })
  }
  const next = nextMilestone(t, asOf)
  if (next?.late === true) found.push({ kind: 'danh-gia', words: `Chưa đánh giá mốc ${next.milestone} năm` })
  if (died !== null && standing === 'lam-viec')
    found.push({ kind: 'da-mat', words: 'Hồ sơ ghi đã mất, chưa ghi thôi việc' })
  if (standing === 'lam-viec' && episodesBy(t, asOf).every((e) => e.leftOn !== null && e.leftOn <= asOf))
    found.push({ kind: 'chua-ro-noi-lam', words: 'Chưa ghi nơi làm việc hiện nay' })
  return found
}
