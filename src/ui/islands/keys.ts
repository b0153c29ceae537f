/**
 * Phím tắt: J/K move between rows, X chooses (Shift+X a range), Enter opens, E edits, `/` searches, `?` lists the keys,
 * `g` then v, t, c, n goes to Việc, Tổng hợp, Chỉ tiêu, Nhiệm vụ. Letters can be switched off (WCAG 2.1.4); a row's own
 * keys are the `data-key="d"` links and buttons in it or on the page, letters and digits. `event.code`, so that UniKey does not matter.
 */
import { isComposing, isTyping } from './composing.ts'

const GO: Readonly<Record<string, string>> = { KeyV: '/viec', KeyT: '/tong-hop', KeyC: '/chi-tieu', KeyN: '/nhiem-vu' }

const HELP: readonly (readonly [string, string])[] = [
  ['Ctrl K', 'Tìm hoặc làm'],
  ['/', 'Đến ô tìm kiếm'],
  ['J, K', 'Dòng sau, dòng trước'],
  ['Enter', 'Mở dòng đang chọn'],
  ['X, Shift X', 'Đánh dấu dòng, đánh dấu một đoạn'],
  ['E', 'Sửa, cập nhật'],
  ['G rồi V, T, C, N', 'Đến Việc của tôi, Tổng hợp, Chỉ tiêu, Nhiệm vụ'],
  ['?', 'Bảng phím tắt này'],
  ['Esc', 'Đóng'],
]

/** Keys of a page where items read from a document are confirmed (`reviewing.ts`). */
const REVIEW_HELP: readonly (readonly [string, string])[] = [
  ['J, K hoặc ↓, ↑', 'Mục sau, mục trước'],
  ['A', 'Chấp nhận mục'],
  ['E', 'Sửa mục'],
  ['X', 'Bỏ mục'],
  ['M', 'Gộp mục vào một mục khác'],
  ['U', 'Hoàn tác quyết định về mục'],
  ['N', 'Thêm mục'],
  ['/', 'Lọc các mục theo chữ'],
  ['Ctrl K', 'Tìm hoặc làm'],
  ['G rồi V, T, C, N', 'Đến Việc của tôi, Tổng hợp, Chỉ tiêu, Nhiệm vụ'],
  ['?', 'Bảng phím tắt này'],
  ['Esc', 'Đóng'],
]

const rows = (): HTMLTableRowElement[] => [
  ...document.querySelectorAll<HTMLTableRowElement>('table[data-keys="rows"] tbody tr:not(.group, .empty)'),
]
let at: HTMLTableRowElement | null = null
let going = 0

function move(step: number): void {
  const all = rows()
  const next = all[Math.max(0, Math.min(all.length - 1, (at ? all.indexOf(at) : -1) + step))]
  if (!next) return
  at?.classList.remove('at')
  at = next
  at.classList.add('at')
  const stop = at.querySelector<HTMLElement>('a.cover, input, a, button')
  stop?.focus({ preventScroll: true })
  at.scrollIntoView({ block: 'nearest' })
}

/** The row that has the focus, or the one J and K stand on. */
const here = (): HTMLTableRowElement | null =>
  document.activeElement?.closest<HTMLTableRowElement>('table[data-keys="rows"] tbody tr') ?? at

/** Presses the thing that carries the key, in the row first, then on the page. */
function press(key: string): boolean {
  const find = (where: ParentNode | null): HTMLElement | null =>
    where?.querySelector<HTMLElement>(`[data-key="${key}"]`) ?? null
  const found = find(here()) ?? find(document.querySelector('main'))
  found?.click()
  return found !== null
}

function choose(range: boolean): void {
  const box = here()?.querySelector<HTMLInputElement>('.pick input')
  box?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: range }))
}

function showHelp(): void {
  const old = document.getElementById('phim-tat')
  if (old) {
    old.togglePopover()
    return
  }
  const box = document.createElement('div')
  box.id = 'phim-tat'
  box.className = 'dialog'
  box.popover = 'auto'
  box.setAttribute('role', 'dialog')
  box.setAttribute('aria-label', 'Phím tắt')
  const help = document.querySelector('[data-review]') ? REVIEW_HELP : HELP
  const list = help.map(([keys, words]) => `<div><dt><kbd>${keys}</kbd></dt><dd>${words}</dd></div>`).join('')
  box.innerHTML = `<div class="dialog-top"><h2>Phím tắt</h2><button type="button" class="btn plain" popovertarget="phim-tat" popovertargetaction="hide">Đóng</button></div><dl class="key-list">${list}</dl>`
  document.body.append(box)
  box.showPopover()
}

/** What the fixed keys do; the argument says whether Shift is down. */
const ACTS: Readonly<Record<string, (shift: boolean) => void>> = {
  '?': () => showHelp(),
  '/': () => document.querySelector<HTMLElement>('main input[type=search], [data-palette]')?.focus(),
  KeyJ: () => move(1),
  KeyK: () => move(-1),
  KeyX: (shift) => choose(shift),
  KeyG: () => {
    going = Date.now()
  },
}

/** Handles a letter; true when it was ours. */
function letter(e: KeyboardEvent): boolean {
  if (Date.now() - going < 1200) {
    going = 0
    const target = GO[e.code]
    const link = target ? document.querySelector<HTMLAnchorElement>(`#menu a[href^="${target}"]`) : null
    link?.click()
    return link !== null
  }
  const act = ACTS[e.key === '?' || e.key === '/' ? e.key : e.code]
  if (act) {
    act(e.shiftKey)
    return true
  }
  if (e.key === '[' || e.key === ']') return press(e.key === '[' ? 'truoc' : 'sau')
  const own = /^(?:Key|Digit)(.)$/.exec(e.code)?.[1]
  return own !== undefined && press(own.toLowerCase())
}

/** Listens on the page. */
export function start(): void {
  document.addEventListener('keydown', (e) => {
    if (isComposing(e) || e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || isTyping(e.target)) return
    if (document.documentElement.dataset.shortcuts === 'off') return
    if (document.querySelector('.dialog:popover-open, .pop:popover-open')) return
    if (letter(e)) e.preventDefault()
  })
}
