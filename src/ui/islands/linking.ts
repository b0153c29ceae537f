/**
 * Đối chiếu hai bên: pointing at, focusing or pressing a passage or an item shows its partner. Scrolls only its own column.
 */

/** The item, and the passages that are its words; an item whose words another one covers names that one in `data-mark`. */
function partners(id: string): Element[] {
  const own = document.querySelector<HTMLElement>(`[data-linking] [data-item="${CSS.escape(id)}"]`)
  const mark = own?.dataset.mark ?? id
  const marks = document.querySelectorAll(`[data-linking] .passage[data-link="${CSS.escape(mark)}"]`)
  return [...(own ? [own] : []), ...marks]
}

const idOf = (target: EventTarget | null): string | null => {
  const near = target instanceof Element ? target.closest<HTMLElement>('[data-link], [data-item]') : null
  return near?.dataset.link ?? near?.dataset.item ?? null
}

function highlight(id: string | null): void {
  for (const old of document.querySelectorAll('[data-linking] .linked')) old.classList.remove('linked')
  if (id !== null) for (const e of partners(id)) e.classList.add('linked')
}

/** Brings an element into sight inside its own column, or on the page where columns do not scroll. */
function bring(other: Element): void {
  const frame = other.closest('[data-linking] > section')
  if (!frame) return
  if (frame.scrollHeight <= frame.clientHeight) {
    other.scrollIntoView({ block: 'center' })
    return
  }
  const gap = other.getBoundingClientRect().top - frame.getBoundingClientRect().top
  frame.scrollBy({ top: gap - frame.clientHeight / 3 })
}

/** Brings the partner into sight. */
function reveal(target: Element, id: string): void {
  const column = target.closest('[data-linking] > section')
  const other = partners(id).find((e) => e.closest('[data-linking] > section') !== column)
  if (other) bring(other)
}

/** Puts the focus on an item, in sight, with its words beside it. */
export function goTo(item: HTMLElement): void {
  item.focus({ preventScroll: true })
  const below = getComputedStyle(item.closest('[data-linking]') ?? item).gridTemplateColumns.split(' ').length > 1
  bring(item)
  highlight(item.dataset.item ?? null)
  // Below each other (on a phone) only the item itself comes into sight.
  if (below) reveal(item, item.dataset.item ?? '')
}

/** Listens on each pair of columns. */
export function start(): void {
  for (const pair of document.querySelectorAll<HTMLElement>('[data-linking]')) {
    pair.addEventListener('pointerover', (e) => highlight(idOf(e.target)))
    pair.addEventListener('focusin', (e) => highlight(idOf(e.target)))
    pair.addEventListener('click', (e) => {
      const id = idOf(e.target)
      const link = e.target instanceof Element ? e.target.closest('a') : null
      if (id === null || (link && link.dataset.link === undefined)) return
      if (link) e.preventDefault()
      if (getSelection()?.toString().trim()) return
      highlight(id)
      if (e.target instanceof Element) reveal(e.target, id)
    })
  }
}
