/** Sự kiện của mô-đun: the sentence of each fact, without the actor. */
import type { LedgerLine } from '../../platform/ledger/record.ts'
import { REPORTED_STATES, type ReportedState } from './words.ts'

/** Sentences by kind. */
export const FACTS: Readonly<Record<string, (line: LedgerLine) => string>> = {
  'task.progressed': (l) =>
    `báo tiến độ nhiệm vụ ${l.data.code}: ${REPORTED_STATES[l.data.state as ReportedState]?.label ?? ''}, ${l.data.percent}%${l.data.evidence ? `, văn bản ${l.data.evidence}` : ''}`,
  'task.completed': (l) => `xác nhận hoàn thành nhiệm vụ ${l.data.code}`,
  'plan.tasks-added': (l) => `đưa ${l.data.added} nhiệm vụ vào kế hoạch năm ${l.data.year} của cơ quan`,
  'plan.own-document-read': (l) => `đọc kế hoạch của cơ quan "${l.data.name}" vào hệ thống: ${l.data.items} nhiệm vụ`,
  'plan.links-decided': (l) =>
    `quyết định ${l.data.count} liên kết giữa kế hoạch năm ${l.data.year} của cơ quan và nhiệm vụ của tỉnh`,
  'plan.edited': () => 'sửa kế hoạch của cơ quan',
  'plan.submitted': (l) => `trình duyệt kế hoạch năm ${l.data.year} của cơ quan`,
  'plan.approved': (l) => `duyệt kế hoạch năm ${l.data.year} của cơ quan`,
  'plan.returned': (l) => `trả lại kế hoạch năm ${l.data.year} của cơ quan`,
  'plan.reopened': (l) => `mở lại kế hoạch năm ${l.data.year} của cơ quan`,
}

/** The sentence of a fact of this module, or null. */
export const sayTaskFact = (line: LedgerLine): string | null => FACTS[line.kind]?.(line) ?? null
