/** Đường dẫn: /viec, /thong-bao, /don-doc, /toi/nhan-nhac, /lich-viec. */
import { z } from 'zod'
import { hasRole } from '../../kernel/actor.ts'
import { showDay, showInstant } from '../../kernel/day.ts'
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
import { lateRows } from './letter.ts'
import { dutiesPage } from './pages/duties.ts'
import { inboxPage } from './pages/inbox.ts'
import { bodyLogPage, logPage } from './pages/log.ts'
import { REMINDING, remindingPage } from './pages/reminding.ts'
import { letterPage, urgePage } from './pages/urge.ts'
import { bodyLog, log, reminding } from './reminding.ts'
import { canChooseReminding, canSeeOwnDuties, canUrge } from './rights.ts'
import { countDuties, passes } from './rules/duties.ts'
import { findLetter, inbox, lettersOf } from './views.ts'
import { RHYTHMS } from './words.ts'

const FILTER = z.enum(['tat-ca', 'qua-han', '7-ngay', 'tra-lai', 'cho-toi-duyet', 'cho']).catch('tat-ca')
const ABSENT = refuse('absent', 'letter.absent', 'Không tìm thấy công văn này.')

/** The URL table. */
export const routes: readonly Route[] = [
  page({
    path: '/viec',
    title: 'Việc của tôi',
    right: canSeeOwnDuties,
    input: z.object({ loc: FILTER }),
    view: async (ctx, q) => {
      const all = await dutiesOf(ctx)
      const next = (await openPeriods(ctx.tx))[0]
      return accept({
        duties: all.filter((d) => passes(d, q.loc)),
        counts: countDuties(all),
        filter: q.loc,
        decides: hasRole(ctx.actor, 'thu-truong', 'so-noi-vu'),
        nextPeriod: next ? `Kỳ báo cáo năm ${next.year}: gửi trước ngày ${showDay(next.dueBefore)}.` : null,
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
    title: 'Đôn đốc báo cáo',
    right: canUrge,
    input: z.object({ year: year() }),
    view: async (ctx, q) => {
      const late = await lateRows(ctx, q.year)
      const due = late[0]?.obligation.dueBefore ?? (await openPeriods(ctx.tx)).find((p) => p.year === q.year)?.dueBefore
      return accept({
        year: q.year,
        late,
        letters: await lettersOf(ctx.tx, q.year),
        dueBefore: due ? showDay(due) : null,
        asOf: showInstant(ctx.now),
      })
    },
    html: urgePage,
  }),
  submit({
    path: '/don-doc/:year',
    title: 'Soạn công văn đôn đốc',
    right: canUrge,
    action: draftUrgingLetter,
    next: (out, raw) => ({
      to: `/don-doc/${raw.year}/${out.letterId}`,
      said: out.again
        ? 'Công văn hôm nay cho đúng các cơ quan này đã có, mở lại bản đã soạn.'
        : `Đã soạn công văn gửi ${out.bodies} cơ quan.`,
    }),
    back: (raw) => `/don-doc/${raw.year}`,
  }),
  page({
    path: '/don-doc/:year/nhat-ky',
    title: 'Nhật ký đôn đốc',
    right: canUrge,
    input: z.object({ year: year(), trang: z.coerce.number().int().catch(1) }),
    view: log,
    html: logPage,
  }),
  page({
    path: '/don-doc/:year/nhat-ky/:unitCode',
    title: 'Nhật ký đôn đốc của một cơ quan',
    right: canUrge,
    input: z.object({ year: year(), unitCode: text(40, 'Thiếu mã cơ quan') }),
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
    path: '/don-doc/:year/:id',
    title: 'Công văn đôn đốc',
    right: canUrge,
    input: z.object({ year: year(), id: id() }),
    view: async (ctx, q) => {
      const letter = await findLetter(ctx.tx, q.id)
      return letter ? accept(letter) : ABSENT
    },
    html: letterPage,
  }),
  download({
    path: '/don-doc/:year/:id/tep',
    title: 'Tải công văn đôn đốc',
    right: canUrge,
    input: z.object({ year: year(), id: id() }),
    file: async (ctx, q) => {
      const letter = await findLetter(ctx.tx, q.id)
      const file = letter ? await findFile(ctx.tx, letter.fileId) : null
      return file ? accept({ name: file.name, mediaType: file.media_type, bytes: file.body }) : ABSENT
    },
  }),
]
