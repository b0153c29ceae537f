/** Đường dẫn: /viec, /thong-bao, /don-doc, /toi/nhan-nhac, /lich-viec. */
import { z } from 'zod'
import { hasRole } from '../../kernel/actor.ts'
import { showDay } from '../../kernel/day.ts'
import { accept, refuse } from '../../kernel/result.ts'
import { anyone } from '../../kernel/right.ts'
import { findFile } from '../../platform/files/keep.ts'
import { id, text, year } from '../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../platform/http/route.ts'
import { openPeriods } from '../reporting/public.ts'
import { agreeToMails } from './actions/agree-to-mails.ts'
import { askTrialMail } from './actions/ask-trial-mail.ts'
import { closeCalendar } from './actions/close-calendar.ts'
import { draftUrgingLetter } from './actions/draft-urging-letter.ts'
import { markRead } from './actions/mark-read.ts'
import { openCalendar } from './actions/open-calendar.ts'
import { stopMails } from './actions/stop-mails.ts'
import { calendarFile } from './calendar.ts'
import { dutiesOf } from './duties.ts'
import { dutiesPage } from './pages/duties.ts'
import { inboxPage } from './pages/inbox.ts'
import { bodyLogPage, logPage } from './pages/log.ts'
import { REMINDING, remindingPage } from './pages/reminding.ts'
import { letterPage, urgePage } from './pages/urge.ts'
import { bodyLog, log, readUrging, reminding } from './reminding.ts'
import { canChooseReminding, canSeeOwnDuties, canUrge } from './rights.ts'
import { countDuties, passes } from './rules/duties.ts'
import { urgeHref } from './rules/urge-href.ts'
import { findLetter, inbox } from './views.ts'
import { RHYTHMS } from './words.ts'

const FILTER = z.enum(['tat-ca', 'qua-han', '7-ngay', 'tra-lai', 'cho-toi-duyet', 'cho']).catch('tat-ca')
const ABSENT = refuse('absent', 'letter.absent', 'Không tìm thấy công văn này.')

const PERIOD = '/don-doc/:regime/:year'
const period = { regime: text(40, 'Thiếu chế độ báo cáo'), year: year() }
const asked = (raw: Readonly<Record<string, unknown>>) => ({ regime: String(raw.regime), year: Number(raw.year) })

