/** Dữ liệu của các trang: reads that put several views together for one page. */

import { dayOf, yearOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { demand, type Right } from '../../kernel/right.ts'
import type { Ctx } from '../../platform/action.ts'
import { findFile } from '../../platform/files/keep.ts'
import { WORD } from '../../platform/word/official-paper.ts'
import { peopleInCharge } from '../accounts/public.ts'
import { UNIT_GROUPS, unitsByIds } from '../organisations/public.ts'
import { paperOf } from './actions/approve-and-submit.ts'
import { expectedFor } from './actions/open-period.ts'
import type { AppraisalView } from './pages/appraisal.ts'
import type { CheckView } from './pages/check.ts'
import type { CollectionLine, CollectionView } from './pages/collection.ts'
import type { ProvincialView } from './pages/provincial.ts'
import type { OpeningView, RegimeView } from './pages/regime.ts'
import type { SectionView } from './pages/report-section.ts'
import { canDraft, canFollow, canRead } from './rights.ts'
import type { Filter, Line } from './rules/counts.ts'
import { placeOf } from './rules/marks.ts'
import { transition } from './rules/transitions.ts'
import { acceptedBatches } from './views/batches.ts'
import { linesOf } from './views/obligations.ts'
import { findPeriod, openPeriods, regimeVersions } from './views/periods.ts'
import { findProvincial, frozenNow, lastBuilt } from './views/provincial.ts'
import { filesOf, type ReportAt, type ReportFile, reportUnder } from './views/report.ts'

type File = { name: string; mediaType: string; bytes: Uint8Array }

/** The report, for its own body; those who follow all bodies go to the appraisal page. */
export const readReportFile = (ctx: Ctx, at: ReportAt): Promise<Decision<ReportFile>> => reportUnder(ctx, canDraft, at)

/** One section for writing. Refused with the reason when the report cannot be written in. */
export async function readSection(
  ctx: Ctx,
  at: ReportAt & { section: number; mending: boolean; cell?: string | undefined },
): Promise<Decision<SectionView>> {
  const file = await readReportFile(ctx, at)
  if (!file.ok) return file
  const drafting = transition(file.value.obligation.state, 'luu')
  if (!drafting.ok) return drafting
  const { regime } = file.value.period
  const section = regime.sections.find((s) => s.no === at.section && s.parts.length > 0)
  if (!section) return refuse('absent', 'report.section', `Báo cáo không có mục ${at.section}.`)
  const cell = at.cell !== undefined && placeOf(regime, at.cell).section === section.no ? at.cell : null
  return accept({ file: file.value, section, mending: at.mending || cell !== null, cell })
}

/** The first returned cell that is not mended yet, in its section. */
export async function readMending(
  ctx: Ctx,
  at: ReportAt & { cell?: string | undefined },
): Promise<Decision<SectionView>> {
  const file = await readReportFile(ctx, at)
  if (!file.ok) return file
  const open = file.value.found.find((f) => f.id.startsWith('mark:'))?.cell
  const cell = at.cell ?? open ?? file.value.marks[0]?.cell
  const section = cell === undefined ? 1 : placeOf(file.value.period.regime, cell).section
  return readSection(ctx, { ...at, section, mending: true, cell })
}

/** The report with its head, for the check page. */
export async function readCheck(ctx: Ctx, at: ReportAt): Promise<Decision<CheckView>> {
  const file = await readReportFile(ctx, at)
  if (!file.ok) return file
  const { unit } = file.value
  const head = (await peopleInCharge(ctx.tx, [unit.id], 'thu-truong', dayOf(ctx.now))).get(unit.id)
  return accept({ file: file.value, head: head ? { name: head.name, post: head.post } : null })
}

/** The year of the newest period that has begun, else the present one. */
export async function yearNow(ctx: Ctx): Promise<number> {
  const present = yearOf(dayOf(ctx.now))
  return (await openPeriods(ctx.tx)).find((p) => p.year <= present)?.year ?? present
}

/** Who has sent what in a year. */
export async function readCollection(
  ctx: Ctx,
  at: { year?: number | undefined; filter: Filter; group: string },
): Promise<Decision<CollectionView>> {
  const year = at.year ?? (await yearNow(ctx))
  const period = await findPeriod(ctx.tx, year)
  const lines = await linesOf(ctx.tx, year, ctx.now)
  const ids = lines.map((l) => l.unitId)
  const units = new Map((await unitsByIds(ctx.tx, ids)).map((u) => [u.id, u.group]))
  const contacts = await peopleInCharge(ctx.tx, ids, 'co-quan', dayOf(ctx.now))
  const built = await lastBuilt(ctx.tx, year)
  const batch = (await acceptedBatches(ctx.tx, year))[0] ?? null
  return accept({
    year,
    period,
    filter: at.filter,
    group: at.group,
    batch: batch && (built === null || Temporal.Instant.compare(built, batch.at) < 0) ? batch : null,
    lines: lines.map((l): CollectionLine => {
      const group = units.get(l.unitId)
      return {
        ...l,
        group: group ? UNIT_GROUPS[group].label : 'Cơ quan khác',
        contact: contacts.get(l.unitId)?.name ?? '',
      }
    }),
  })
}

/** The reports chosen for acceptance. */
export async function readChosen(
  ctx: Ctx,
  at: { year: number; units: readonly string[] },
): Promise<Decision<{ year: number; chosen: readonly Line[] }>> {
  const lines = await linesOf(ctx.tx, at.year, ctx.now)
  return accept({ year: at.year, chosen: lines.filter((l) => at.units.includes(l.unitCode)) })
}

/** One report for its appraiser. Drafts are not in it. */
export async function readAppraisal(
  ctx: Ctx,
  at: ReportAt & { number?: number | undefined },
): Promise<Decision<AppraisalView>> {
  const file = await reportUnder(ctx, canFollow, at)
  if (!file.ok) return file
  const { submissions, unit } = file.value
  const shown = submissions.find((s) => s.number === (at.number ?? submissions[0]?.number)) ?? null
  const before = shown ? (submissions.find((s) => s.number === shown.number - 1) ?? null) : null
  const contact = (await peopleInCharge(ctx.tx, [unit.id], 'co-quan', dayOf(ctx.now))).get(unit.id)
  const waiting = (await linesOf(ctx.tx, at.year, ctx.now)).filter(
    (l) => l.state === 'da-nop' || l.state === 'da-tiep-nhan' || l.unitId === unit.id,
  )
  const place = waiting.findIndex((l) => l.unitId === unit.id)
  const link = (l: Line | undefined): string | null =>
    l ? `/tong-hop/${at.year}/${encodeURIComponent(l.unitCode)}` : null
  return accept({
    file: { ...file.value, sections: new Map(), answers: {}, found: [] },
    shown,
    before,
    contact: contact ? { name: contact.name, phone: contact.phone } : null,
    neighbours: { previous: link(waiting[place - 1]), next: link(waiting[place + 1]) },
  })
}

/** The Word file of a submitted version. */
export async function readVersionFile(ctx: Ctx, at: ReportAt & { number: number }): Promise<Decision<File>> {
  const file = await reportUnder(ctx, canRead, at)
  if (!file.ok) return file
  const version = file.value.submissions.find((s) => s.number === at.number)
  const kept = version?.fileId ? await findFile(ctx.tx, version.fileId) : null
  if (!kept) return refuse('absent', 'file.absent', `Không có tệp Word của bản ${at.number}.`)
  return accept({ name: kept.name, mediaType: kept.media_type, bytes: kept.body })
}

/** The draft as a Word file, not kept. */
export async function readDraftFile(ctx: Ctx, at: ReportAt): Promise<Decision<File>> {
  const file = await readReportFile(ctx, at)
  if (!file.ok) return file
  const bytes = await paperOf(ctx, file.value, (file.value.submissions[0]?.number ?? 0) + 1)
  return accept({ name: `${file.value.obligation.code}-nhap.docx`, mediaType: WORD, bytes })
}

/** An attached file of a report, for whoever may read the report. */
export async function readEvidenceFile(ctx: Ctx, at: ReportAt & { file: string }): Promise<Decision<File>> {
  const file = await reportUnder(ctx, canRead, at)
  if (!file.ok) return file
  const own = demand(canDraft, ctx.actor, file.value.unit.id).ok
  const reachable = filesOf(own ? file.value : { ...file.value, answers: {} }).has(at.file)
  const kept = reachable ? await findFile(ctx.tx, at.file) : null
  if (!kept) return refuse('absent', 'file.absent', 'Không tìm thấy tệp này trong báo cáo.')
  return accept({ name: kept.name, mediaType: kept.media_type, bytes: kept.body })
}

/** The provincial report of a year, and what would change if it were built now. */
export async function readProvincial(
  ctx: Ctx,
  at: { year?: number | undefined; editing?: string | undefined; source?: string | undefined },
): Promise<Decision<ProvincialView>> {
  const year = at.year ?? (await yearNow(ctx))
  const report = await findProvincial(ctx.tx, year)
  const now = await frozenNow(ctx, year)
  const outdated = (report?.figures.sources ?? []).flatMap((s) => {
    const after = now?.shown[s.id]
    return after === undefined || after === s.shown ? [] : [{ source: s.id, before: s.shown, after }]
  })
  return accept({
    year,
    open: now !== null,
    accepted: now?.reports ?? 0,
    report,
    outdated,
    editing: at.editing ?? null,
    source: at.source ?? null,
  })
}

/** The Word file of the newest version. */
export async function readProvincialFile(ctx: Ctx, year: number): Promise<Decision<File>> {
  const report = await findProvincial(ctx.tx, year)
  const kept = report?.fileId ? await findFile(ctx.tx, report.fileId) : null
  if (!kept)
    return refuse('absent', 'provincial.absent', `Chưa có báo cáo tỉnh năm ${year}. Tạo bản từ số liệu đã duyệt trước.`)
  return accept({ name: kept.name, mediaType: kept.media_type, bytes: kept.body })
}

/** The regime, its periods and the next year to open. */
export async function readRegime(ctx: Ctx): Promise<Decision<RegimeView>> {
  const version = (await regimeVersions(ctx.tx))[0]
  if (!version) return refuse('absent', 'regime.absent', 'Chưa có chế độ báo cáo nào.')
  const periods = await openPeriods(ctx.tx)
  const present = yearOf(dayOf(ctx.now))
  const nextYear = periods.some((p) => p.year === present) ? present + 1 : present
  return accept({ version, periods, nextYear })
}

/** Who will owe a report when the period is opened. */
export async function readOpening(ctx: Ctx, right: Right, year: number): Promise<Decision<OpeningView>> {
  const allowed = demand(right, ctx.actor)
  if (!allowed.ok) return allowed
  const version = (await regimeVersions(ctx.tx))[0]
  if (!version) return refuse('absent', 'regime.absent', 'Chưa có chế độ báo cáo nào.')
  const expected = await expectedFor(ctx, year)
  if (!expected.ok) return expected
  const { bodies, units } = expected.value
  return accept({
    year,
    regime: version.regime,
    open: (await findPeriod(ctx.tx, year)) !== null,
    bodies: bodies.map((b) => {
      const u = units.get(b.unitId)
      return {
        ...b,
        code: u?.code ?? '',
        name: u?.officeName ?? '',
        group: u ? UNIT_GROUPS[u.group].label : 'Cơ quan khác',
      }
    }),
  })
}
