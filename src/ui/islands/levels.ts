/**
 * Kéo mức: slider and number field say the same value. A form that names its answer (`data-answer`, GET) is computed anew when a
 * level is let go, as if «Tính» were pressed, and only the answer changes on the page. Without it the button does the same.
 */
import { parseNumber, showNumber } from '../../kernel/number.ts'

/** How long a level rests before it is computed. */
const SETTLED_MS = 250

const boxOf = (slider: HTMLInputElement): HTMLInputElement | null => {
  const box = document.getElementById(slider.dataset.level ?? '')
  return box instanceof HTMLInputElement ? box : null
}

const say = (slider: HTMLInputElement, value: number): void =>
  slider.setAttribute('aria-valuetext', `${showNumber(value, 4)} ${slider.dataset.unit ?? ''}`.trim())

/** The field follows the slider while it is pulled. */
function pulled(slider: HTMLInputElement, box: HTMLInputElement): void {
  box.value = showNumber(slider.valueAsNumber, 4)
  say(slider, slider.valueAsNumber)
}

/** The slider follows the field; what is no number leaves it where it was, what lies outside puts it at its end. */
function typed(slider: HTMLInputElement, box: HTMLInputElement): void {
  const value = parseNumber(box.value)
  if (value === null) return
  slider.valueAsNumber = Math.min(Number(slider.max), Math.max(Number(slider.min), value))
  say(slider, value)
}

/** Said to who reads the page by ear, and shown at the foot of the form. */
function tell(form: HTMLFormElement, words: string): void {
  form.querySelector('[data-computed]')?.replaceChildren(words)
}

/** New content in place of the old; what was opened stays open. */
function renew(answer: HTMLElement, found: HTMLElement): void {
  const open = [...answer.querySelectorAll('details')].map((d) => d.open)
  answer.replaceChildren(...found.childNodes)
  answer.querySelectorAll('details').forEach((d, i) => {
    d.open = open[i] ?? d.open
  })
}

let asked = 0

/** The parts of the page that hold the answer of a form. */
const answersOf = (form: HTMLFormElement | null): HTMLElement[] =>
  (form?.dataset.answer ?? '').split(' ').flatMap((id) => document.getElementById(id) ?? [])

/** Asks for the page of these levels and takes its answer over; an answer overtaken by a later one is dropped. */
async function compute(form: HTMLFormElement, answers: readonly HTMLElement[]): Promise<void> {
  const mine = ++asked
  const address = new URL(form.action)
  address.search = new URLSearchParams(
    [...new FormData(form)].map(([name, value]) => [name, String(value).normalize('NFC')]),
  ).toString()
  for (const answer of answers) answer.setAttribute('aria-busy', 'true')
  const page = await fetch(address, { headers: { accept: 'text/html' } })
    .then(async (r) => (r.ok ? new DOMParser().parseFromString(await r.text(), 'text/html') : null))
    .catch(() => null)
  if (mine !== asked) return
  for (const answer of answers) answer.removeAttribute('aria-busy')
  const found = answers.flatMap((answer) => page?.getElementById(answer.id) ?? [])
  // Refused, signed out or offline: the button sends the form the ordinary way and shows what is the matter.
  if (found.length < answers.length) return tell(form, 'Chưa tính lại được. Bấm nút tính để xem lý do.')
  answers.forEach((answer, i) => {
    renew(answer, found[i] ?? answer)
  })
  history.replaceState(null, '', address)
  const told = answers.flatMap((a) => a.querySelector('[data-finding], h1, .chart-title') ?? [])[0]
  tell(form, `Đã tính lại. ${told?.textContent ?? ''}`.trim())
}

let waiting = 0

/** A level moved by the keys changes many times: only the last is computed. */
function later(form: HTMLFormElement, answers: readonly HTMLElement[]): void {
  clearTimeout(waiting)
  waiting = window.setTimeout(() => void compute(form, answers), SETTLED_MS)
}

/** Shows the sliders and binds each to its field. */
export function start(): void {
  for (const slider of document.querySelectorAll<HTMLInputElement>('input[type=range][data-level]')) {
    const box = boxOf(slider)
    if (box === null) continue
    slider.hidden = false
    typed(slider, box)
    slider.addEventListener('input', () => pulled(slider, box))
    box.addEventListener('input', () => typed(slider, box))
    const form = box.form
    const answers = answersOf(form)
    if (form === null || answers.length === 0 || form.method !== 'get') continue
    for (const control of [slider, box]) control.addEventListener('change', () => later(form, answers))
  }
}
