/** Đọc: one report with its draft, versions, steps and remarks: what the pages and the actions of a body start from. */
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import { demand, type Right } from '../../../kernel/right.ts'
import { midSentence } from '../../../kernel/text.ts'
import { yearPeriod } from '../../../kernel/validity.ts'
import type { Ctx } from '../../../platform/action.ts'
import { ids, maybeRow, rows, sql, type Tx } from '../../../platform/database/sql.ts'
import { findUnitByCode, type Unit } from '../../organisations/public.ts'
import { taskGroups } from '../../programme/public.ts'
import { readReport } from '../rules/answers.ts'
import { type Finding, findings, type LastYear } from '../rules/checks.ts'
import { computedYear } from '../rules/compute.ts'
import { type Beside, crossFindings } from '../rules/cross-checks.ts'
import { cellOrder, untouched } from '../rules/marks.ts'
import { KEPT_APART } from '../rules/re-section.ts'
import type { Answers, Obligation, PeriodName, ReportContent, ReportState, ReportVerb, TaskGroup } from '../words.ts'
import { besideOf } from './counting.ts'
import { myObligations } from './obligations.ts'
import { findPeriod, type Period } from './periods.ts'

/** Mục đã lưu nháp. */
export type SavedSection = {
  readonly answers: Answers
  readonly version: number
  readonly savedAt: Temporal.Instant
  readonly savedBy: string
}

/** Bản đã nộp. */
export type Submission = {
  readonly number: number
  readonly content: ReportContent
  readonly findings: readonly Finding[]
  readonly preparedBy: string
  readonly signedBy: string
  readonly signedByPost: string
  /** "KT. Giám đốc" of whoever signed in place of the head; empty = the head. */
  readonly signedFor: string
  readonly sentAt: Temporal.Instant
  readonly late: boolean
  readonly daysLate: number
  readonly fileId: string | null
  readonly sha256: string
  readonly contentSha256: string
}

/** Bước đã qua. */
export type Step = {
  readonly verb: ReportVerb
  readonly after: ReportState
  readonly submissionNumber: number | null
  readonly reason: string
  readonly act: string
  readonly until: string | null
  readonly otherUnit: string | null
  readonly at: Temporal.Instant
  readonly byId: string
  readonly by: string
}

/** Ý kiến thẩm định đã ghi. */
export type SavedRemark = {
  readonly cell: string
  readonly text: string
  readonly number: number
  readonly at: Temporal.Instant
  readonly by: string
}

/** Hồ sơ báo cáo of one body in one period. */
export type ReportFile = {
  readonly period: Period
  readonly unit: Unit
  readonly obligation: Obligation
  readonly cameFrom: readonly string[]
  readonly groups: readonly TaskGroup[]
  readonly sections: ReadonlyMap<number, SavedSection>
  /** All sections as one set of fields. */
  readonly answers: Answers
  /** Fields typed in a form that had a place for them; the form in force has none. */
  readonly keptApart: Answers
  readonly lastYear: LastYear
  /** What the draft is held against: years before, bodies below, the last count. */
  readonly beside: Beside
  readonly found: readonly Finding[]
  readonly submissions: readonly Submission[]
  readonly steps: readonly Step[]
  readonly remarks: readonly SavedRemark[]
  /** Remarks of the open return: cells that must be mended or explained before sending again. */
  readonly marks: readonly SavedRemark[]
}

/** The report of a unit for a year; absent when the period is not open, or the unit owes nothing the reader may see. */
export async function findReport(tx: Tx, at: ReportAt, now: Temporal.Instant): Promise<Decision<ReportFile>> {
  const period = await findPeriod(tx, at)
  const unit = period && (await findUnitByCode(tx, at.unitCode))
  if (!period) return refuse('absent', 'period.absent', `Kỳ báo cáo ${at.year} chưa mở.`)
  const obligation =
    unit && (await myObligations(tx, [unit.id], now)).find((o) => o.year === period.year && o.regime === period.slug)
  if (!unit || !obligation) {
    return refuse(
      'absent',
      'report.absent',
      `Không có ${midSentence(period.title)} của cơ quan này trong phạm vi được xem.`,
    )
  }
  return accept(await fill(tx, period, unit, obligation))
}

/** All fields of a draft, and those that no section of the form has any more. */
function gathered(saved: readonly { readonly section: number; readonly answers: Answers }[]) {
  const keptApart: Answers = saved.find((s) => s.section === KEPT_APART)?.answers ?? {}
  const answers: Answers = Object.assign({}, ...saved.filter((s) => s.section >= 0).map((s) => s.answers))
  return { keptApart, answers }
}

