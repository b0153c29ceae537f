/** Dữ liệu của các trang soạn và nộp báo cáo. */

import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { demand } from '../../kernel/right.ts'
import type { Ctx } from '../../platform/action.ts'
import { findFile } from '../../platform/files/keep.ts'
import type { Measure } from '../../platform/measure.ts'
import { WORD } from '../../platform/word/official-paper.ts'
import { peopleInCharge } from '../accounts/public.ts'
import { paperOf } from './actions/approve-and-submit.ts'
import { countFor } from './counting.ts'
import type { CheckView } from './pages/check.ts'
import type { SectionView } from './pages/report-section.ts'
import { canDraft, canRead } from './rights.ts'
import { placeOf } from './rules/marks.ts'
import { thinRegister } from './rules/prefill.ts'
import { may, transition } from './rules/transitions.ts'
import { typedUncounted, uncountedLines } from './rules/uncounted.ts'
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

/** The report with its head, for the check page; what the register counts, where the body typed figures and never asked for the count. */
export async function readCheck(ctx: Ctx, measures: readonly Measure[], at: ReportAt): Promise<Decision<CheckView>> {
  const file = await readReportFile(ctx, at)
  if (!file.ok) return file
  const { unit } = file.value
  const head = (await peopleInCharge(ctx.tx, [unit.id], 'thu-truong', dayOf(ctx.now))).get(unit.id)
  return accept({
    file: file.value,
    head: head ? { name: head.name, post: head.post } : null,
    uncounted: await uncountedIn(ctx, measures, file.value),
  })
}

async function uncountedIn(ctx: Ctx, measures: readonly Measure[], file: ReportFile): Promise<CheckView['uncounted']> {
  const { regime } = file.period
  const due = may(file.obligation.state, 'luu') && file.beside.counting === null && !file.sections.has(0)
  if (!due || !typedUncounted(regime, file.answers)) return null
  const counted = await countFor(ctx, measures, file)
  return {
    lines: uncountedLines(regime, counted, file.answers, file.lastYear),
    thin: thinRegister(regime, counted, file.answers, file.lastYear, 'toDate'),
  }
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
