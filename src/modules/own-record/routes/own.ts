/** Đường dẫn của chủ hồ sơ: /toi. */
import { z } from 'zod'
import { type Day, showDay } from '../../../kernel/day.ts'
import { accept } from '../../../kernel/result.ts'
import { signedIn } from '../../../kernel/right.ts'
import { performIn } from '../../../platform/action.ts'
import { id, nothing } from '../../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../../platform/http/route.ts'
import { WORD } from '../../../platform/word/official-paper.ts'
import { writePersonalPaper } from '../../../platform/word/personal-paper.ts'
import { nothing as empty } from '../../../ui/html.ts'
import { answerConsent } from '../actions/answer-consent.ts'
import { askReason } from '../actions/ask-reason.ts'
import { confirmOwnData } from '../actions/confirm-own-data.ts'
import { disputeFact } from '../actions/dispute-fact.ts'
import { proposeEntry } from '../actions/propose-entry.ts'
import { sendRequest } from '../actions/send-request.ts'
import { takeOwnData } from '../actions/take-own-data.ts'
import { withdrawConsent } from '../actions/withdraw-consent.ts'
import {
  data,
  declare,
  dispute,
  home,
  offers,
  ownRequest,
  paper,
  preview,
  privacy,
  send,
  viewings,
} from '../own-screens.ts'
import { dataPage } from '../pages/data.ts'
import { declarePage, disputePage } from '../pages/declare.ts'
import { homePage } from '../pages/home.ts'
import { offersPage } from '../pages/offers.ts'
import { ownRequestPage, sendPage } from '../pages/own-request.ts'
import { PAPERS, paperPage, printPage } from '../pages/print.ts'
import { privacyPage } from '../pages/privacy.ts'
import { previewPage } from '../pages/public-card.ts'
import { viewingsPage } from '../pages/viewings.ts'
import { canKeepOwnRecord } from '../rights.ts'
import { ITEMS } from '../words.ts'

const own = { right: canKeepOwnRecord, elevated: true } as const
const PaperAsked = z.object({ kind: z.enum(PAPERS) })

/** What was typed in the boxes of a group, without the fields every form has. */
const boxesOf = (raw: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(raw).filter(([name]) => name.startsWith('v-') || name === 'tu' || name === 'den'))

const terms = (o: { number: number; receiveBy: Day; decideBy: Day }): string =>
  `Đã gửi yêu cầu số ${o.number}. Cơ quan báo đã nhận chậm nhất ngày ${showDay(o.receiveBy)}, trả lời chậm nhất ngày ${showDay(o.decideBy)}.`

