/** Người dùng: the list of accounts. */
import type { Role } from '../../../kernel/actor.ts'
import { showInstant } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { buttons, form, selectField, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { type Paging, table } from '../../../ui/table.ts'
import { ACCOUNT_STATUS, type AccountStatus, GIVEN_ROLES, ROLES } from '../words.ts'

/** Dòng của danh sách. */
export type PersonRow = {
  username: string
  name: string
  post: string
  unit: string | null
  status: AccountStatus
  sample: boolean
  secondStep: boolean
  mustChange: boolean
  lockedUntil: Temporal.Instant | null
  lastSeen: Temporal.Instant | null
  roles: { role: Role; unit: string | null }[]
}

/** Danh sách with its filter and its place in the whole. */
export type PeopleView = {
  rows: PersonRow[]
  total: number
  before: number
  filter: { tim: string; vaiTro: string; tinhTrang: string }
  after: string
  size: number
}

/** Whether the account can be used now, in a shape and words. */
export function accountState(r: Pick<PersonRow, 'status' | 'lockedUntil' | 'mustChange'>, now: Temporal.Instant): Html {
  if (r.status === 'tam-khoa') return state('late', ACCOUNT_STATUS['tam-khoa'])
  if (r.lockedUntil !== null && Temporal.Instant.compare(now, r.lockedUntil) < 0) {
    return state('soon', `Nhập sai nhiều lần, khóa đến ${showInstant(r.lockedUntil)}`)
  }
  return r.mustChange ? state('idle', 'Chưa đổi mật khẩu lần đầu') : state('done', ACCOUNT_STATUS['dang-dung'])
}

const address = (f: PeopleView['filter'], after = ''): string => {
  const q = new URLSearchParams()
  for (const [key, value] of [
    ['tim', f.tim],
    ['vai-tro', f.vaiTro],
    ['tinh-trang', f.tinhTrang],
    ['sau', after],
  ] as const) {
    if (value !== '') q.set(key, value)
  }
  const text = q.toString()
  return `/quan-tri/nguoi-dung${text === '' ? '' : `?${text}`}`
}

function pagingOf(v: PeopleView): Paging {
  const last = v.before + v.rows.length
  return {
    from: v.rows.length === 0 ? 0 : v.before + 1,
    to: last,
    total: v.total,
    noun: 'tài khoản',
    note: 'sắp theo tên đăng nhập',
    ...(v.after === '' ? {} : { previous: address(v.filter) }),
    ...(last < v.total ? { next: address(v.filter, v.rows.at(-1)?.username ?? '') } : {}),
  }
}

const filterForm = (v: PeopleView): Html =>
  form({
    action: '/quan-tri/nguoi-dung',
    method: 'get',
    label: 'Lọc tài khoản',
    wide: true,
    body: html`<div class="row-fields">${textField({ name: 'tim', label: 'Tên hoặc tên đăng nhập', value: v.filter.tim, type: 'search', size: 'medium' })}
${selectField({ name: 'vai-tro', label: 'Vai trò', value: v.filter.vaiTro, blank: 'Mọi vai trò', options: GIVEN_ROLES.map((r) => ({ value: r, label: ROLES[r].label })) })}
${selectField({ name: 'tinh-trang', label: 'Tình trạng', value: v.filter.tinhTrang, blank: 'Mọi tình trạng', options: Object.entries(ACCOUNT_STATUS).map(([value, label]) => ({ value, label })) })}
${buttons({ label: 'Lọc danh sách' })}</div>`,
  })

const rolesCell = (r: PersonRow): Html =>
  r.roles.length === 0
    ? html`<span class="none">chưa có vai trò</span>`
    : html`${r.roles.map((g, i) => html`${i > 0 ? html`<br>` : ''}${ROLES[g.role].label}${g.unit === null || g.unit === r.unit ? '' : html` <small>${g.unit}</small>`}`)}`

/** Draws the page. */
export function peoplePage(v: PeopleView, now: Temporal.Instant): Drawn {
  const filtered = v.filter.tim !== '' || v.filter.vaiTro !== '' || v.filter.tinhTrang !== ''
  return {
    asOf: null,
    body: html`${head({
      title: filtered ? `${showNumber(v.total)} tài khoản khớp điều kiện lọc` : `${showNumber(v.total)} tài khoản`,
      over: 'Quản trị · Người dùng',
      actions: linkButton({ label: 'Thêm tài khoản', href: '/quan-tri/nguoi-dung/them', kind: 'main', icon: 'plus' }),
    })}${filterForm(v)}
${card({
  fit: 'flush',
  body: table<PersonRow>({
    caption: 'Danh sách tài khoản',
    keys: true,
    columns: [
      { label: 'Họ và tên', kind: 'name', cell: (r) => r.name },
      { label: 'Tên đăng nhập', cell: (r) => html`${r.username}${r.sample ? html` <small>mẫu</small>` : ''}` },
      { label: 'Chức vụ, cơ quan', cell: (r) => [r.post, r.unit].filter((t) => t).join(', '), room: 'wide' },
      { label: 'Vai trò', cell: rolesCell },
      { label: 'Tình trạng', kind: 'state', cell: (r) => accountState(r, now) },
      {
        label: 'Dùng gần nhất',
        kind: 'day',
        spare: true,
        cell: (r) => (r.lastSeen === null ? html`<span class="none">chưa lần nào</span>` : showInstant(r.lastSeen)),
      },
    ],
    rows: v.rows,
    href: (r) => `/quan-tri/nguoi-dung/${r.username}`,
    empty: html`Không có tài khoản nào khớp. <a href="/quan-tri/nguoi-dung">Bỏ mọi điều kiện lọc</a>`,
    paging: pagingOf(v),
  }),
})}`,
  }
}
