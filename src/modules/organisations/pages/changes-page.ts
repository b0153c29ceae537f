/** Trang «Biến động tổ chức»: drafts, events whose day is to come, and the way to a new one. */
import { showDay, showInstant } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { form, hidden } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { table } from '../../../ui/table.ts'
import type { KeptDraft, RecordedEvent } from '../views/drafts.ts'
import type { EventLine } from '../views.ts'
import { EVENT_KINDS } from '../words.ts'
import { CHANGES, draftHref, eventHref, NEW_CHANGE, TREE } from './address.ts'

/** What the page shows. */
export type ChangesView = {
  readonly drafts: readonly KeptDraft[]
  /** Their day has come, and what the ended units held could not be handed over. */
  readonly failed: readonly RecordedEvent[]
  readonly coming: readonly EventLine[]
}

const finding = (v: ChangesView): string =>
  v.failed.length > 0 ? `${showNumber(v.failed.length)} biến động đến ngày chưa bàn giao được` : waiting(v)

const waiting = (v: ChangesView): string =>
  v.drafts.length === 0 && v.coming.length === 0
    ? 'Không có biến động nào đang soạn hay chờ ngày hiệu lực'
    : `${showNumber(v.drafts.length)} biến động đang soạn, ${showNumber(v.coming.length)} chờ ngày hiệu lực`

/** The page. */
export const changesPage = (v: ChangesView, seen: Seen): Html => html`${head({
  over: html`<a href="${TREE}">Tổ chức</a> · Biến động tổ chức`,
  title: finding(v),
  lead: 'Mỗi biến động có văn bản, ngày hiệu lực, đơn vị từ và đến. Trước ngày hiệu lực còn hoàn tác được.',
  actions: linkButton({ label: 'Soạn biến động mới', href: NEW_CHANGE, kind: 'main' }),
})}
${stack(
  v.failed.length === 0 ? '' : card({ title: 'Chưa bàn giao được', fit: 'flush', body: failed(v) }),
  card({ title: 'Đang soạn', fit: 'flush', body: drafts(v, seen) }),
  card({ title: 'Chờ ngày hiệu lực', fit: 'flush', body: coming(v) }),
)}`

const failed = (v: ChangesView): Html =>
  table({
    caption: 'Biến động đến ngày chưa bàn giao được',
    rows: v.failed,
    href: (e) => eventHref(e.key),
    empty: '',
    columns: [
      { label: 'Biến động', kind: 'name', cell: (e) => e.title },
      { label: 'Hiệu lực', kind: 'day', cell: (e) => showDay(e.on) },
      { label: 'Vì sao', room: 'wide', cell: (e) => e.failure, phone: 'whole' },
      { label: 'Lần thử', cell: (e) => (e.failedAt === null ? '' : showInstant(e.failedAt)), phone: 'hide' },
    ],
  })

const drafts = (v: ChangesView, seen: Seen): Html =>
  table({
    caption: 'Biến động đang soạn',
    rows: v.drafts,
    href: (d) => draftHref(d.id, 'kiem-tra'),
    empty: 'Không có bản nháp nào.',
    columns: [
      { label: 'Biến động', kind: 'name', cell: (d) => d.content.title },
      { label: 'Loại', cell: (d) => EVENT_KINDS[d.content.kind].label },
      { label: 'Hiệu lực', kind: 'day', cell: (d) => showDay(d.content.on) },
      { label: 'Sửa lần cuối', cell: (d) => `${showInstant(d.changedAt)}, ${d.madeByName}`, phone: 'hide' },
      {
        label: 'Bỏ',
        quiet: true,
        kind: 'action',
        cell: (d) =>
          form({
            action: `${CHANGES}/bo`,
            csrf: seen.csrf,
            label: `Bỏ bản nháp ${d.content.title}`,
            body: html`${hidden('draft', d.id)}${button({ label: 'Bỏ bản nháp', kind: 'quiet' })}`,
          }),
      },
    ],
  })

const coming = (v: ChangesView): Html =>
  table({
    caption: 'Biến động đã thực hiện, chờ ngày hiệu lực',
    rows: v.coming,
    href: (e) => eventHref(e.key),
    empty: 'Không có biến động nào chờ ngày hiệu lực.',
    columns: [
      { label: 'Biến động', kind: 'name', cell: (e) => e.title },
      { label: 'Loại', cell: (e) => EVENT_KINDS[e.kind].label },
      { label: 'Hiệu lực', kind: 'day', cell: (e) => showDay(e.on) },
      { label: 'Văn bản', cell: (e) => e.act },
    ],
  })
