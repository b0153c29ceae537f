/**
 * Trang: the whole document. One frame for every screen: national strip, top bar, menu, the page, the same help place,
 * the foot. Works without scripts; the menu on a phone is a native popover.
 */

import { showNumber } from '../kernel/number.ts'
import { DISPLAY_FIELDS, type Display, displayClasses } from './display.ts'
import { csrfField, hidden } from './form.ts'
import { attributes, classes, type Fragment, type Html, html, isEmpty } from './html.ts'
import { type IconName, icon, mark } from './icons.ts'

/** Mục của thanh bên. */
export type MenuItem = {
  readonly label: string
  readonly href: string
  readonly icon: IconName
  readonly count?: number
  /** What is counted, for screen readers: "việc quá hạn". */
  readonly countLabel?: string
  /** `late` colours the counter; default neutral. */
  readonly countKind?: 'late' | 'plain'
}

/** Nhóm của thanh bên; the first group may have no title. */
export type MenuGroup = { readonly title?: string; readonly items: readonly MenuItem[] }

/** Khung chung: everything the frame shows that is not the page itself. Made once per request by the application. */
export type Frame = {
  /** Hashed address of an asset: `asset('app.css')`, `asset('app.js')` (see assets.ts). */
  readonly asset: (name: string) => string
  /** Name of the system. */
  readonly system: string
  /** Territory and plan: "Tỉnh … · Kế hoạch …". */
  readonly place: string
  readonly menu: readonly MenuGroup[]
  /** Address of this page; the menu item with the longest matching address is current. */
  readonly path: string
  /** Null before sign-in. `letter` = first letter of tên. */
  readonly user: {
    readonly name: string
    readonly body: string
    readonly letter: string
    readonly roles?: string
  } | null
  readonly csrf: string
  readonly signInHref?: string
  readonly signOutAction?: string
  /** Other pages of the account: mật khẩu, phiên đăng nhập. */
  readonly userLinks?: readonly { readonly label: string; readonly href: string }[]
  readonly unread?: number
  readonly noticesHref?: string
  readonly helpHref?: string
  /** Full search page (works without scripts) and the JSON endpoint of the palette. */
  readonly search?: { readonly href: string; readonly json?: string }
  /** Kỳ đang xem: "Năm 2026". */
  readonly period?: { readonly label: string; readonly href: string }
  /** Already formatted, `HH:mm dd/MM/yyyy`. */
  readonly asOf?: string
  /** Sample data are shown. */
  readonly demo?: boolean
  /** The clock is fixed (NGUYEN_KHI_NOW), already formatted. */
  readonly fixedClock?: string
  readonly display?: Display
  /** POST address that keeps text size, density and rail (fields of display.ts). */
  readonly displayAction?: string
  /** Who runs the system, contact, hosting. */
  readonly owner?: Fragment
  /** Feedback link, same place on every page: «Thông tin chưa đúng?» */
  readonly feedbackHref?: string
}

/** Đường dẫn phân cấp. */
export type Crumb = { readonly label: string; readonly href?: string }

/** Nội dung trang. */
export type Page = {
  /** Title of the document; the system name is added. */
  readonly title: string
  readonly body: Fragment
  readonly crumbs?: readonly Crumb[]
  /** A form came back with errors: the title starts "Lỗi: ". */
  readonly failed?: boolean
  /** Bands above the heading. */
  readonly messages?: Fragment
  /** `wide` uses the whole width (grids), `plain` has no menu (sign-in, set-up), default 1240 px. */
  readonly layout?: 'wide' | 'plain'
  /** Overrides the frame's as-of line; null hides it. */
  readonly asOf?: string | null
}

/** Address of the menu item that covers `path`, or null. */
export function currentItem(menu: readonly MenuGroup[], path: string): string | null {
  const bare = path.split('?')[0] ?? path
  const fits = menu
    .flatMap((g) => g.items.map((i) => i.href.split('?')[0] ?? i.href))
    .filter((h) => bare === h || bare.startsWith(h.endsWith('/') ? h : `${h}/`))
  return fits.sort((a, b) => b.length - a.length)[0] ?? null
}

function menuItem(item: MenuItem, current: boolean): Html {
  const counter =
    item.count === undefined || item.count === 0
      ? ''
      : html`<span class="${classes('counter-badge', item.countKind)}">${showNumber(item.count)}<span class="hidden"> ${item.countLabel ?? ''}</span></span>`
  return html`<li><a${attributes({ href: item.href, 'aria-current': current && 'page', title: item.label })}>${icon(item.icon)}<span class="menu-label">${item.label}</span>${counter}</a></li>`
}

