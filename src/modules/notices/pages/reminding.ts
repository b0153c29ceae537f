/** Trang Nhận nhắc việc: mails by one's own agreement, the last of them and what became of them, the personal calendar. */
import { dayOf, showDay, showInstant } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { card, columns, facts } from '../../../ui/card.ts'
import { buttons, form, hidden, radioField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html, nothing } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import type { MailRow } from '../views.ts'
import { MAIL_KINDS, MAIL_STATES, RHYTHMS, type Rhythm } from '../words.ts'

/** Đường dẫn của trang. */
export const REMINDING = '/toi/nhan-nhac'

/** What the page shows. */
export type RemindingView = {
  /** The address of the account; empty = none. */
  email: string
  /** Agreed and in force for this very address. */
  agreed: { rhythm: Rhythm; since: Temporal.Instant } | null
  /** Agreed once, for another address. */
  changed: boolean
  /** The system has a mail server. */
  server: boolean
  mails: MailRow[]
  calendar: { path: string; address: string; since: Temporal.Instant } | null
}

function band(v: RemindingView): Html {
  if (!v.server)
    return message({
      kind: 'info',
      title: 'Hệ thống chưa nối máy chủ thư, chưa gửi thư cho ai.',
      body: 'Nhắc hạn vẫn hiện đủ trong mục Thông báo. Lựa chọn ghi ở đây có hiệu lực khi quản trị nối máy chủ thư.',
    })
  if (v.changed)
    return message({
      kind: 'soon',
      title: 'Địa chỉ thư trong tài khoản đã đổi, thư đang dừng.',
      body: 'Xem lại địa chỉ dưới đây rồi đồng ý lần nữa.',
    })
  return nothing
}

const rhythms = Object.entries(RHYTHMS).map(([value, r]) => ({ value, label: r.label, hint: r.hint }))

function mailForm(v: RemindingView, seen: Seen): Html {
  const body = html`${hidden('address', v.email)}${radioField({
    name: 'rhythm',
    label: 'Nhịp nhận thư',
    value: seen.typed.rhythm ?? v.agreed?.rhythm ?? 'theo-bac',
    options: rhythms,
    error: seen.refusal?.fields?.rhythm,
  })}${buttons({ label: v.agreed ? 'Đổi nhịp nhận thư' : 'Đồng ý nhận thư', kind: 'main' })}`
  return form({ action: `${REMINDING}/dong-y`, csrf: seen.csrf, label: 'Nhận nhắc việc qua thư', body })
}

const press = (seen: Seen, action: string, label: string, kind: 'plain' | 'danger' = 'plain'): Html =>
  form({ action: `${REMINDING}/${action}`, csrf: seen.csrf, label, body: buttons({ label, kind }) })

function mailCard(v: RemindingView, seen: Seen): Html {
  if (v.email === '')
    return card({
      title: 'Nhắc việc qua thư',
      aside: state('idle', 'chưa có địa chỉ'),
      body: html`<p>Tài khoản chưa có địa chỉ thư điện tử. Quản trị hệ thống của cơ quan ghi địa chỉ vào tài khoản, sau đó chọn nhận thư ở đây.</p>`,
    })
  return card({
    title: 'Nhắc việc qua thư',
    aside: v.agreed ? state('ok', 'đang nhận') : state('idle', 'chưa nhận'),
    body: html`<p>Gửi tới <b>${v.email}</b>. Thư nêu tên việc, thời hạn, liên kết; không mang nội dung báo cáo, không mang thông tin về người khác. Báo cáo hoặc kế hoạch bị trả lại thì báo ngay, không đợi sáng hôm sau.</p>
${mailForm(v, seen)}${v.agreed ? html`<div class="buttons">${v.server ? press(seen, 'thu', 'Gửi thư thử') : ''}${press(seen, 'dung', 'Dừng nhận thư', 'danger')}</div>` : ''}`,
    foot: `${v.agreed ? `Đồng ý từ ${showDay(dayOf(v.agreed.since))}. ` : ''}Địa chỉ chưa đúng: báo quản trị hệ thống của cơ quan. Đổi địa chỉ thì phải đồng ý lại.`,
  })
}

const calendarCard = (v: RemindingView, seen: Seen): Html =>
  card({
    title: 'Lịch việc',
    aside: v.calendar ? state('ok', 'đang mở') : state('idle', 'chưa mở'),
    body: v.calendar
      ? html`<p>Thêm địa chỉ này vào lịch trên điện thoại hoặc máy tính, mục thêm lịch từ địa chỉ. Lịch tự cập nhật.</p>
${facts([
  ['Địa chỉ lịch', html`<a href="${v.calendar.path}">${v.calendar.address}</a>`],
  ['Ai xem được', 'người có địa chỉ này, chỉ tên việc và thời hạn; không chuyển địa chỉ cho người khác'],
])}
<div class="buttons">${press(seen, 'lich', 'Đổi địa chỉ lịch')}${press(seen, 'lich/bo', 'Thu hồi địa chỉ lịch', 'danger')}</div>`
      : html`<p>Thời hạn của các việc phải làm hiện trong lịch trên điện thoại hoặc máy tính. Địa chỉ lịch là riêng của mỗi người, đổi và thu hồi được bất cứ lúc nào.</p>
${press(seen, 'lich', 'Tạo địa chỉ lịch')}`,
    ...(v.calendar ? { foot: `Tạo lúc ${showInstant(v.calendar.since)}.` } : {}),
  })

const mailsCard = (v: RemindingView): Html =>
  card({
    title: 'Thư gần đây',
    fit: 'flush',
    body: table<MailRow>({
      caption: 'Thư gần đây',
      rows: v.mails,
      columns: [
        { label: 'Thư', kind: 'name', cell: (m) => MAIL_KINDS[m.kind].label },
        { label: 'Lúc', kind: 'day', cell: (m) => showInstant(m.settledAt ?? m.madeAt) },
        {
          label: 'Tình trạng',
          kind: 'state',
          cell: (m) => state(MAIL_STATES[m.state].shape, MAIL_STATES[m.state].label),
        },
        ...(v.mails.some((m) => m.why !== '')
          ? [{ label: 'Lý do', room: 'wide', cell: (m: MailRow) => m.why, phone: 'whole' } as const]
          : []),
      ],
      empty: 'Chưa có thư nào.',
    }),
  })

/** Draws the page. */
export function remindingPage(v: RemindingView, seen: Seen): Drawn {
  return {
    crumbs: [{ label: 'Tài khoản của tôi', href: '/toi/tai-khoan' }, { label: 'Nhận nhắc việc' }],
    asOf: null,
    body: html`${head({
      title: v.agreed ? 'Đang nhận nhắc việc qua thư' : 'Nhận nhắc việc',
      lead: 'Ngoài mục Thông báo trong hệ thống, nhắc việc gửi được qua thư và hiện được trong lịch.',
    })}${band(v)}
${columns('two', [mailCard(v, seen), calendarCard(v, seen)])}
${mailsCard(v)}`,
  }
}
