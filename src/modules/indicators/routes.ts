/** Đường dẫn của mô-đun Chỉ tiêu. */
import { z } from 'zod'
import { showDay } from '../../kernel/day.ts'
import { accept } from '../../kernel/result.ts'
import { csvStream } from '../../platform/csv/write-csv.ts'
import { id, nothing, optionalText, text } from '../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../platform/http/route.ts'
import type { Measure } from '../../platform/measure.ts'
import { chooseFigure } from './actions/choose-figure.ts'
import { importFigures } from './actions/import-figures.ts'
import { issueFormula } from './actions/issue-formula.ts'
import { judgeGoal } from './actions/judge-goal.ts'
import { recordValue } from './actions/record-value.ts'
import { sendFigures } from './actions/send-figures.ts'
import { readDraft } from './drafting.ts'
import { officialFigures } from './official-figures.ts'
import { withQuestions } from './pages/asked.ts'
import { draftPage } from './pages/draft.ts'
import { importFiguresPage, sentFiguresPage } from './pages/import-figures.ts'
import { judgedPage } from './pages/judged.ts'
import { listPage } from './pages/list.ts'
import { onePage } from './pages/one.ts'
import { SERIES_FILTERS, seriesPage } from './pages/series.ts'
import { canIssueFormula, canJudge, canKeepSeries, canRecordValue, canSeeIndicators } from './rights.ts'
import { draftedExpr } from './rules/draft.ts'
import { splitTable } from './rules/split-table.ts'
import { readIndicator, readJudged, readList, readSent } from './screens.ts'

const CODE = text(40, 'Chọn chỉ tiêu')
const asked = {
  'tai-ngay': optionalText(20),
  'dia-gioi': optionalText(20),
  'da-ghi': optionalText(1),
  'biet-den': optionalText(20),
  chia: optionalText(20),
}
type Address = { 'tai-ngay': string; 'dia-gioi': string; 'da-ghi': string; 'biet-den': string; chia: string }
const typedOf = (q: Address) => ({
  taiNgay: q['tai-ngay'],
  diaGioi: q['dia-gioi'],
  daGhi: q['da-ghi'] === '1',
  bietDen: q['biet-den'],
  chia: q.chia,
})

