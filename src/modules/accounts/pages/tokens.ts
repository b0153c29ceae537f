/** Trang «Khóa truy cập»: which other systems may read or write, for whom, until when, and when they last did. */
import type { Role } from '../../../kernel/actor.ts'
import { type Day, dayOf, showDay, showInstant } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { buttons, dateField, form, radioField, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { MACHINE_ROLES, ROLES } from '../words.ts'
import { type UnitChoice, unitField } from './new-account.ts'

/** Address of the page. */
export const TOKENS = '/quan-tri/khoa-truy-cap'

/** Một khóa. */
export type TokenView = {
  readonly id: string
  readonly name: string
  readonly purpose: string
  readonly unit: string | null
  readonly role: Role
  readonly mayWrite: boolean
  readonly hint: string
  readonly issued: Temporal.Instant
  readonly issuedBy: string
  readonly ends: Temporal.Instant
  readonly lastUsed: Temporal.Instant | null
  readonly state: 'revoked' | 'ended' | 'in-use'
}

/** What the page shows. */
export type TokensView = {
  readonly tokens: readonly TokenView[]
  readonly units: UnitChoice[]
  /** The last day a new key may be used on. */
  readonly latest: Day
}

/** The last day of use: keys end when the next day begins. */
const lastDay = (t: TokenView): string => showDay(dayOf(t.ends.subtract({ seconds: 1 })))

const stateCell = (t: TokenView): Html => {
  if (t.state === 'revoked') return state('idle', 'đã thu hồi')
  return t.state === 'ended' ? state('idle', 'đã hết hạn') : state('ok', 'đang dùng', { plain: true })
}

const revoke = (t: TokenView, seen: Seen): Fragment =>
  t.state === 'in-use'
    ? form({
        action: `${TOKENS}/${t.id}/thu-hoi`,
        csrf: seen.csrf,
        label: `Thu hồi khóa của ${t.name}`,
        body: button({ label: 'Thu hồi', kind: 'quiet' }),
      })
    : ''

const list = (v: TokensView, seen: Seen): Html =>
  table<TokenView>({
    caption: 'Khóa đã cấp',
    rows: v.tokens,
    empty: 'Chưa cấp khóa nào.',
    columns: [
      {
        label: 'Hệ thống',
        kind: 'name',
        cell: (t) => html`${t.name}${t.purpose === '' ? '' : html`<br><small>${t.purpose}</small>`}`,
      },
      {
        label: 'Cơ quan, quyền',
        room: 'wide',
        cell: (t) =>
          html`<div>${t.unit}<br><small>${ROLES[t.role].label}, ${t.mayWrite ? 'đọc và ghi' : 'chỉ đọc'}</small></div>`,
      },
      { label: 'Bốn ký tự cuối', cell: (t) => html`<code>${t.hint}</code>` },
      {
        label: 'Người cấp',
        spare: true,
        cell: (t) => html`<div>${t.issuedBy}<br><small>${showInstant(t.issued)}</small></div>`,
      },
      { label: 'Dùng đến hết', kind: 'day', cell: lastDay },
      {
        label: 'Dùng gần nhất',
        kind: 'day',
        cell: (t) => (t.lastUsed === null ? html`<span class="none">chưa lần nào</span>` : showInstant(t.lastUsed)),
      },
      { label: 'Tình trạng', kind: 'state', cell: stateCell },
      { label: 'Thao tác', quiet: true, kind: 'action', cell: (t) => revoke(t, seen) },
    ],
  })

function issueForm(v: TokensView, seen: Seen): Html {
  const e = seen.refusal?.fields ?? {}
  const t = seen.typed
  const body = form({
    action: TOKENS,
    csrf: seen.csrf,
    label: 'Cấp khóa truy cập',
    body: html`${textField({ name: 'name', label: 'Tên hệ thống dùng khóa', value: t.name ?? '', error: e.name })}
${textField({ name: 'purpose', label: 'Mục đích, văn bản cho phép', value: t.purpose ?? '', optional: true, error: e.purpose })}
${unitField(v.units, t.unitId, e.unitId)}
${radioField({ name: 'role', label: 'Vai trò', value: t.role ?? null, options: MACHINE_ROLES.map((r) => ({ value: r, label: ROLES[r].label })), error: e.role })}
${radioField({
  name: 'write',
  label: 'Được làm gì',
  value: t.write ?? 'khong',
  options: [
    { value: 'khong', label: 'Chỉ đọc' },
    { value: 'co', label: 'Đọc và ghi' },
  ],
})}
${dateField({ name: 'until', label: 'Dùng đến hết ngày', value: t.until ?? '', hint: `Chậm nhất ${showDay(v.latest)}`, error: e.until })}
${buttons({ label: 'Cấp khóa truy cập', kind: 'main' })}`,
  })
  return disclosure('Cấp khóa mới', body, { open: seen.refusal !== null || v.tokens.length === 0 })
}

/** Draws the page. */
export function tokensPage(v: TokensView, seen: Seen): Drawn {
  const used = v.tokens.filter((t) => t.state === 'in-use').length
  return {
    asOf: null,
    body: stack(
      head({
        over: 'Quản trị · Khóa truy cập',
        title: used === 0 ? 'Chưa có hệ thống nào đang được truy cập' : `${used} khóa truy cập đang dùng`,
        lead: 'Khóa cho hệ thống khác đọc hoặc ghi thay một cơ quan qua giao diện lập trình, với quyền và phạm vi của vai trò đã chọn. Khóa chỉ hiện một lần khi cấp. Dữ liệu nhạy cảm không đi qua khóa.',
        actions: linkButton({ label: 'Giao diện lập trình', href: '/api' }),
      }),
      card({ title: 'Cấp khóa', body: issueForm(v, seen) }),
      card({ title: 'Khóa đã cấp', fit: 'flush', body: list(v, seen) }),
    ),
  }
}
