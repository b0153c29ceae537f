/** Đọc: versions of the provincial report, and everything a new one is frozen from. */
import { type Day, dayOf, showDay } from '../../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/action.ts'
import { sharedWithAll } from '../../../platform/database/kept.ts'
import { maybeRow, rows, sql, type Tx } from '../../../platform/database/sql.ts'
import type { Measure } from '../../../platform/measure.ts'
import { peopleInCharge } from '../../accounts/public.ts'
import { issuerOn, UNIT_GROUPS, unitsByIds } from '../../organisations/public.ts'
import { currentProgramme, taskGroups } from '../../programme/public.ts'
import { progressOf, TASK_STATES, taskRows } from '../../tasks/public.ts'
import { goalData } from '../goals.ts'
import { inFull, otherThanPlan } from '../papers/agency-input.ts'
import type { TaskLine } from '../papers/provincial-input.ts'
import type { AcceptedReport } from '../rules/consolidate.ts'
import { type FreezeData, freeze } from '../rules/freeze.ts'
import type { ProvincialEdits, ProvincialFigures } from '../rules/provincial.ts'
import { type Obligation, type PeriodName, PLAN_REGIME } from '../words.ts'
import { obligationsOf } from './obligations.ts'
import { findPeriod, type Period } from './periods.ts'
import { lastSubmissions, lastYearOf, wholeYearOf } from './report.ts'

/** Bản báo cáo tỉnh. */
export type ProvincialVersion = {
  readonly id: string
  /** The body whose report it is. */
  readonly unitId: string
  readonly number: number
  readonly figures: ProvincialFigures
  readonly edits: ProvincialEdits
  readonly builtAt: Temporal.Instant
  readonly builtBy: string
  readonly version: number
  readonly fileId: string | null
  readonly sha256: string
}

const VERSION = sql`select v.id, v.unit_id as "unitId", v.number, v.figures, v.edits, v.built_at as "builtAt", v.built_by_name as "builtBy", v.version, v.file_id as "fileId", v.sha256
  from reporting.provincial_report v`

/** The sets of data that reports and what is built from them stand in. */
const REPORTS = ['reporting', 'reporting.period']

/** The newest version of a period, or one by its number. */
export async function findProvincial(tx: Tx, of: PeriodName, number?: number): Promise<ProvincialVersion | null> {
  const period = await findPeriod(tx, of)
  if (period === null) return null
  return sharedWithAll(tx, REPORTS, `reporting.provincial:${period.id}:${number}`, () =>
    maybeRow<ProvincialVersion>(
      tx,
      sql`${VERSION} where v.period_id = ${period.id} and (${number ?? null}::int is null or v.number = ${number ?? null}::int) order by v.number desc limit 1`,
    ),
  )
}

/** When the last version of a period was built; null = consolidation has not begun. */
export async function lastBuilt(tx: Tx, of: PeriodName): Promise<Temporal.Instant | null> {
  const period = await findPeriod(tx, of)
  if (period === null) return null
  return sharedWithAll(tx, REPORTS, `reporting.last-built:${period.id}`, async () => {
    const found = await maybeRow<{ at: Temporal.Instant | null }>(
      tx,
      sql`select max(v.built_at) as at from reporting.provincial_report v where v.period_id = ${period.id}`,
    )
    return found?.at ?? null
  })
}

/** What a version frozen now would show, by source, and from how many reports. */
export type FrozenNow = { readonly reports: number; readonly shown: Readonly<Record<string, string>> }

/** Everything the shown figures come from. The names of people and the reminders are in no figure. */
const FIGURES = [
  'organisations',
  'programme',
  'tasks',
  'indicators',
  'goals',
  'people',
  'cells',
  'code-lists',
  ...REPORTS,
]

/** What a measure counts from elsewhere still is told after a few minutes. */
const KEPT_MINUTES = 5
const minuteOf = (ctx: Ctx): number => Math.floor(ctx.now.epochMilliseconds / (KEPT_MINUTES * 60_000))

/** Số liệu nếu chốt bây giờ, to hold beside the version that was built; null while the period is not open. Changes with the data and the day. */
export const frozenNow = (ctx: Ctx, measures: readonly Measure[], of: PeriodName): Promise<FrozenNow | null> =>
  sharedWithAll(ctx.tx, FIGURES, `reporting.frozen-now:${of.regime}:${of.year}:${minuteOf(ctx)}`, async () => {
    const ready = await freezeData(ctx, measures, of)
    if (!ready.ok) return null
    const { reports, sources } = freeze(ready.value.data)
    return { reports, shown: Object.fromEntries(sources.map((s) => [s.id, s.shown])) }
  })

/** The accepted reports among obligations, in the order of the list. */
export async function acceptedReports(tx: Tx, list: readonly Obligation[]): Promise<AcceptedReport[]> {
  const accepted = list.filter((o) => o.state === 'da-duyet')
  const sent = new Map(
    (
      await lastSubmissions(
        tx,
        accepted.map((o) => o.id),
      )
    ).map((s) => [s.obligationId, s]),
  )
  return accepted.flatMap((o) => {
    const s = sent.get(o.id)
    return s
      ? [
          {
            unitId: o.unitId,
            unitCode: o.unitCode,
            unitName: o.unitName,
            code: o.code,
            number: s.number,
            submittedAt: s.sentAt,
            closing: o.closing,
            content: s.content,
            explained: s.findings.flatMap((f) =>
              f.explanation === null ? [] : [{ message: f.message, explanation: f.explanation }],
            ),
          },
        ]
      : []
  })
}

