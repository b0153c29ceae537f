/** Đọc: regimes and periods. */
import { type Day, dayOf, yearOf } from '../../../kernel/day.ts'
import type { Validity } from '../../../kernel/validity.ts'
import type { Ctx } from '../../../platform/action.ts'
import { shared } from '../../../platform/database/kept.ts'
import { rows, sql, type Tx } from '../../../platform/database/sql.ts'
import type { PeriodForm } from '../rules/period-form.ts'
import { dueBeforeOf, FIRST_REGIME, type Regime, RegimeSchema, shortNameOf } from '../rules/regime.ts'
import { type PeriodName, PLAN_REGIME } from '../words.ts'

/** Kỳ báo cáo, with the regime version it was opened under. */
export type Period = {
  readonly id: string
  /** Slug of its regime. */
  readonly slug: string
  readonly year: number
  /** Tên báo cáo of the period. */
  readonly title: string
  readonly programmeId: string
  readonly dueBefore: Day
  readonly cutOff: Day
  readonly openedAt: Temporal.Instant
  /** Văn bản that issued the version it was opened with. */
  readonly issuedBy: string
  /** The version in force now: the one it was opened with, or the last one it was moved to. */
  readonly regime: Regime
  /** Every version it had, oldest first, each from an instant on. */
  readonly forms: readonly PeriodForm[]
}

const PERIOD = sql`select p.id, p.year, p.programme_id as "programmeId", p.due_before as "dueBefore", p.cut_off as "cutOff",
  p.opened_at as "openedAt", r.act as "issuedBy", r.config as regime from reporting.period p join reporting.regime r on r.id = p.regime_id`

type Moved = { readonly periodId: string } & PeriodForm

const MOVES = sql`select f.period_id as "periodId", f.since, f.act, r.config as regime
  from reporting.period_form f join reporting.regime r on r.id = f.regime_id order by f.since`

type PeriodRow = Omit<Period, 'forms' | 'slug' | 'title'>

function readPeriod(p: PeriodRow, moves: readonly Moved[]): Period {
  const forms = [
    { since: p.openedAt, act: '', regime: RegimeSchema.parse(p.regime) },
    ...moves
      .filter((m) => m.periodId === p.id)
      .map((m) => ({ since: m.since, act: m.act, regime: RegimeSchema.parse(m.regime) })),
  ]
  const regime = forms.at(-1)?.regime ?? p.regime
  return { ...p, forms, regime, slug: regime.slug, title: shortNameOf(regime, p.year) }
}

/** The period of a regime and year, or null while it is not open. */
export async function findPeriod(tx: Tx, { year, regime = PLAN_REGIME }: PeriodName): Promise<Period | null> {
  const ofYear = (await openPeriods(tx)).filter((p) => p.year === year)
  return ofYear.find((p) => p.slug === regime) ?? ofYear.find((p) => p.regime.code === regime) ?? null
}

/** Every period that was opened, newest first; of one year, in the order they were opened. */
export const openPeriods = (tx: Tx): Promise<Period[]> =>
  shared(tx, ['reporting.period'], 'reporting.periods', async () =>
    readPeriods(
      await rows<PeriodRow>(tx, sql`${PERIOD} order by p.year desc, p.opened_at, p.id`),
      await rows<Moved>(tx, sql`${MOVES}`),
    ),
  )

const readPeriods = (list: readonly PeriodRow[], moves: readonly Moved[]): Period[] =>
  list.map((p) => readPeriod(p, moves))

/** Bản chế độ đã ghi. */
export type RegimeVersion = {
  readonly id: string | null
  readonly regime: Regime
  readonly issuedAt: Temporal.Instant | null
  readonly act: string
  /** The first day of which periods are opened with it; null = the one shipped, not recorded yet. */
  readonly from: Day | null
}

/** The versions of a regime, newest first; the shipped one stands for version 1 until it is recorded. */
export async function regimeVersions(tx: Tx, code: string = FIRST_REGIME.code): Promise<RegimeVersion[]> {
  return (await allRegimes(tx)).filter((v) => v.regime.code === code)
}

/** Every version of every regime, by code, newest first. */
export async function allRegimes(tx: Tx): Promise<RegimeVersion[]> {
  const found = await rows<{ id: string; config: unknown; issued_at: Temporal.Instant; act: string; valid: Validity }>(
    tx,
    sql`select id, config, issued_at, act, valid from reporting.regime order by code, version desc`,
  )
  const list = found.map((r) => ({
    id: r.id,
    regime: RegimeSchema.parse(r.config),
    issuedAt: r.issued_at,
    act: r.act,
    from: r.valid.from,
  }))
  const recorded = list.some((v) => v.regime.code === FIRST_REGIME.code)
  return recorded ? list : [{ id: null, regime: FIRST_REGIME, issuedAt: null, act: '', from: null }, ...list]
}

/** The version a period of a year is opened with: the newest one that holds on its due day, else the oldest there is. */
export const versionForYear = (list: readonly RegimeVersion[], year: number): RegimeVersion | null =>
  list.find((v) => v.from === null || v.from <= dueBeforeOf(v.regime, year)) ?? list.at(-1) ?? null

/** Bản đang soạn. */
export type RegimeDraft = {
  readonly id: string
  readonly regime: Regime
  readonly basedOn: string | null
  readonly version: number
  readonly savedAt: Temporal.Instant
  readonly savedBy: string
}

/** The drafts there are, by code; with a slug, the one of that regime. */
export async function regimeDrafts(tx: Tx, slug?: string): Promise<RegimeDraft[]> {
  const found = await rows<Omit<RegimeDraft, 'regime'> & { config: unknown }>(
    tx,
    sql`select id, config, based_on as "basedOn", version, saved_at as "savedAt", saved_by_name as "savedBy" from reporting.regime_draft
        where ${slug ?? null}::text is null or slug = ${slug ?? null} order by code`,
  )
  return found.map(({ config, ...d }) => ({ ...d, regime: RegimeSchema.parse(config) }))
}

/** The newest period of a regime that has begun, else the present year of it. */
export async function periodNow(
  ctx: Pick<Ctx, 'tx' | 'now'>,
  regime: string = PLAN_REGIME,
): Promise<{ readonly regime: string; readonly year: number }> {
  const year = yearOf(dayOf(ctx.now))
  const begun = (await openPeriods(ctx.tx)).find((p) => p.slug === regime && p.year <= year)
  return { regime, year: begun?.year ?? year }
}
