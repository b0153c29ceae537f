/**
 * Thông báo: bands inside a page, and whole pages for what cannot be shown. A message says what happened, what is safe,
 * what to do next; an error also its code.
 */
import { attributes, classes, type Fragment, type Html, html, isEmpty } from './html.ts'
import { icon } from './icons.ts'

/** Loại thông báo: `ok` đã xong · `info` cần biết · `soon` cần chú ý · `late` lỗi, quá hạn. */
export type MessageKind = 'ok' | 'info' | 'soon' | 'late'

const ICON = { ok: 'check', info: 'info', soon: 'warning', late: 'warning' } as const

/** Thông báo trong trang. */
export type Message = {
  readonly kind: MessageKind
  /** The sentence that matters; also read out at once. */
  readonly title: Fragment
  readonly body?: Fragment
  /** Links or buttons: «Hoàn tác». */
  readonly actions?: Fragment
  /** False for a band that was there before (no announcement). Default: true for ok and late. */
  readonly announce?: boolean
}

/** A band across the page. */
export function message(m: Message): Html {
  const announce = m.announce ?? (m.kind === 'ok' || m.kind === 'late')
  const own = attributes({
    class: classes('message', m.kind),
    role: announce ? (m.kind === 'late' ? 'alert' : 'status') : null,
  })
  return html`<div${own}>${icon(ICON[m.kind])}<div class="message-text"><p class="message-title">${m.title}</p>${isEmpty(m.body) ? '' : html`<div class="message-body">${m.body}</div>`}</div>${isEmpty(m.actions) ? '' : html`<div class="actions">${m.actions}</div>`}</div>`
}

/** «Không còn việc nào đến hạn trong 7 ngày.» One sentence where a list would stand, and the way on. */
export const emptyState = (sentence: string, way?: Fragment): Html =>
  html`<div class="empty-state"><p>${sentence}</p>${isEmpty(way) ? '' : html`<div class="actions">${way}</div>`}</div>`

/** Trang báo không làm được. */
export type Trouble = {
  readonly title: string
  /** What went wrong, in one sentence. */
  readonly cause: Fragment
  /** What was not touched: "Số liệu không bị ảnh hưởng." */
  readonly safe?: string
  /** What to do now. */
  readonly next?: Fragment
  /** Mã lỗi, the request id. */
  readonly code?: string
  readonly actions?: Fragment
  readonly icon?: 'warning' | 'lock' | 'search' | 'audit'
}

/** The body of a page that replaces the one asked for. */
export const trouble = (t: Trouble): Html => html`<div class="trouble">${icon(t.icon ?? 'warning')}<h1>${t.title}</h1>
<p>${t.cause}</p>${t.safe === undefined ? '' : html`<p>${t.safe}</p>`}${isEmpty(t.next) ? '' : html`<p>${t.next}</p>`}
${isEmpty(t.actions) ? '' : html`<div class="actions">${t.actions}</div>`}${t.code === undefined ? '' : html`<p class="code">Mã lỗi <b>${t.code}</b></p>`}</div>`

/** Hệ thống gặp lỗi: a bug or broken IO. */
export const errorBody = (code: string, doing?: string): Html =>
  trouble({
    title: 'Hệ thống gặp lỗi',
    cause: doing === undefined ? 'Việc vừa yêu cầu chưa thực hiện được.' : `Hệ thống gặp lỗi khi ${doing}.`,
    safe: 'Số liệu không bị ảnh hưởng.',
    next: 'Thử lại sau ít phút. Nếu vẫn gặp lỗi, báo mã lỗi dưới đây cho quản trị hệ thống của cơ quan.',
    code,
  })

/** Không có quyền: `sentence` says whom the function is for and whom to ask (`demand` gives it). */
export const forbiddenBody = (sentence: string, actions?: Fragment): Html =>
  trouble({ title: 'Chưa có quyền dùng chức năng này', cause: sentence, icon: 'lock', actions })

/** Không tìm thấy trang. */
export const notFoundBody = (actions?: Fragment): Html =>
  trouble({ title: 'Không tìm thấy trang này', cause: 'Có thể hồ sơ đã gộp vào hồ sơ khác.', icon: 'search', actions })
