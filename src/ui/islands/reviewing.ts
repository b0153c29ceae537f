/**
 * Rà soát bằng phím: J/K or arrows walk the items, A, E, X, M, U press the buttons of the one at hand (`data-key`), N opens the
 * form that adds one, `/` narrows the list. After a decision the page comes back with the focus on the next item, and says what
 * was done. A stretch chosen in the text at the left offers to be added.
 */
import { fold } from '../../kernel/text.ts'
import { isComposing, isTyping } from './composing.ts'
import { goTo } from './linking.ts'

const items = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-review] [data-item]:not([hidden])'),
]
let at: HTMLElement | null = null

const here = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>('[data-review] [data-item]') ?? at

function walk(step: number): void {
  const list = items()
  const from = here()
  const next = from === null ? list[0] : list[list.indexOf(from) + step]
  if (!next) return
  at = next
  goTo(next)
}

/** Presses the button of a key, in the item at hand or, for the whole list, in its tools. */
function press(key: string): void {
  const found = here()?.querySelector<HTMLElement>(`[data-key="${key}"]`)
  if (found) found.click()
  else document.querySelector<HTMLElement>(`[data-review-tools] [data-key="${key}"]`)?.click()
}

const ACTS: Readonly<Record<string, () => void>> = {
  KeyJ: () => walk(1),
  KeyK: () => walk(-1),
  KeyA: () => press('a'),
  KeyE: () => press('e'),
  KeyX: () => press('x'),
  KeyM: () => press('m'),
  KeyU: () => press('u'),
  KeyN: () => press('n'),
}

/** Arrows scroll the page until an item has the focus. */
const ARROWS: Readonly<Record<string, () => void>> = { ArrowDown: () => walk(1), ArrowUp: () => walk(-1) }

let gone = 0

function onKey(e: KeyboardEvent): void {
  if (isComposing(e) || e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || isTyping(e.target)) return
  if (document.documentElement.dataset.shortcuts === 'off') return
  if (document.querySelector('.dialog:popover-open, .pop:popover-open')) return
  // `g` then a letter goes to another page (keys.ts).
  if (e.code === 'KeyG') gone = Date.now()
  else if (Date.now() - gone < 1200) return
  const act = ACTS[e.code] ?? (document.activeElement?.matches('[data-item]') ? ARROWS[e.code] : undefined)
  if (!act || (e.shiftKey && e.code.startsWith('Key'))) return
  e.preventDefault()
  act()
}

/** Narrows the list while typing; the button does the same without scripts, in the address. */
function narrow(box: HTMLInputElement): void {
  const words = fold(box.value)
  for (const item of document.querySelectorAll<HTMLElement>('[data-review] [data-item]'))
    item.hidden = words !== '' && !fold(item.textContent ?? '').includes(words)
  for (const group of document.querySelectorAll<HTMLElement>('[data-review] .read-group')) {
    let next = group.nextElementSibling
    while (next instanceof HTMLElement && next.hidden && next.matches('[data-item]')) next = next.nextElementSibling
    group.hidden = !next?.matches('[data-item]')
  }
  const told = document.querySelector<HTMLElement>('[data-narrowed]')
  if (told) told.textContent = words === '' ? '' : `${items().length} mục có chữ này`
}

/** Where a point of the selection lies in the whole text; null outside of it. */
function placeOf(node: Node, offset: number): number | null {
  const near = node instanceof Element ? node : node.parentElement
  const line = near?.closest<HTMLElement>('[data-from]')
  if (!line) return null
  const before = document.createRange()
  before.setStart(line, 0)
  before.setEnd(node, offset)
  return Number(line.dataset.from) + before.toString().length
}

/** Offers to add the stretch chosen at the left. */
function offer(bar: HTMLElement): void {
  const chosen = getSelection()
  const range = chosen && chosen.rangeCount > 0 && !chosen.isCollapsed ? chosen.getRangeAt(0) : null
  const from = range && placeOf(range.startContainer, range.startOffset)
  const to = range && placeOf(range.endContainer, range.endOffset)
  const good = range !== null && from !== null && to !== null && to - from > 3
  bar.hidden = !good
  if (!good) return
  for (const link of bar.querySelectorAll<HTMLAnchorElement>('a')) {
    const address = new URL(link.href)
    address.searchParams.set('tu', String(from))
    address.searchParams.set('den', String(to))
    link.href = address.href
  }
}

/** Where the page starts: the form that is open, or the item the address names. */
function begin(): void {
  if (document.querySelector('[data-error-summary]')) return
  const open = document.querySelector<HTMLElement>('[data-review-form]')
  const field = open?.querySelector<HTMLElement>('textarea, select, input:not([type=hidden])')
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const item = open?.closest<HTMLElement>('[data-item]') ?? (named?.matches('[data-item]') ? named : null)
  if (item) {
    at = item
    goTo(item)
  }
  field?.focus({ preventScroll: item !== null })
  const last = document.querySelector<HTMLElement>('[data-last]')
  const words = last?.textContent ?? ''
  const live = document.querySelector<HTMLElement>('[data-told]')
  if (live && words !== '' && location.hash !== '') setTimeout(() => live.replaceChildren(words), 150)
}

/** Starts on the page of a reading. */
export function start(): void {
  document.addEventListener('keydown', onKey, true)
  const box = document.querySelector<HTMLInputElement>('[data-review] input[type=search]')
  box?.addEventListener('input', () => narrow(box))
  const bar = document.querySelector<HTMLElement>('[data-add-bar]')
  if (bar) document.addEventListener('selectionchange', () => offer(bar))
  for (const hint of document.querySelectorAll<HTMLElement>('[data-review] [data-keys-hint]')) hint.hidden = false
  begin()
}
