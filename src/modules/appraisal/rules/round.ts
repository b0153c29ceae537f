/** Các bước của đợt chấm điểm: open after the due day, publish when everything sent was appraised, close when appeals are over. */
import { type Day, showDay } from '../../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import type { RoundState } from '../words.ts'

const PERIOD = 'Kỳ báo cáo của năm'

/** Mở đợt: refused before the due day of the reports, a second time, and where nobody owes a report. `dueBefore` null = no period. */
export function openRound(at: {
  readonly year: number
  readonly dueBefore: Day | null
  readonly today: Day
  readonly exists: boolean
  readonly bodies: number
}): Decision<null> {
  if (at.exists) return refuse('conflict', 'appraisal.exists', `Đợt chấm điểm năm ${at.year} đã mở. Không đổi gì.`)
  if (at.dueBefore === null)
    return refuse('conflict', 'appraisal.no-period', `Năm ${at.year} chưa mở kỳ báo cáo nên chưa có số liệu để chấm.`)
  if (at.today < at.dueBefore)
    return refuse(
      'conflict',
      'appraisal.early',
      `Chấm điểm năm ${at.year} mở từ ngày ${showDay(at.dueBefore)}, khi đã hết hạn nộp báo cáo.`,
      { ground: PERIOD },
    )
  if (at.bodies === 0)
    return refuse('conflict', 'appraisal.nobody', `Năm ${at.year} không cơ quan nào phải báo cáo, không có gì để chấm.`)
  return accept(null)
}

/** Còn đang chấm: self scores, appraisals and a new count are taken only until the result is published. */
export const stillScoring = (state: RoundState): Decision<null> =>
  state === 'dang-cham'
    ? accept(null)
    : refuse('conflict', 'appraisal.published', 'Kết quả đã công bố, điểm chỉ đổi khi trả lời kiến nghị. Không đổi gì.')

/** Công bố: refused while a self score waits for its appraisal. `waiting` = how many do. */
export function publishRound(state: RoundState, waiting: number): Decision<'da-cong-bo'> {
  const open = stillScoring(state)
  if (!open.ok) return open
  if (waiting > 0)
    return refuse(
      'conflict',
      'appraisal.waiting',
      `Còn ${waiting} phiếu đã tự chấm mà chưa thẩm định. Thẩm định xong rồi công bố.`,
    )
  return accept('da-cong-bo')
}

/** Khóa: refused before appeals are over and while one waits for its answer. */
export function closeRound(at: {
  readonly state: RoundState
  readonly today: Day
  readonly appealUntil: Day | null
  readonly unanswered: number
}): Decision<'da-khoa'> {
  if (at.state === 'da-khoa') return refuse('conflict', 'appraisal.closed', 'Đợt chấm điểm đã khóa. Không đổi gì.')
  if (at.state === 'dang-cham' || at.appealUntil === null)
    return refuse('conflict', 'appraisal.unpublished', 'Kết quả chưa công bố. Công bố rồi mới khóa được.')
  if (at.today <= at.appealUntil)
    return refuse(
      'conflict',
      'appraisal.appeals-open',
      `Cơ quan còn kiến nghị được đến hết ngày ${showDay(at.appealUntil)}. Khóa từ ngày hôm sau.`,
    )
  if (at.unanswered > 0)
    return refuse('conflict', 'appraisal.unanswered', `Còn ${at.unanswered} kiến nghị chưa trả lời. Trả lời rồi khóa.`)
  return accept('da-khoa')
}
