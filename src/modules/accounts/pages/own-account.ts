/** Tài khoản của tôi: who I am here, what I see, how I get in, where I am signed in. */
import type { Role } from '../../../kernel/actor.ts'
import { showInstant } from '../../../kernel/day.ts'
import { showValidity, type Validity } from '../../../kernel/validity.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, columns, facts } from '../../../ui/card.ts'
import { DISPLAY_FIELDS } from '../../../ui/display.ts'
import { csrfField, form, hidden } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html, nothing } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import type { Sleeping } from '../rules/effect.ts'
import { ROLES } from '../words.ts'
import { rightsPreview } from './rights-preview.ts'

/** Phiên đang mở. */
export type SessionView = {
  id: string
  opened: Temporal.Instant
  lastSeen: Temporal.Instant
  address: string
  device: string
  current: boolean
}

/** Vai trò đang giữ, and why it sleeps when it does. */
export type HeldRole = { role: Role; over: string | null; valid: Validity; sleeps: Sleeping | null }

/** Tài khoản của tôi. */
export type OwnAccountView = {
  id: string
  username: string
  name: string
  post: string
  phone: string
  email: string
  unit: string | null
  sample: boolean
  mustChange: boolean
  secondStep: boolean
  codesLeft: number
  roles: HeldRole[]
  sessions: SessionView[]
}

const SLEEP_BAND: Readonly<Record<Sleeping, { title: string; href: string; label: string }>> = {
  'must-change': {
    title: 'Mật khẩu đang dùng là mật khẩu cấp một lần. Đổi mật khẩu để các vai trò có hiệu lực.',
    href: '/toi/mat-khau',
    label: 'Đổi mật khẩu',
  },
  'second-step': {
    title: 'Vai trò được cấp bắt buộc xác thực hai bước. Bật xác thực hai bước để vai trò có hiệu lực.',
    href: '/toi/xac-thuc',
    label: 'Bật xác thực hai bước',
  },
}

function sleepBand(view: OwnAccountView): Html {
  const why = view.mustChange ? 'must-change' : view.roles.find((r) => r.sleeps !== null)?.sleeps
  if (!why) return nothing
  const band = SLEEP_BAND[why]
  return message({
    kind: 'soon',
    title: band.title,
    actions: linkButton({ label: band.label, href: band.href, kind: 'main' }),
  })
}

const roleCard = (r: HeldRole): Html =>
  card({
    title: ROLES[r.role].label,
    aside: r.sleeps === null ? state('ok', 'đang có hiệu lực', { plain: true }) : state('soon', 'chưa có hiệu lực'),
    body: html`${rightsPreview(r.role, r.over)}`,
    foot: showValidity(r.valid),
  })

const noRole = card({
  title: 'Chưa được giao vai trò',
  body: html`<p>Tài khoản này chưa xem được công việc của cơ quan nào. Liên hệ quản trị hệ thống của cơ quan để được phân quyền.</p>`,
})

const entryCard = (view: OwnAccountView): Html =>
  card({
    title: 'Cách đăng nhập',
    body: view.sample
      ? html`<p>Tài khoản mẫu vào bằng một lần bấm, không có mật khẩu và mã xác thực.</p>`
      : html`${facts([
          ['Tên đăng nhập', view.username],
          [
            'Xác thực hai bước',
            view.secondStep
              ? html`${state('ok', 'đang bật')} <small>còn ${view.codesLeft} mã dự phòng</small>`
              : state('idle', 'chưa bật'),
          ],
        ])}<p class="buttons">${linkButton({ label: 'Đổi mật khẩu', href: '/toi/mat-khau', icon: 'lock' })}${linkButton({ label: view.secondStep ? 'Đổi khóa xác thực' : 'Bật xác thực hai bước', href: '/toi/xac-thuc' })}</p>`,
  })

const choices = (name: string, label: string, list: readonly (readonly [string, string])[]): Html =>
  html`<p class="display-row"><span>${label}</span><span class="segments">${list.map(([value, words]) => html`<button name="${name}" value="${value}">${words}</button>`)}</span></p>`

const displayCard = (seen: Seen): Html =>
  card({
    title: 'Cách hiển thị',
    body: html`<form method="post" action="/hien-thi" class="display-form" data-display>${csrfField(seen.csrf)}${hidden('back', '/toi/tai-khoan')}
${choices(DISPLAY_FIELDS.text, 'Cỡ chữ', [
  ['normal', 'Thường'],
  ['large', 'Lớn'],
  ['larger', 'Rất lớn'],
])}
${choices(DISPLAY_FIELDS.density, 'Dòng của bảng', [
  ['medium', 'Vừa'],
  ['roomy', 'Thoáng'],
  ['dense', 'Dày'],
])}
${choices(DISPLAY_FIELDS.keys, 'Phím tắt một chữ', [
  ['on', 'Bật'],
  ['off', 'Tắt'],
])}</form>`,
    foot: 'Lựa chọn được nhớ trên máy này.',
  })

const closeButton = (s: SessionView, account: string, seen: Seen): Html =>
  s.current
    ? state('ok', 'phiên này', { plain: true })
    : form({
        action: `/toi/phien/${s.id}/ket-thuc`,
        csrf: seen.csrf,
        label: `Kết thúc phiên mở lúc ${showInstant(s.opened)}`,
        body: html`${hidden('account', account)}${button({ label: 'Kết thúc phiên', kind: 'quiet' })}`,
      })

const sessionsCard = (view: OwnAccountView, seen: Seen): Html =>
  card({
    title: 'Nơi đang đăng nhập',
    fit: 'flush',
    actions: form({
      action: '/dang-xuat/tat-ca',
      csrf: seen.csrf,
      body: button({ label: 'Đăng xuất mọi nơi', kind: 'danger', icon: 'signout' }),
    }),
    body: table<SessionView>({
      caption: 'Các phiên đăng nhập đang mở',
      columns: [
        { label: 'Thiết bị', kind: 'name', cell: (s) => s.device, room: 'wide' },
        { label: 'Địa chỉ', cell: (s) => s.address },
        { label: 'Mở lúc', kind: 'day', cell: (s) => showInstant(s.opened) },
        { label: 'Thao tác gần nhất', kind: 'day', cell: (s) => showInstant(s.lastSeen) },
        { label: 'Kết thúc', quiet: true, kind: 'action', cell: (s) => closeButton(s, view.id, seen) },
      ],
      rows: view.sessions,
      empty: 'Không có phiên nào đang mở.',
    }),
    foot: 'Phiên tự kết thúc sau 8 giờ không thao tác và tối đa 24 giờ.',
  })

/** Draws the page. */
export function ownAccountPage(view: OwnAccountView, seen: Seen): Drawn {
  const roles = view.roles.length === 0 ? noRole : view.roles.map(roleCard)
  const person = card({
    title: 'Thông tin cá nhân',
    body: facts([
      ['Họ và tên', view.name],
      ['Chức vụ', view.post],
      ['Cơ quan', view.unit],
      ['Điện thoại', view.phone],
      ['Thư điện tử', view.email],
    ]),
    actions: linkButton({ label: 'Nhận nhắc việc', href: '/toi/nhan-nhac', icon: 'bell' }),
    foot: 'Thông tin chưa đúng: báo quản trị hệ thống của cơ quan.',
  })
  return {
    asOf: null,
    body: html`${head({ title: 'Tài khoản của tôi', over: [view.post, view.unit].filter((t) => t).join(' · ') })}${sleepBand(view)}
${columns('two', [html`${person}${entryCard(view)}`, html`${roles}${displayCard(seen)}`])}
${sessionsCard(view, seen)}`,
  }
}