/** The URL table. Figures of the territory are not personal: pages that compute them read the whole system. */
export const routesWith = (measuresOf: () => readonly Measure[]): readonly Route[] => [
  page({
    path: '/chi-tieu',
    title: 'Chỉ tiêu',
    right: canSeeIndicators,
    elevated: true,
    input: z.object(asked),
    view: async (ctx, q) => accept(await readList(ctx, measuresOf(), typedOf(q))),
    html: listPage,
  }),
  page({
    path: '/chi-tieu/so-lieu',
    title: 'Số liệu chính thức',
    right: canSeeIndicators,
    input: z.object({ loc: z.enum(SERIES_FILTERS).catch('tat-ca') }),
    view: async (ctx, q) =>
      accept({
        figures: await officialFigures(ctx.tx),
        filter: q.loc,
        mayKeep: canKeepSeries.allows(ctx.actor),
      }),
    html: seriesPage,
  }),
  submit({
    path: '/chi-tieu/so-lieu/chon',
    title: 'Chọn số liệu được dùng',
    right: canKeepSeries,
    action: chooseFigure,
    next: () => ({ to: '/chi-tieu/so-lieu?loc=mau-thuan', said: 'Đã chọn số liệu được dùng.' }),
    back: () => '/chi-tieu/so-lieu?loc=mau-thuan',
  }),
  page({
    path: '/chi-tieu/so-lieu/nhap',
    title: 'Nhập số liệu chính thức',
    right: canKeepSeries,
    input: nothing(),
    view: async () => accept(null),
    html: importFiguresPage,
  }),
  submit({
    path: '/chi-tieu/so-lieu/nhap',
    title: 'Nhập số liệu chính thức',
    right: canKeepSeries,
    action: sendFigures,
    next: ({ id: sent }) => ({ to: `/chi-tieu/so-lieu/nhap/${sent}` }),
    back: () => '/chi-tieu/so-lieu/nhap',
  }),
  page({
    path: '/chi-tieu/so-lieu/nhap/:tep',
    title: (v) => `Xem trước ${v.name}`,
    right: canKeepSeries,
    input: z.object({ tep: id('Không có tệp này') }),
    view: (ctx, q) => readSent(ctx, q.tep),
    html: sentFiguresPage,
  }),
  submit({
    path: '/chi-tieu/so-lieu/nhap/:tep',
    title: 'Ghi số liệu chính thức',
    right: canKeepSeries,
    action: importFigures,
    next: (n) => ({
      to: '/chi-tieu/so-lieu',
      said: `Đã ghi ${n.added} số liệu chính thức, trong đó ${n.conflicts} số khác nguồn khác, ${n.corrected} số nguồn sửa lại.`,
    }),
    back: (raw) => `/chi-tieu/so-lieu/nhap/${String(raw.tep ?? '')}`,
  }),
  page({
    path: '/chi-tieu/dinh-tinh/:code',
    title: (v) => `${v.goal.code} ${v.goal.text}`,
    right: canSeeIndicators,
    input: z.object({ code: CODE }),
    view: (ctx, q) => readJudged(ctx, q.code),
    html: judgedPage,
  }),
  submit({
    path: '/chi-tieu/dinh-tinh/:code',
    title: 'Ghi nhận định',
    right: canJudge,
    action: judgeGoal,
    next: (done) => ({ to: `/chi-tieu/dinh-tinh/${done.code}`, said: `Đã ghi nhận định về mục tiêu ${done.code}.` }),
    back: (raw) => `/chi-tieu/dinh-tinh/${String(raw.code)}`,
  }),
  page({
    path: '/chi-tieu/:code',
    title: (v) => `${v.indicator.code} ${v.indicator.name}`,
    right: canSeeIndicators,
    elevated: true,
    input: z.object({ code: CODE, ...asked }),
    view: (ctx, q) => readIndicator(ctx, measuresOf(), q.code, typedOf(q)),
    html: onePage,
  }),
  page({
    path: '/chi-tieu/:code/cach-tinh',
    title: 'Sửa cách tính',
    right: canIssueFormula,
    elevated: true,
    input: z.looseObject({ code: CODE }),
    view: (ctx, q) => readDraft(ctx, measuresOf(), q.code, q),
    html: draftPage,
  }),
  submit({
    path: '/chi-tieu/:code/cach-tinh',
    title: 'Ban hành cách tính',
    right: canIssueFormula,
    action: issueFormula(measuresOf),
    input: (raw) => {
      const expr = draftedExpr(raw)
      return expr.ok ? { ...raw, expr: expr.value } : raw
    },
    next: (done) => ({
      to: `/chi-tieu/${done.code}`,
      said: `Đã ban hành cách tính phiên bản ${done.no} của chỉ tiêu ${done.code}.`,
    }),
    back: (raw) => withQuestions(`/chi-tieu/${String(raw.code)}/cach-tinh`, formulaQuestions(raw)),
  }),
  download({
    path: '/chi-tieu/:code/tai',
    title: 'Tải bảng chia của chỉ tiêu',
    right: canSeeIndicators,
    elevated: true,
    input: z.object({ code: CODE, ...asked }),
    file: async (ctx, q) => {
      const read = await readIndicator(ctx, measuresOf(), q.code, typedOf(q))
      if (!read.ok) return read
      const pieces: Uint8Array[] = []
      for await (const piece of csvStream(splitTable(read.value.reading))) pieces.push(piece)
      const name = `${q.code}-${showDay(read.value.asked.asOf).replaceAll('/', '-')}.csv`
      return accept({ name, mediaType: 'text/csv; charset=utf-8', bytes: Buffer.concat(pieces) })
    },
  }),
  submit({
    path: '/chi-tieu/:code',
    title: 'Ghi số liệu',
    right: canRecordValue,
    action: recordValue,
    next: (done) => ({ to: `/chi-tieu/${done.code}`, said: `Đã ghi số liệu của chỉ tiêu ${done.code}.` }),
    back: (raw) => `/chi-tieu/${String(raw.code)}`,
  }),
]

/** What was chosen of a formula, to show the form again. A field sent several times goes as one with commas. */
const formulaQuestions = (raw: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(raw)
      .filter(([name]) => /^(tu2?|mau|phep|per|dk\..+)$/.test(name))
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value ?? '')]),
  )
