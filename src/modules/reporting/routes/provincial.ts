/** Đường dẫn của báo cáo tỉnh. */
import { z } from 'zod'
import { accept } from '../../../kernel/result.ts'
import { text, year } from '../../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../../platform/http/route.ts'
import type { Measure } from '../../../platform/measure.ts'
import { buildProvincialReport } from '../actions/build-provincial-report.ts'
import { editProvincialSection } from '../actions/edit-provincial-section.ts'
import { mergeParagraphs } from '../actions/merge-paragraphs.ts'
import { provincialName, provincialPage, sourcePage } from '../pages/provincial.ts'
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
import { HREF } from '../words.ts'

const maybe = z.string().max(120).optional()
const flag = z.preprocess((v) => v === '1', z.boolean())

const PERIOD = '/bao-cao-tinh/:regime/:year'
const of = { regime: text(40, 'Thiếu chế độ báo cáo'), year: year() }
type Raw = Readonly<Record<string, unknown>>
const theirs = (raw: Raw, sub = ''): string =>
  HREF.provincial({ regime: String(raw.regime), year: Number(raw.year) }, sub)

/** Pages and submissions of the provincial report. */
export const ofProvince = (measures: () => readonly Measure[]): readonly Route[] => [
  page({
    path: '/bao-cao-tinh',
    title: 'Báo cáo tỉnh',
    right: canReadProvincial,
    input: z.object({}),
    view: (ctx) => readProvincial(ctx, measures(), {}),
    html: provincialPage,
  }),
  page({
    path: '/bao-cao-tinh/:year',
    title: 'Báo cáo tỉnh của Kế hoạch',
    right: canReadProvincial,
    input: z.object({ year: year(), nguon: maybe }),
    view: (ctx, q) => readProvincial(ctx, measures(), { year: q.year, source: q.nguon }),
    html: provincialPage,
    elsewhere: (v) => HREF.provincial(v) + (v.source === null ? '' : `?nguon=${encodeURIComponent(v.source)}`),
  }),
  page({
    path: PERIOD,
    title: provincialName,
    right: canReadProvincial,
    input: z.object({ ...of, sua: maybe, gop: flag, nguon: maybe }),
    view: (ctx, q) =>
      readProvincial(ctx, measures(), {
        regime: q.regime,
        year: q.year,
        editing: q.sua,
        merging: q.gop,
        source: q.nguon,
      }),
    html: provincialPage,
  }),
  submit({
    path: PERIOD,
    title: 'Tạo bản báo cáo tỉnh',
    right: canConsolidate,
    action: buildProvincialReport(measures),
    next: (out) => ({
      to: HREF.provincial(out),
      said: out.fresh
        ? `Đã tạo bản ${out.number} từ ${out.reports} báo cáo đã duyệt.`
        : `Số liệu không đổi, bản ${out.number} giữ nguyên.`,
    }),
    back: (raw) => theirs(raw),
  }),
  submit({
    path: `${PERIOD}/sua`,
    title: 'Sửa mục báo cáo tỉnh',
    right: canConsolidate,
    action: editProvincialSection,
    next: (out) => ({ to: HREF.provincial(out), said: `Đã lưu mục ${out.key}.` }),
    back: (raw) => `${theirs(raw)}?sua=${encodeURIComponent(String(raw.key))}`,
  }),
  page({
    path: `${PERIOD}/nguon/:source`,
    title: 'Ô nguồn của số',
    right: canReadProvincial,
    input: z.object({ ...of, source: text(120, 'Thiếu mã số') }),
    view: async (ctx, q) => {
      const report = await findProvincial(ctx.tx, q)
      return accept({
        regime: q.regime,
        year: q.year,
        id: q.source,
        source: report?.figures.sources.find((s) => s.id === q.source) ?? null,
      })
    },
    html: sourcePage,
  }),
  page({
    path: `${PERIOD}/gan-giong`,
    title: 'Đoạn gần giống nhau',
    right: canConsolidate,
    input: z.object(of),
    view: (ctx, q) => readSimilar(ctx, q),
    html: similarPage,
  }),
  submit({
    path: `${PERIOD}/gop-doan`,
    title: 'Gộp đoạn gần giống',
    right: canConsolidate,
    action: mergeParagraphs,
    next: (out) => ({ to: HREF.provincial(out, 'gan-giong'), said: `Đã gộp ${out.count} đoạn vào một đoạn.` }),
    back: (raw) => theirs(raw, 'gan-giong'),
  }),
  download({
    path: `${PERIOD}/pdf`,
    title: 'Xuất PDF báo cáo tỉnh',
    right: canReadProvincial,
    input: z.object(of),
    file: (ctx, q) => readProvincialPdf(ctx, q),
  }),
  download({
    path: `${PERIOD}/excel`,
    title: 'Xuất phụ lục ra Excel',
    right: canReadProvincial,
    input: z.object(of),
    file: (ctx, q) => readProvincialWorkbook(ctx, q),
  }),
  download({
    path: `${PERIOD}/word`,
    title: 'Xuất Word báo cáo tỉnh',
    right: canReadProvincial,
    input: z.object(of),
    file: (ctx, q) => readProvincialFile(ctx, q),
  }),
]
