/** Đọc: how each body kept the reporting duty of a year, from what was recorded. */
import { rows, sql, type Tx } from '../../../platform/database/sql.ts'
import { type Fullness, fullnessOf } from '../rules/conduct.ts'
import type { ReportContent } from '../words.ts'
import { obligationsOf } from './obligations.ts'
import { openPeriods } from './periods.ts'

/** Việc chấp hành của một cơ quan; nothing was sent = every count of a version is null. */
export type Conduct = {
  readonly unitId: string
  readonly unitCode: string
  readonly unitName: string
  readonly daysLate: number | null
  /** Times Sở Nội vụ returned the report. */
  readonly returns: number
  /** Warnings of the last version that have no explanation. */
  readonly unexplained: number | null
  readonly fullness: Fullness | null
}

type Line = { unitId: string; returns: number; unexplained: number | null; content: ReportContent | null }

/** Bodies that owe the report of the year and still exist, by code of the report. Exempt and handed-over duties are left out. */
export async function conductOf(tx: Tx, year: number, now: Temporal.Instant): Promise<Conduct[]> {
  const period = (await openPeriods(tx)).find((p) => p.year === year)
  if (period === undefined) return []
  const lines = await rows<Line>(
    tx,
    sql`select o.unit_id as "unitId",
          (select count(*) from reporting.step t where t.obligation_id = o.id and t.verb = 'tra-lai') as returns,
          (select count(*) from jsonb_array_elements(s.findings) f where f ->> 'severity' = 'explain' and f ->> 'explanation' is null) as unexplained,
          s.content
        from reporting.obligation o
        left join lateral (select x.content, x.findings from reporting.submission x where x.obligation_id = o.id order by x.number desc limit 1) s on true
        where o.period_id = ${period.id}`,
  )
  const byUnit = new Map(lines.map((l) => [l.unitId, l]))
  return (await obligationsOf(tx, year, now))
    .filter((o) => !o.closing && o.state !== 'mien' && o.state !== 'ke-thua')
    .map(({ unitId, unitCode, unitName, submittedAt, daysLate }) => {
      const line = byUnit.get(unitId)
      const content = line?.content ?? null
      return {
        unitId,
        unitCode,
        unitName,
        daysLate: submittedAt === null ? null : daysLate,
        returns: line?.returns ?? 0,
        unexplained: content === null ? null : (line?.unexplained ?? 0),
        fullness: content === null ? null : fullnessOf(content, period.regime),
      }
    })
}
