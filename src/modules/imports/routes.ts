/** Đường dẫn: /nhap. */
import { z } from 'zod'
import { dayOf } from '../../kernel/day.ts'
import { accept, refuse } from '../../kernel/result.ts'
import { openTable } from '../../platform/excel/open-table.ts'
import { writeWorkbook } from '../../platform/excel/write-workbook.ts'
import { id, whole } from '../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../platform/http/route.ts'
import { askRun } from './actions/ask-run.ts'
import { decideRow } from './actions/decide-row.ts'
import { mapColumns } from './actions/map-columns.ts'
import { matchValues } from './actions/match-values.ts'
import { sendFile } from './actions/send-file.ts'
import { undoBatch } from './actions/undo-batch.ts'
import { voidBatch } from './actions/void-batch.ts'
import { batchBytes } from './batch-file.ts'
import { markedFile } from './errors-book.ts'
import { batchPage } from './pages/batch.ts'
import { batchesPage } from './pages/batches.ts'
import { canImport } from './rights.ts'
import { readBatch, readBatches } from './screens.ts'
import { templateBook } from './template.ts'
import { findingsOf } from './views.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const batchUrl = (raw: Record<string, unknown>): string => `/nhap/${raw.id}`
const numbered = z.object({ id: id(), trang: whole().optional().catch(1) })
const MOST_MARKED = 20_000

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
    view: (ctx, q) => readBatch(ctx, q.id, Math.max(1, q.trang ?? 1)),
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
    file: async (ctx, q) => {
      const seen = await readBatch(ctx, q.id, 1)
      if (!seen.ok) return seen
      const { batch } = seen.value
      if (batch.madeBy !== ctx.actor.id)
        return refuse(
          'forbidden',
          'import.not-sender',
          `Tệp lỗi có đủ nội dung tệp gốc nên chỉ người gửi tệp tải được. Liên hệ: ${batch.madeName}.`,
        )
      const sent = await batchBytes(ctx.tx, batch)
      if (!sent.ok) return sent
      const table = await openTable(sent.value, batch.fileName)
      if (!table.ok) return table
      const findings = await findingsOf(ctx.tx, q.id, { limit: MOST_MARKED, offset: 0 })
      const file = { kind: batch.fileKind, bytes: sent.value, table: table.value, plan: batch.plan }
      const marked = await markedFile(file, findings, { title: 'Tệp lỗi', today: dayOf(ctx.now) })
      if (!marked.ok) return marked
      const name = batch.fileName.replace(/\.[^.]+$/, '')
      return accept({ name: `${name} - can sua.xlsx`, mediaType: XLSX, bytes: marked.value })
    },
  }),
]
