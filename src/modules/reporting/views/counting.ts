/** Đọc: the last count of a report, the figures of years before, and the sums of the bodies below. */
import type { Day } from '../../../kernel/day.ts'
import { ids, maybeRow, rows, sql, type Tx } from '../../../platform/database/sql.ts'
import { unitsOn } from '../../organisations/public.ts'
import type { Beside } from '../rules/cross-checks.ts'
import type { Counting } from '../rules/prefill.ts'
import type { ReportContent } from '../words.ts'
import type { Period } from './periods.ts'

/** The last count of a report, or the last at or before an instant; null while it was never counted. */
export const lastCounting = (
  tx: Tx,
  obligationId: string,
  until: Temporal.Instant | null = null,
): Promise<Counting | null> =>
  maybeRow<Counting>(
    tx,
    sql`select figures, register, at, by_name as by from reporting.counting
        where obligation_id = ${obligationId} and (${until}::timestamptz is null or at <= ${until}::timestamptz) order by at desc, id desc limit 1`,
  )

/** Reports of the years before of one body in the same regime, oldest first: the last version of each. */
async function reportsBefore(
  tx: Tx,
  unitId: string,
  { year, regime }: Period,
): Promise<{ year: number; content: ReportContent }[]> {
  return rows(
    tx,
    sql`select distinct on (p.year) p.year, s.content from reporting.submission s join reporting.obligation o on o.id = s.obligation_id
          join reporting.period p on p.id = o.period_id
        where o.unit_id = ${unitId} and p.regime_code = ${regime.code} and p.year < ${year} order by p.year, s.number desc`,
  )
}

/** Sums over the bodies below that reported the same year. A unit that has none below costs no query. */
async function sumsBelow(tx: Tx, periodId: string, unitId: string, on: Day): Promise<Beside['below']> {
  const children = Map.groupBy(await unitsOn(tx, on), (u) => u.parentId ?? '')
  const found: string[] = []
  const walk = (id: string): void => {
    for (const child of children.get(id) ?? []) if (!found.includes(child.id)) found.push(child.id) && walk(child.id)
  }
  walk(unitId)
  if (found.length === 0) return { bodies: 0, sums: {} }
  const sent = await rows<{ content: ReportContent }>(
    tx,
    sql`select distinct on (o.id) s.content from reporting.submission s join reporting.obligation o on o.id = s.obligation_id
        where o.period_id = ${periodId} and o.unit_id = any(${ids(found)}) order by o.id, s.number desc`,
  )
  const sums: Record<string, number> = {}
  for (const { content } of sent)
    for (const [key, { toDate }] of Object.entries(content.cells))
      if (toDate !== null) sums[key] = (sums[key] ?? 0) + toDate
  return { bodies: sent.length, sums }
}

/** What stands beside the draft of a body: years before, bodies below, the last count. */
export async function besideOf(
  tx: Tx,
  of: { obligationId: string; period: Period; unitId: string },
): Promise<Omit<Beside, 'lastYear'>> {
  const before = await reportsBefore(tx, of.unitId, of.period)
  const past: Record<string, number[]> = {}
  for (const { content } of before)
    for (const [key, { wholeYear }] of Object.entries(content.cells)) {
      const list = past[key] ?? []
      past[key] = wholeYear === null ? list : [...list, wholeYear]
    }
  return {
    past,
    before: before.find((b) => b.year === of.period.year - 1)?.content ?? null,
    below: await sumsBelow(tx, of.period.id, of.unitId, of.period.cutOff),
    counting: await lastCounting(tx, of.obligationId),
  }
}
