/** Trang «Nơi nhận tin»: which systems are told of what, and whether the news arrived. */
import { showInstant } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { buttons, checkboxField, form, textField, tickField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { type StateKind, state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { DELIVERY_STATES, type Delivery, type DeliveryState, EVENTS, type Subscription } from '../words.ts'
import { AT, exchangeTabs } from './frame.ts'

/** What the page shows. */
export type ReceiversView = {
  readonly subscriptions: readonly Subscription[]
  readonly deliveries: readonly Delivery[]
  readonly tabs: readonly (keyof typeof AT)[]
}

const SHAPES: Readonly<Record<DeliveryState, StateKind>> = { cho: 'wait', 'da-nhan': 'done', bo: 'late' }

function subscribeForm(seen: Seen): Html {
  const e = seen.refusal?.fields ?? {}
  const t = seen.typed
  return form({
    action: AT.receivers,
    csrf: seen.csrf,
    label: 'Đăng ký nơi nhận tin',
    body: html`${textField({ name: 'name', label: 'Tên hệ thống nhận tin', value: t.name ?? '', error: e.name })}
${textField({ name: 'url', label: 'Địa chỉ nhận tin', value: t.url ?? '', hint: 'Bắt đầu bằng https://', error: e.url })}
${checkboxField({ name: 'kinds', label: 'Báo tin khi', values: (t.kinds ?? '').split('\n'), options: Object.entries(EVENTS).map(([value, label]) => ({ value, label })), error: e.kinds })}
${tickField({ name: 'inside', label: 'Cho phép địa chỉ trong mạng nội bộ', hint: 'Chỉ khi hệ thống nhận tin nằm trong mạng của cơ quan; khi đó nhận cả http://', checked: t.inside === '1' })}
${buttons({ label: 'Đăng ký nơi nhận tin', kind: 'main' })}`,
  })
}

const end = (s: Subscription, seen: Seen): Fragment =>
  s.endedAt === null
    ? form({
        action: `${AT.receivers}/${s.id}/thoi`,
        csrf: seen.csrf,
        label: `Thôi gửi cho ${s.name}`,
        body: button({ label: 'Thôi gửi', kind: 'quiet' }),
      })
    : ''

const subscriptionTable = (v: ReceiversView, seen: Seen): Html =>
  table<Subscription>({
    caption: 'Nơi nhận tin',
    rows: v.subscriptions,
    empty: 'Chưa có nơi nhận tin nào.',
    columns: [
      { label: 'Hệ thống', kind: 'name', room: 'wide', cell: (s) => html`${s.name}<br><small>${s.url}</small>` },
      { label: 'Báo tin khi', room: 'wide', cell: (s) => s.kinds.map((k) => EVENTS[k] ?? k).join(', ') },
      { label: 'Mạng', spare: true, cell: (s) => (s.inside ? 'cho phép nội bộ' : 'chỉ bên ngoài') },
      { label: 'Đăng ký lúc', kind: 'day', spare: true, cell: (s) => showInstant(s.madeAt) },
      {
        label: 'Tình trạng',
        kind: 'state',
        cell: (s) => (s.endedAt === null ? state('ok', 'đang gửi', { plain: true }) : state('idle', 'đã thôi gửi')),
      },
      { label: 'Thao tác', quiet: true, kind: 'action', cell: (s) => end(s, seen) },
    ],
  })

const retry = (d: Delivery, seen: Seen): Fragment =>
  d.state === 'da-nhan'
    ? ''
    : form({
        action: `${AT.receivers}/tin/${d.id}/gui-lai`,
        csrf: seen.csrf,
        label: `Gửi lại tin ${EVENTS[d.kind] ?? d.kind} cho ${d.name}`,
        body: button({ label: 'Gửi lại', kind: 'quiet' }),
      })

const deliveryTable = (v: ReceiversView, seen: Seen): Html =>
  table<Delivery>({
    caption: 'Nhật ký gửi tin',
    rows: v.deliveries,
    empty: 'Chưa gửi tin nào.',
    columns: [
      {
        label: 'Tin',
        kind: 'name',
        room: 'wide',
        cell: (d) => html`${EVENTS[d.kind] ?? d.kind}<br><small>${d.name}</small>`,
      },
      { label: 'Tình trạng', kind: 'state', cell: (d) => state(SHAPES[d.state], DELIVERY_STATES[d.state]) },
      { label: 'Số lần gửi', kind: 'number', cell: (d) => String(d.tries) },
      { label: 'Trả lời', room: 'wide', cell: (d) => d.trouble || (d.status === null ? '' : `Mã ${d.status}`) },
      { label: 'Có tin lúc', kind: 'day', cell: (d) => showInstant(d.madeAt) },
      {
        label: 'Nhận hoặc gửi tiếp lúc',
        kind: 'day',
        spare: true,
        cell: (d) => showInstant(d.settledAt ?? d.nextAt),
      },
      { label: 'Thao tác', quiet: true, kind: 'action', cell: (d) => retry(d, seen) },
    ],
  })

/** The page. */
export function receiversPage(v: ReceiversView, seen: Seen): Drawn {
  const active = v.subscriptions.filter((s) => s.endedAt === null).length
  return {
    asOf: null,
    body: html`${head({
      over: 'Quản trị · Trao đổi dữ liệu',
      title: active === 0 ? 'Chưa có hệ thống nào nhận tin' : `${active} hệ thống đang nhận tin`,
      lead: 'Mỗi tin nói điều gì xảy ra với báo cáo nào của cơ quan nào, không mang tên người hay lời văn. Tin có chữ ký HMAC-SHA256 (Webhook-Signature); chưa nhận thì gửi lại, mỗi lần chờ lâu hơn, trong gần hai ngày.',
    })}
${exchangeTabs('receivers', v.tabs)}
${stack(
  card({
    title: 'Đăng ký',
    body: disclosure('Đăng ký nơi nhận mới', subscribeForm(seen), {
      open: seen.refusal !== null || v.subscriptions.length === 0,
    }),
  }),
  card({ title: 'Nơi nhận tin', fit: 'flush', body: subscriptionTable(v, seen) }),
  card({ title: 'Nhật ký gửi tin', fit: 'flush', body: deliveryTable(v, seen) }),
)}`,
  }
}