function menu(f: Frame): Html {
  const current = currentItem(f.menu, f.path)
  const groups = f.menu
    .filter((g) => g.items.length > 0)
    .map(
      (g) =>
        html`<div class="menu-group">${g.title === undefined ? '' : html`<h2>${g.title}</h2>`}<ul>${g.items.map((i) => menuItem(i, (i.href.split('?')[0] ?? i.href) === current))}</ul></div>`,
    )
  const narrow = f.display?.rail === 'narrow'
  const fold =
    f.displayAction === undefined
      ? ''
      : html`<form method="post" action="${f.displayAction}" class="rail-form" data-display>${csrfField(f.csrf)}${hidden('back', f.path)}<button class="rail-fold" name="${DISPLAY_FIELDS.rail}" value="${narrow ? 'wide' : 'narrow'}" title="${narrow ? 'Mở rộng thanh bên' : 'Thu gọn thanh bên'}">${icon('collapse')}<span class="menu-label">${narrow ? 'Mở rộng' : 'Thu gọn'}</span></button></form>`
  return html`<nav class="rail" id="menu" popover aria-label="Chính">${groups}${fold}</nav>`
}

function choice(
  f: Frame,
  field: keyof typeof DISPLAY_FIELDS,
  title: string,
  list: readonly (readonly [string, string, string])[],
): Html {
  return html`<p class="display-row"><span>${title}</span><span class="segments">${list.map(([value, words, full]) => html`<button${attributes({ name: DISPLAY_FIELDS[field], value, 'aria-pressed': String((f.display?.[field] ?? list[0]?.[0]) === value), title: full, 'aria-label': full })}>${words}</button>`)}</span></p>`
}

const displayForm = (f: Frame): Html | '' =>
  f.displayAction === undefined
    ? ''
    : html`<form method="post" action="${f.displayAction}" class="display-form" data-display>${csrfField(f.csrf)}${hidden('back', f.path)}
${choice(f, 'text', 'Cỡ chữ', [
  ['normal', 'A', 'Cỡ chữ thường'],
  ['large', 'A+', 'Cỡ chữ lớn'],
  ['larger', 'A++', 'Cỡ chữ rất lớn'],
])}
${choice(f, 'density', 'Độ thoáng', [
  ['medium', 'Vừa', 'Dòng vừa'],
  ['roomy', 'Thoáng', 'Dòng thoáng'],
  ['dense', 'Dày', 'Dòng dày'],
])}
${choice(f, 'keys', 'Phím tắt', [
  ['on', 'Bật', 'Bật phím tắt một chữ'],
  ['off', 'Tắt', 'Tắt phím tắt một chữ'],
])}</form>`

function account(f: Frame): Html {
  if (f.user === null) {
    return f.signInHref === undefined ? html`` : html`<a class="btn plain" href="${f.signInHref}">Đăng nhập</a>`
  }
  const u = f.user
  return html`<button type="button" class="who" popovertarget="account"><span class="who-text"><span><span class="hidden">Tài khoản: </span>${u.name}</span><span class="who-body">${u.body}</span></span><span class="avatar" aria-hidden="true">${u.letter}</span></button>
<div class="pop account" id="account" popover><p class="account-name">${u.name}</p><p class="account-body">${u.body}</p>${u.roles === undefined ? '' : html`<p class="account-body">${u.roles}</p>`}
${displayForm(f)}
${f.userLinks === undefined || f.userLinks.length === 0 ? '' : html`<ul class="account-links">${f.userLinks.map((l) => html`<li><a href="${l.href}">${l.label}</a></li>`)}</ul>`}
${f.signOutAction === undefined ? '' : html`<form method="post" action="${f.signOutAction}" data-sign-out>${csrfField(f.csrf)}<button class="btn plain">${icon('signout')}<span>Đăng xuất</span></button></form>`}</div>`
}

const searchBox = (f: Frame): Html | '' =>
  f.search === undefined
    ? ''
    : html`<a class="find"${attributes({ href: f.search.href, 'data-palette': f.search.json ?? '', 'aria-keyshortcuts': 'Control+K' })}>${icon('search')}<span class="find-text">Tìm hoặc làm…</span><kbd>Ctrl K</kbd></a>`

