/** Đường dẫn của nhân tài. */

import { z } from 'zod'
import { dayOf, parseDay, yearOf } from '../../kernel/day.ts'
import { accept } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { id, nothing, optionalText, text } from '../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../platform/http/route.ts'
import { WORD } from '../../platform/word/official-paper.ts'
import { writeAnnexes } from '../../platform/word/write-paper.ts'
import { issuerOn } from '../organisations/public.ts'
import { currentProgramme } from '../programme/public.ts'
import { correctRecognition } from './actions/correct-recognition.ts'
import { correctRecruitment } from './actions/correct-recruitment.ts'
import { endRecognition } from './actions/end-recognition.ts'
import { recogniseTalent } from './actions/recognise-talent.ts'
import { recordLeaving } from './actions/record-leaving.ts'
import { recordRecruitment } from './actions/record-recruitment.ts'
import { recordReview } from './actions/record-review.ts'
import { withdrawLeaving } from './actions/withdraw-leaving.ts'
import { withdrawRecognition } from './actions/withdraw-recognition.ts'
import { withdrawRecruitment } from './actions/withdraw-recruitment.ts'
import { FACTS } from './facts.ts'
import { correctDecisionForm, newDecisionForm, newRecruitForm, recruitForm } from './form-screens.ts'
import { decisionFormPage } from './pages/decision-form.ts'
import { listPage } from './pages/list.ts'
import { RECRUITS, RETENTION, TALENTS, talentHref } from './pages/parts.ts'
import { recruitFormPage } from './pages/recruit-form.ts'
import { recruitsPage } from './pages/recruits.ts'
import { retentionPage } from './pages/retention.ts'
import { ownPage, talentPage } from './pages/talent.ts'
import { talentListPaper } from './papers/talent-list.ts'
import { canRecordTalents, canReportRecruitment, canSeeOwnRecognition, canSeeTalents } from './rights.ts'
import { dayAsked, filterWords, type ListConditions } from './rules/listing.ts'
import { readList, readRecruitment, readRetention } from './screens.ts'
import { readOwn, readTalent } from './talent-screen.ts'

const asked = z.object({
  ngay: optionalText(20),
  q: optionalText(100),
  'tinh-trang': optionalText(20),
  'don-vi': optionalText(60),
  'linh-vuc': optionalText(60),
  'gioi-tinh': optionalText(5),
  lua: optionalText(4),
  nhom: optionalText(30),
  'canh-bao': optionalText(2),
  'du-5-nam': optionalText(2),
  'o-lai': optionalText(2),
  trang: optionalText(4),
})
type Asked = z.infer<typeof asked>

const conditionsOf = (a: Asked): ListConditions => ({
  q: a.q,
  standing: a['tinh-trang'],
  unitIds: a['don-vi'] === '' ? null : [a['don-vi']],
  sector: a['linh-vuc'],
  sex: a['gioi-tinh'],
  cohort: a.lua,
  talentClass: a.nhom,
  warned: a['canh-bao'] === 'co',
  reached: a['du-5-nam'] === 'co',
  stayed: a['o-lai'] === 'co',
})

const listed = (ctx: Ctx, a: Asked, page: number | null) =>
  readList(ctx, dayAsked(a.ngay, dayOf(ctx.now)), conditionsOf(a), page)

/** The list on paper, as the department that keeps it would send it. */
async function listFile(ctx: Ctx, a: Asked) {
  const v = await listed(ctx, a, null)
  const plan = await currentProgramme(ctx.tx)
  const from = plan === null ? null : await issuerOn(ctx.tx, plan.territoryId, dayOf(ctx.now))
  const issuer = {
    superior: from?.committee.officeName ?? null,
    body: from?.homeAffairs.officeName ?? '...',
    place: from?.place ?? '',
  }
  const paper = talentListPaper({ issuer, day: v.day, filter: filterWords(v.asked), lines: v.lines })
  return accept({ name: 'danh-sach-nhan-tai.docx', mediaType: WORD, bytes: await writeAnnexes(paper) })
}

const yearAsked = (ctx: Ctx, typed: string): number => {
  const now = yearOf(dayOf(ctx.now))
  const year = Number(typed)
  return Number.isInteger(year) && year >= 2000 && year <= now ? year : now
}

const ofCode = z.object({ code: text(20, 'Thiếu mã nhân tài') })
const backToTalent = (raw: Record<string, unknown>): string => talentHref(String(raw.code))
const toTalent = (said: string) => (out: { code: string }) => ({ to: talentHref(out.code), said })

