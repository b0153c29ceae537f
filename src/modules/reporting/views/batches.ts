/** Đọc: batches of acceptance that can still be taken back. */
import { sharedWithAll } from '../../../platform/database/kept.ts'
import { rows, sql, type Tx } from '../../../platform/database/sql.ts'
import type { PeriodName, ReportState } from '../words.ts'
import { findPeriod } from './periods.ts'

/** Lần duyệt: the reports accepted at one instant that nothing happened to since. */
export type AcceptedBatch = {
  readonly at: Temporal.Instant
  readonly by: string
  readonly obligations: readonly {
    readonly id: string
    readonly unitId: string
    readonly state: ReportState
    readonly version: number
  }[]
}

/** The batches of a period, newest first. */
export async function acceptedBatches(tx: Tx, of: PeriodName): Promise<AcceptedBatch[]> {
  const period = await findPeriod(tx, of)
  if (period === null) return []
  const { id } = period
  return sharedWithAll(tx, ['reporting', 'reporting.period'], `reporting.batches:${id}`, () => readBatches(tx, id))
}

async function readBatches(tx: Tx, periodId: string): Promise<AcceptedBatch[]> {
  const found = await rows<{
    id: string
    unitId: string
    state: ReportState
    version: number
    at: Temporal.Instant
    by: string
  }>(
    tx,
    sql`select o.id, o.unit_id as "unitId", o.state, o.version, t.at, t.by_name as by
        from reporting.obligation o
          join lateral (select x.at, x.verb, x.by_name from reporting.step x where x.obligation_id = o.id order by x.at desc, x.id desc limit 1) t on t.verb = 'duyet'
        where o.period_id = ${periodId} and o.state = 'da-duyet' order by t.at desc, o.id`,
  )
  const groups = Map.groupBy(found, (r) => r.at.toString())
  return [...groups.values()].flatMap((list) =>
    list[0]
      ? [
          {
            at: list[0].at,
            by: list[0].by,
            obligations: list.map(({ id, unitId, state, version }) => ({ id, unitId, state, version })),
          },
        ]
      : [],
  )
}
