/** Sự kiện của mô-đun: the sentence of each fact, without the actor. */
import { type Day, showDay } from '../../kernel/day.ts'
import type { LedgerLine } from '../../platform/ledger/record.ts'
import { FINDING_VERDICTS, type FindingVerdict, type ParticipantRole, ROLE_LABELS } from './words.ts'

const codes = (l: LedgerLine): string => (Array.isArray(l.data.codes) ? l.data.codes.join(', ') : '')

/** Sentences by kind. */
export const FACTS: Readonly<Record<string, (line: LedgerLine) => string>> = {
  'programme.adopted': (l) =>
    `ban hành Kế hoạch ${l.data.number} ngày ${showDay(l.data.date as Day)} vào hệ thống: ${l.data.goals} mục tiêu, ${l.data.tasks} nhiệm vụ, ${l.data.participants} cơ quan`,
  'programme.difference-chosen': (l) => `quyết định một khác biệt giữa bản sửa đổi và Kế hoạch ${l.data.number}`,
  'programme.amended': (l) =>
    `sửa đổi Kế hoạch ${l.data.plan} theo văn bản ${l.data.number} ngày ${showDay(l.data.date as Day)}: thêm ${l.data.added}, đổi hoặc chuyển chỗ ${l.data.changed}, thôi áp dụng ${l.data.removed}, giữ nguyên ${l.data.unchanged} mục`,
  'task.assigned': (l) => `giao ${l.data.leadName} chủ trì ${codes(l)}, thời hạn ${l.data.dueWords}`,
  'goal.assigned': (l) => `giao ${l.data.leadName} chịu trách nhiệm mục tiêu ${codes(l)}`,
  'assignment.undone': (l) => `hoàn tác việc giao ${codes(l)}`,
  'programme.finding-marked': (l) =>
    `ghi ý kiến "${FINDING_VERDICTS[l.data.verdict as FindingVerdict]}" về nội dung rà soát ${String(l.data.clause)}: ${String(l.data.label)}`,
  'programme.participant-set': (l) =>
    `đổi vai trò của ${l.data.unit} thành "${ROLE_LABELS[l.data.role as ParticipantRole]?.toLowerCase() ?? ''}"`,
}

/** The sentence of a fact of this module, or null. */
export const sayProgrammeFact = (line: LedgerLine): string | null => FACTS[line.kind]?.(line) ?? null
