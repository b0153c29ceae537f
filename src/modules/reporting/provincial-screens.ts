/** Dữ liệu của trang báo cáo tỉnh. */
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { findFile } from '../../platform/files/keep.ts'
import type { ProvincialView } from './pages/provincial.ts'
import { yearNow } from './views/periods.ts'
import { findProvincial, frozenNow } from './views/provincial.ts'

type File = { name: string; mediaType: string; bytes: Uint8Array }

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
