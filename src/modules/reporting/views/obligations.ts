/** Đọc: obligations with their standing. One query; the deadline engine gives days and lateness. */
import { type Day, dayOf } from '../../../kernel/day.ts'
import type { Validity } from '../../../kernel/validity.ts'
import { sharedWithAll } from '../../../platform/database/kept.ts'
import { once } from '../../../platform/database/once.ts'
import { ids, row, rows, sql, type Tx, texts } from '../../../platform/database/sql.ts'
import { unitsByIds } from '../../organisations/public.ts'
import type { Line } from '../rules/counts.ts'
import { standing } from '../rules/deadline.ts'
import type { Obligation, PeriodName, ReportState } from '../words.ts'
import { signersOf } from './flow.ts'
import { findPeriod, type Period } from './periods.ts'

type Row = {
  id: string
  unit_id: string
  period_id: string
  code: string
  part: Validity
  closing: boolean
  state: ReportState
  state_since: Temporal.Instant
  due_before: Day
  returned_until: Day | null
  inherited_by: string | null
  version: number
  opened_at: Temporal.Instant
  first_sent: Temporal.Instant | null
  reason: string | null
  marked: number
  findings: number
  open_warnings: number
  asking: boolean
  /** Of the form in force; asked for only where the period was not read before. */
  named?: Named
}

/** What a period is called. */
type Named = { readonly slug: string; readonly shortName: string; readonly year: number }

/** The name of the period, for the few rows of some bodies: no other query is needed for it. */
const NAMED = sql`(select jsonb_build_object('slug', g.config ->> 'slug', 'shortName', g.config ->> 'shortName', 'year', p.year)
    from reporting.regime g where g.id = coalesce((select f.regime_id from reporting.period_form f where f.period_id = p.id
      order by f.since desc limit 1), p.regime_id)) as named`

const COLUMNS = sql`select o.id, o.unit_id, o.period_id, o.code, o.part, o.closing, o.state, o.state_since, o.due_before, o.returned_until,
    o.inherited_by, o.version, p.opened_at, s.first_sent,
    coalesce(jsonb_array_length(s.findings), 0) as findings,
    (select count(*) from jsonb_array_elements(s.findings) f where f ->> 'severity' = 'explain' and f ->> 'explanation' is null) as open_warnings,
    exists (select 1 from reporting.extension_request e where e.obligation_id = o.id and e.state = 'cho') as asking,
    (select t.reason from reporting.step t where t.obligation_id = o.id and t.verb in ('tra-lai', 'mo-lai') and o.returned_until is not null
      order by t.at desc, t.id desc limit 1) as reason,
    (select count(*) from reporting.remark m where m.obligation_id = o.id and m.submission_number = s.number and o.returned_until is not null) as marked`

const FROM = sql`from reporting.obligation o join reporting.period p on p.id = o.period_id
  left join lateral (select min(x.sent_at) as first_sent, max(x.number) as number,
      (array_agg(x.findings order by x.number desc))[1] as findings
    from reporting.submission x where x.obligation_id = o.id) s on true`

/** Obligations of a period within rights (those in some states only), by their codes. `now` gives days left and days overdue. */
export async function obligationsOf(
  tx: Tx,
  of: PeriodName,
  now: Temporal.Instant,
  only?: readonly ReportState[],
): Promise<Obligation[]> {
  const period = await findPeriod(tx, of)
  if (period === null) return []
  const inIt = sql`o.period_id = ${period.id}`
  return bare(
    only === undefined
      ? await linesIn(tx, period, period.id, inIt, now)
      : await linesIn(tx, period, `${period.id}:${only.join()}`, sql`${inIt} and o.state = any(${texts(only)})`, now),
  )
}

/** Obligations of some units in every open period of every regime, newest year first; with who may sign in place of the head today. */
export const myObligations = (
  tx: Tx,
  unitIds: readonly string[],
  now: Temporal.Instant,
): Promise<(Obligation & { readonly signers: readonly string[] })[]> =>
  once(tx, `reporting.lines:units:${unitIds.join()}:${now}`, async () => {
    const found = await rows<Row>(tx, inOrder(sql`${COLUMNS}, ${NAMED}`, sql`o.unit_id = any(${ids(unitIds)})`))
    const list = bare(await withUnits(tx, found, (r) => r.named ?? NAMELESS, now))
    const toSign = list.filter((o) => o.state === 'cho-ky')
    const signers = await signersOf(
      tx,
      toSign.map((o) => o.unitId),
      dayOf(now),
    )
    return list.map((o) => ({ ...o, signers: o.state === 'cho-ky' ? (signers.get(o.unitId) ?? []) : [] }))
  })

