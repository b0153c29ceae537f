/** Đường dẫn của mô-đun báo cáo. */
import { z } from 'zod'
import { accept } from '../../kernel/result.ts'
import { list, optionalText, text, whole, year } from '../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../platform/http/route.ts'
import { acceptReports } from './actions/accept-reports.ts'
import { approveAndSubmit } from './actions/approve-and-submit.ts'
import { buildProvincialReport } from './actions/build-provincial-report.ts'
import { declareNothing } from './actions/declare-nothing.ts'
import { editProvincialSection } from './actions/edit-provincial-section.ts'
import { exemptBody } from './actions/exempt-body.ts'
import { extendDeadline } from './actions/extend-deadline.ts'
import { handOverDuty } from './actions/hand-over-duty.ts'
import { openPeriod } from './actions/open-period.ts'
import { receiveReport } from './actions/receive-report.ts'
import { reopenReport } from './actions/reopen-report.ts'
import { returnReport } from './actions/return-report.ts'
import { returnToOfficer } from './actions/return-to-officer.ts'
import { saveDraftSection } from './actions/save-draft-section.ts'
import { submitToHead } from './actions/submit-to-head.ts'
import { undoAcceptance } from './actions/undo-acceptance.ts'
import { appraisalPage } from './pages/appraisal.ts'
import { checkPage } from './pages/check.ts'
import { collectionPage, confirmAcceptPage } from './pages/collection.ts'
import { provincialPage, sourcePage } from './pages/provincial.ts'
import { openingPage, regimePage } from './pages/regime.ts'
import { reportHubPage } from './pages/report-hub.ts'
import { sectionPage } from './pages/report-section.ts'
import { sentPage } from './pages/sent.ts'
import { signPage } from './pages/sign.ts'
import {
  canAppraise,
  canApprove,
  canConsolidate,
  canDraft,
  canFollow,
  canRead,
  canReadProvincial,
  canRunPeriod,
} from './rights.ts'
import { FILTERS, type Filter } from './rules/counts.ts'
import {
  readAppraisal,
  readCheck,
  readChosen,
  readCollection,
  readDraftFile,
  readEvidenceFile,
  readMending,
  readOpening,
  readProvincial,
  readProvincialFile,
  readRegime,
  readReportFile,
  readSection,
  readVersionFile,
} from './screens.ts'
import { findProvincial } from './views/provincial.ts'
import { reportHref } from './words.ts'

const REPORT = '/bao-cao/:regime/:year/:unitCode'
const at = { regime: text(40, 'Thiếu chế độ báo cáo'), year: year(), unitCode: text(40, 'Thiếu mã cơ quan') }
const flag = z.preprocess((v) => v === '1', z.boolean())
const maybe = z.string().max(120).optional()

type Raw = Readonly<Record<string, unknown>>
const mine = (raw: Raw, sub = ''): string => reportHref(Number(raw.year), String(raw.unitCode), sub, String(raw.regime))
const theirs = (raw: Raw, sub = ''): string => `/tong-hop/${raw.year}/${encodeURIComponent(String(raw.unitCode))}${sub}`

const draft = (raw: Raw): unknown => ({ ...raw, fields: raw })

/** Where saving leads: the next section, the next returned cell, or back to the same page. */
function afterSaving(raw: Raw, section: number): string {
  if (raw.di === 'o')
    return raw.o ? `${mine(raw, 'sua')}?o=${encodeURIComponent(String(raw.o))}` : mine(raw, 'kiem-tra')
  if (raw.di === 'tiep') return mine(raw, section >= 5 ? 'kiem-tra' : String(section + 1))
  return mine(raw, String(section))
}

/** Ý kiến ghi ở từng ô: fields `y-kien.<cell>` that are not empty. */
const marksOf = (raw: Raw): { cell: string; text: string }[] =>
  Object.entries(raw).flatMap(([name, value]) =>
    name.startsWith('y-kien.') && typeof value === 'string' && value.trim() !== ''
      ? [{ cell: name.slice('y-kien.'.length), text: value }]
      : [],
  )

