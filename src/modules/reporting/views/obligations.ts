/** Đọc: obligations with their standing. One query; the deadline engine gives days and lateness. */
import type { Day } from '../../../kernel/day.ts'
import type { Validity } from '../../../kernel/validity.ts'
import { ids, rows, sql, type Tx } from '../../../platform/database/sql.ts'
import { unitsByIds } from '../../organisations/public.ts'
import type { Line } from '../rules/counts.ts'
import { standing } from '../rules/deadline.ts'
import type { Obligation, ReportState } from '../words.ts'

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
  findings: { severity: string; explanation: string | null }[] | null
}

const SELECT = sql`select o.id, o.unit_id, p.year, o.code, o.part, o.closing, o.state, o.state_since, o.due_before, o.returned_until,
    o.inherited_by, o.version, p.opened_at, s.first_sent, s.findings,
    (select t.reason from reporting.step t where t.obligation_id = o.id and t.verb in ('tra-lai', 'mo-lai') and o.returned_until is not null
      order by t.at desc, t.id desc limit 1) as reason,
    (select count(*) from reporting.remark m where m.obligation_id = o.id and m.submission_number = s.number and o.returned_until is not null) as marked
  from reporting.obligation o join reporting.period p on p.id = o.period_id
  left join lateral (select min(x.sent_at) as first_sent, max(x.number) as number,
      (array_agg(x.findings order by x.number desc))[1] as findings
    from reporting.submission x where x.obligation_id = o.id) s on true`

/** Obligations of a year within rights, in the order of their codes. `now` gives days left and days overdue. */
export const obligationsOf = (tx: Tx, year: number, now: Temporal.Instant): Promise<Obligation[]> =>
  obligations(tx, sql`p.year = ${year}`, now)

/** Obligations of some units in every open period, newest year first. */
export const myObligations = (tx: Tx, unitIds: readonly string[], now: Temporal.Instant): Promise<Obligation[]> =>
  obligations(tx, sql`o.unit_id = any(${ids(unitIds)})`, now)

/** Lines of the collection page: obligations with the open findings of their last version. */
export async function linesOf(tx: Tx, year: number, now: Temporal.Instant): Promise<Line[]> {
  return load(tx, sql`p.year = ${year}`, now)
}

const obligations = async (tx: Tx, where: ReturnType<typeof sql>, now: Temporal.Instant): Promise<Obligation[]> =>
  (await load(tx, where, now)).map(({ openWarnings: _, findings: __, ...o }) => o)

async function load(tx: Tx, where: ReturnType<typeof sql>, now: Temporal.Instant): Promise<Line[]> {
  const found = await rows<Row>(tx, sql`${SELECT} where ${where} order by p.year desc, o.code`)
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
  const open = (r.findings ?? []).filter((f) => f.severity === 'explain' && f.explanation === null)
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
    openWarnings: open.length,
    findings: (r.findings ?? []).length,
  }
}