/** Lines of the collection page: obligations with the open findings of their last version. */
export async function linesOf(tx: Tx, of: PeriodName, now: Temporal.Instant): Promise<Line[]> {
  const period = await findPeriod(tx, of)
  return period === null ? [] : linesIn(tx, period, period.id, sql`o.period_id = ${period.id}`, now)
}

/** How many reports of the newest period of each regime up to `year` wait for appraisal: the counter of the menu. */
export const waitingCount = (tx: Tx, year: number): Promise<number> =>
  sharedWithAll(tx, ['reporting', 'reporting.period'], `reporting.waiting:${year}`, async () => {
    const counted = await row<{ n: number }>(
      tx,
      sql`select count(*) as n from reporting.obligation o join reporting.period p on p.id = o.period_id
          where p.year = (select max(y.year) from reporting.period y where y.regime_code = p.regime_code and y.year <= ${year}) and o.state in ('da-nop', 'da-tiep-nhan')`,
    )
    return counted.n
  })

type Where = ReturnType<typeof sql>

const bare = (list: readonly Line[]): Obligation[] =>
  list.map(({ openWarnings: _, findings: __, asking: ___, ...o }) => o)

const inOrder = (columns: Where, where: Where) =>
  sql<Row>`${columns} ${FROM} where ${where} order by p.year desc, p.opened_at, o.code`

/** The rows of a period; `name` tells a choice of them apart. */
const linesIn = (tx: Tx, period: Period, name: string, where: Where, now: Temporal.Instant): Promise<Line[]> =>
  once(tx, `reporting.lines:${name}:${now}`, async () => {
    const found = await sharedWithAll(tx, ['reporting', 'reporting.period'], `reporting.rows:${name}`, () =>
      rows<Row>(tx, inOrder(COLUMNS, where)),
    )
    const named: Named = { slug: period.slug, shortName: period.title, year: period.year }
    return withUnits(tx, found, () => named, now)
  })

async function withUnits(
  tx: Tx,
  found: readonly Row[],
  named: (r: Row) => Named,
  now: Temporal.Instant,
): Promise<Line[]> {
  const units = new Map((await unitsByIds(tx, [...new Set(found.map((r) => r.unit_id))])).map((u) => [u.id, u]))
  return found.map((r) => line(r, named(r), units.get(r.unit_id), now))
}

const NAMELESS: Named = { slug: '', shortName: '', year: 0 }

function line(
  r: Row,
  named: Named,
  unit: { code: string; officeName: string } | undefined,
  now: Temporal.Instant,
): Line {
  const sent = r.first_sent
  const s = standing(
    {
      openedAt: r.opened_at,
      dueBefore: r.due_before,
      extensions: [],
      released: r.state === 'mien' || r.state === 'ke-thua',
      submissions: sent === null ? [] : [sent],
      returnedUntil: r.returned_until,
      accepted: r.state === 'da-duyet',
    },
    now,
  )
  return {
    id: r.id,
    unitId: r.unit_id,
    unitCode: unit?.code ?? '',
    unitName: unit?.officeName ?? 'Cơ quan không còn trong sổ bộ',
    regime: named.slug,
    year: named.year,
    title: named.shortName.replace('{year}', String(named.year)),
    code: r.code,
    dueBefore: s.dueBefore,
    state: r.state,
    submittedAt: sent,
    late: s.late,
    daysLate: s.daysLate,
    daysOverdue: s.daysOverdue,
    daysLeft: s.daysLeft,
    returnedReason: r.returned_until === null ? null : r.reason,
    marked: r.marked,
    stateSince: r.state_since,
    part: r.part,
    closing: r.closing,
    inheritedBy: r.inherited_by,
    version: r.version,
    openWarnings: r.open_warnings,
    findings: r.findings,
    asking: r.asking,
  }
}
