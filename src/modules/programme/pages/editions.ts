/** Các phiên bản của kế hoạch: every document it has followed, what changed with each, and what no longer applies. */
import { showDay, showInstant } from '../../../kernel/day.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'
import type { Edition, EndedItem, Programme, Wording } from '../words.ts'
import { short } from './parts.ts'

/** What the page shows. */
export type EditionsView = {
  readonly plan: Programme | null
  readonly editions: readonly Edition[]
  readonly ended: readonly EndedItem[]
  readonly wordings: readonly Wording[]
  readonly mayAmend: boolean
}

const editionCard = (v: EditionsView): Html =>
  card({
    title: 'Các văn bản',
    fit: 'flush',
    body: table<Edition>({
      caption: 'Các văn bản của kế hoạch',
      rows: [...v.editions].reverse(),
      empty: '',
      href: (e) => `/ke-hoach/doc/${e.documentId}`,
      columns: [
        {
          label: 'Văn bản',
          kind: 'name',
          room: 'wide',
          cell: (e) => html`${e.number} ngày ${showDay(e.date)} <small>${short(e.title, 110)}</small>`,
        },
        {
          label: 'Thay đổi',
          cell: (e) =>
            e.no === 1
              ? 'Ban hành lần đầu'
              : `thêm ${e.added}, đổi hoặc chuyển chỗ ${e.changed}, thôi áp dụng ${e.removed}, giữ nguyên ${e.unchanged}`,
        },
        { label: 'Đưa vào hệ thống', cell: (e) => html`${e.takenBy}<br><small>${showInstant(e.takenAt)}</small>` },
      ],
    }),
  })

const KIND = { goal: 'Mục tiêu', task: 'Nhiệm vụ', recipient: 'Nơi nhận' } as const

const endedCard = (list: readonly EndedItem[]): Html =>
  card({
    title: 'Không còn áp dụng',
    fit: 'flush',
    body: table<EndedItem>({
      caption: 'Mục không còn áp dụng',
      rows: list,
      empty: 'Chưa có mục nào thôi áp dụng.',
      href: (i) =>
        i.kind === 'recipient' ? '/ke-hoach?xem=noi-nhan' : `/ke-hoach/${encodeURIComponent(i.code)}?cu=${i.id}`,
      columns: [
        {
          label: 'Mục',
          kind: 'name',
          room: 'wide',
          cell: (i) =>
            html`${i.kind === 'recipient' ? KIND[i.kind] : `${KIND[i.kind]} ${i.code}`}. ${short(i.text, 130)}`,
        },
        { label: 'Từ ngày', cell: (i) => showDay(i.endedOn) },
        { label: 'Theo văn bản', cell: (i) => i.byNumber },
      ],
    }),
  })

/** What items said before, with what changed in them. */
export const wordingList = (list: readonly Wording[]): Html =>
  html`<ul class="plain-list">${list.map((w) => html`<li><p>Trước ${showDay(w.byDate)} (văn bản ${w.byNumber}), mục ${w.code}${w.text === '' ? ' chỉ khác số:' : ' ghi:'}</p>${w.text === '' ? '' : html`<blockquote class="source-words" data-source-text>${w.text}</blockquote>`}${w.fields.length === 0 ? '' : html`<p class="read-facts">${w.fields.map((f, i) => html`${i === 0 ? '' : ' · '}${f.label}: ${f.before || 'không nêu'} thành ${f.after || 'không nêu'}`)}</p>`}</li>`)}</ul>`

/** Draws the history of the plan's documents. */
export function editionsPage(v: EditionsView): Drawn {
  const { plan } = v
  const crumbs = [{ label: 'Kế hoạch', href: '/ke-hoach' }, { label: 'Các phiên bản' }]
  if (plan === null)
    return { crumbs, body: stack(head({ title: 'Các phiên bản của kế hoạch' }), emptyState('Chưa có kế hoạch.')) }
  const count = v.editions.length
  return {
    crumbs,
    body: stack(
      head({
        over: `Kế hoạch ${plan.number} · ${showDay(plan.date)} · ${plan.issuer}`,
        title: count === 1 ? 'Kế hoạch chưa sửa đổi lần nào' : `Kế hoạch đã sửa đổi ${count - 1} lần`,
        actions: v.mayAmend
          ? linkButton({ label: 'Đọc bản sửa đổi', href: '/ke-hoach/sua-doi', icon: 'upload', kind: 'main' })
          : '',
      }),
      editionCard(v),
      count === 1 ? '' : endedCard(v.ended),
      v.wordings.length === 0 ? '' : card({ title: 'Lời văn trước khi sửa đổi', body: wordingList(v.wordings) }),
    ),
  }
}
