/**
 * Tìm hoặc làm (Ctrl+K): the menu's pages and the actions of this page at once, people and codes from the JSON address
 * in `data-palette` (`?q=` -> `{rows: [{label, href, detail}]}`). Marks are optional in what is typed. Nothing is completed in the box.
 */
import { fold } from '../../kernel/text.ts'
import { isComposing } from './composing.ts'

type Hit = { readonly label: string; readonly href: string; readonly note?: string }

const text = (e: Element): string => (e.textContent ?? '').trim()

/** Pages of the menu and links of the page head. */
const known = (): Hit[] => {
  const menu = [...document.querySelectorAll<HTMLAnchorElement>('#menu a')].map((a) => ({
    label: a.title || text(a),
    href: a.href,
    note: 'Trang',
  }))
  const acts = [...document.querySelectorAll<HTMLAnchorElement>('.head .actions a')].map((a) => ({
    label: text(a),
    href: a.href,
    note: 'Việc ở trang này',
  }))
  return [...acts, ...menu]
}

async function ask(address: string, query: string, signal: AbortSignal): Promise<Hit[]> {
  // A citizen number, also while it is typed, stays on this machine: an address is written into logs.
  if (address === '' || query === '' || /(\d\D?){9}/.test(query)) return []
  const url = new URL(address, location.href)
  url.searchParams.set('q', query)
  try {
    const response = await fetch(url, { headers: { accept: 'application/json' }, signal })
    if (!response.ok) return []
    const found = (await response.json()) as { rows: { label: string; href: string; detail: string }[] }
    return found.rows.map((r) => ({ label: r.label, href: r.href, note: r.detail }))
  } catch {
    return []
  }
}

/** The box, its list, and what is found. */
function build(address: string): { open: () => void } {
  const box = document.createElement('div')
  box.className = 'dialog palette'
  box.popover = 'auto'
  box.setAttribute('role', 'dialog')
  box.setAttribute('aria-label', 'Tìm hoặc làm')
  box.innerHTML =
    '<input type="text" role="combobox" aria-expanded="true" aria-controls="tim-thay" aria-label="Tìm trang, việc, người, mã" placeholder="Tìm trang, việc, người, mã…" autocomplete="off" autofocus><ul id="tim-thay" role="listbox" aria-label="Kết quả"></ul><p role="status"></p>'
  document.body.append(box)
  const input = box.querySelector('input')
  const list = box.querySelector('ul')
  const status = box.querySelector('p')
  let hits: Hit[] = []
  let chosen = 0
  let waiting = new AbortController()

  const draw = (): void => {
    list?.replaceChildren(...hits.map(row))
    input?.setAttribute('aria-activedescendant', hits.length > 0 ? `thay-${chosen}` : '')
    if (status && input)
      status.textContent = hits.length === 0 ? `Không thấy "${input.value}".` : '↑ ↓ để chọn, Enter để mở, Esc để đóng'
    list?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }
  const row = (h: Hit, i: number): HTMLLIElement => {
    const li = document.createElement('li')
    li.id = `thay-${i}`
    li.role = 'option'
    li.ariaSelected = String(i === chosen)
    li.append(h.label)
    if (h.note) li.append(Object.assign(document.createElement('small'), { textContent: h.note }))
    li.addEventListener('click', () => location.assign(h.href))
    return li
  }
  const search = async (): Promise<void> => {
    const query = input?.value ?? ''
    const words = fold(query).split(' ')
    hits = known()
      .filter((h) => words.every((w) => fold(h.label).includes(w)))
      .slice(0, 12)
    chosen = 0
    draw()
    waiting.abort()
    waiting = new AbortController()
    const more = await ask(address, query.normalize('NFC'), waiting.signal)
    if (more.length === 0) return
    hits = [...hits, ...more]
    draw()
  }
  input?.addEventListener('input', () => void search())
  input?.addEventListener('keydown', (e) => {
    if (isComposing(e)) return
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault()
      chosen = (chosen + (e.key === 'ArrowDown' ? 1 : -1) + hits.length) % Math.max(1, hits.length)
      draw()
    }
    const hit = hits[chosen]
    if (e.key === 'Enter' && hit) location.assign(hit.href)
  })
  return {
    open: () => {
      box.showPopover()
      input?.select()
      void search()
    },
  }
}

/** Ctrl+K, and the search box of the top bar. */
export function start(): void {
  const opener = document.querySelector<HTMLElement>('[data-palette]')
  if (!opener) return
  let palette: { open: () => void } | null = null
  const open = (e: Event): void => {
    e.preventDefault()
    palette ??= build(opener.dataset.palette ?? '')
    palette.open()
  }
  opener.addEventListener('click', (e) => {
    if (!e.ctrlKey && !e.metaKey && !e.shiftKey) open(e)
  })
  document.addEventListener('keydown', (e) => {
    if (e.code === 'KeyK' && (e.ctrlKey || e.metaKey) && !e.shiftKey && !isComposing(e)) open(e)
  })
}