const bell = (f: Frame): Html | '' => {
  if (f.noticesHref === undefined) return ''
  const unread = f.unread ?? 0
  const label = unread === 0 ? 'Thông báo' : `Thông báo, ${showNumber(unread)} chưa đọc`
  return html`<a class="tool" href="${f.noticesHref}" aria-label="${label}" title="${label}">${icon('bell')}${unread === 0 ? '' : html`<span class="dot">${unread > 99 ? '99+' : unread}</span>`}</a>`
}

const topBar = (f: Frame, plain: boolean): Html => html`<header class="top">
${plain || f.menu.length === 0 ? '' : html`<button type="button" class="tool menu-open" popovertarget="menu" aria-label="Mở danh mục chức năng">${icon('menu')}</button>`}
<a class="brand" href="/">${mark}<span class="brand-text"><span class="brand-name">${f.system}</span> <span class="brand-place">${f.place}</span></span></a>
<div class="tools">${searchBox(f)}${f.period === undefined ? '' : html`<a class="period" href="${f.period.href}">${icon('calendar')}<span>${f.period.label}</span></a>`}${bell(f)}${f.helpHref === undefined ? '' : html`<a class="tool" href="${f.helpHref}" aria-label="Trợ giúp" title="Trợ giúp">${icon('help')}</a>`}${account(f)}</div>
</header>`

const bands = (f: Frame): Html | '' =>
  f.demo !== true && f.fixedClock === undefined
    ? ''
    : html`<div class="bands" role="note">${f.demo === true ? html`<span><b>Dữ liệu mẫu</b> để dùng thử, không phải số liệu chính thức.</span>` : ''}${f.fixedClock === undefined ? '' : html`<span>Đồng hồ đang đặt cố định lúc <b>${f.fixedClock}</b>.</span>`}</div>`

const crumbsOf = (p: Page): Html | '' =>
  p.crumbs === undefined || p.crumbs.length === 0
    ? ''
    : html`<nav class="crumbs" aria-label="Đường dẫn"><ol>${p.crumbs.map((c, i) => html`<li>${c.href === undefined ? html`<span${attributes({ 'aria-current': i === (p.crumbs?.length ?? 0) - 1 && 'page' })}>${c.label}</span>` : html`<a href="${c.href}">${c.label}</a>`}</li>`)}</ol></nav>`

function contextLine(f: Frame, p: Page): Html | '' {
  const asOf = p.asOf === undefined ? f.asOf : p.asOf
  const crumbs = crumbsOf(p)
  if (crumbs === '' && (asOf === undefined || asOf === null)) return ''
  return html`<div class="context">${crumbs}${asOf === undefined || asOf === null ? '' : html`<p class="as-of">Số liệu đến ${asOf}</p>`}</div>`
}

const foot = (f: Frame): Html =>
  html`<footer class="foot"><p>${f.system} · ${f.place}</p>${isEmpty(f.owner) ? '' : html`<p>${f.owner}</p>`}<p class="foot-links">${f.helpHref === undefined ? '' : html`<a href="${f.helpHref}">Trợ giúp</a>`}${f.feedbackHref === undefined ? '' : html`<a href="${f.feedbackHref}">Thông tin chưa đúng?</a>`}</p></footer>`

/** The whole document, ready to be sent (`toText`). */
export function page(f: Frame, p: Page): Html {
  const plain = p.layout === 'plain'
  const railed = !plain && f.menu.length > 0
  const keys = f.display?.keys === 'off' ? 'off' : 'on'
  return html`<!doctype html>
<html lang="vi" class="${displayClasses(f.display)}" data-shortcuts="${keys}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${p.failed === true ? 'Lỗi: ' : ''}${p.title} · ${f.system}</title>
<link rel="preload" href="${f.asset('noto-sans-latin.woff2')}" as="font" type="font/woff2" crossorigin><link rel="preload" href="${f.asset('noto-sans-vietnamese.woff2')}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${f.asset('app.css')}"><link rel="icon" href="${f.asset('mark.svg')}" type="image/svg+xml">
<script type="module" src="${f.asset('app.js')}"></script></head>
<body class="${classes(railed && 'railed', p.layout)}">
<a class="skip" href="#noi-dung">Đến nội dung chính</a>
${topBar(f, plain)}
<div class="frame">${railed ? menu(f) : ''}
<div class="sheet">${bands(f)}<main id="noi-dung" tabindex="-1">${contextLine(f, p)}${p.messages ?? ''}${p.body}</main>
${foot(f)}</div></div>
</body></html>`
}
