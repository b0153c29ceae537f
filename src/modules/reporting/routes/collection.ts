/** Đường dẫn của Sở Nội vụ: theo dõi, tiếp nhận, thẩm định, trả lại, duyệt, và các quyết định về nghĩa vụ. */
import { z } from 'zod'
import { midSentence } from '../../../kernel/text.ts'
import { list, optionalText, text, year } from '../../../platform/http/input.ts'
import { page, type Route, submit } from '../../../platform/http/route.ts'
import { acceptReports } from '../actions/accept-reports.ts'
import { answerExtensionRequest } from '../actions/answer-extension-request.ts'
import { exemptBody } from '../actions/exempt-body.ts'
import { extendDeadline } from '../actions/extend-deadline.ts'
import { handOverDuty } from '../actions/hand-over-duty.ts'
import { receiveReport } from '../actions/receive-report.ts'
import { reopenReport } from '../actions/reopen-report.ts'
import { returnReport } from '../actions/return-report.ts'
import { undoAcceptance } from '../actions/undo-acceptance.ts'
import { readAppraisal, readChosen, readCollection } from '../collection-screens.ts'
import { appraisalPage } from '../pages/appraisal.ts'
import { collectionHref, collectionPage, confirmAcceptPage } from '../pages/collection.ts'
import { canAppraise, canFollow, canRunPeriod } from '../rights.ts'
import { FILTERS, type Filter } from '../rules/counts.ts'
import { HREF } from '../words.ts'

type Raw = Readonly<Record<string, unknown>>
const period = (raw: Raw) => ({ regime: String(raw.regime), year: Number(raw.year) })
const theirs = (raw: Raw): string => HREF.collection({ ...period(raw), unitCode: String(raw.unitCode) })
const waiting = (of: { readonly regime: string; readonly year: number }): string => `${HREF.collection(of)}?loc=cho`

/** Ý kiến ghi ở từng ô: fields `y-kien.<cell>` that are not empty. */
const marksOf = (raw: Raw): { cell: string; text: string }[] =>
  Object.entries(raw).flatMap(([name, value]) =>
    name.startsWith('y-kien.') && typeof value === 'string' && value.trim() !== ''
      ? [{ cell: name.slice('y-kien.'.length), text: value }]
      : [],
  )

const query = { loc: z.enum(Object.keys(FILTERS) as [Filter, ...Filter[]]).catch('tat-ca'), nhom: optionalText(80) }
const of = { regime: text(40, 'Thiếu chế độ báo cáo'), year: year() }
const unit = { ...of, unitCode: text(40, 'Thiếu mã cơ quan') }
const PERIOD = '/tong-hop/:regime/:year'

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

/** Pages and submissions of those who follow every body. */
export const ofCollection: readonly Route[] = [
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
    title: 'Tổng hợp báo cáo của Kế hoạch',
    right: canFollow,
    input: z.object({ ...query, year: year() }),
    view: (ctx, q) => readCollection(ctx, { year: q.year, filter: q.loc, group: q.nhom }),
    html: collectionPage,
    elsewhere: collectionHref,
  }),
  page({
    path: PERIOD,
    title: (v) => `Tổng hợp: ${midSentence(v.period?.title ?? `Báo cáo năm ${v.year}`)}`,
    right: canFollow,
    input: z.object({ ...query, ...of }),
    view: (ctx, q) => readCollection(ctx, { regime: q.regime, year: q.year, filter: q.loc, group: q.nhom }),
    html: collectionPage,
  }),
  page({
    path: `${PERIOD}/duyet`,
    title: 'Duyệt báo cáo',
    right: canAppraise,
    input: z.object({ ...of, units: list(text(40, 'Thiếu mã cơ quan')) }),
    view: readChosen,
    html: confirmAcceptPage,
  }),
  submit({
    path: `${PERIOD}/duyet`,
    title: 'Duyệt báo cáo',
    right: canAppraise,
    action: acceptReports,
    next: (out) => ({ to: HREF.collection(out), said: `Đã duyệt ${out.count} báo cáo.` }),
    back: (raw) => waiting(period(raw)),
  }),
  submit({
    path: `${PERIOD}/hoan-tac`,
    title: 'Hoàn tác duyệt',
    right: canAppraise,
    action: undoAcceptance,
    next: (out) => ({ to: waiting(out), said: `Đã hoàn tác duyệt ${out.count} báo cáo.` }),
    back: (raw) => HREF.collection(period(raw)),
  }),
  page({
    path: `${PERIOD}/:unitCode`,
    title: (v) => `Thẩm định: ${v.file.unit.officeName}`,
    right: canFollow,
    input: z.object({ ...unit, ban: z.coerce.number().int().optional() }),
    view: (ctx, q) => readAppraisal(ctx, { ...q, number: q.ban }),
    html: appraisalPage,
  }),
  submit({
    path: `${PERIOD}/:unitCode/duyet`,
    title: 'Duyệt báo cáo',
    right: canAppraise,
    action: acceptReports,
    next: (out) => ({ to: waiting(out), said: `Đã duyệt ${out.count} báo cáo.` }),
    back: (raw) => theirs(raw),
  }),
  submit({
    path: `${PERIOD}/:unitCode/tra-lai`,
    title: 'Trả lại báo cáo',
    right: canAppraise,
    action: returnReport,
    input: (raw) => ({
      regime: raw.regime,
      year: raw.year,
      unitCode: raw.unitCode,
      reason: raw.reason,
      dueBefore: raw.dueBefore,
      marks: marksOf(raw),
    }),
    next: (out, raw) => ({ to: waiting(period(raw)), said: `Đã trả lại báo cáo của ${out.name}.` }),
    back: (raw) => theirs(raw),
  }),
  submit({
    path: `${PERIOD}/:unitCode/tra-loi-gia-han`,
    title: 'Trả lời đề nghị gia hạn',
    right: canRunPeriod,
    action: answerExtensionRequest,
    next: (out, raw) => ({
      to: theirs(raw),
      said: out.granted ? 'Đã chấp thuận gia hạn.' : 'Đã trả lời không chấp thuận gia hạn.',
    }),
    back: (raw) => theirs(raw),
  }),
  ...decision.map((d) =>
    submit({
      path: `${PERIOD}/:unitCode/${d.verb}`,
      title: d.title,
      right: d.right,
      action: d.action as typeof receiveReport,
      next: (_, raw) => ({ to: theirs(raw), said: d.said }),
      back: (raw) => theirs(raw),
    }),
  ),
]