async function fill(tx: Tx, period: Period, unit: Unit, obligation: Obligation): Promise<ReportFile> {
  const key = obligation.id
  const saved = await rows<{
    section: number
    answers: Answers
    version: number
    savedAt: Temporal.Instant
    savedBy: string
  }>(
    tx,
    sql`select section, answers, version, saved_at as "savedAt", saved_by_name as "savedBy" from reporting.draft where obligation_id = ${key} order by section`,
  )
  const sections = new Map(saved.filter((s) => s.section >= 0).map(({ section, ...rest }) => [section, rest]))
  const { keptApart, answers } = gathered(saved)
  // A report of a year keeps the groups that were in force on any day of it.
  const groups = await taskGroups(tx, period.programmeId, yearPeriod(period.year).from)
  const cameFrom =
    (await rows<{ came_from: string[] }>(tx, sql`select came_from from reporting.obligation where id = ${key}`))[0]
      ?.came_from ?? []
  const own = await lastYearOf(tx, period, [unit.id])
  const known =
    Object.keys(own).length > 0 ? own : await lastYearOf(tx, period, await whollyTakenOver(tx, period.id, cameFrom))
  const lastYear = computedYear(period.regime, known)
  const submissions = await submissionsOf(tx, key)
  const steps = await rows<Step>(
    tx,
    sql`select verb, after, submission_number as "submissionNumber", reason, act, until, other_unit as "otherUnit", at, by_id as "byId", by_name as by
        from reporting.step where obligation_id = ${key} order by at desc, id desc`,
  )
  const remarks = await rows<SavedRemark>(
    tx,
    sql`select cell, text, submission_number as number, at, by_name as by from reporting.remark where obligation_id = ${key} order by at, id`,
  )
  const returned = obligation.returnedReason === null ? null : (submissions[0] ?? null)
  const place = cellOrder(period.regime, groups)
  const marks =
    returned === null
      ? []
      : remarks.filter((r) => r.number === returned.number).sort((a, b) => place(a.cell) - place(b.cell))
  const at = { obligationId: key, period, unitId: unit.id }
  const beside: Beside = { ...(await besideOf(tx, at)), lastYear }
  const content = readReport(period.regime, groups, answers)
  const found = [
    ...findings(period.regime, groups, answers, lastYear, period.year),
    ...crossFindings(period.regime, content, answers, beside, period.year),
    ...untouched(period.regime, marks, returned?.content ?? null, content),
  ].sort((a, b) => a.section - b.section)
  return {
    period,
    unit,
    obligation,
    cameFrom,
    groups,
    sections,
    answers,
    keptApart,
    lastYear,
    beside,
    found,
    submissions,
    steps,
    remarks,
    marks,
  }
}

const SUBMISSION = sql`select obligation_id as "obligationId", number, content, findings, prepared_by as "preparedBy", signed_by_name as "signedBy",
  signed_by_post as "signedByPost", signed_for as "signedFor", sent_at as "sentAt", late, days_late as "daysLate", file_id as "fileId", sha256, content_sha256 as "contentSha256"
  from reporting.submission`

/** One section of a draft as it is stored now. */
export const findSection = (
  tx: Tx,
  obligationId: string,
  section: number,
): Promise<(SavedSection & { savedById: string }) | null> =>
  maybeRow(
    tx,
    sql`select answers, version, saved_at as "savedAt", saved_by_name as "savedBy", saved_by as "savedById"
        from reporting.draft where obligation_id = ${obligationId} and section = ${section}`,
  )

/** The versions of a report, newest first. */
export const submissionsOf = (tx: Tx, obligationId: string): Promise<Submission[]> =>
  rows<Submission>(tx, sql`${SUBMISSION} where obligation_id = ${obligationId} order by number desc`)

/** The last version of each of several reports. */
export const lastSubmissions = (
  tx: Tx,
  obligationIds: readonly string[],
): Promise<(Submission & { obligationId: string })[]> =>
  rows(
    tx,
    sql`select distinct on (q."obligationId") q.* from (${SUBMISSION}) q where q."obligationId" = any(${ids(obligationIds)})
        order by q."obligationId", q.number desc`,
  )

/** Bodies whose duty passed to one successor alone: a body that was divided has no figures that any one heir may call its own. */
async function whollyTakenOver(tx: Tx, periodId: string, cameFrom: readonly string[]): Promise<string[]> {
  if (cameFrom.length === 0) return []
  const found = await rows<{ id: string }>(
    tx,
    sql`select f.id from unnest(${ids(cameFrom)}) f(id)
        where (select count(*) from reporting.obligation o where o.period_id = ${periodId} and f.id = any(o.came_from)) = 1`,
  )
  return found.map((f) => f.id)
}