/** The URL table. */
export const routes: readonly Route[] = [
  page({
    path: '/viec',
    title: 'Việc của tôi',
    right: canSeeOwnDuties,
    input: z.object({ loc: FILTER }),
    view: async (ctx, q) => {
      const all = await dutiesOf(ctx)
      const [newest] = await openPeriods(ctx.tx)
      const next = (await openPeriods(ctx.tx)).filter((p) => p.year === newest?.year)
      return accept({
        duties: all.filter((d) => passes(d, q.loc)),
        counts: countDuties(all),
        filter: q.loc,
        decides: hasRole(ctx.actor, 'thu-truong', 'so-noi-vu'),
        nextPeriod:
          next.length === 0 ? null : next.map((p) => `${p.title}: gửi trước ngày ${showDay(p.dueBefore)}.`).join(' '),
      })
    },
    html: dutiesPage,
  }),
  page({
    path: '/thong-bao',
    title: 'Thông báo',
    right: canSeeOwnDuties,
    input: z.object({}),
    view: async (ctx) => accept(await inbox(ctx.tx, ctx.actor.id)),
    html: inboxPage,
  }),
  submit({
    path: '/thong-bao/da-doc',
    title: 'Đánh dấu đã đọc',
    right: canSeeOwnDuties,
    action: markRead,
    next: () => ({ to: '/thong-bao' }),
    back: () => '/thong-bao',
  }),
  page({
    path: '/don-doc/:year',
    title: 'Đôn đốc báo cáo của Kế hoạch',
    right: canUrge,
    input: z.object({ year: year() }),
    view: readUrging,
    html: urgePage,
    elsewhere: (v) => urgeHref(v),
  }),
  page({
    path: PERIOD,
    title: 'Đôn đốc báo cáo',
    right: canUrge,
    input: z.object(period),
    view: readUrging,
    html: urgePage,
  }),
  submit({
    path: PERIOD,
    title: 'Soạn công văn đôn đốc',
    right: canUrge,
    action: draftUrgingLetter,
    next: (out, raw) => ({
      to: urgeHref(asked(raw), out.letterId),
      said: out.again
        ? 'Công văn hôm nay cho đúng các cơ quan này đã có, mở lại bản đã soạn.'
        : `Đã soạn công văn gửi ${out.bodies} cơ quan.`,
    }),
    back: (raw) => urgeHref(asked(raw)),
  }),
  page({
    path: `${PERIOD}/nhat-ky`,
    title: 'Nhật ký đôn đốc',
    right: canUrge,
    input: z.object({ ...period, trang: z.coerce.number().int().catch(1) }),
    view: log,
    html: logPage,
  }),
  page({
    path: `${PERIOD}/nhat-ky/:unitCode`,
    title: 'Nhật ký đôn đốc của một cơ quan',
    right: canUrge,
    input: z.object({ ...period, unitCode: text(40, 'Thiếu mã cơ quan') }),
    view: bodyLog,
    html: bodyLogPage,
  }),
  page({
    path: REMINDING,
    title: 'Nhận nhắc việc',
    right: canChooseReminding,
    input: z.object({}),
    view: reminding,
    html: remindingPage,
  }),
  submit({
    path: `${REMINDING}/dong-y`,
    title: 'Đồng ý nhận nhắc việc qua thư',
    right: canChooseReminding,
    action: agreeToMails,
    next: (o) => ({ to: REMINDING, said: `Đã ghi: nhận thư, ${RHYTHMS[o.rhythm].label.toLowerCase()}.` }),
    back: () => REMINDING,
  }),
  submit({
    path: `${REMINDING}/dung`,
    title: 'Dừng nhận nhắc việc qua thư',
    right: canChooseReminding,
    action: stopMails,
    next: () => ({ to: REMINDING, said: 'Đã dừng. Không thư nào được gửi nữa, kể cả thư đang chờ.' }),
    back: () => REMINDING,
  }),
  submit({
    path: `${REMINDING}/thu`,
    title: 'Gửi thư thử',
    right: canChooseReminding,
    action: askTrialMail,
    perMinute: 30,
    next: () => ({
      to: REMINDING,
      said: 'Thư thử đang chờ gửi, thường tới trong một phút. Mở lại trang để xem kết quả.',
    }),
    back: () => REMINDING,
  }),
  submit({
    path: `${REMINDING}/lich`,
    title: 'Tạo địa chỉ lịch riêng',
    right: canChooseReminding,
    action: openCalendar,
    next: () => ({ to: REMINDING, said: 'Đã tạo địa chỉ lịch. Địa chỉ trước đó, nếu có, không còn dùng được.' }),
    back: () => REMINDING,
  }),
  submit({
    path: `${REMINDING}/lich/bo`,
    title: 'Thu hồi địa chỉ lịch riêng',
    right: canChooseReminding,
    action: closeCalendar,
    next: () => ({ to: REMINDING, said: 'Đã thu hồi địa chỉ lịch.' }),
    back: () => REMINDING,
  }),
  download({
    path: '/lich-viec/:token',
    title: 'Lịch việc riêng',
    right: anyone,
    elevated: true,
    input: z.object({ token: z.string().max(60) }),
    file: (ctx, q, address) => calendarFile(ctx, q.token, address),
  }),
  page({
    path: `${PERIOD}/:id`,
    title: 'Công văn đôn đốc',
    right: canUrge,
    input: z.object({ ...period, id: id() }),
    view: async (ctx, q) => {
      const letter = await findLetter(ctx.tx, q.id)
      return letter ? accept(letter) : ABSENT
    },
    html: letterPage,
  }),
  download({
    path: `${PERIOD}/:id/tep`,
    title: 'Tải công văn đôn đốc',
    right: canUrge,
    input: z.object({ ...period, id: id() }),
    file: async (ctx, q) => {
      const letter = await findLetter(ctx.tx, q.id)
      const file = letter ? await findFile(ctx.tx, letter.fileId) : null
      return file ? accept({ name: file.name, mediaType: file.media_type, bytes: file.body }) : ABSENT
    },
  }),
]
