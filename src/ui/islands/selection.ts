/**
 * Chọn dòng: all at once, a range with Shift, and the count on the button that acts on them
 * (`data-counts="<form id>"`, label "Giao {n} nhiệm vụ"). A box `data-select-found` stands for all that a list finds, on every
 * page of it (`data-total`).
 */
import { showNumber } from '../../kernel/number.ts'

const boxesOf = (form: string): HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>(`.pick input[form="${CSS.escape(form)}"]:not([data-select-all])`),
]

const foundOf = (form: string): HTMLInputElement | null =>
  document.querySelector<HTMLInputElement>(`[data-select-found="${CSS.escape(form)}"]`)

function show(form: string): void {
  const boxes = boxesOf(form)
  const found = foundOf(form)
  const ticked = boxes.filter((b) => b.checked).length
  const chosen = found?.checked === true ? Number(found.dataset.total) : ticked
  const all = document.querySelector<HTMLInputElement>(`[data-select-all="${CSS.escape(form)}"]`)
  if (all) {
    all.checked = ticked > 0 && ticked === boxes.length
    all.indeterminate = ticked > 0 && ticked < boxes.length
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>(`[data-counts="${CSS.escape(form)}"]`)) {
    button.dataset.pattern ??= button.textContent ?? ''
    const pattern = button.dataset.label ?? button.dataset.pattern
    const label = button.querySelector('span') ?? button
    label.textContent = chosen === 0 ? button.dataset.pattern : pattern.replace('{n}', showNumber(chosen))
  }
}

let last: HTMLInputElement | null = null

function onClick(e: MouseEvent): void {
  const input = e.target
  if (!(input instanceof HTMLInputElement)) return
  const whole = input.dataset.selectAll ?? input.dataset.selectFound
  if (whole === undefined && !input.closest('.pick')) return
  const form = whole ?? input.getAttribute('form') ?? ''
  const boxes = boxesOf(form)
  const found = foundOf(form)
  if (found && found !== input) found.checked = false
  if (whole !== undefined) {
    for (const b of boxes) b.checked = input.checked
  } else {
    if (e.shiftKey && last) range(boxes, last, input)
    last = input
  }
  show(form)
}

function range(boxes: readonly HTMLInputElement[], from: HTMLInputElement, to: HTMLInputElement): void {
  const [a, b] = [boxes.indexOf(from), boxes.indexOf(to)].sort((x, y) => x - y)
  if (a === undefined || b === undefined || a < 0) return
  for (const box of boxes.slice(a, b + 1)) box.checked = to.checked
}

/** Shows the select-all boxes, which do nothing without scripts, and counts. */
export function start(): void {
  for (const label of document.querySelectorAll<HTMLElement>('.pick-all')) label.hidden = false
  document.addEventListener('click', onClick)
  const forms = [...document.querySelectorAll<HTMLInputElement>('.pick input[form]')].map(
    (b) => b.getAttribute('form') ?? '',
  )
  for (const form of new Set(forms)) show(form)
}
