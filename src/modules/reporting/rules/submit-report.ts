/**
 * Nộp báo cáo: a late report is taken and marked late; a report with gaps or unanswered warnings is not sent to the head.
 */
import type { Day } from '../../../kernel/day.ts'
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import type { ReportState } from '../words.ts'
import { blocking, type Finding } from './checks.ts'
import { daysLateOf, isLate } from './deadline.ts'
import { transition } from './transitions.ts'

/** Bản nháp at the moment of handing over. */
export type ReadyDraft = { readonly state: ReportState; readonly dueBefore: Day; readonly found: readonly Finding[] }

/** What is recorded of a submission. */
export type Submitted = {
  readonly state: ReportState
  readonly at: Temporal.Instant
  readonly late: boolean
  readonly daysLate: number
}

/** Trình thủ trưởng ký: nothing blocks, every warning is answered. */
export function submitToHead(draft: ReadyDraft): Decision<ReportState> {
  const next = transition(draft.state, 'trinh')
  if (!next.ok) return next
  const gaps = refuseGaps(draft.found)
  return gaps.ok ? next : gaps
}

/** Duyệt và nộp: the same conditions once more, then the instant decides on time or late. */
export function submitReport(draft: ReadyDraft, now: Temporal.Instant): Decision<Submitted> {
  const next = transition(draft.state, 'duyet-va-nop')
  if (!next.ok) return next
  const gaps = refuseGaps(draft.found)
  if (!gaps.ok) return gaps
  return accept({
    state: next.value,
    at: now,
    late: isLate(now, draft.dueBefore),
    daysLate: daysLateOf(now, draft.dueBefore),
  })
}

function refuseGaps(found: readonly Finding[]): Decision<null> {
  const stops = blocking(found)
  if (stops.length === 0) return accept(null)
  const fields = Object.fromEntries(stops.map((f) => [f.field, f.message]))
  return refuseFields('report.lines-missing', fields, `Còn ${stops.length} việc phải sửa trước khi trình.`)
}
