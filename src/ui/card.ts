/**
 * Khung nội dung: one quiet box; no boxes in boxes.
 */
import { attributes, classes, type Fragment, type Html, html, isEmpty } from './html.ts'
import { type StateKind, shape } from './state.ts'

/** Khung nội dung. */
export type Card = {
  readonly title?: string
  /** Small text or state beside the title. */
  readonly aside?: Fragment
  /** Buttons at the right of the title. */
  readonly actions?: Fragment
  readonly body: Fragment
  /** Source and as-of line under the body. */
  readonly foot?: Fragment
  readonly id?: string
  /** `flush` lets a table reach the edges; `narrow` keeps text and forms to a readable width. */
  readonly fit?: 'flush' | 'narrow'
}

/** A box with an optional title. */
export function card(c: Card): Html {
  const top = c.title !== undefined || !isEmpty(c.actions) || !isEmpty(c.aside)
  return html`<section${attributes({ class: classes('card', c.fit), id: c.id })}>
${top ? html`<div class="card-top">${c.title === undefined ? '' : html`<h2>${c.title}</h2>`}${isEmpty(c.aside) ? '' : html`<div class="card-aside">${c.aside}</div>`}${isEmpty(c.actions) ? '' : html`<div class="actions">${c.actions}</div>`}</div>` : ''}
${c.body}
${isEmpty(c.foot) ? '' : html`<p class="card-foot">${c.foot}</p>`}
</section>`
}

/** Con số cần chú ý: a large figure, what it counts, one line of detail; the whole box is the link. */
export type Figure = {
  readonly value: string
  readonly label: string
  readonly detail?: string
  readonly href?: string
  readonly kind?: StateKind
}

/** One figure of the board. */
export function figure(f: Figure): Html {
  const inner = html`<span class="figure-value">${f.kind ? shape(f.kind) : ''}${f.value}</span><span class="figure-text"><span class="figure-label">${f.label}</span>${f.detail === undefined ? '' : html`<span class="figure-detail">${f.detail}</span>`}</span>`
  const name = classes('card', 'figure', f.kind && `tone-${f.kind}`)
  return f.href === undefined
    ? html`<div class="${name}">${inner}</div>`
    : html`<a class="${name}" href="${f.href}">${inner}</a>`
}

/** A row of figures: three beside each other on a desk, below each other on a phone. */
export const figures = (list: readonly Figure[]): Html => html`<div class="figures">${list.map(figure)}</div>`

/** Thông tin: term and value, for the summary of a record. Empty values read "chưa có". */
export const facts = (rows: readonly (readonly [term: string, value: Fragment])[]): Html =>
  html`<dl class="facts">${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${isEmpty(value) ? html`<span class="none">chưa có</span>` : value}</dd></div>`)}</dl>`

/** Two or three columns of boxes that fold below each other on a phone. `side` = a narrow first column (section list, filters). */
export const columns = (kind: 'two' | 'three' | 'side' | 'aside', parts: readonly Fragment[]): Html =>
  html`<div class="${`columns ${kind}`}">${parts.map((p) => html`<div>${p}</div>`)}</div>`

/** Boxes below each other with one even gap. */
export const stack = (...parts: readonly Fragment[]): Html => html`<div class="stack">${parts}</div>`
