/** Điều biểu mẫu gửi: fields of criteria as text. */
import { type Refusal, refuse } from '../../kernel/result.ts'
import { clean } from '../../kernel/text.ts'
import type { Typed } from './rules/scoring.ts'

/** Texts of a form, in NFC; files are left out. */
export const typedOf = (raw: Readonly<Record<string, unknown>>): Typed =>
  Object.fromEntries(Object.entries(raw).flatMap(([k, v]) => (typeof v === 'string' ? [[k, clean(v)] as const] : [])))

/** Somebody saved the same sheet or round meanwhile. */
export const changedMeanwhile = (version: number): Refusal =>
  refuse(
    'stale',
    'appraisal.stale',
    'Người khác vừa thay đổi phần này. Điều đã nhập còn nguyên trên trang; tải lại để xem bản mới rồi gửi lại.',
    { theirs: { version } },
  )
