/** Bản khai mô-đun nhắc hạn, đôn đốc. */
import { dayOf, yearOf } from '../../kernel/day.ts'
import type { Module } from '../../platform/module.ts'
import { commands } from './commands.ts'
import { pressingCount } from './duties.ts'
import { jobs } from './jobs.ts'
import { canSeeOwnDuties, canUrge, RIGHTS } from './rights.ts'
import { routes } from './routes.ts'
import { unreadCount } from './views.ts'

/** Nhắc hạn, đôn đốc, việc của tôi. */
export const notices: Module = {
  name: 'notices',
  title: 'Việc của tôi và đôn đốc',
  routes,
  rights: RIGHTS,
  jobs,
  commands,
  menu: [
    {
      path: '/viec',
      label: 'Việc của tôi',
      icon: 'work',
      group: 'Công việc',
      order: 10,
      shows: (a) => canSeeOwnDuties.allows(a),
    },
  ],
  badges: async (ctx) => {
    const late = await pressingCount(ctx)
    const unread = await unreadCount(ctx.tx, ctx.actor.id)
    return [
      ...(late > 0
        ? [{ path: '/viec', count: late, tone: 'late' as const, label: 'việc quá hạn hoặc bị trả lại' }]
        : []),
      ...(unread > 0 ? [{ path: 'bell', count: unread, tone: 'plain' as const, label: 'thông báo chưa đọc' }] : []),
    ]
  },
  search: async (ctx, folded) => {
    const year = yearOf(dayOf(ctx.now))
    const pages = [
      {
        label: 'Việc của tôi',
        detail: 'Báo cáo, nhiệm vụ, việc chờ quyết',
        href: '/viec',
        kind: 'Mở',
        words: 'viec cua toi',
        shows: true,
      },
      {
        label: 'Thông báo',
        detail: 'Hộp thư trong hệ thống',
        href: '/thong-bao',
        kind: 'Mở',
        words: 'thong bao',
        shows: true,
      },
      {
        label: `Đôn đốc báo cáo năm ${year}`,
        detail: 'Soạn công văn cho cơ quan quá hạn',
        href: `/don-doc/${year}`,
        kind: 'Làm',
        words: 'don doc cong van qua han',
        shows: canUrge.allows(ctx.actor),
      },
    ]
    return pages
      .filter((p) => p.shows && p.words.includes(folded))
      .map(({ label, detail, href, kind }) => ({ label, detail, href, kind }))
  },
  facts: {
    'notice.read': (l) => `đánh dấu ${l.data.count} thông báo đã đọc`,
    'mails.agreed': (l) =>
      `đồng ý nhận nhắc việc qua thư, ${l.data.rhythm === 'hang-ngay' ? 'mỗi ngày làm việc' : 'theo bậc nhắc hạn'}`,
    'mails.stopped': () => 'dừng nhận nhắc việc qua thư',
    'mails.trial-asked': () => 'gửi thư thử cho chính mình',
    'calendar.opened': () => 'tạo địa chỉ lịch việc riêng',
    'calendar.closed': () => 'thu hồi địa chỉ lịch việc riêng',
    'reminders.talents-sent': (l) => `gửi ${l.data.reminded} lời nhắc mốc theo dõi nhân tài`,
    'reminders.sent': (l) => `gửi nhắc hạn báo cáo năm ${l.data.year} cho ${l.data.reminded} cơ quan`,
    'urging.drafted': (l) => `soạn công văn đôn đốc ${l.data.bodies} cơ quan về báo cáo năm ${l.data.year}`,
  },
  constraints: {
    one_letter_per_list_and_day: 'Công văn hôm nay cho đúng các cơ quan này đã có.',
    one_reminder_per_step: 'Bậc nhắc này đã gửi.',
    one_mail_per_key: 'Thư này đã có trong hàng đợi.',
    mail_about_notice: 'Thư báo ngay phải nêu thông báo của nó.',
    mail_settled: 'Thư đã kết thúc phải có thời điểm kết thúc.',
    one_mention_per_step: 'Bậc nhắc này đã nói trong một thư trước.',
    one_calendar_per_token: 'Địa chỉ lịch bị trùng, chưa tạo. Bấm tạo lần nữa.',
    one_notice_per_event: 'Thông báo này đã gửi.',
  },
  migrations: new URL('./migrations/', import.meta.url),
}
