/** Trang Thay đổi: every goal then and now, and what happened in between. */

import { type Day, showDay, showInstant } from '../../../kernel/day.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { card, stack } from '../../../ui/card.ts'
import { buttons, dateField, form } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { type Course, figureWords, PROGRESS } from '../../goals/public.ts'
import { CHANGE_KINDS, type Change } from '../rules/changes.ts'

/** What the page shows. */
export type ChangesView = {
  readonly since: Day
  readonly today: Day
  /** A day that does not exist or has not come yet, as typed. */
  readonly wrong: string | null
  readonly changes: readonly Change[]
  readonly events: readonly { readonly at: Temporal.Instant; readonly who: string; readonly what: string }[]
  readonly more: number
}

const figure = (c: Course | null): Fragment =>
  c === null
    ? html`<span class="none">chưa có mục tiêu</span>`
    : c.reading.low === null
      ? html`<span class="none">${figureWords(c.reading)}</span>`
      : html`<span>${figureWords(c.reading)}<br>${state(PROGRESS[c.progress].tone, PROGRESS[c.progress].label, { plain: true })}</span>`

/** Draws the page. */
export function changesPage(v: ChangesView): Drawn {
  const moved = v.changes.filter((c) => c.kind !== 'khong-doi').length
  return {
    crumbs: [{ label: 'Bảng điều hành', href: '/dieu-hanh' }, { label: 'Thay đổi' }],
    body: stack(
      head({
        over: `Từ ${showDay(v.since)} đến ${showDay(v.today)}`,
        title: moved === 0 ? 'Không mục tiêu nào thay đổi' : `${moved} trong ${v.changes.length} mục tiêu thay đổi`,
        lead: 'Số liệu trước là số đã biết vào cuối ngày ấy, kể cả khi về sau được sửa.',
      }),
      card({
        body: form({
          action: '/dieu-hanh/thay-doi',
          method: 'get',
          csrf: '',
          label: 'Chọn ngày so sánh',
          body: html`<div class="filter-row">${dateField({ name: 'tu', label: 'So với cuối ngày', value: v.wrong ?? showDay(v.since), ...(v.wrong === null ? {} : { error: 'Chọn một ngày có thật, trước hôm nay, ví dụ 03/11/2026' }) })}${buttons({ label: 'So sánh' })}</div>`,
        }),
      }),
      card({
        title: 'Mục tiêu',
        fit: 'flush',
        body: table<Change>({
          caption: 'Mục tiêu trước và nay',
          rows: v.changes,
          empty: 'Kế hoạch chưa có mục tiêu nào.',
          href: (c) => `/muc-tieu/${c.code}`,
          columns: [
            { label: 'Mục tiêu', kind: 'name', room: 'wide', cell: (c) => `${c.code}. ${c.name}` },
            { label: `Cuối ngày ${showDay(v.since)}`, cell: (c) => figure(c.before) },
            { label: 'Nay', cell: (c) => figure(c.now) },
            {
              label: 'Thay đổi',
              kind: 'state',
              cell: (c) =>
                c.kind === 'khong-doi'
                  ? html`<span class="none">${CHANGE_KINDS[c.kind]}</span>`
                  : state(c.kind === 'doi-muc' ? 'soon' : 'idle', CHANGE_KINDS[c.kind], { plain: true }),
            },
          ],
        }),
      }),
      card({
        title: 'Việc đã xảy ra',
        body:
          v.events.length === 0
            ? html`<p class="none">Không có việc nào được ghi từ ngày ấy.</p>`
            : html`<ul class="matters">${v.events.map((e) => html`<li>${e.what.charAt(0).toUpperCase()}${e.what.slice(1)}<small>${e.who}, ${showInstant(e.at)}</small></li>`)}</ul>`,
        foot: v.more > 0 ? `Còn ${v.more} việc khác trong nhật ký.` : '',
      }),
    ),
  }
}
