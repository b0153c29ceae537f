/**
 * Hộp thoại và phần mở thêm: native popover and details, open and close without scripts. Dismissal is always «Đóng»;
 * «Hủy» means a legal annulment and never stands on a dialog.
 */
import { attributes, classes, type Fragment, type Html, html } from './html.ts'
import { type IconName, icon } from './icons.ts'

/** Hộp thoại. */
export type Dialog = {
  readonly id: string
  /** Says what will happen: "Trả lại báo cáo của Sở Y tế". */
  readonly title: string
  readonly body: Fragment
}

/** Nút mở hộp thoại. */
export type Opener = {
  readonly dialog: string
  readonly label: string
  readonly kind?: 'main' | 'plain' | 'quiet' | 'danger'
  readonly icon?: IconName
  /** `data-` attributes for islands, names without the prefix: `{ key: '3' }`. */
  readonly data?: Readonly<Record<string, string>>
}

const dataOf = (data: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [`data-${name}`, value]))

/** The button that opens a dialog. */
export const opener = (o: Opener): Html =>
  html`<button${attributes({ type: 'button', class: classes('btn', o.kind ?? 'plain'), popovertarget: o.dialog, ...dataOf(o.data) })}>${o.icon ? icon(o.icon) : ''}<span>${o.label}</span></button>`

/** A dialog in the top layer; what was typed stays when it closes. */
export const dialog = (d: Dialog): Html =>
  html`<div class="dialog" id="${d.id}" popover role="dialog" aria-labelledby="${`${d.id}-ten`}"><div class="dialog-top"><h2 id="${`${d.id}-ten`}">${d.title}</h2><button type="button" class="tool" popovertarget="${d.id}" popovertargetaction="hide" aria-label="Đóng">${icon('close')}</button></div>${d.body}</div>`

/** Nội dung mở thêm tại chỗ: "Cảnh báo đã giải trình (4)". */
export const disclosure = (summary: Fragment, body: Fragment, options: { open?: boolean; id?: string } = {}): Html =>
  html`<details${attributes({ class: 'disclosure', open: options.open === true, id: options.id })}><summary>${summary}</summary><div class="disclosure-body">${body}</div></details>`

/** Thực đơn nhỏ của một nút: links and buttons in a list. */
export const menuButton = (id: string, label: string, items: readonly Html[]): Html =>
  html`<span class="menu-button"><button type="button" class="btn plain" popovertarget="${id}"><span>${label}</span>${icon('down')}</button><ul class="pop small-menu" id="${id}" popover>${items.map((i) => html`<li>${i}</li>`)}</ul></span>`