/** The URL table. */
export const routes: readonly Route[] = [
  page({
    path: TALENTS,
    title: 'Nhân tài',
    right: canSeeTalents,
    input: asked,
    view: async (ctx, a) => accept(await listed(ctx, a, Math.trunc(Number(a.trang)) || 1)),
    html: listPage,
  }),
  download({
    path: `${TALENTS}/xuat`,
    title: 'Tải danh sách nhân tài',
    right: canSeeTalents,
    input: asked,
    file: listFile,
  }),
  page({
    path: `${TALENTS}/cong-nhan`,
    title: 'Ghi công nhận nhân tài',
    right: canRecordTalents,
    input: z.object({ 'ho-so': optionalText(20) }),
    view: (ctx, q) => newDecisionForm(ctx, q['ho-so']),
    html: decisionFormPage,
  }),
  submit({
    path: `${TALENTS}/cong-nhan`,
    title: 'Ghi công nhận nhân tài',
    right: canRecordTalents,
    action: recogniseTalent,
    next: (out) => ({ to: talentHref(out.code), said: `Đã ghi công nhận, mã ${out.code}.` }),
    back: () => `${TALENTS}/cong-nhan`,
  }),
  page({
    path: `${TALENTS}/cua-toi`,
    title: 'Công nhận nhân tài của tôi',
    right: canSeeOwnRecognition,
    elevated: true,
    input: nothing(),
    view: readOwn,
    html: ownPage,
  }),
  page({
    path: RETENTION,
    title: 'Giữ chân nhân tài',
    right: canSeeTalents,
    elevated: true,
    input: z.object({ ngay: optionalText(20), 'da-biet': optionalText(20) }),
    view: async (ctx, q) => {
      const today = dayOf(ctx.now)
      return accept(await readRetention(ctx, dayAsked(q.ngay, today), parseDay(q['da-biet'])))
    },
    html: retentionPage,
  }),
  page({
    path: RECRUITS,
    title: 'Nhân tài trong số tuyển mới',
    right: canSeeTalents,
    input: z.object({ nam: optionalText(4), 'don-vi': optionalText(60) }),
    view: async (ctx, q) => accept(await readRecruitment(ctx, yearAsked(ctx, q.nam), q['don-vi'])),
    html: recruitsPage,
  }),
  page({
    path: `${RECRUITS}/ghi`,
    title: 'Ghi kết quả tuyển dụng',
    right: canReportRecruitment,
    input: z.object({ nam: optionalText(4), 'don-vi': optionalText(60) }),
    view: (ctx, q) => newRecruitForm(ctx, yearAsked(ctx, q.nam), q['don-vi']),
    html: recruitFormPage,
  }),
  submit({
    path: `${RECRUITS}/ghi`,
    title: 'Ghi kết quả tuyển dụng',
    right: canReportRecruitment,
    action: recordRecruitment,
    next: (out) => ({ to: `${RECRUITS}?nam=${out.year}`, said: 'Đã ghi kết quả tuyển dụng.' }),
    back: () => `${RECRUITS}/ghi`,
  }),
  page({
    path: `${RECRUITS}/:key`,
    title: 'Kết quả tuyển dụng',
    right: canSeeTalents,
    input: z.object({ key: id('Thiếu mã kết quả') }),
    view: (ctx, q) => recruitForm(ctx, q.key),
    html: recruitFormPage,
  }),
  submit({
    path: `${RECRUITS}/:key`,
    title: 'Đính chính kết quả tuyển dụng',
    right: canReportRecruitment,
    action: correctRecruitment,
    next: (out) => ({ to: `${RECRUITS}?nam=${out.year}`, said: 'Đã ghi bản đính chính.' }),
    back: (raw) => `${RECRUITS}/${encodeURIComponent(String(raw.key))}`,
  }),
  submit({
    path: `${RECRUITS}/:key/rut`,
    title: 'Rút kết quả tuyển dụng',
    right: canReportRecruitment,
    action: withdrawRecruitment,
    next: (out) => ({ to: `${RECRUITS}?nam=${out.year}`, said: 'Đã rút kết quả tuyển dụng.' }),
    back: (raw) => `${RECRUITS}/${encodeURIComponent(String(raw.key))}`,
  }),
  page({
    path: `${TALENTS}/:code`,
    title: (v) => `${v.code} ${v.name ?? ''}`.trim(),
    right: canSeeTalents,
    input: ofCode,
    view: (ctx, q) => readTalent(ctx, q.code),
    html: talentPage((line) => FACTS[line.kind]?.(line) ?? line.kind),
  }),
  page({
    path: `${TALENTS}/:code/dinh-chinh`,
    title: 'Đính chính công nhận',
    right: canRecordTalents,
    input: ofCode.extend({ 'quyet-dinh': optionalText(40) }),
    view: (ctx, q) => correctDecisionForm(ctx, q.code, q['quyet-dinh']),
    html: decisionFormPage,
  }),
  submit({
    path: `${TALENTS}/:code/dinh-chinh`,
    title: 'Đính chính công nhận',
    right: canRecordTalents,
    action: correctRecognition,
    next: toTalent('Đã ghi bản đính chính.'),
    back: (raw) => `${backToTalent(raw)}/dinh-chinh?quyet-dinh=${encodeURIComponent(String(raw.key ?? ''))}`,
  }),
  submit({
    path: `${TALENTS}/:code/thoi-viec`,
    title: 'Ghi thôi việc, chuyển công tác',
    right: canRecordTalents,
    action: recordLeaving,
    // Whoever sent somebody to another body does not see the talent any more.
    next: (out) => ({
      to: out.exit === 'chuyen-trong-tinh' ? TALENTS : talentHref(out.code),
      said: `Đã ghi cho ${out.code}.`,
    }),
    back: backToTalent,
  }),
  submit({
    path: `${TALENTS}/:code/rut-thoi-viec`,
    title: 'Rút lần thôi việc ghi nhầm',
    right: canRecordTalents,
    action: withdrawLeaving,
    next: (out) => ({ to: TALENTS, said: `Đã rút lần thôi việc của ${out.code}.` }),
    back: backToTalent,
  }),
  submit({
    path: `${TALENTS}/:code/danh-gia`,
    title: 'Ghi đánh giá một mốc',
    right: canRecordTalents,
    action: recordReview,
    next: (out) => ({ to: talentHref(out.code), said: `Đã ghi đánh giá mốc ${out.milestone} năm.` }),
    back: backToTalent,
  }),
  submit({
    path: `${TALENTS}/:code/ket-thuc`,
    title: 'Kết thúc công nhận',
    right: canRecordTalents,
    action: endRecognition,
    next: toTalent('Đã ghi kết thúc công nhận.'),
    back: backToTalent,
  }),
  submit({
    path: `${TALENTS}/:code/rut`,
    title: 'Rút công nhận ghi nhầm',
    right: canRecordTalents,
    action: withdrawRecognition,
    next: toTalent('Đã rút công nhận.'),
    back: backToTalent,
  }),
]
