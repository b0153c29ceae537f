/** Đường dẫn của báo cáo tỉnh. */
import { z } from 'zod'
import { accept } from '../../../kernel/result.ts'
import { text, year } from '../../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../../platform/http/route.ts'
import { buildProvincialReport } from '../actions/build-provincial-report.ts'
import { editProvincialSection } from '../actions/edit-provincial-section.ts'
import { mergeParagraphs } from '../actions/merge-paragraphs.ts'
import { provincialPage, sourcePage } from '../pages/provincial.ts'
import { similarPage } from '../pages/similar.ts'
import {
  readProvincial,
  readProvincialFile,
  readProvincialPdf,
  readProvincialWorkbook,
  readSimilar,
} from '../provincial-screens.ts'
import { canConsolidate, canReadProvincial } from '../rights.ts'
import { findProvincial } from '../views/provincial.ts'

const maybe = z.string().max(120).optional()
const flag = z.preprocess((v) => v === '1', z.boolean())

/** Pages and submissions of the provincial report. */
export const ofProvince: readonly Route[] = [
  page({
    path: '/bao-cao-tinh',
    title: 'Báo cáo tỉnh',
    right: canReadProvincial,
    input: z.object({}),
    view: (ctx) => readProvincial(ctx, {}),
    html: provincialPage,
  }),
  page({
    path: '/bao-cao-tinh/:year',
    title: (v) => `Báo cáo tỉnh năm ${v.year}`,
    right: canReadProvincial,
    input: z.object({ year: year(), sua: maybe, gop: flag, nguon: maybe }),
    view: (ctx, q) => readProvincial(ctx, { year: q.year, editing: q.sua, merging: q.gop, source: q.nguon }),
    html: provincialPage,
  }),
  submit({
    path: '/bao-cao-tinh/:year',
    title: 'Tạo bản báo cáo tỉnh',
    right: canConsolidate,
    action: buildProvincialReport,
    next: (out) => ({
      to: `/bao-cao-tinh/${out.year}`,
      said: out.fresh
        ? `Đã tạo bản ${out.number} từ ${out.reports} báo cáo đã duyệt.`
        : `Số liệu không đổi, bản ${out.number} giữ nguyên.`,
    }),
    back: (raw) => `/bao-cao-tinh/${raw.year}`,
  }),
  submit({
    path: '/bao-cao-tinh/:year/sua',
    title: 'Sửa mục báo cáo tỉnh',
    right: canConsolidate,
    action: editProvincialSection,
    next: (out) => ({ to: `/bao-cao-tinh/${out.year}`, said: `Đã lưu mục ${out.key}.` }),
    back: (raw) => `/bao-cao-tinh/${raw.year}?sua=${encodeURIComponent(String(raw.key))}`,
  }),
  page({
    path: '/bao-cao-tinh/:year/nguon/:source',
    title: 'Ô nguồn của số',
    right: canReadProvincial,
    input: z.object({ year: year(), source: text(120, 'Thiếu mã số') }),
    view: async (ctx, q) => {
      const report = await findProvincial(ctx.tx, q.year)
      return accept({
        year: q.year,
        id: q.source,
        source: report?.figures.sources.find((s) => s.id === q.source) ?? null,
      })
    },
    html: sourcePage,
  }),
  page({
    path: '/bao-cao-tinh/:year/gan-giong',
    title: 'Đoạn gần giống nhau',
    right: canConsolidate,
    input: z.object({ year: year() }),
    view: (ctx, q) => readSimilar(ctx, q.year),
    html: similarPage,
  }),
  submit({
    path: '/bao-cao-tinh/:year/gop-doan',
    title: 'Gộp đoạn gần giống',
    right: canConsolidate,
    action: mergeParagraphs,
    next: (out) => ({ to: `/bao-cao-tinh/${out.year}/gan-giong`, said: `Đã gộp ${out.count} đoạn vào một đoạn.` }),
    back: (raw) => `/bao-cao-tinh/${raw.year}/gan-giong`,
  }),
  download({
    path: '/bao-cao-tinh/:year/pdf',
    title: 'Xuất PDF báo cáo tỉnh',
    right: canReadProvincial,
    input: z.object({ year: year() }),
    file: (ctx, q) => readProvincialPdf(ctx, q.year),
  }),
  download({
    path: '/bao-cao-tinh/:year/excel',
    title: 'Xuất phụ lục ra Excel',
    right: canReadProvincial,
    input: z.object({ year: year() }),
    file: (ctx, q) => readProvincialWorkbook(ctx, q.year),
  }),
  download({
    path: '/bao-cao-tinh/:year/word',
    title: 'Xuất Word báo cáo tỉnh',
    right: canReadProvincial,
    input: z.object({ year: year() }),
    file: (ctx, q) => readProvincialFile(ctx, q.year),
  }),
]