/** Routes of the person. */
export const ownRoutes: readonly Route[] = [
  page({
    path: '/toi',
    title: 'Hồ sơ của tôi',
    right: signedIn,
    elevated: true,
    input: nothing(),
    view: home,
    elsewhere: (v) => (v === null ? '/toi/tai-khoan' : null),
    html: (v) => (v === null ? { body: empty } : homePage(v)),
  }),
  page({
    ...own,
    path: '/toi/du-lieu',
    title: 'Dữ liệu của tôi',
    input: z.object({ mo: z.enum(['nhay-cam', '']).catch('').default('') }),
    view: (ctx, q) => data(ctx, q.mo === 'nhay-cam'),
    html: dataPage,
  }),
  submit({
    path: '/toi/du-lieu/xac-nhan',
    title: 'Xác nhận hồ sơ đúng',
    right: canKeepOwnRecord,
    action: confirmOwnData,
    next: () => ({ to: '/toi', said: 'Đã xác nhận hồ sơ đúng.' }),
    back: () => '/toi/du-lieu',
  }),
  download({
    ...own,
    path: '/toi/du-lieu/tai-ve',
    title: 'Tải dữ liệu của tôi',
    input: nothing(),
    file: async (ctx) => {
      const taken = await performIn(ctx, takeOwnData, {})
      return taken.ok ? accept({ ...taken.value, mediaType: 'application/zip' }) : taken
    },
  }),
  page({
    ...own,
    path: '/toi/du-lieu/khai/:group',
    title: 'Khai một mục',
    input: z.object({ group: z.string().max(40) }),
    view: (ctx, q) => declare(ctx, q.group),
    html: declarePage,
  }),
  submit({
    path: '/toi/du-lieu/khai/:group',
    title: 'Lưu mục khai',
    right: canKeepOwnRecord,
    action: proposeEntry,
    input: (raw) => ({ group: raw.group, evidence: raw.evidence, boxes: boxesOf(raw) }),
    next: (o) => ({ to: `/toi/du-lieu#${o.group}`, said: 'Đã lưu mục khai, chờ cơ quan xác nhận.' }),
    back: (raw) => `/toi/du-lieu/khai/${String(raw.group)}`,
  }),
  page({
    ...own,
    path: '/toi/bao-sai/:target',
    title: 'Báo sai',
    input: z.object({ target: z.string().max(80) }),
    view: (ctx, q) => dispute(ctx, q.target),
    html: disputePage,
  }),
  submit({
    path: '/toi/bao-sai/:target',
    title: 'Gửi yêu cầu sửa',
    right: canKeepOwnRecord,
    action: disputeFact,
    input: (raw) => ({
      target: raw.target,
      evidence: raw.evidence,
      remove: raw.bo !== undefined && raw.bo !== '',
      boxes: boxesOf(raw),
    }),
    next: (o) => ({ to: '/toi/du-lieu', said: terms(o) }),
    back: (raw) => `/toi/bao-sai/${String(raw.target)}`,
  }),
  page({
    ...own,
    path: '/toi/ai-da-xem',
    title: 'Ai đã xem hồ sơ',
    input: nothing(),
    view: viewings,
    html: viewingsPage,
  }),
  submit({
    path: '/toi/ai-da-xem/hoi',
    title: 'Hỏi lý do',
    right: canKeepOwnRecord,
    action: askReason,
    next: (o) => ({ to: '/toi/ai-da-xem', said: terms(o) }),
    back: () => '/toi/ai-da-xem',
  }),
  page({
    ...own,
    path: '/toi/quyen-rieng-tu',
    title: 'Quyền riêng tư',
    input: nothing(),
    view: privacy,
    html: privacyPage,
  }),
  submit({
    path: '/toi/quyen-rieng-tu',
    title: 'Đồng ý các mục đã chọn',
    right: canKeepOwnRecord,
    action: answerConsent,
    input: (raw) => ({ items: raw.khong === undefined ? raw.items : [] }),
    next: (o) => ({
      to: '/toi',
      said:
        o.given === 0 ? 'Đã ghi: không đồng ý mục nào.' : `Đã ghi đồng ý ${o.given} mục. Rút lại được bất cứ lúc nào.`,
    }),
    back: () => '/toi/quyen-rieng-tu',
  }),
  submit({
    path: '/toi/quyen-rieng-tu/ngung',
    title: 'Ngừng công khai',
    right: canKeepOwnRecord,
    action: withdrawConsent,
    next: (o) => ({ to: '/toi/quyen-rieng-tu', said: `Đã ngừng mục «${ITEMS[o.item].label}». Có hiệu lực ngay.` }),
    back: () => '/toi/quyen-rieng-tu',
  }),
  page({
    ...own,
    path: '/toi/cong-khai/xem-truoc',
    title: 'Người khác sẽ thấy',
    input: nothing(),
    view: preview,
    html: previewPage,
  }),
  page({ ...own, path: '/toi/loi-moi', title: 'Lời mời', input: nothing(), view: offers, html: offersPage }),
  page({
    ...own,
    path: '/toi/yeu-cau/gui',
    title: 'Gửi yêu cầu về dữ liệu',
    input: nothing(),
    view: send,
    html: sendPage,
  }),
  submit({
    path: '/toi/yeu-cau/gui',
    title: 'Gửi yêu cầu',
    right: canKeepOwnRecord,
    action: sendRequest,
    next: (o) => ({ to: '/toi/quyen-rieng-tu', said: terms(o) }),
    back: () => '/toi/yeu-cau/gui',
  }),
  page({
    ...own,
    path: '/toi/yeu-cau/:request',
    title: 'Yêu cầu của tôi',
    input: z.object({ request: id() }),
    view: (ctx, q) => ownRequest(ctx, q.request),
    html: ownRequestPage,
  }),
  page({
    ...own,
    path: '/toi/in-ly-lich',
    title: 'In lý lịch',
    input: nothing(),
    view: async () => accept({}),
    html: printPage,
  }),
  page({
    ...own,
    path: '/toi/in-ly-lich/:kind',
    title: 'Xem bản in',
    input: PaperAsked,
    view: (ctx, q) => paper(ctx, q.kind),
    html: paperPage,
  }),
  download({
    ...own,
    path: '/toi/in-ly-lich/:kind/tep-word',
    title: 'Tải bản in (.docx)',
    input: PaperAsked,
    file: async (ctx, q) => {
      const made = await paper(ctx, q.kind)
      if (!made.ok) return made
      return accept({
        name: `${q.kind}-${made.value.code}.docx`,
        mediaType: WORD,
        bytes: await writePersonalPaper(made.value.paper),
      })
    },
  }),
]