/**
 * Whole-year figures of the year before in the same regime, within rights: of the units themselves; where they had no report, of
 * the bodies they took over, added up. Never both, or people would count twice.
 */
export async function lastYearOf(
  tx: Tx,
  period: Period,
  unitIds: readonly string[],
  cameFrom: readonly string[] = [],
): Promise<LastYear> {
  const all = await rows<{ unit: string; content: ReportContent }>(
    tx,
    sql`select distinct on (o.id) o.unit_id as unit, s.content from reporting.submission s join reporting.obligation o on o.id = s.obligation_id
          join reporting.period p on p.id = o.period_id
        where p.regime_code = ${period.regime.code} and p.year = ${period.year - 1} and o.unit_id = any(${ids([...unitIds, ...cameFrom])}) order by o.id, s.number desc`,
  )
  const own = all.filter((r) => unitIds.includes(r.unit))
  const found = own.length > 0 ? own : all
  const out: Record<string, number | null> = {}
  for (const { content } of found) {
    for (const [key, cell] of Object.entries(content.cells)) {
      if (cell.wholeYear !== null) out[key] = (out[key] ?? 0) + cell.wholeYear
    }
  }
  return out
}

/** Whole-year figures that each unit sent for a year of a regime, within rights. */
export async function wholeYearOf(
  tx: Tx,
  of: { readonly code: string; readonly year: number },
): Promise<ReadonlyMap<string, LastYear>> {
  const found = await rows<{ unit: string; content: ReportContent }>(
    tx,
    sql`select distinct on (o.id) o.unit_id as unit, s.content from reporting.submission s join reporting.obligation o on o.id = s.obligation_id
          join reporting.period p on p.id = o.period_id where p.regime_code = ${of.code} and p.year = ${of.year} order by o.id, s.number desc`,
  )
  return new Map(
    found.map((r) => [
      r.unit,
      Object.fromEntries(Object.entries(r.content.cells).map(([key, c]) => [key, c.wholeYear])),
    ]),
  )
}

/** How many reports of a period have a draft: the number alone, whatever is in them. */
export async function draftCount(tx: Tx, periodId: string): Promise<number> {
  const counted = await maybeRow<{ n: number }>(
    tx,
    sql`select count(distinct d.obligation_id) as n from reporting.draft d join reporting.obligation o on o.id = d.obligation_id where o.period_id = ${periodId}`,
  )
  return counted?.n ?? 0
}

/** What was typed in the drafts of a period, section by section. */
export async function draftsOf(
  tx: Tx,
  periodId: string,
): Promise<readonly { obligationId: string; unitId: string; sections: ReadonlyMap<number, Answers> }[]> {
  const found = await rows<{ obligationId: string; unitId: string; section: number; answers: Answers }>(
    tx,
    sql`select d.obligation_id as "obligationId", d.unit_id as "unitId", d.section, d.answers
        from reporting.draft d join reporting.obligation o on o.id = d.obligation_id where o.period_id = ${periodId} order by d.obligation_id, d.section for update of d`,
  )
  return [...Map.groupBy(found, (f) => f.obligationId)].map(([obligationId, list]) => ({
    obligationId,
    unitId: list[0]?.unitId ?? '',
    sections: new Map(list.map((l) => [l.section, l.answers])),
  }))
}

/** Where a report is: its period and the code of the unit. */
export type ReportAt = PeriodName & { readonly unitCode: string }

/** The report, once the actor's right over its unit is known. */
export async function reportUnder(ctx: Ctx, right: Right, at: ReportAt): Promise<Decision<ReportFile>> {
  const file = await findReport(ctx.tx, at, ctx.now)
  if (!file.ok) return file
  const allowed = demand(right, ctx.actor, file.value.unit.id)
  return allowed.ok ? file : allowed
}

/** Files a draft or a version of the report points at: the only ones that may be taken from it. */
export function filesOf(f: ReportFile): ReadonlySet<string> {
  const drafted = Object.entries(f.answers).flatMap(([name, value]) => (name.endsWith('.tep') ? [value] : []))
  const sent = f.submissions.flatMap((s) =>
    Object.values(s.content.groups).flatMap((g) => g.evidence.flatMap((e) => e.fileId ?? [])),
  )
  return new Set([...drafted, ...sent])
}
