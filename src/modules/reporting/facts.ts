/** Câu của từng sự kiện báo cáo: what happened, without the actor. */
import { parseDay, showDay } from '../../kernel/day.ts'
import { midSentence } from '../../kernel/text.ts'
import type { LedgerLine } from '../../platform/ledger/record.ts'
import { PLAN_REGIME } from './words.ts'

const of = (l: LedgerLine, key: string): string => String(l.data[key] ?? '')
/** "báo cáo năm 2026": facts of before regimes were named name the year alone. */
const about = (l: LedgerLine): string => midSentence(of(l, 'title') || `Báo cáo năm ${of(l, 'year')}`)
const provincial = (l: LedgerLine): string =>
  `báo cáo tỉnh năm ${of(l, 'year')}${(l.data.regime ?? PLAN_REGIME) === PLAN_REGIME ? '' : ` (${of(l, 'title')})`}`
const dayIn = (l: LedgerLine, key: string): string => showDay(parseDay(of(l, key)))

/** Sentences by kind. */
export const FACTS: Readonly<Record<string, (line: LedgerLine) => string>> = {
  'reporting.period-opened': (l) =>
    `mở kỳ ${about(l)} cho ${of(l, 'bodies')} cơ quan, hạn trước ngày ${dayIn(l, 'dueBefore')}`,
  'reporting.period-moved': (l) =>
    `chuyển kỳ ${about(l)} từ bản ${of(l, 'from')} sang bản ${of(l, 'to')} của chế độ ${of(l, 'code')}`,
  'reporting.regime-drafted': (l) => `bắt đầu soạn bản ${of(l, 'version')} của chế độ báo cáo ${of(l, 'code')}`,
  'reporting.regime-edited': (l) =>
    `sửa phần ${of(l, 'place')} của bản ${of(l, 'version')} đang soạn, chế độ báo cáo ${of(l, 'code')}`,
  'reporting.regime-draft-dropped': (l) => `bỏ bản ${of(l, 'version')} đang soạn của chế độ báo cáo ${of(l, 'code')}`,
  'reporting.regime-issued': (l) =>
    `ban hành bản ${of(l, 'version')} của chế độ báo cáo ${of(l, 'code')}, áp dụng từ ${dayIn(l, 'from')}`,
  'reporting.draft-saved': (l) => `lưu nháp mục ${of(l, 'section')} của báo cáo ${of(l, 'code')}`,
  'reporting.prefilled': (l) => `lấy ${of(l, 'filled')} số từ hồ sơ vào báo cáo ${of(l, 'code')}`,
  'reporting.nothing-declared': (l) => `khẳng định không phát sinh trong kỳ ở báo cáo ${of(l, 'code')}`,
  'reporting.sent-to-head': (l) => `trình thủ trưởng ký báo cáo ${of(l, 'code')}`,
  'reporting.returned-to-officer': (l) => `trả lại cán bộ báo cáo ${of(l, 'code')}`,
  'reporting.submitted': (l) =>
    `nộp báo cáo ${of(l, 'code')}, bản ${of(l, 'number')}, ${l.data.late === true ? `muộn ${of(l, 'daysLate')} ngày` : 'đúng hạn'}`,
  'reporting.received': (l) => `tiếp nhận báo cáo ${of(l, 'code')}`,
  'reporting.returned': (l) => `trả lại báo cáo ${of(l, 'code')}, nộp lại trước ngày ${dayIn(l, 'dueBefore')}`,
  'reporting.accepted': (l) => `duyệt ${of(l, 'count')} bản ${about(l)}`,
  'reporting.acceptance-undone': (l) => `hoàn tác duyệt ${of(l, 'count')} bản ${about(l)}`,
  'reporting.reopened': (l) => `mở lại báo cáo ${of(l, 'code')}`,
  'reporting.extended': (l) => `gia hạn báo cáo ${of(l, 'code')} đến trước ngày ${dayIn(l, 'dueBefore')}`,
  'reporting.extension-requested': (l) =>
    `đề nghị gia hạn báo cáo ${of(l, 'code')} đến trước ngày ${dayIn(l, 'until')}`,
  'reporting.extension-withdrawn': (l) => `rút đề nghị gia hạn báo cáo ${of(l, 'code')}`,
  'reporting.extension-refused': (l) => `không chấp thuận đề nghị gia hạn báo cáo ${of(l, 'code')}`,
  'reporting.authority-given': (l) =>
    `giao ${of(l, 'name')} ký báo cáo (${of(l, 'lines')}) từ ngày ${dayIn(l, 'from')}`,
  'reporting.authority-ended': (l) => `thôi giao ${of(l, 'name')} ký báo cáo`,
  'reporting.signed-file-attached': (l) => `đưa vào bản đã ký của báo cáo ${of(l, 'code')}, bản ${of(l, 'number')}`,
  'reporting.exempted': (l) => `miễn báo cáo ${of(l, 'code')} theo ${of(l, 'act')}`,
  'reporting.handed-over': (l) => `chuyển nghĩa vụ báo cáo ${of(l, 'code')} cho ${of(l, 'heir')}`,
  'reporting.provincial-built': (l) => `lập ${provincial(l)}, bản ${of(l, 'number')}`,
  'reporting.provincial-edited': (l) => `sửa mục ${of(l, 'key')} của ${provincial(l)}`,
  'reporting.paragraphs-merged': (l) =>
    `gộp ${(l.data.bodies as string[]).length} đoạn vào đoạn của ${of(l, 'body')} trong ${provincial(l)}`,
  'reporting.packet-imported': (l) => `nhập gói báo cáo năm ${of(l, 'year')}: ${of(l, 'added')} bản mới`,
}
