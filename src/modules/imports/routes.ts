/** Đường dẫn: /nhap. */
import { z } from 'zod'
import { dayOf } from '../../kernel/day.ts'
import { accept, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { writeWorkbook } from '../../platform/excel/write-workbook.ts'
import { id, whole } from '../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../platform/http/route.ts'
import { askRun } from './actions/ask-run.ts'
import { decideLikely } from './actions/decide-likely.ts'
import { decideRow } from './actions/decide-row.ts'
import { mapColumns } from './actions/map-columns.ts'
import { matchValues } from './actions/match-values.ts'
import { sendFile } from './actions/send-file.ts'
import { undoBatch } from './actions/undo-batch.ts'
import { voidBatch } from './actions/void-batch.ts'
import { markAside } from './aside.ts'
import { withBatchFile } from './batch-file.ts'
import { batchPage } from './pages/batch.ts'
import { batchesPage } from './pages/batches.ts'
import { canImport, canTakeWhole } from './rights.ts'
import { givenBack } from './rules/giving-back.ts'
import { readBatch, readBatches } from './screens.ts'
import { templateBook } from './template.ts'
import { findBatch, findingsOf } from './views.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const batchUrl = (raw: Record<string, unknown>): string => `/nhap/${raw.id}`
const numbered = z.object({
  id: id(),
  trang: whole().optional().catch(1),
  muc: z.enum(['loi']).optional().catch(undefined),
})
const MOST_MARKED = 20_000

/** Fields of a form by the beginning of their name: `cot.0.3`, `ma.education.level|…`. */
const startingWith = (raw: Record<string, unknown>, ...heads: string[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(raw).flatMap(([k, v]) =>
      heads.some((h) => k.startsWith(h)) && typeof v === 'string' ? [[k, v]] : [],
    ),
  )

/** Tệp lỗi của một lô, for whoever sent it. */
async function readErrors(ctx: Ctx, q: { id: string }) {
  const batch = await findBatch(ctx.tx, q.id)
  if (batch === null || !canImport.allows(ctx.actor, batch.unitId))
    return refuse('absent', 'import.absent', 'Không tìm thấy lô nhập này.')
  if (batch.madeBy !== ctx.actor.id)
    return refuse(
      'forbidden',
      'import.not-sender',
      `Tệp lỗi có nội dung của tệp gốc nên chỉ người gửi tệp tải được. Liên hệ: ${batch.madeName}.`,
    )
  const findings = await findingsOf(ctx.tx, q.id, { limit: MOST_MARKED, offset: 0 })
  const back = givenBack(batch.plan, canTakeWhole.allows(ctx.actor, batch.unitId))
  const { plan, fileName } = batch
  const marked = await withBatchFile(ctx.tx, batch, (file) =>
    markAside({ does: 'mark', file, name: fileName, plan, findings, back, today: dayOf(ctx.now) }),
  )
  if (!marked.ok) return marked
  return accept({ name: `${fileName.replace(/\.[^.]+$/, '')} - can sua.xlsx`, mediaType: XLSX, bytes: marked.value })
}

/** The URL table. */
export const routes: readonly Route[] = [
  page({
    path: '/nhap',
    title: 'Nhập dữ liệu',
    right: canImport,
    input: z.object({ trang: whole().optional().catch(1) }),
    view: async (ctx, q) => accept(await readBatches(ctx, Math.max(1, q.trang ?? 1))),
    html: batchesPage,
  }),
  submit({
    path: '/nhap',
    title: 'Gửi tệp danh sách',
    right: canImport,
    action: sendFile,
    large: true,
    perMinute: 30,
    next: (o) => ({
      to: `/nhap/${o.id}`,
      ...(o.before === null ? {} : { said: `Tệp này đã nhập ngày ${dayOf(o.before).split('-').reverse().join('/')}.` }),
    }),
    back: () => '/nhap',
  }),
  download({
    path: '/nhap/mau',
    title: 'Tải mẫu tệp',
    right: canImport,
    input: z.object({}),
    file: async (ctx) =>
      accept({
        name: 'mau-danh-sach-tri-thuc.xlsx',
        mediaType: XLSX,
        bytes: await writeWorkbook(await templateBook(ctx.tx, dayOf(ctx.now))),
      }),
  }),
  page({
    path: '/nhap/:id',
    title: (v) => `Nhập ${v.batch.fileName}`,
    right: canImport,
    input: numbered,
    view: (ctx, q) => readBatch(ctx, q.id, { page: Math.max(1, q.trang ?? 1), onlyErrors: q.muc === 'loi' }),
    html: batchPage,
  }),
  submit({
    path: '/nhap/:id/cot',
    title: 'Lưu cách ghép cột',
    right: canImport,
    action: mapColumns,
    input: (raw) => ({ id: raw.id, chon: startingWith(raw, 'cot.', 'thu-tu.', 'the-ky.', 'doc.', 'bang-ma.') }),
    next: (_, raw) => ({ to: batchUrl(raw), said: 'Đã lưu cách ghép cột. Kiểm tra lại lô để thấy kết quả.' }),
    back: batchUrl,
  }),
  submit({
    path: '/nhap/:id/cach-ghi',
    title: 'Ghép cách ghi với danh mục',
    right: canImport,
    action: matchValues,
    input: (raw) => ({
      id: raw.id,
      ma: Object.fromEntries(Object.entries(startingWith(raw, 'ma.')).map(([k, v]) => [k.slice('ma.'.length), v])),
    }),
    next: (o, raw) => ({ to: batchUrl(raw), said: `Đã ghép ${o.count} cách ghi. Kiểm tra lại lô để thấy kết quả.` }),
    back: batchUrl,
  }),
  submit({
    path: '/nhap/:id/dong',
    title: 'Quyết định dòng trùng',
    right: canImport,
    action: decideRow,
    next: (_, raw) => ({ to: batchUrl(raw), said: 'Đã ghi quyết định. Kiểm tra lại lô để thấy kết quả.' }),
    back: batchUrl,
  }),
  submit({
    path: '/nhap/:id/dong-chac',
    title: 'Nhận các dòng rất có thể',
    right: canImport,
    action: decideLikely,
    next: (o, raw) => ({
      to: batchUrl(raw),
      said: `Đã nhận ${o.count} dòng là người đã có. Kiểm tra lại lô để thấy kết quả.`,
    }),
    back: batchUrl,
  }),
  submit({
    path: '/nhap/:id/chay',
    title: 'Kiểm tra hoặc ghi lô',
    right: canImport,
    action: askRun,
    next: (_, raw) => ({ to: batchUrl(raw) }),
    back: batchUrl,
  }),
  submit({
    path: '/nhap/:id/hoan-tac',
    title: 'Hoàn tác lô',
    right: canImport,
    action: undoBatch,
    next: (o, raw) => ({
      to: batchUrl(raw),
      said: `Đã hoàn tác: bỏ ${o.removed} hồ sơ mới, trả lại ${o.restored} hồ sơ.`,
    }),
    back: batchUrl,
  }),
  submit({
    path: '/nhap/:id/bo',
    title: 'Bỏ lô',
    right: canImport,
    action: voidBatch,
    next: () => ({ to: '/nhap', said: 'Đã bỏ lô. Tệp được giữ làm bằng chứng.' }),
    back: batchUrl,
  }),
  download({
    path: '/nhap/:id/loi',
    title: 'Tải tệp lỗi',
    right: canImport,
    input: z.object({ id: id() }),
    file: readErrors,
  }),
]
