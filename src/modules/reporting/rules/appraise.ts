/**
 * Thẩm định: trả lại với lý do, duyệt hàng loạt, hoàn tác khi chưa tổng hợp.
 */
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import type { ReportState } from '../words.ts'
import { transition } from './transitions.ts'

/** Giới hạn của lý do trả lại, characters (như gói tin trạng thái văn bản điện tử). */
export const REASON_MAX = 1000

/** Một báo cáo chờ duyệt. */
export type Pending = {
  readonly id: string
  readonly name: string
  readonly state: ReportState
  readonly openWarnings: number
}

/** Duyệt hàng loạt: all or nothing; the first report that may not be accepted is named. */
export function acceptAll(list: readonly Pending[]): Decision<readonly string[]> {
  if (list.length === 0) {
    return refuse('invalid', 'report.none-chosen', 'Chưa chọn báo cáo nào.', {
      fields: { units: 'Chọn ít nhất một báo cáo đã nộp' },
    })
  }
  for (const r of list) {
    const next = transition(r.state, 'duyet')
    if (!next.ok) return { ...next, message: `${r.name}: ${next.message}` }
    if (r.openWarnings > 0) {
      return refuse(
        'conflict',
        'report.warnings',
        `${r.name}: còn ${r.openWarnings} cảnh báo chưa giải trình. Chưa duyệt báo cáo nào.`,
      )
    }
  }
  return accept(list.map((r) => r.id))
}

/** Hoàn tác duyệt: only while no provincial report has taken the figures in. */
export function undo(
  state: ReportState,
  acceptedAt: Temporal.Instant,
  lastBuilt: Temporal.Instant | null,
): Decision<ReportState> {
  if (lastBuilt !== null && Temporal.Instant.compare(lastBuilt, acceptedAt) >= 0) {
    return refuse(
      'conflict',
      'report.consolidated',
      'Báo cáo đã đưa vào bản tổng hợp của tỉnh nên không hoàn tác được. Dùng «Mở lại báo cáo» kèm lý do.',
    )
  }
  return transition(state, 'hoan-tac')
}
