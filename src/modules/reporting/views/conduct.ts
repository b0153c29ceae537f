/** Đọc: how each body kept the reporting duty of a period, from what was recorded. */
import type { Day } from '../../../kernel/day.ts'
import { rows, sql, type Tx } from '../../../platform/database/sql.ts'
import { type Fullness, fullnessOf } from '../rules/conduct.ts'
import type { PeriodName, ReportContent } from '../words.ts'
import { obligationsOf } from './obligations.ts'
import { findPeriod } from './periods.ts'

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

type Line = { id: string; returns: number; unexplained: number | null; content: ReportContent | null }

/**
 * Bodies that owe the report of the period and still exist, by code of the report; null while it is not open.
 * Exempt and handed-over duties are left out.
 */
export async function conductOf(
  tx: Tx,
  of: PeriodName,
  now: Temporal.Instant,
): Promise<{ readonly dueBefore: Day; readonly bodies: readonly Conduct[] } | null> {
  const period = await findPeriod(tx, of)
  if (period === null) return null
  const lines = await rows<Line>(
    tx,
    sql`select o.id,
          (select count(*) from reporting.step t where t.obligation_id = o.id and t.verb = 'tra-lai') as returns,
          (select count(*) from jsonb_array_elements(s.findings) f where f ->> 'severity' = 'explain' and f ->> 'explanation' is null) as unexplained,
          s.content
        from reporting.obligation o
        left join lateral (select x.content, x.findings from reporting.submission x where x.obligation_id = o.id order by x.number desc limit 1) s on true
        where o.period_id = ${period.id}`,
  )
  const byId = new Map(lines.map((l) => [l.id, l]))
  const bodies = (await obligationsOf(tx, of, now))
    .filter((o) => byId.has(o.id) && !o.closing && o.state !== 'mien' && o.state !== 'ke-thua')
    .map(({ id, unitId, unitCode, unitName, submittedAt, daysLate }) => {
      const line = byId.get(id)
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
  return { dueBefore: period.dueBefore, bodies }
}
