/** Dữ liệu của trang báo cáo tỉnh. */
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { EXCEL, writeWorkbook } from '../../platform/excel/write-workbook.ts'
import { findFile } from '../../platform/files/keep.ts'
import { toPdf } from '../../platform/word/to-pdf.ts'
import type { ProvincialView } from './pages/provincial.ts'
import type { SimilarView } from './pages/similar.ts'
import { provincialWorkbook } from './papers/provincial-workbook.ts'
import { plainLines, sectionsOf } from './rules/provincial.ts'
import { similarGroups } from './rules/similar.ts'
import { yearNow } from './views/periods.ts'
import { findProvincial, frozenNow } from './views/provincial.ts'

type File = { name: string; mediaType: string; bytes: Uint8Array }

/** The provincial report of a year, and what would change if it were built now. */
export async function readProvincial(
  ctx: Ctx,
  at: { year?: number | undefined; editing?: string | undefined; merging?: boolean; source?: string | undefined },
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
    merging: at.merging ?? false,
    source: at.source ?? null,
  })
}

/** Paragraphs of bodies that say nearly the same, by task group. */
export async function readSimilar(ctx: Ctx, year: number): Promise<Decision<SimilarView>> {
  const report = await findProvincial(ctx.tx, year)
  if (!report)
    return refuse('absent', 'provincial.absent', `Chưa có báo cáo tỉnh năm ${year}. Tạo bản từ số liệu đã duyệt trước.`)
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
  return accept({ year, version: report.version, groups })
}

/** The same paper as PDF, made of the Word file that is kept. */
export async function readProvincialPdf(ctx: Ctx, year: number): Promise<Decision<File>> {
  const word = await readProvincialFile(ctx, year)
  if (!word.ok) return word
  const pdf = await toPdf(word.value.bytes)
  return pdf.ok
    ? accept({ name: word.value.name.replace(/\.docx$/, '.pdf'), mediaType: 'application/pdf', bytes: pdf.value })
    : pdf
}

/** The annexes of the newest version as a workbook. */
export async function readProvincialWorkbook(ctx: Ctx, year: number): Promise<Decision<File>> {
  const report = await findProvincial(ctx.tx, year)
  if (!report)
    return refuse('absent', 'provincial.absent', `Chưa có báo cáo tỉnh năm ${year}. Tạo bản từ số liệu đã duyệt trước.`)
  return accept({
    name: `phu-luc-bao-cao-tinh-${year}-ban-${report.number}.xlsx`,
    mediaType: EXCEL,
    bytes: await writeWorkbook(provincialWorkbook(report.figures)),
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