/** Everything a version is frozen from, and the unit that consolidates. */
export async function freezeData(
  ctx: Ctx,
  measures: readonly Measure[],
  of: PeriodName,
): Promise<Decision<{ data: FreezeData; unitId: string; period: Period }>> {
  const { tx, now } = ctx
  const period = await findPeriod(tx, of)
  const programme = await currentProgramme(tx)
  if (!period || !programme)
    return refuse('absent', 'period.absent', `Kỳ báo cáo ${of.year} chưa mở nên chưa có gì để tổng hợp.`)
  const { year } = period
  const ofPlan = period.slug === PLAN_REGIME
  const today = dayOf(now)
  const issuer = await issuerOn(tx, programme.territoryId, today)
  const head = (await peopleInCharge(tx, [issuer.homeAffairs.id], 'thu-truong')).get(issuer.homeAffairs.id)
  const obligations = await obligationsOf(tx, of, now)
  const units = new Map(
    (
      await unitsByIds(
        tx,
        obligations.map((o) => o.unitId),
      )
    ).map((u) => [u.id, u]),
  )
  const reports = await acceptedReports(tx, obligations)
  const committee = inFull(issuer.committee.officeName)
  const plan = `Kế hoạch số ${programme.number}`
  const data: FreezeData = {
    year,
    now,
    cutOff: period.cutOff,
    regime: period.regime,
    groups: await taskGroups(tx, programme.id),
    obligations: obligations.map((o) => {
      const group = units.get(o.unitId)?.group
      return { ...o, group: group ? UNIT_GROUPS[group].label : 'Cơ quan khác' }
    }),
    reports,
    lastYear: await lastYearOf(
      tx,
      period,
      reports.map((r) => r.unitId),
    ),
    estimates: await wholeYearOf(tx, { code: period.regime.code, year: year - 1 }),
    goals: ofPlan ? await goalData(ctx, measures, period) : [],
    tasks: ofPlan ? await taskLines(ctx, programme.id, today) : [],
    ...otherThanPlan(period.regime, year, period.issuedBy),
    reminders: await reminderCounts(tx, period),
    frame: {
      issuer: { superior: committee, body: issuer.homeAffairs.officeName, place: issuer.place },
      number: { number: null, symbol: 'BC-SNV' },
      date: null,
      plan,
      planInFull: `${plan} ngày ${showDay(programme.date)} của ${inFull(programme.issuer)} ${programme.title.charAt(0).toLowerCase()}${programme.title.slice(1)}`,
      addressees: [committee],
      legalBases: [],
      signature: { authority: [], post: head?.post || 'Giám đốc', name: head?.name ?? null },
      recipients: ['Như trên', `Chủ tịch, các Phó Chủ tịch ${committee}`, 'Giám đốc, các Phó Giám đốc Sở'],
      filing: 'CCVC',
    },
  }
  return accept({ data, unitId: issuer.homeAffairs.id, period })
}

async function taskLines(ctx: Ctx, programmeId: string, today: Day): Promise<TaskLine[]> {
  const groups = new Map((await taskGroups(ctx.tx, programmeId)).map((g) => [g.no, g.title]))
  const proven = new Map((await progressOf(ctx.tx, programmeId)).map((p) => [`${p.taskId}:${p.unitId}`, p.evidence]))
  return (await taskRows(ctx.tx, programmeId, today))
    .filter((r) => groups.has(r.task.group))
    .map((r) => ({
      code: r.task.code,
      name: r.task.text,
      lead: r.leadName,
      coordinators: r.coordinatorNames,
      product: r.task.product === '' ? null : r.task.product,
      deadline: r.task.dueWords,
      status: TASK_STATES[r.state].label,
      evidence:
        proven
          .get(`${r.task.id}:${r.task.leadUnitId}`)
          ?.map((e) => `${e.number} ngày ${showDay(e.issuedOn)}`)
          .join('; ') || null,
      group: `${r.task.group}. ${groups.get(r.task.group)}`,
    }))
}

/** How often each unit was reminded or urged about the report of a period, by the facts that name it; older facts name no regime. */
async function reminderCounts(tx: Tx, { year, slug }: Period): Promise<ReadonlyMap<string, number>> {
  const found = await rows<{ unit: string; times: number }>(
    tx,
    sql`select u.unit, count(*) as times from platform.ledger l
          cross join lateral jsonb_array_elements_text(case jsonb_typeof(l.data -> 'units') when 'array' then l.data -> 'units' else '[]' end) as u(unit)
        where l.kind in ('reminders.sent', 'urging.drafted') and l.data ->> 'year' = ${String(year)}
          and coalesce(l.data ->> 'regime', ${PLAN_REGIME}) = ${slug} group by u.unit`,
  )
  return new Map(found.map((r) => [r.unit, r.times]))
}
