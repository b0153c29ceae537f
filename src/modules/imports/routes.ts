/** Đường dẫn: /nhap. */
import { z } from 'zod'
import { dayOf, showDay } from '../../kernel/day.ts'
import { accept } from '../../kernel/result.ts'
import { EXCEL, writeWorkbook } from '../../platform/excel/write-workbook.ts'
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
import { batchPage } from './pages/batch.ts'
import { batchesPage } from './pages/batches.ts'
import { canImport } from './rights.ts'
import { readBatch, readBatches, readErrors } from './screens.ts'
import { templateBook } from './template.ts'

const batchUrl = (raw: Record<string, unknown>): string => `/nhap/${raw.id}`
const numbered = z.object({
  id: id(),
  trang: whole().optional().catch(1),
  muc: z.enum(['loi']).optional().catch(undefined),
})

/** Fields of a form by the beginning of their name: `cot.0.3`, `ma.education.level|…`. */
const startingWith = (raw: Record<string, unknown>, ...heads: string[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(raw).flatMap(([k, v]) =>
      heads.some((h) => k.startsWith(h)) && typeof v === 'string' ? [[k, v]] : [],
    ),
  )

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
      ...(o.before === null ? {} : { said: `Tệp này đã nhập ngày ${showDay(dayOf(o.before))}.` }),
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
        mediaType: EXCEL,
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
    file: (ctx, q) => readErrors(ctx, q.id),
  }),
]
