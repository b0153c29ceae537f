/** Đọc: one section of the accepted reports of a year, for whoever works on with what bodies wrote. */
import type { Tx } from '../../../platform/database/sql.ts'
import { paragraphsOf } from '../rules/consolidate.ts'
import type { PeriodName } from '../words.ts'
import { obligationsOf } from './obligations.ts'
import { acceptedReports } from './provincial.ts'

/** Đoạn văn của một báo cáo đã duyệt: whose, of which version. Empty when the body wrote nothing, or that there is nothing. */
export type AcceptedParagraph = {
  readonly obligationId: string
  /** Tên báo cáo: which regime and period it belongs to. */
  readonly title: string
  readonly unitId: string
  readonly unitCode: string
  readonly unitName: string
  /** Mã báo cáo. */
  readonly report: string
  /** Version that was accepted. */
  readonly number: number
  readonly text: string
}

/** The paragraph `id` of every report of a period that stands accepted now, in the order of the reports. */
export async function acceptedParagraphs(
  tx: Tx,
  of: PeriodName,
  id: string,
  now: Temporal.Instant,
): Promise<AcceptedParagraph[]> {
  const list = await obligationsOf(tx, of, now, ['da-duyet'])
  const byReport = new Map(list.map((o) => [o.code, o]))
  const reports = await acceptedReports(tx, list)
  const written = new Map(paragraphsOf(id, reports).map((p) => [p.report, p.text]))
  return reports.flatMap((r) => {
    const o = byReport.get(r.code)
    if (o === undefined) return []
    const { unitId, unitCode, unitName, number } = r
    return [
      {
        obligationId: o.id,
        title: o.title,
        unitId,
        unitCode,
        unitName,
        report: r.code,
        number,
        text: written.get(r.code) ?? '',
      },
    ]
  })
}
