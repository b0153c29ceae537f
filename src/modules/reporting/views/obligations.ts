/** Đọc: obligations with their standing. One query; the deadline engine gives days and lateness. */
import { type Day, dayOf } from '../../../kernel/day.ts'
import type { Validity } from '../../../kernel/validity.ts'
import { sharedWithAll } from '../../../platform/database/kept.ts'
import { once } from '../../../platform/database/once.ts'
import { ids, row, rows, sql, type Tx, texts } from '../../../platform/database/sql.ts'
import { unitsByIds } from '../../organisations/public.ts'
import type { Line } from '../rules/counts.ts'
import { standing } from '../rules/deadline.ts'
import type { Obligation, ReportState } from '../words.ts'
import { signersOf } from './flow.ts'

type Row = {
  id: string
  unit_id: string
  year: number
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
}

const SELECT = sql`select o.id, o.unit_id, p.year, o.code, o.part, o.closing, o.state, o.state_since, o.due_before, o.returned_until,
    o.inherited_by, o.version, p.opened_at, s.first_sent,
    coalesce(jsonb_array_length(s.findings), 0) as findings,
    (select count(*) from jsonb_array_elements(s.findings) f where f ->> 'severity' = 'explain' and f ->> 'explanation' is null) as open_warnings,
    exists (select 1 from reporting.extension_request e where e.obligation_id = o.id and e.state = 'cho') as asking,
    (select t.reason from reporting.step t where t.obligation_id = o.id and t.verb in ('tra-lai', 'mo-lai') and o.returned_until is not null
      order by t.at desc, t.id desc limit 1) as reason,
    (select count(*) from reporting.remark m where m.obligation_id = o.id and m.submission_number = s.number and o.returned_until is not null) as marked
  from reporting.obligation o join reporting.period p on p.id = o.period_id
  left join lateral (select min(x.sent_at) as first_sent, max(x.number) as number,
      (array_agg(x.findings order by x.number desc))[1] as findings
    from reporting.submission x where x.obligation_id = o.id) s on true`

/** Obligations of a year within rights (those in some states only), by their codes. `now` gives days left and days overdue. */
export const obligationsOf = (
  tx: Tx,
  year: number,
  now: Temporal.Instant,
  only?: readonly ReportState[],
): Promise<Obligation[]> =>
  only === undefined
    ? obligations(tx, `year:${year}`, sql`p.year = ${year}`, now)
    : obligations(tx, `year:${year}:${only.join()}`, sql`p.year = ${year} and o.state = any(${texts(only)})`, now)

/** Obligations of some units in every open period, newest year first; with who may sign in place of the head today. */
export async function myObligations(
  tx: Tx,
  unitIds: readonly string[],
  now: Temporal.Instant,
): Promise<(Obligation & { readonly signers: readonly string[] })[]> {
  const list = await obligations(tx, `units:${unitIds.join()}`, sql`o.unit_id = any(${ids(unitIds)})`, now)
  const toSign = list.filter((o) => o.state === 'cho-ky')
  const signers = await signersOf(
    tx,
    toSign.map((o) => o.unitId),
    dayOf(now),
  )
  return list.map((o) => ({ ...o, signers: o.state === 'cho-ky' ? (signers.get(o.unitId) ?? []) : [] }))
}

/** Lines of the collection page: obligations with the open findings of their last version. */
export const linesOf = (tx: Tx, year: number, now: Temporal.Instant): Promise<Line[]> =>
  load(tx, `year:${year}`, sql`p.year = ${year}`, now)

/** How many reports of the newest period up to `year` wait for appraisal: the counter of the menu. */
export const waitingCount = (tx: Tx, year: number): Promise<number> =>
  sharedWithAll(tx, ['reporting', 'reporting.period'], `reporting.waiting:${year}`, async () => {
    const counted = await row<{ n: number }>(
      tx,
      sql`select count(*) as n from reporting.obligation o join reporting.period p on p.id = o.period_id
          where p.year = (select max(y.year) from reporting.period y where y.year <= ${year}) and o.state in ('da-nop', 'da-tiep-nhan')`,
    )
    return counted.n
  })

type Where = ReturnType<typeof sql>

const obligations = async (tx: Tx, name: string, where: Where, now: Temporal.Instant): Promise<Obligation[]> =>
  (await load(tx, name, where, now)).map(({ openWarnings: _, findings: __, asking: ___, ...o }) => o)

const load = (tx: Tx, name: string, where: Where, now: Temporal.Instant): Promise<Line[]> =>
  once(tx, `reporting.lines:${name}:${now}`, () => read(tx, name, where, now))

async function read(tx: Tx, name: string, where: Where, now: Temporal.Instant): Promise<Line[]> {
  const ask = () => rows<Row>(tx, sql`${SELECT} where ${where} order by p.year desc, o.code`)
  const found = await (name.startsWith('year:')
    ? sharedWithAll(tx, ['reporting', 'reporting.period'], `reporting.rows:${name}`, ask)
    : ask())
  const units = new Map((await unitsByIds(tx, [...new Set(found.map((r) => r.unit_id))])).map((u) => [u.id, u]))
  return found.map((r) => line(r, units.get(r.unit_id), now))
}

function line(r: Row, unit: { code: string; officeName: string } | undefined, now: Temporal.Instant): Line {
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
    year: r.year,
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
