/**
 * Bảng trạng thái × thao tác: what may happen next. The server, the screens and the API read this one table.
 */
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import { type ReportState, type ReportVerb, STATES, VERBS } from '../words.ts'

/** Trạng thái sau thao tác; absent = not allowed. */
export const NEXT: Readonly<Record<ReportState, Partial<Readonly<Record<ReportVerb, ReportState>>>>> = {
  'chua-mo': {},
  'chua-nop': { luu: 'dang-soan', 'gia-han': 'chua-nop', mien: 'mien', 'ke-thua': 'ke-thua' },
  'dang-soan': { luu: 'dang-soan', trinh: 'cho-ky', 'gia-han': 'dang-soan', mien: 'mien', 'ke-thua': 'ke-thua' },
  'cho-ky': {
    'tra-can-bo': 'dang-soan',
    'duyet-va-nop': 'da-nop',
    'gia-han': 'cho-ky',
    mien: 'mien',
    'ke-thua': 'ke-thua',
  },
  'da-nop': { 'tiep-nhan': 'da-tiep-nhan', 'tra-lai': 'tra-lai', duyet: 'da-duyet' },
  'da-tiep-nhan': { 'tra-lai': 'tra-lai', duyet: 'da-duyet' },
  'tra-lai': { luu: 'tra-lai', trinh: 'cho-ky', 'gia-han': 'tra-lai' },
  'da-duyet': { 'hoan-tac': 'da-tiep-nhan', 'mo-lai': 'dang-soan' },
  mien: { 'mo-lai': 'chua-nop' },
  'ke-thua': { 'mo-lai': 'chua-nop' },
}

/** Whether `verb` may be done in `state`. */
export const may = (state: ReportState, verb: ReportVerb): boolean => NEXT[state][verb] !== undefined

/** The verbs of a state, in the order of the table. */
export const verbsOf = (state: ReportState): readonly ReportVerb[] => Object.keys(NEXT[state]) as ReportVerb[]

/** Who must act next, so that a screen never ends in a state without a name. */
export const WAITS_FOR: Readonly<Record<ReportState, 'nobody' | 'officer' | 'head' | 'home-affairs'>> = {
  'chua-mo': 'home-affairs',
  'chua-nop': 'officer',
  'dang-soan': 'officer',
  'cho-ky': 'head',
  'da-nop': 'home-affairs',
  'da-tiep-nhan': 'home-affairs',
  'tra-lai': 'officer',
  'da-duyet': 'nobody',
  mien: 'nobody',
  'ke-thua': 'nobody',
}

const WHY: Partial<Readonly<Record<ReportState, string>>> = {
  'chua-mo': 'Kỳ báo cáo chưa mở.',
  'cho-ky': 'Báo cáo đang chờ thủ trưởng ký.',
  'da-nop': 'Báo cáo đã nộp. Bản đã nộp không sửa được; Sở Nội vụ trả lại thì sửa và nộp bản mới.',
  'da-tiep-nhan': 'Báo cáo đã được tiếp nhận và đang thẩm định.',
  'da-duyet': 'Báo cáo đã duyệt. Sở Nội vụ mở lại thì mới sửa được, và thành bản mới.',
  mien: 'Cơ quan được miễn báo cáo kỳ này.',
  'ke-thua': 'Nghĩa vụ báo cáo kỳ này đã chuyển cho cơ quan kế thừa.',
}

/** The state after `verb`, or the sentence why it may not be done now. */
export function transition(state: ReportState, verb: ReportVerb): Decision<ReportState> {
  const next = NEXT[state][verb]
  if (next !== undefined) return accept(next)
  const why = WHY[state] ?? `Báo cáo đang ở trạng thái ${STATES[state].label}.`
  return refuse('conflict', 'report.state', `${why} Chưa thực hiện «${VERBS[verb].label}», nội dung không đổi.`)
}
