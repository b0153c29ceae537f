/** Báo tiến độ: what a body may report, and what "Hoàn thành" needs. */
import type { Day } from '../../../kernel/day.ts'
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'
import type { Progress, ReportedState } from '../words.ts'

/** What is reported. */
export type Report = {
  state: ReportedState
  percent: number
  result: string
  evidence: { number: string; issuedOn: Day; title: string } | null
}

/** Bằng chứng gồm số và ngày văn bản: none at all, or both; a file or a title alone is not lost in silence. */
export function evidenceOf(given: {
  number: string
  issuedOn: Day | null
  title: string
  withFile: boolean
}): Decision<Report['evidence']> {
  const { number, issuedOn, title, withFile } = given
  if (number !== '' && issuedOn !== null) return accept({ number, issuedOn, title })
  if (number === '' && issuedOn === null && title === '' && !withFile) return accept(null)
  return refuseFields('progress.evidence', {
    ...(number === '' ? { number: 'Nhập số của văn bản chứng minh' } : {}),
    ...(issuedOn === null ? { issuedOn: 'Nhập ngày của văn bản chứng minh' } : {}),
  })
}

/** A body may report when it leads or co-ordinates the task. */
export const takesPart = (
  task: { leadUnitId: string | null; coordinators: readonly string[] },
  unitId: string,
): boolean => task.leadUnitId === unitId || task.coordinators.includes(unitId)

/**
 * "Hoàn thành" cần văn bản chứng minh (số, ngày): nhiệm vụ chỉ kết thúc khi có bằng chứng và được bên giao xác nhận.
 * Evidence reported before counts.
 */
export function reportProgress(report: Report, before: Progress | null, today: Day): Decision<Report> {
  if (before?.state === 'hoan-thanh' && before.acceptedAt !== null) {
    return refuse(
      'conflict',
      'progress.closed',
      'Nhiệm vụ đã được xác nhận hoàn thành, không báo thêm tiến độ. Liên hệ Sở Nội vụ nếu cần mở lại.',
    )
  }
  const fields: Record<string, string> = {}
  if (report.state === 'hoan-thanh' && report.evidence === null && (before?.evidence.length ?? 0) === 0) {
    fields.number = 'Hoàn thành cần bằng chứng: nhập số văn bản'
    fields.issuedOn = 'Hoàn thành cần bằng chứng: nhập ngày văn bản'
  }
  if (report.evidence !== null && report.evidence.issuedOn > today)
    fields.issuedOn = 'Ngày văn bản không thể sau hôm nay'
  if (report.state === 'hoan-thanh' && report.percent !== 100) fields.percent = 'Hoàn thành thì tiến độ là 100%'
  return Object.keys(fields).length === 0 ? accept(report) : refuseFields('progress.incomplete', fields)
}

/** Xác nhận hoàn thành: only what was reported as done and not yet accepted. */
export function acceptCompletion(latest: Progress | null): Decision<Progress> {
  if (latest === null || latest.state !== 'hoan-thanh') {
    return refuse('conflict', 'progress.not-done', 'Cơ quan chưa báo hoàn thành nhiệm vụ này.')
  }
  if (latest.acceptedAt !== null)
    return refuse('conflict', 'progress.closed', 'Nhiệm vụ đã được xác nhận hoàn thành trước đó.')
  return accept(latest)
}