const ofBody: readonly Route[] = [
  page({
    path: REPORT,
    title: (v) => `${v.unit.officeName}: báo cáo năm ${v.period.year}`,
    right: canDraft,
    input: z.object(at),
    view: readReportFile,
    html: reportHubPage,
  }),
  page({
    path: `${REPORT}/kiem-tra`,
    title: 'Kiểm tra và trình',
    right: canDraft,
    input: z.object(at),
    view: readCheck,
    html: checkPage,
  }),
  page({
    path: `${REPORT}/ky`,
    title: 'Duyệt và nộp',
    right: canDraft,
    input: z.object(at),
    view: readReportFile,
    html: signPage,
  }),
  page({
    path: `${REPORT}/da-nop`,
    title: 'Xác nhận nộp báo cáo',
    right: canDraft,
    input: z.object(at),
    view: readReportFile,
    html: sentPage,
  }),
  page({
    path: `${REPORT}/sua`,
    title: 'Sửa ô bị trả lại',
    right: canDraft,
    input: z.object({ ...at, o: maybe }),
    view: (ctx, q) => readMending(ctx, { ...q, cell: q.o }),
    html: sectionPage,
  }),
  download({
    path: `${REPORT}/ban-nhap`,
    title: 'Tải bản nháp Word',
    right: canDraft,
    input: z.object(at),
    file: readDraftFile,
  }),
  download({
    path: `${REPORT}/ban/:number`,
    title: 'Tải bản Word đã nộp',
    right: canRead,
    input: z.object({ ...at, number: whole() }),
    file: readVersionFile,
  }),
  download({
    path: `${REPORT}/tep/:file`,
    title: 'Tải tệp minh chứng',
    right: canRead,
    input: z.object({ ...at, file: text(40, 'Thiếu tệp') }),
    file: readEvidenceFile,
  }),
  page({
    path: `${REPORT}/:section`,
    title: (v) => `Mục ${v.section.no}. ${v.section.title}`,
    right: canDraft,
    input: z.object({ ...at, section: whole(), sua: flag, o: maybe }),
    view: (ctx, q) => readSection(ctx, { ...q, mending: q.sua, cell: q.o }),
    html: sectionPage,
  }),
  submit({
    path: `${REPORT}/khong-phat-sinh`,
    title: 'Khẳng định không phát sinh',
    right: canDraft,
    action: declareNothing,
    next: (_, raw) => ({ to: mine(raw, 'kiem-tra'), said: 'Đã ghi lời khẳng định không phát sinh trong kỳ.' }),
    back: (raw) => mine(raw),
  }),
  submit({
    path: `${REPORT}/trinh`,
    title: 'Trình thủ trưởng ký',
    right: canDraft,
    action: submitToHead,
    next: (_, raw) => ({ to: mine(raw, 'da-nop') }),
    back: (raw) => mine(raw, 'kiem-tra'),
  }),
  submit({
    path: `${REPORT}/ky`,
    title: 'Duyệt và nộp',
    right: canApprove,
    action: approveAndSubmit,
    next: (_, raw) => ({ to: mine(raw, 'da-nop') }),
    back: (raw) => mine(raw, 'ky'),
  }),
  submit({
    path: `${REPORT}/tra-can-bo`,
    title: 'Trả lại cán bộ',
    right: canApprove,
    action: returnToOfficer,
    next: (_, raw) => ({ to: mine(raw), said: 'Đã trả lại cán bộ. Hạn nộp không đổi.' }),
    back: (raw) => mine(raw, 'ky'),
  }),
  submit({
    path: `${REPORT}/:section/luu-nhap`,
    title: 'Tự lưu nháp',
    right: canDraft,
    action: saveDraftSection,
    input: draft,
    next: (out, raw) => ({ to: mine(raw, String(out.section)) }),
    back: (raw) => mine(raw, String(raw.section)),
  }),
  submit({
    path: `${REPORT}/:section`,
    title: 'Lưu mục',
    right: canDraft,
    action: saveDraftSection,
    input: draft,
    next: (out, raw) => ({ to: afterSaving(raw, out.section), said: `Đã lưu mục ${out.section} lúc ${out.time}.` }),
    back: (raw) => (raw.di === 'o' ? mine(raw, 'sua') : mine(raw, String(raw.section))),
  }),
]

const query = { loc: z.enum(Object.keys(FILTERS) as [Filter, ...Filter[]]).catch('tat-ca'), nhom: optionalText(80) }
const unit = { year: year(), unitCode: text(40, 'Thiếu mã cơ quan') }

const decision = [
  {
    verb: 'tiep-nhan',
    title: 'Tiếp nhận báo cáo',
    right: canAppraise,
    action: receiveReport,
    said: 'Đã tiếp nhận báo cáo.',
  },
  { verb: 'mo-lai', title: 'Mở lại báo cáo', right: canAppraise, action: reopenReport, said: 'Đã mở lại báo cáo.' },
  { verb: 'gia-han', title: 'Gia hạn', right: canRunPeriod, action: extendDeadline, said: 'Đã gia hạn.' },
  { verb: 'mien', title: 'Miễn báo cáo', right: canRunPeriod, action: exemptBody, said: 'Đã miễn báo cáo kỳ này.' },
  {
    verb: 'ke-thua',
    title: 'Chuyển nghĩa vụ',
    right: canRunPeriod,
    action: handOverDuty,
    said: 'Đã chuyển nghĩa vụ báo cáo.',
  },
] as const

