/** Ai đã xem: time, body, role, purpose, parts; the own readings apart; a question why goes to the body with a term. */
import { showInstant } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { form, hidden } from '../../../ui/form.ts'
import { type Html, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { REQUEST_STATES, type RequestState } from '../words.ts'
import { ownPage } from './frame.ts'

/** Một lần xem. */
export type ViewingRow = {
  readonly id: string
  readonly at: Temporal.Instant
  readonly who: string
  readonly purpose: string
  readonly groups: string
  readonly sensitive: boolean
  readonly asked: RequestState | null
}

/** What the page shows. */
export type ViewingsView = {
  readonly others: readonly ViewingRow[]
  readonly own: readonly { readonly at: Temporal.Instant; readonly what: string }[]
  readonly edits: readonly { readonly at: Temporal.Instant; readonly who: string; readonly what: string }[]
}

const ask = (r: ViewingRow, seen: Seen): Html =>
  r.asked === null
    ? form({
        action: '/toi/ai-da-xem/hoi',
        csrf: seen.csrf,
        label: `Hỏi lý do lượt xem ${showInstant(r.at)}`,
        body: html`${hidden('viewing', r.id)}${button({ label: 'Hỏi lý do', kind: 'quiet' })}`,
      })
    : state(REQUEST_STATES[r.asked].shape, REQUEST_STATES[r.asked].label)

/** The page. */
export function viewingsPage(v: ViewingsView, seen: Seen): Drawn {
  return ownPage(
    'ai-da-xem',
    {
      title: v.others.length === 0 ? 'Chưa có ai khác xem hồ sơ' : `${v.others.length} lượt người khác đã xem hồ sơ`,
      lead: 'Mỗi lượt mở hồ sơ được ghi kèm mục đích. Hỏi lý do thì cơ quan đã xem phải trả lời trong hạn.',
    },
    card({
      fit: 'flush',
      body: table<ViewingRow>({
        caption: 'Người khác đã xem',
        columns: [
          { label: 'Lúc', kind: 'name', cell: (r) => showInstant(r.at) },
          { label: 'Cơ quan, vai trò', room: 'wide', cell: (r) => r.who },
          { label: 'Mục đích', cell: (r) => r.purpose },
          {
            label: 'Phần đã xem',
            room: 'wide',
            cell: (r) => (r.sensitive ? `${r.groups} (có dữ liệu nhạy cảm)` : r.groups),
          },
          { label: 'Hỏi lý do', quiet: true, kind: 'action', cell: (r) => ask(r, seen) },
        ],
        rows: v.others,
        empty: 'Chưa có ai khác xem hồ sơ.',
      }),
    }),
    card({
      title: 'Ai đã sửa',
      fit: 'flush',
      body: table<ViewingsView['edits'][number]>({
        caption: 'Các lần sửa hồ sơ',
        columns: [
          { label: 'Lúc', kind: 'name', cell: (r) => showInstant(r.at) },
          { label: 'Người sửa', cell: (r) => r.who },
          { label: 'Việc', room: 'wide', cell: (r) => r.what },
        ],
        rows: v.edits,
        empty: 'Chưa có lần sửa nào.',
      }),
    }),
    disclosure(
      `Lượt tự xem, tự tải (${v.own.length})`,
      v.own.length === 0
        ? html`<p class="none">Chưa có lượt nào.</p>`
        : html`<ul>${v.own.map((o) => html`<li>${showInstant(o.at)}: ${o.what}</li>`)}</ul>`,
    ),
  )
}
