/** Một tài khoản: grants with what they open, sessions, and what an administrator may do with it. */
import type { Role } from '../../../kernel/actor.ts'
import { type Day, showInstant } from '../../../kernel/day.ts'
import { holdsOn, showValidity, type Validity } from '../../../kernel/validity.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card, columns, facts } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { buttons, dateField, form, hidden, radioField, selectField, textField, tickField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html, nothing } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { ROLES } from '../words.ts'
import { roleChoices, type UnitChoice, unitField } from './new-account.ts'
import type { SessionView } from './own-account.ts'
import { accountState, type PersonRow } from './people.ts'
import { rightsPreview } from './rights-preview.ts'

/** Phân quyền đã cấp; `valid` null = withdrawn before it began. */
export type GrantView = { id: string; role: Role; unit: string | null; valid: Validity | null; act: string }

/** Một tài khoản. */
export type OneAccountView = PersonRow & {
  id: string
  phone: string
  email: string
  unitId: string | null
  version: number
  grants: GrantView[]
  sessions: SessionView[]
  units: UnitChoice[]
  password: string
  today: Day
}

const path = (v: OneAccountView, rest = ''): string => `/quan-tri/nguoi-dung/${v.username}${rest}`

const holds = (g: GrantView, today: Day): boolean => g.valid !== null && holdsOn(g.valid, today)

const ends = (g: GrantView, today: Day): boolean => g.valid === null || (g.valid.to !== null && g.valid.to <= today)

function grantCard(g: GrantView, v: OneAccountView, seen: Seen): Html {
  const words = ROLES[g.role]
  const waits = words.secondStep && !v.secondStep && !v.sample
  const now = holds(g, v.today)
    ? waits
      ? state('soon', 'chờ bật xác thực hai bước')
      : state('ok', 'đang có hiệu lực', { plain: true })
    : state('idle', 'chưa đến ngày')
  const revoke = form({
    action: path(v, `/quyen/${g.id}/thu-hoi`),
    csrf: seen.csrf,
    label: `Thu hồi vai trò ${words.label}`,
    body: html`${textField({ name: 'reason', label: 'Lý do thu hồi', id: `ly-do-${g.id}`, optional: true })}${button({ label: 'Thu hồi vai trò', kind: 'danger' })}`,
  })
  return card({
    title: words.label,
    aside: html`${g.unit ?? 'Toàn hệ thống'} · ${g.valid === null ? '' : showValidity(g.valid)}`,
    actions: now,
    body: html`${rightsPreview(g.role, g.unit)}${disclosure('Thu hồi vai trò này', revoke)}`,
    foot: g.act === '' ? nothing : `Căn cứ: ${g.act}`,
  })
}

const pastGrants = (v: OneAccountView): Html => {
  const past = v.grants.filter((g) => ends(g, v.today))
  if (past.length === 0) return nothing
  return disclosure(
    `Vai trò đã hết (${past.length})`,
    html`<ul>${past.map((g) => html`<li>${ROLES[g.role].label}, ${g.unit ?? 'toàn hệ thống'}: ${g.valid === null ? 'thu hồi trước khi có hiệu lực' : showValidity(g.valid)}</li>`)}</ul>`,
  )
}

function grantForm(v: OneAccountView, seen: Seen): Html {
  const e = seen.refusal?.fields ?? {}
  const t = seen.typed
  return card({
    title: 'Cấp thêm vai trò',
    id: 'cap-vai-tro',
    body: form({
      action: path(v, '/quyen'),
      csrf: seen.csrf,
      label: 'Cấp thêm vai trò',
      body: html`${hidden('account', v.id)}${radioField({ name: 'role', label: 'Vai trò', value: t.role ?? null, options: roleChoices, error: e.role })}
${unitField(v.units, t.unitId, e.unitId)}
${dateField({ name: 'from', label: 'Từ ngày', value: t.from ?? '', optional: true, hint: 'Bỏ trống: từ hôm nay', error: e.from })}
${dateField({ name: 'until', label: 'Đến hết ngày', value: t.until ?? '', optional: true, hint: 'Bỏ trống: đến khi thu hồi', error: e.until })}
${textField({ name: 'act', label: 'Văn bản giao việc', value: t.act ?? '', optional: true, error: e.act })}
${buttons({ label: 'Cấp vai trò', kind: 'main' })}`,
    }),
    foot: 'Phiên đang mở của người này kết thúc để vai trò mới có hiệu lực.',
  })
}

/** A refused edit of this form, and not of another on the page. */
const editing = (seen: Seen): boolean => seen.typed.email !== undefined

