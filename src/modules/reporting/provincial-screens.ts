/** Dữ liệu của trang báo cáo tỉnh. */
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { EXCEL, writeWorkbook } from '../../platform/excel/write-workbook.ts'
import { findFile } from '../../platform/files/keep.ts'
import type { Measure } from '../../platform/measure.ts'
import { toPdf } from '../../platform/word/to-pdf.ts'
import type { ProvincialView } from './pages/provincial.ts'
import type { SimilarView } from './pages/similar.ts'
import { provincialWorkbook } from './papers/provincial-workbook.ts'
import { periodChoices } from './period-choices.ts'
import { plainLines, sectionsOf } from './rules/provincial.ts'
import { similarGroups } from './rules/similar.ts'
import { findPeriod, periodNow } from './views/periods.ts'
import { findProvincial, frozenNow } from './views/provincial.ts'
import { HREF, PLAN_REGIME, provincialFile } from './words.ts'

type Of = { readonly regime: string; readonly year: number }
type File = { name: string; mediaType: string; bytes: Uint8Array }

/** The provincial report of a year, and what would change if it were built now. */
export async function readProvincial(
  ctx: Ctx,
  measures: readonly Measure[],
  at: {
    regime?: string | undefined
    year?: number | undefined
    editing?: string | undefined
    merging?: boolean
    source?: string | undefined
  },
): Promise<Decision<ProvincialView>> {
  const of =
    at.year === undefined ? await periodNow(ctx, at.regime) : { regime: at.regime ?? PLAN_REGIME, year: at.year }
  const report = await findProvincial(ctx.tx, of)
  const now = await frozenNow(ctx, measures, of)
  const outdated = (report?.figures.sources ?? []).flatMap((s) => {
    const after = now?.shown[s.id]
    return after === undefined || after === s.shown ? [] : [{ source: s.id, before: s.shown, after }]
  })
  return accept({
    ...of,
    title: (await findPeriod(ctx.tx, of))?.title ?? `Báo cáo năm ${of.year}`,
    others: await periodChoices(ctx, of, HREF.provincial),
    open: now !== null,
    accepted: now?.reports ?? 0,
    report,
    outdated,
    editing: at.editing ?? null,
    merging: at.merging ?? false,
    source: at.source ?? null,
  })
}

/** Paragraphs of bodies that say nearly the same, by task group. */
export async function readSimilar(ctx: Ctx, of: Of): Promise<Decision<SimilarView>> {
  const report = await findProvincial(ctx.tx, of)
  if (!report)
    return refuse(
      'absent',
      'provincial.absent',
      `Chưa có báo cáo tỉnh năm ${of.year}. Tạo bản từ số liệu đã duyệt trước.`,
    )
  const sections = sectionsOf(report.figures, report.edits)
  const groups = sections.flatMap((task) => {
    const inside = sections.filter((s) => s.key.startsWith(`${task.key}/`) && s.under === null)
    return similarGroups(inside.map((s) => ({ body: s.title, text: plainLines(s.shown) }))).map((g) => ({
      ...g,
      no: task.key,
      title: task.title,
      key: inside.find((s) => s.title === g.lead.body)?.key ?? '',
    }))
  })
  return accept({ ...of, version: report.version, groups })
}

/** The same paper as PDF, made of the Word file that is kept. */
export async function readProvincialPdf(ctx: Ctx, of: Of): Promise<Decision<File>> {
  const word = await readProvincialFile(ctx, of)
  if (!word.ok) return word
  const pdf = await toPdf(word.value.bytes)
  return pdf.ok
    ? accept({ name: word.value.name.replace(/\.docx$/, '.pdf'), mediaType: 'application/pdf', bytes: pdf.value })
    : pdf
}

/** The annexes of the newest version as a workbook. */
export async function readProvincialWorkbook(ctx: Ctx, of: Of): Promise<Decision<File>> {
  const report = await findProvincial(ctx.tx, of)
  if (!report)
    return refuse(
      'absent',
      'provincial.absent',
      `Chưa có báo cáo tỉnh năm ${of.year}. Tạo bản từ số liệu đã duyệt trước.`,
    )
  return accept({
    name: `phu-luc-${provincialFile({ slug: of.regime, year: of.year }, report.number)}.xlsx`,
    mediaType: EXCEL,
    bytes: await writeWorkbook(provincialWorkbook(report.figures)),
  })
}

/** The Word file of the newest version. */
export async function readProvincialFile(ctx: Ctx, of: Of): Promise<Decision<File>> {
  const report = await findProvincial(ctx.tx, of)
  const kept = report?.fileId ? await findFile(ctx.tx, report.fileId) : null
  if (!kept)
    return refuse(
      'absent',
      'provincial.absent',
      `Chưa có báo cáo tỉnh năm ${of.year}. Tạo bản từ số liệu đã duyệt trước.`,
    )
  return accept({ name: kept.name, mediaType: kept.media_type, bytes: kept.body })
}
