/** Từ dùng của việc chấm điểm cơ quan. Points are given to bodies, never to persons. */
import type { Day } from '../../kernel/day.ts'
import type { StateKind } from '../../ui/state.ts'
import type { Profile } from './rules/profile.ts'

const PRACTICE = 'Cách làm của việc chấm điểm cải cách hành chính: tự chấm, thẩm định, công bố, trả lời kiến nghị'

/** Trạng thái của đợt chấm điểm. */
export type RoundState = 'dang-cham' | 'da-cong-bo' | 'da-khoa'

/** Nhãn của đợt chấm điểm. */
export const ROUND_STATES: Readonly<Record<RoundState, { label: string; tone: StateKind; source: string }>> = {
  'dang-cham': { label: 'Đang chấm', tone: 'wait', source: PRACTICE },
  'da-cong-bo': { label: 'Đã công bố', tone: 'ok', source: PRACTICE },
  'da-khoa': { label: 'Đã khóa', tone: 'done', source: PRACTICE },
}

/** Trạng thái phiếu chấm của một cơ quan. */
export type EntryState = 'chua-tu-cham' | 'da-tu-cham' | 'da-tham-dinh'

/** Nhãn của phiếu chấm. */
export const ENTRY_STATES: Readonly<Record<EntryState, { label: string; tone: StateKind; source: string }>> = {
  'chua-tu-cham': { label: 'Chưa tự chấm', tone: 'idle', source: PRACTICE },
  'da-tu-cham': { label: 'Chờ thẩm định', tone: 'wait', source: PRACTICE },
  'da-tham-dinh': { label: 'Đã thẩm định', tone: 'done', source: PRACTICE },
}

/** Kiến nghị về điểm: what became of it. */
export type AppealState = 'cho' | 'chap-nhan' | 'giu-nguyen'

/** Nhãn của kiến nghị. */
export const APPEAL_STATES: Readonly<Record<AppealState, { label: string; tone: StateKind; source: string }>> = {
  cho: { label: 'Chờ trả lời', tone: 'wait', source: PRACTICE },
  'chap-nhan': { label: 'Điểm được sửa', tone: 'ok', source: PRACTICE },
  'giu-nguyen': { label: 'Giữ nguyên điểm', tone: 'back', source: PRACTICE },
}

const COUNTED = 'Đếm từ báo cáo đã nộp và tiến độ nhiệm vụ trên hệ thống'

/** Điều hệ thống đếm được về một cơ quan. */
export type FactName =
  | 'da-gui'
  | 'nhom-da-tra-loi'
  | 'o-bat-buoc'
  | 'ngay-muon'
  | 'lan-tra-lai'
  | 'canh-bao-chua-giai-trinh'
  | 'ket-qua-co-minh-chung'
  | 'nhiem-vu-da-bao'
  | 'nhiem-vu-hoan-thanh'

/** Nhãn của từng điều đếm được; `noun` follows the number. */
export const FACT_NAMES: Readonly<Record<FactName, { label: string; noun: string; source: string }>> = {
  'da-gui': { label: 'Báo cáo đã gửi', noun: 'báo cáo phải gửi', source: COUNTED },
  'nhom-da-tra-loi': { label: 'Nhóm nhiệm vụ đã trả lời', noun: 'nhóm nhiệm vụ', source: COUNTED },
  'o-bat-buoc': { label: 'Số liệu bắt buộc đã nhập', noun: 'số liệu bắt buộc', source: COUNTED },
  'ngay-muon': { label: 'Số ngày gửi muộn', noun: 'ngày muộn', source: COUNTED },
  'lan-tra-lai': { label: 'Số lần bị trả lại', noun: 'lần trả lại', source: COUNTED },
  'canh-bao-chua-giai-trinh': { label: 'Cảnh báo chưa giải trình', noun: 'cảnh báo chưa giải trình', source: COUNTED },
  'ket-qua-co-minh-chung': { label: 'Kết quả có minh chứng', noun: 'nhóm có kết quả', source: COUNTED },
  'nhiem-vu-da-bao': { label: 'Nhiệm vụ đã báo tiến độ', noun: 'nhiệm vụ chủ trì', source: COUNTED },
  'nhiem-vu-hoan-thanh': { label: 'Nhiệm vụ hoàn thành', noun: 'nhiệm vụ đến hạn', source: COUNTED },
}

/** Số đếm được: `of` null = a plain count; the whole null = nothing was sent, nothing can be counted. */
export type Counted = { readonly n: number; readonly of: number | null } | null

/** Tài liệu kiểm chứng; every part may be empty. */
export type Evidence = {
  readonly number: string
  readonly day: Day | null
  readonly fileId: string | null
  readonly fileName: string | null
}

/** Một tiêu chí của phiếu: three points beside each other. Points in the unit of the profile, two decimals. */
export type Item = {
  readonly criterion: string
  /** False: the body has nothing this criterion could measure; its points leave the greatest total. */
  readonly applies: boolean
  /** Điểm máy tính; null = scored by people. */
  readonly computed: number | null
  readonly counted: Counted
  /** Điểm tự chấm; null = the computed points are agreed to, or nothing was scored. */
  readonly self: number | null
  readonly selfReason: string
  readonly evidence: Evidence
  /** Điểm thẩm định; null = as computed. */
  readonly appraised: number | null
  readonly appraisedReason: string
}

/** Đợt chấm điểm of a year. */
export type Round = {
  readonly id: string
  readonly year: number
  readonly profile: Profile
  readonly state: RoundState
  readonly openedAt: Temporal.Instant
  readonly openedBy: string
  readonly countedAt: Temporal.Instant
  readonly publishedAt: Temporal.Instant | null
  /** Last day of appeals. */
  readonly appealUntil: Day | null
  readonly closedAt: Temporal.Instant | null
  readonly sha256: string | null
  readonly version: number
}

/** Phiếu chấm of one body. */
export type Entry = {
  readonly id: string
  readonly unitId: string
  readonly unitCode: string
  readonly unitName: string
  readonly group: string
  readonly state: EntryState
  readonly selfBy: string | null
  readonly selfAt: Temporal.Instant | null
  readonly appraisedBy: string | null
  readonly appraisedAt: Temporal.Instant | null
  readonly version: number
}

/** Kiến nghị của cơ quan về điểm một tiêu chí. */
export type Appeal = {
  readonly id: string
  readonly criterion: string
  readonly text: string
  readonly document: string
  readonly state: AppealState
  readonly points: number | null
  readonly answer: string
  readonly at: Temporal.Instant
  readonly by: string
  readonly answeredAt: Temporal.Instant | null
  readonly answeredBy: string | null
}

/** Một dòng của bảng xếp hạng. */
export type Ranked = {
  readonly unitCode: string
  readonly unitName: string
  readonly group: string
  /** Points of each group of criteria, by its number. */
  readonly parts: Readonly<Record<string, number>>
  readonly total: number
  /** Greatest total the body could have: criteria that apply. */
  readonly most: number
  /** Chỉ số, 0 to 100, two decimals. */
  readonly index: number
  readonly band: string
  /** Rank within the group of bodies; equal indexes share a rank and the next one is skipped. */
  readonly rank: number
}

/** Kết quả đã khóa: what is shown and printed from then on. */
export type Frozen = { readonly rows: readonly Ranked[] }