function detailsForm(v: OneAccountView, seen: Seen): Html {
  const own = editing(seen)
  const t = own ? seen.typed : {}
  const e = own ? (seen.refusal?.fields ?? {}) : {}
  return form({
    action: path(v, '/thong-tin'),
    csrf: seen.csrf,
    version: v.version,
    label: 'Sửa thông tin tài khoản',
    body: html`${hidden('account', v.id)}${textField({ name: 'name', label: 'Họ và tên', value: t.name ?? v.name, error: e.name })}
${textField({ name: 'post', label: 'Chức vụ', value: t.post ?? v.post, optional: true, error: e.post })}
${textField({ name: 'phone', label: 'Điện thoại', value: t.phone ?? v.phone, type: 'tel', size: 'medium', optional: true, error: e.phone })}
${textField({ name: 'email', label: 'Thư điện tử', value: t.email ?? v.email, type: 'email', optional: true, error: e.email })}
${selectField({ name: 'unitId', id: 'co-quan-cong-tac', label: 'Cơ quan', blank: 'Không thuộc cơ quan nào', value: t.unitId ?? v.unitId ?? '', options: v.units.map((u) => ({ value: u.id, label: u.label, group: u.group })) })}
${buttons({ label: 'Lưu thông tin', kind: 'main' })}`,
  })
}

function statusCard(v: OneAccountView, seen: Seen): Html {
  const e = seen.refusal?.fields ?? {}
  const suspend = form({
    action: path(v, '/tam-khoa'),
    csrf: seen.csrf,
    label: 'Tạm khóa tài khoản',
    body: html`${hidden('account', v.id)}${textField({ name: 'reason', label: 'Lý do tạm khóa', value: seen.typed.reason ?? '', error: e.reason })}${button({ label: 'Tạm khóa tài khoản', kind: 'danger' })}`,
  })
  const restore = form({
    action: path(v, '/mo-lai'),
    csrf: seen.csrf,
    label: 'Mở lại tài khoản',
    body: html`${hidden('account', v.id)}${button({ label: 'Mở lại tài khoản', kind: 'main' })}`,
  })
  const reset = form({
    action: path(v, '/mat-khau'),
    csrf: seen.csrf,
    label: 'Cấp lại mật khẩu',
    body: html`${hidden('account', v.id)}${textField({ name: 'password', label: 'Mật khẩu dùng một lần', value: v.password, spellcheck: false, hint: 'Chép lại trước khi bấm nút, mật khẩu không hiện lại', error: e.password })}
${tickField({ name: 'dropSecondStep', label: 'Gỡ xác thực hai bước (mất điện thoại)' })}${button({ label: 'Cấp lại mật khẩu' })}`,
  })
  const closed = v.status === 'tam-khoa' || v.lockedUntil !== null
  return card({
    title: 'Quản lý tài khoản',
    body: html`${closed ? restore : nothing}${disclosure('Sửa thông tin', detailsForm(v, seen), { open: editing(seen) })}${v.sample ? nothing : disclosure('Cấp lại mật khẩu', reset, { open: e.password !== undefined })}${v.status === 'tam-khoa' ? nothing : disclosure('Tạm khóa', suspend, { open: e.reason !== undefined })}`,
  })
}

const sessionsCard = (v: OneAccountView, seen: Seen): Html =>
  card({
    title: 'Phiên đang mở',
    fit: 'flush',
    body: table<SessionView>({
      caption: 'Phiên đang mở',
      columns: [
        { label: 'Thiết bị', kind: 'name', cell: (s) => s.device, room: 'wide' },
        { label: 'Địa chỉ', cell: (s) => s.address },
        { label: 'Thao tác gần nhất', kind: 'day', cell: (s) => showInstant(s.lastSeen) },
        {
          label: 'Kết thúc',
          quiet: true,
          kind: 'action',
          cell: (s) =>
            form({
              action: path(v, `/phien/${s.id}/ket-thuc`),
              csrf: seen.csrf,
              label: `Kết thúc phiên mở lúc ${showInstant(s.opened)}`,
              body: html`${hidden('account', v.id)}${button({ label: 'Kết thúc phiên', kind: 'quiet' })}`,
            }),
        },
      ],
      rows: v.sessions,
      empty: 'Không có phiên nào đang mở.',
    }),
  })

/** Draws the page. */
export function oneAccountPage(v: OneAccountView, seen: Seen): Drawn {
  const live = v.grants.filter((g) => !ends(g, v.today))
  const person = card({
    title: 'Thông tin',
    body: facts([
      ['Tên đăng nhập', v.username],
      ['Chức vụ', v.post],
      ['Cơ quan', v.unit],
      ['Điện thoại', v.phone],
      ['Thư điện tử', v.email],
      ['Xác thực hai bước', v.sample ? 'tài khoản mẫu, không dùng' : v.secondStep ? 'đang bật' : 'chưa bật'],
    ]),
    foot: html`<a href="${`/quan-tri/nhat-ky?doi-tuong=${encodeURIComponent(`account:${v.id}`)}`}">Xem nhật ký của tài khoản này</a>`,
  })
  const grants =
    live.length === 0
      ? card({ title: 'Chưa có vai trò', body: html`<p>Tài khoản chưa thấy gì ngoài trang của chính mình.</p>` })
      : live.map((g) => grantCard(g, v, seen))
  return {
    asOf: null,
    crumbs: [{ label: 'Người dùng', href: '/quan-tri/nguoi-dung' }, { label: v.name }],
    body: html`${head({ title: v.name, over: [v.post, v.unit].filter((t) => t).join(' · '), state: accountState(v, seen.now) })}
${columns('two', [html`${grants}${pastGrants(v)}${grantForm(v, seen)}`, html`${person}${statusCard(v, seen)}${sessionsCard(v, seen)}`])}`,
  }
}
