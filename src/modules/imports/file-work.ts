/**
 * Việc đọc tệp: looking at a file that was sent, and marking its errors. Both need the file and plain values only, so a large file
 * is read in a thread of its own (`jobs/file-thread.ts`) and the pages of everybody else stay quick.
 */
import type { Day } from '../../kernel/day.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import { openTable } from '../../platform/excel/open-table.ts'
import type { Table } from '../../platform/excel/table.ts'
import { type Lying, readable } from './batch-file.ts'
import { markedFile } from './errors-book.ts'
import { nationalProfile } from './profile-file.ts'
import type { Remembered } from './rules/columns.ts'
import type { GivenBack } from './rules/giving-back.ts'
import type { Plan } from './rules/plan.ts'
import { withProfile } from './rules/profile.ts'
import { surveyTable } from './survey.ts'
import type { KeptFinding } from './views.ts'
import type { Batch } from './words.ts'

/** Điều thấy khi xem trước tệp. */
export type Surveyed = {
  readonly kind: Batch['fileKind']
  readonly plan: Plan
  readonly notes: readonly string[]
}

/** What is asked: a first look at a file, with the columns chosen before by headings. */
export type SurveyWork = {
  readonly does: 'survey'
  readonly file: Lying
  readonly before: ReadonlyMap<string, Remembered>
}

/** What is asked: the file with its errors marked. */
export type MarkWork = {
  readonly does: 'mark'
  readonly file: Lying
  readonly plan: Plan
  readonly findings: readonly KeptFinding[]
  readonly back: GivenBack
  readonly today: Day
}

const notesOf = (table: Table): string[] => [
  ...table.notes,
  ...(table.macros ? ['Tệp có macro: hệ thống không chạy macro, chỉ đọc giá trị của ô.'] : []),
  ...(table.sheets.some((s) => s.hidden) ? ['Trang tính ẩn không được đọc, trừ khi chọn ở bước ghép cột.'] : []),
]

/** Looks at a file. */
export async function surveyFile(work: SurveyWork): Promise<Decision<Surveyed>> {
  const opened = await openTable(readable(work.file))
  if (!opened.ok) return opened
  const plan = await surveyTable(opened.value, async (fingerprint) => work.before.get(fingerprint) ?? null)
  if (!plan.ok) return plan
  const mapped = withProfile(plan.value, nationalProfile())
  return accept({ kind: opened.value.kind, plan: mapped.plan, notes: [...notesOf(opened.value), ...mapped.notes] })
}

/** Marks the errors of a file. */
export async function markFile(work: MarkWork): Promise<Decision<Uint8Array>> {
  const opened = await openTable(readable(work.file))
  return opened.ok ? markedFile(work, opened.value) : opened
}
