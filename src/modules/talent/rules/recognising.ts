/** Công nhận, đính chính, kết thúc, rút công nhận; thôi việc; đánh giá: what may follow what. Pure. */
import { type Day, showDay } from '../../../kernel/day.ts'
import { accept, type Decision, type Refusal, refuse, refuseFields } from '../../../kernel/result.ts'
import {
  BASES,
  type Episode,
  type Exit,
  MILESTONES,
  NOT_A_LEAVING,
  type Recognition,
  type Review,
  type Talent,
} from '../words.ts'
import { firstRecognition, yearsAfter } from './cohort.ts'

/** Quyết định công nhận sắp ghi. */
export type DecisionDraft = Pick<Recognition, 'number' | 'decidedOn' | 'basis' | 'committedUntil'>

/** The same number, however it is spaced and capitalised. */
const sameNumber = (a: string, b: string): boolean =>
  a.replaceAll(/\s+/g, '').toLowerCase() === b.replaceAll(/\s+/g, '').toLowerCase()

/** What is wrong with a decision, by field; `others` = decisions of the person besides the one that is corrected. */
export function wrongDecision(d: DecisionDraft, others: readonly Recognition[], today: Day): Record<string, string> {
  const wrong: Record<string, string> = {}
  const since = BASES[d.basis].since
  if (d.decidedOn > today) wrong.decidedOn = `Ngày quyết định phải đến hôm nay (${showDay(today)}) là cùng`
  else if (since !== null && d.decidedOn < since)
    wrong.decidedOn = `${BASES[d.basis].label} chưa có hiệu lực vào ngày ${showDay(d.decidedOn)}; kiểm tra lại ngày hoặc căn cứ`
  if (d.committedUntil !== null && d.committedUntil <= d.decidedOn)
    wrong.committedUntil = 'Ngày hết cam kết phải sau ngày quyết định'
  if (others.some((o) => !o.withdrawn && sameNumber(o.number, d.number) && o.decidedOn === d.decidedOn))
    wrong.number = `Quyết định ${d.number} đã ghi cho người này`
  return wrong
}

/** Whether a decision may be recorded or corrected so. */
export function recognising(d: DecisionDraft, others: readonly Recognition[], today: Day): Decision<null> {
  const wrong = wrongDecision(d, others, today)
  return Object.keys(wrong).length > 0 ? refuseFields('talent.decision', wrong) : accept(null)
}

/** Somebody else has written since the talent was read. */
export const changedMeanwhile = (t: Talent): Refusal =>
  refuse(
    'stale',
    'talent.changed-meanwhile',
    `${t.code} vừa được người khác ghi. Chưa ghi gì; xem bản mới rồi làm lại.`,
    {
      theirs: { version: t.version },
    },
  )

/** Whether a decision may be ended on a day: it holds, and not before it was made. */
export function ending(r: Recognition, on: Day, today: Day): Decision<null> {
  if (r.withdrawn) return refuse('conflict', 'talent.withdrawn', 'Công nhận này đã rút. Không có gì thay đổi.')
  if (r.endedOn !== null)
    return refuse(
      'conflict',
      'talent.ended',
      `Công nhận này đã kết thúc ngày ${showDay(r.endedOn)}. Không có gì thay đổi.`,
    )
  if (on <= r.decidedOn)
    return refuseFields('talent.end', { endedOn: `Ngày kết thúc phải sau ngày quyết định (${showDay(r.decidedOn)})` })
  if (on > today)
    return refuseFields('talent.end', { endedOn: `Ngày kết thúc phải đến hôm nay (${showDay(today)}) là cùng` })
  return accept(null)
}

/** Thôi việc sắp ghi. */
export type LeavingDraft = {
  readonly leftOn: Day
  readonly exit: Exit
  readonly reason: string
  readonly toUnitId: string
}

/** The stretch of work that has not ended, or null. */
export const openEpisode = (t: Talent): Episode | null => t.episodes.find((e) => e.leftOn === null) ?? null

/** Whether somebody may be said to have stopped working so. `reasons` = codes of the list of reasons. */
export function leaving(t: Talent, d: LeavingDraft, reasons: readonly string[], today: Day): Decision<Episode> {
  const open = openEpisode(t)
  if (open === null)
    return refuse('conflict', 'talent.not-working', `${t.code} đã ghi thôi việc trước đó. Không có gì thay đổi.`)
  const wrong: Record<string, string> = {}
  if (d.leftOn <= open.from) wrong.leftOn = `Ngày thôi việc phải sau ngày bắt đầu làm (${showDay(open.from)})`
  else if (d.leftOn > today) wrong.leftOn = `Ngày thôi việc phải đến hôm nay (${showDay(today)}) là cùng`
  if (d.exit === 'roi' && d.reason === '') wrong.reason = 'Chọn lý do rời đi'
  else if (d.exit === 'roi' && (!reasons.includes(d.reason) || NOT_A_LEAVING.includes(d.reason)))
    wrong.reason = 'Lý do này không có trong danh mục lý do rời đi'
  if (d.exit === 'chuyen-trong-tinh' && d.toUnitId === '') wrong.toUnitId = 'Chọn cơ quan, đơn vị nhận'
  else if (d.exit === 'chuyen-trong-tinh' && d.toUnitId === open.unitId)
    wrong.toUnitId = 'Người này đang làm việc tại cơ quan ấy'
  return Object.keys(wrong).length > 0 ? refuseFields('talent.leaving', wrong) : accept(open)
}

/** The last stretch that ended, and the one a move began, which go together; refuses when nothing ended. */
export function lastLeaving(t: Talent): Decision<{ ended: Episode; begun: Episode | null }> {
  const byEnd = t.episodes
    .filter((e) => e.leftOn !== null)
    .sort((a, b) => ((a.leftOn ?? '') < (b.leftOn ?? '') ? 1 : -1))
  const [ended] = byEnd
  if (ended === undefined)
    return refuse('conflict', 'talent.nothing-ended', `${t.code} chưa ghi thôi việc lần nào. Không có gì thay đổi.`)
  const begun = ended.exit === 'chuyen-trong-tinh' ? openEpisode(t) : null
  return accept({ ended, begun })
}

/** Ngày của một mốc: so many years after the first decision. */
export const milestoneDay = (since: Day, milestone: number): Day => yearsAfter(since, milestone)

/** Whether a review of a milestone may be recorded: the year is over, and its day lies between the recognition and today. */
export function reviewing(t: Talent, r: Pick<Review, 'milestone' | 'on'>, today: Day): Decision<null> {
  const since = firstRecognition(t, today)
  if (since === null) return refuse('conflict', 'talent.withdrawn', 'Công nhận này đã rút. Không có gì thay đổi.')
  if (!(MILESTONES as readonly number[]).includes(r.milestone))
    return refuseFields('talent.review', { milestone: 'Chọn mốc từ 1 đến 5 năm' })
  const due = milestoneDay(since, r.milestone)
  if (due > today)
    return refuseFields('talent.review', { milestone: `Chưa đủ ${r.milestone} năm; mốc này từ ngày ${showDay(due)}` })
  if (r.on < since || r.on > today)
    return refuseFields('talent.review', { on: `Ngày đánh giá phải từ ${showDay(since)} đến hôm nay` })
  return accept(null)
}