const ofProvince: readonly Route[] = [
  page({
    path: '/tong-hop',
    title: 'Tổng hợp báo cáo',
    right: canFollow,
    input: z.object(query),
    view: (ctx, q) => readCollection(ctx, { filter: q.loc, group: q.nhom }),
    html: collectionPage,
  }),
  page({
    path: '/tong-hop/:year',
    title: (v) => `Tổng hợp báo cáo năm ${v.year}`,
    right: canFollow,
    input: z.object({ ...query, year: year() }),
    view: (ctx, q) => readCollection(ctx, { year: q.year, filter: q.loc, group: q.nhom }),
    html: collectionPage,
  }),
  page({
    path: '/tong-hop/:year/duyet',
    title: 'Duyệt báo cáo',
    right: canAppraise,
    input: z.object({ year: year(), units: list(text(40, 'Thiếu mã cơ quan')) }),
    view: readChosen,
    html: confirmAcceptPage,
  }),
  submit({
    path: '/tong-hop/:year/duyet',
    title: 'Duyệt báo cáo',
    right: canAppraise,
    action: acceptReports,
    next: (out) => ({ to: `/tong-hop/${out.year}`, said: `Đã duyệt ${out.count} báo cáo.` }),
    back: (raw) => `/tong-hop/${raw.year}?loc=cho`,
  }),
  submit({
    path: '/tong-hop/:year/hoan-tac',
    title: 'Hoàn tác duyệt',
    right: canAppraise,
    action: undoAcceptance,
    next: (out) => ({ to: `/tong-hop/${out.year}?loc=cho`, said: `Đã hoàn tác duyệt ${out.count} báo cáo.` }),
    back: (raw) => `/tong-hop/${raw.year}`,
  }),
  page({
    path: '/tong-hop/:year/:unitCode',
    title: (v) => `Thẩm định: ${v.file.unit.officeName}`,
    right: canFollow,
    input: z.object({ ...unit, ban: z.coerce.number().int().optional() }),
    view: (ctx, q) => readAppraisal(ctx, { ...q, number: q.ban }),
    html: appraisalPage,
  }),
  submit({
    path: '/tong-hop/:year/:unitCode/duyet',
    title: 'Duyệt báo cáo',
    right: canAppraise,
    action: acceptReports,
    next: (out) => ({ to: `/tong-hop/${out.year}?loc=cho`, said: `Đã duyệt ${out.count} báo cáo.` }),
    back: (raw) => theirs(raw),
  }),
  submit({
    path: '/tong-hop/:year/:unitCode/tra-lai',
    title: 'Trả lại báo cáo',
    right: canAppraise,
    action: returnReport,
    input: (raw) => ({
      year: raw.year,
      unitCode: raw.unitCode,
      reason: raw.reason,
      dueBefore: raw.dueBefore,
      marks: marksOf(raw),
    }),
    next: (out) => ({ to: `/tong-hop/${out.year}?loc=cho`, said: `Đã trả lại báo cáo của ${out.name}.` }),
    back: (raw) => theirs(raw),
  }),
  ...decision.map((d) =>
    submit({
      path: `/tong-hop/:year/:unitCode/${d.verb}`,
      title: d.title,
      right: d.right,
      action: d.action as typeof receiveReport,
      next: (out) => ({ to: theirs(out), said: d.said }),
      back: (raw) => theirs(raw),
    }),
  ),
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
    input: z.object({ year: year(), sua: maybe, nguon: maybe }),
    view: (ctx, q) => readProvincial(ctx, { year: q.year, editing: q.sua, source: q.nguon }),
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
  download({
    path: '/bao-cao-tinh/:year/word',
    title: 'Xuất Word báo cáo tỉnh',
    right: canReadProvincial,
    input: z.object({ year: year() }),
    file: (ctx, q) => readProvincialFile(ctx, q.year),
  }),
]

const ofPeriod: readonly Route[] = [
  page({
    path: '/quan-tri/che-do',
    title: 'Chế độ báo cáo',
    right: canRunPeriod,
    input: z.object({}),
    view: (ctx) => readRegime(ctx),
    html: regimePage,
  }),
  page({
    path: '/quan-tri/che-do/mo-ky',
    title: (v) => `Mở kỳ báo cáo ${v.year}`,
    right: canRunPeriod,
    input: z.object({ nam: year() }),
    view: (ctx, q) => readOpening(ctx, canRunPeriod, q.nam),
    html: openingPage,
  }),
  submit({
    path: '/quan-tri/che-do/mo-ky',
    title: 'Mở kỳ báo cáo',
    right: canRunPeriod,
    action: openPeriod,
    next: (out) => ({ to: `/tong-hop/${out.year}`, said: `Đã mở kỳ báo cáo ${out.year} cho ${out.bodies} cơ quan.` }),
    back: (raw) => `/quan-tri/che-do/mo-ky?nam=${raw.year}`,
  }),
]

/** Bảng đường dẫn. */
export const ROUTES: readonly Route[] = [...ofBody, ...ofProvince, ...ofPeriod]
