/** Từ của việc nhập: states of a batch, outcomes of a row, counts; each with label and source. */
import type { Day } from '../../kernel/day.ts'
import type { StateKind } from '../../ui/state.ts'
import type { Plan } from './rules/plan.ts'

/** Tình trạng của một lô. */
export type BatchState = 'da-gui' | 'dang-kiem-tra' | 'da-kiem-tra' | 'dang-ghi' | 'da-ghi' | 'da-hoan-tac' | 'da-bo'

/** Tình trạng của một lô, in words of the screen. */
export const BATCH_STATES: Readonly<Record<BatchState, { label: string; source: string; tone: StateKind }>> = {
  'da-gui': { label: 'Đã gửi, chưa kiểm tra', source: 'Thiết kế hệ thống', tone: 'idle' },
  'dang-kiem-tra': { label: 'Đang kiểm tra', source: 'Thiết kế hệ thống', tone: 'wait' },
  'da-kiem-tra': { label: 'Đã kiểm tra, chưa ghi', source: 'Thiết kế hệ thống', tone: 'soon' },
  'dang-ghi': { label: 'Đang ghi', source: 'Thiết kế hệ thống', tone: 'wait' },
  'da-ghi': { label: 'Đã ghi', source: 'Thiết kế hệ thống', tone: 'done' },
  'da-hoan-tac': { label: 'Đã hoàn tác', source: 'Thiết kế hệ thống', tone: 'back' },
  'da-bo': { label: 'Đã bỏ', source: 'Thiết kế hệ thống', tone: 'exempt' },
}

/** Việc làm được với một lô. */
export type BatchVerb = 'map' | 'decide' | 'check' | 'write' | 'run-check' | 'run-write' | 'undo' | 'void'

/** Which verb fits which state: the server, the pages and the command line read this one table. */
export const ALLOWED: Readonly<Record<BatchState, readonly BatchVerb[]>> = {
  'da-gui': ['map', 'decide', 'check', 'write', 'run-check', 'run-write', 'void'],
  'dang-kiem-tra': ['run-check', 'void'],
  'da-kiem-tra': ['map', 'decide', 'check', 'write', 'run-check', 'run-write', 'void'],
  'dang-ghi': ['run-write'],
  'da-ghi': ['undo'],
  'da-hoan-tac': [],
  'da-bo': [],
}

/** Kết quả của một dòng. */
export type RowOutcome = 'new' | 'changed' | 'same' | 'duplicate' | 'error'

/** Kết quả của một dòng, in words of the screen. */
export const OUTCOMES: Readonly<Record<RowOutcome, { label: string; source: string }>> = {
  new: { label: 'Mới', source: 'Thiết kế hệ thống' },
  changed: { label: 'Sửa', source: 'Thiết kế hệ thống' },
  same: { label: 'Giống', source: 'Thiết kế hệ thống' },
  duplicate: { label: 'Trùng?', source: 'Thiết kế hệ thống' },
  error: { label: 'Lỗi', source: 'Thiết kế hệ thống' },
}

/** Số dòng theo kết quả. */
export type Counts = Readonly<Record<RowOutcome, number>> & { readonly rows: number; readonly findings: number }

/** Vì sao cột được ghép như vậy, where a person chose: this time, or before for the same headings. Nguồn: thiết kế hệ thống. */
export const CHOSEN_BY = { officer: 'Cán bộ đã chọn', officerBefore: 'Cách ghép lần trước' } as const

/** Lô nhập. */
export type Batch = {
  readonly id: string
  readonly unitId: string
  readonly unitCode: string
  readonly unitName: string
  readonly fileId: string
  readonly fileName: string
  readonly fileSha256: string
  readonly fileKind: 'xlsx' | 'xls' | 'csv'
  readonly asOf: Day
  readonly plan: Plan
  readonly notes: readonly string[]
  readonly state: BatchState
  readonly counts: Counts | null
  readonly trouble: string
  /** Account that sent the file. */
  readonly madeBy: string
  readonly madeName: string
  readonly madeAt: Temporal.Instant
  readonly writtenAt: Temporal.Instant | null
  readonly version: number
}
