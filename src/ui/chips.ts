/**
 * Bộ lọc nhanh: links with counts; the filter lives in the address, so it can be shared and reloaded.
 */

import { showNumber } from '../kernel/number.ts'
import { attributes, type Html, html } from './html.ts'
import { type StateKind, shape } from './state.ts'

/** Một lựa chọn lọc. */
export type Chip = {
  readonly label: string
  readonly href: string
  readonly count?: number
  readonly current?: boolean
  readonly kind?: StateKind
}

/** A row of filters. `label` names the row for a screen reader: "Lọc theo trạng thái". */
export const chips = (label: string, list: readonly Chip[]): Html => html`<nav class="chips" aria-label="${label}"><ul>
${list.map((c) => html`<li><a${attributes({ href: c.href, 'aria-current': c.current === true && 'true' })}>${c.kind ? shape(c.kind) : ''}<span>${c.label}</span>${c.count === undefined ? '' : html`<span class="count">${showNumber(c.count)}</span>`}</a></li>`)}
</ul></nav>`

/** Điều kiện đang lọc: each can be taken off by its link. */
export const conditions = (list: readonly { label: string; without: string }[]): Html =>
  html`<ul class="conditions">${list.map((c) => html`<li>${c.label}<a href="${c.without}" aria-label="${`Bỏ điều kiện ${c.label}`}">×</a></li>`)}</ul>`

/** Các trang con của một hồ sơ: links that look like tabs. */
export const tabs = (label: string, list: readonly Chip[]): Html => html`<nav class="tabs" aria-label="${label}"><ul>
${list.map((c) => html`<li><a${attributes({ href: c.href, 'aria-current': c.current === true && 'page' })}>${c.label}${c.count === undefined ? '' : html` <span class="count">${showNumber(c.count)}</span>`}</a></li>`)}
</ul></nav>`
