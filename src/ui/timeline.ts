/**
 * Dòng thời gian: who did what when, newest first, as plain sentences.
 */
import { type Fragment, type Html, html, isEmpty } from './html.ts'
import { type StateKind, shape } from './state.ts'

/** Một việc đã xảy ra. */
export type Happening = {
  /** Already formatted, `HH:mm dd/MM/yyyy` or `dd/MM/yyyy`. */
  readonly when: string
  /** Person and body: "Lê Thị Lan, Sở Nội vụ". */
  readonly who: string
  /** Predicate: "trả lại báo cáo". */
  readonly what: Fragment
  /** Reason, quoted as given. */
  readonly why?: string
  /** Before and after, links to versions. */
  readonly detail?: Fragment
  readonly kind?: StateKind
}

/** The history of a record; `empty` is said when nothing happened yet. */
export const timeline = (list: readonly Happening[], empty = 'Chưa có thay đổi nào.'): Html =>
  list.length === 0
    ? html`<p class="none">${empty}</p>`
    : html`<ol class="timeline">${list.map((h) => html`<li><span class="timeline-shape">${shape(h.kind ?? 'idle')}</span><div><p><b>${h.who}</b> ${h.what}</p>${h.why === undefined ? '' : html`<blockquote>${h.why}</blockquote>`}${isEmpty(h.detail) ? '' : html`<div class="timeline-detail">${h.detail}</div>`}<p class="timeline-when">${h.when}</p></div></li>`)}</ol>`
