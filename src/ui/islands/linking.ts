/**
 * Đối chiếu hai bên: pointing at, focusing or pressing a passage or an item shows its partner. Scrolls only its own column.
 */

const partners = (id: string): Element[] => [
  ...document.querySelectorAll(
    `[data-linking] .passage[data-link="${CSS.escape(id)}"], [data-linking] [data-item="${CSS.escape(id)}"]`,
  ),
]

const idOf = (target: EventTarget | null): string | null => {
  const near = target instanceof Element ? target.closest<HTMLElement>('[data-link], [data-item]') : null
  return near?.dataset.link ?? near?.dataset.item ?? null
}

function highlight(id: string | null): void {
  for (const old of document.querySelectorAll('[data-linking] .linked')) old.classList.remove('linked')
  if (id !== null) for (const e of partners(id)) e.classList.add('linked')
}

/** Brings the partner into sight inside its own column. */
function reveal(target: Element, id: string): void {
  const column = target.closest('[data-linking] > section')
  const other = partners(id).find((e) => e.closest('[data-linking] > section') !== column)
  const frame = other?.closest('section')
  if (!other || !frame) return
  if (frame.scrollHeight <= frame.clientHeight) {
    other.scrollIntoView({ block: 'center' })
    return
  }
  const gap = other.getBoundingClientRect().top - frame.getBoundingClientRect().top
  frame.scrollBy({ top: gap - frame.clientHeight / 3 })
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
      highlight(id)
      if (e.target instanceof Element) reveal(e.target, id)
    })
  }
}
