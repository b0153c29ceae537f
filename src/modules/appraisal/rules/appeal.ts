/** Kiến nghị về điểm: within the days of the profile after publication, once for each criterion, answered once. */
import { type Day, showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'
import type { AppealState, Item, RoundState } from '../words.ts'
import { finalOf, rounded } from './points.ts'
import { type Criterion, criterionOf, type Profile } from './profile.ts'

/** Gửi kiến nghị: refused before publication, after the last day, for a criterion that is unknown or does not apply, and a second time. */
export function mayAppeal(at: {
  readonly profile: Profile
  readonly state: RoundState
  readonly today: Day
  readonly appealUntil: Day | null
  readonly items: readonly Item[]
  readonly criterion: string
  readonly appealed: readonly string[]
}): Decision<Criterion> {
  if (at.state !== 'da-cong-bo' || at.appealUntil === null)
    return refuse('conflict', 'appraisal.no-appeal', 'Kiến nghị được gửi sau khi công bố và trước khi khóa kết quả.')
  if (at.today > at.appealUntil)
    return refuse(
      'conflict',
      'appraisal.appeal-late',
      `Hạn kiến nghị là hết ngày ${showDay(at.appealUntil)}. Kiến nghị này chưa được ghi.`,
      { ground: at.profile.appeal.source },
    )
  const criterion = criterionOf(at.profile, at.criterion)
  if (criterion === null || at.items.find((i) => i.criterion === at.criterion)?.applies !== true)
    return refuseFields('appraisal.criterion', { criterion: 'Chọn một tiêu chí có áp dụng với cơ quan' })
  if (at.appealed.includes(at.criterion))
    return refuse('conflict', 'appraisal.appealed', `Tiêu chí ${at.criterion} đã được kiến nghị. Mỗi tiêu chí một lần.`)
  return accept(criterion)
}

/** Trả lời: once; new points within the criterion and other than those that stand. */
export function answerAppeal(at: {
  readonly state: AppealState
  readonly round: RoundState
  readonly criterion: Criterion
  readonly item: Item
  readonly answer: Exclude<AppealState, 'cho'>
  readonly points: number | null
}): Decision<number | null> {
  if (at.round === 'da-khoa') return refuse('conflict', 'appraisal.closed', 'Đợt chấm điểm đã khóa. Không đổi gì.')
  if (at.state !== 'cho')
    return refuse('conflict', 'appraisal.answered', 'Kiến nghị này đã được trả lời. Mỗi kiến nghị trả lời một lần.')
  if (at.answer === 'giu-nguyen') return accept(null)
  const { points } = at
  if (points === null || points < 0 || points > at.criterion.max || rounded(points) !== points)
    return refuseFields('appraisal.points', {
      points: `Nhập điểm mới từ 0 đến ${showNumber(at.criterion.max, 2)}, nhiều nhất hai chữ số lẻ`,
    })
  if (points === finalOf(at.item))
    return refuseFields('appraisal.points-same', { points: 'Điểm mới bằng điểm đang có. Chọn giữ nguyên điểm.' })
  return accept(points)
}
