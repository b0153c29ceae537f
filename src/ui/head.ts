/**
 * Đầu trang: the title says the finding ("12 cơ quan chưa nộp, hạn còn 11 ngày"), the actions stand beside it.
 */
import { type Fragment, type Html, html, isEmpty } from './html.ts'

/** Đầu trang. */
export type Head = {
  /** The finding, one sentence without a full stop. The only h1 of the page. */
  readonly title: string
  /** One line above the title: territory, as-of day, code. */
  readonly over?: Fragment
  /** One or two sentences below the title. */
  readonly lead?: Fragment
  /** Status beside the title. */
  readonly state?: Fragment
  /** Buttons and links, the main one last. */
  readonly actions?: Fragment
}

/** The heading of a page. */
export const head = (h: Head): Html => html`<div class="head">
<div class="head-text">${isEmpty(h.over) ? '' : html`<p class="over">${h.over}</p>`}<h1>${h.title}</h1>${isEmpty(h.state) ? '' : html`<p class="head-state">${h.state}</p>`}${isEmpty(h.lead) ? '' : html`<p class="lead">${h.lead}</p>`}</div>
${isEmpty(h.actions) ? '' : html`<div class="actions">${h.actions}</div>`}
</div>`
