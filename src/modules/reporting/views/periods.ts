/** Đọc: regimes and periods. */
import { type Day, dayOf, yearOf } from '../../../kernel/day.ts'
import type { Ctx } from '../../../platform/action.ts'
import { shared } from '../../../platform/database/kept.ts'
import { rows, sql, type Tx } from '../../../platform/database/sql.ts'
import { FIRST_REGIME, type Regime, RegimeSchema } from '../rules/regime.ts'

/** Kỳ báo cáo, with the regime version it was opened under. */
export type Period = {
  readonly id: string
  readonly year: number
  readonly programmeId: string
  readonly dueBefore: Day
  readonly cutOff: Day
  readonly openedAt: Temporal.Instant
  readonly regime: Regime
}

const PERIOD = sql`select p.id, p.year, p.programme_id as "programmeId", p.due_before as "dueBefore", p.cut_off as "cutOff",
  p.opened_at as "openedAt", r.config as regime from reporting.period p join reporting.regime r on r.id = p.regime_id`

const readPeriod = (p: Period): Period => ({ ...p, regime: RegimeSchema.parse(p.regime) })

/** The period of a year, or null while it is not open. */
export const findPeriod = async (tx: Tx, year: number, slug: string = FIRST_REGIME.slug): Promise<Period | null> =>
  (await openPeriods(tx)).find((p) => p.year === year && p.regime.slug === slug) ?? null

/** Every period that was opened, newest first. */
export const openPeriods = (tx: Tx): Promise<Period[]> =>
  shared(tx, ['reporting.period'], 'reporting.periods', async () =>
    (await rows<Period>(tx, sql`${PERIOD} order by p.year desc`)).map(readPeriod),
  )

/** Bản chế độ đã ghi. */
export type RegimeVersion = {
  readonly id: string | null
  readonly regime: Regime
  readonly issuedAt: Temporal.Instant | null
  readonly act: string
}

/** The versions of a regime, newest first; the shipped one stands for version 1 until it is recorded. */
export async function regimeVersions(tx: Tx, code: string = FIRST_REGIME.code): Promise<RegimeVersion[]> {
  const found = await rows<{ id: string; config: unknown; issued_at: Temporal.Instant; act: string }>(
    tx,
    sql`select id, config, issued_at, act from reporting.regime where code = ${code} order by version desc`,
  )
  const list = found.map((r) => ({ id: r.id, regime: RegimeSchema.parse(r.config), issuedAt: r.issued_at, act: r.act }))
  return list.length > 0 ? list : [{ id: null, regime: FIRST_REGIME, issuedAt: null, act: '' }]
}

/** The year of the newest period that has begun, else the present one. */
export async function yearNow(ctx: Ctx): Promise<number> {
  const present = yearOf(dayOf(ctx.now))
  return (await openPeriods(ctx.tx)).find((p) => p.year <= present)?.year ?? present
}
