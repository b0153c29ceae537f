/** Từ dùng: states of a pair and how sure a suspicion is, each with its label and its source. */
import type { StateKind } from '../../ui/state.ts'

/** Trạng thái của cặp. `void`: nothing to ask any more (one of the two was merged elsewhere, or a number was mended). */
export type PairState = 'open' | 'unsure' | 'merged' | 'different' | 'void'

/** Nhãn trạng thái của cặp. */
export const PAIR_STATES: Readonly<Record<PairState, { label: string; tone: StateKind; source: string }>> = {
  open: { label: 'Chờ quyết định', tone: 'wait', source: 'Thiết kế hệ thống' },
  unsure: { label: 'Chưa rõ, đã chuyển', tone: 'soon', source: 'Thiết kế hệ thống' },
  merged: { label: 'Đã gộp', tone: 'done', source: 'Thiết kế hệ thống' },
  different: { label: 'Không phải một người', tone: 'exempt', source: 'Thiết kế hệ thống' },
  void: { label: 'Không còn phải hỏi', tone: 'idle', source: 'Thiết kế hệ thống' },
}

/** Mức nghi. */
export type Suspicion = 'auto' | 'conflict' | 'likely' | 'possible' | 'different'

/** Nhãn mức nghi. */
export const SUSPICIONS: Readonly<Record<Suspicion, { label: string; tone: StateKind; source: string }>> = {
  auto: { label: 'Trùng số giấy tờ', tone: 'late', source: 'Thiết kế hệ thống' },
  conflict: { label: 'Số giấy tờ mâu thuẫn', tone: 'back', source: 'Thiết kế hệ thống' },
  likely: { label: 'Rất có thể một người', tone: 'soon', source: 'Thiết kế hệ thống' },
  possible: { label: 'Có thể một người', tone: 'wait', source: 'Thiết kế hệ thống' },
  different: { label: 'Hai người', tone: 'exempt', source: 'Thiết kế hệ thống' },
}

/** Lý do nghi, as kept with the pair. */
export type KeptReason = { readonly phrase: string; readonly bits: number }

/** Cặp, as lists show it. */
export type Pair = {
  readonly id: string
  readonly personA: string
  readonly personB: string
  readonly verdict: Suspicion
  readonly posterior: number
  readonly reasons: readonly KeptReason[]
  readonly guards: readonly string[]
  readonly idEvidence: readonly string[]
  readonly state: PairState
  readonly versionA: number
  readonly versionB: number
  readonly version: number
  readonly foundAt: Temporal.Instant
  readonly decidedAt: Temporal.Instant | null
  readonly decidedBy: string | null
  readonly decidedName: string | null
  readonly reason: string
  readonly handedTo: string | null
  readonly handedName: string | null
  readonly survivorId: string | null
  readonly mergeId: string | null
  readonly mergedVersion: number | null
}
