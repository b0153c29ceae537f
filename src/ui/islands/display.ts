/**
 * Cỡ chữ, độ thoáng, thanh bên: the choice shows at once and is kept in the cookie; without scripts the form is posted.
 */
import { changeDisplay, DISPLAY_COOKIE, displayClasses, readDisplay, showDisplay } from '../display.ts'

const cookie = (name: string): string | undefined =>
  document.cookie
    .split('; ')
    .find((c) => c.startsWith(`${name}=`))
    ?.slice(name.length + 1)

/** How long a choice is kept, in milliseconds. */
const YEAR = 365 * 86_400_000

function press(form: HTMLElement, button: HTMLButtonElement): void {
  const next = changeDisplay(readDisplay(cookie(DISPLAY_COOKIE)), { [button.name]: button.value })
  void cookieStore.set({
    name: DISPLAY_COOKIE,
    value: showDisplay(next),
    path: '/',
    expires: Date.now() + YEAR,
    sameSite: 'lax',
  })
  document.documentElement.className = displayClasses(next)
  document.documentElement.dataset.shortcuts = next.keys
  for (const b of form.querySelectorAll<HTMLButtonElement>('button[aria-pressed]')) {
    if (b.name === button.name) b.setAttribute('aria-pressed', String(b === button))
  }
  if (button.classList.contains('rail-fold')) turnRail(button, next.rail === 'narrow')
}

function turnRail(button: HTMLButtonElement, narrow: boolean): void {
  button.value = narrow ? 'wide' : 'narrow'
  button.title = narrow ? 'Mở rộng thanh bên' : 'Thu gọn thanh bên'
  const label = button.querySelector('.menu-label')
  if (label) label.textContent = narrow ? 'Mở rộng' : 'Thu gọn'
}

/** Listens to the display forms of the frame. A browser without a cookie store posts them. */
export function applyDisplay(): void {
  if (!('cookieStore' in window)) return
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-display]')) {
    form.addEventListener('submit', (e) => {
      if (!(e.submitter instanceof HTMLButtonElement)) return
      e.preventDefault()
      press(form, e.submitter)
    })
  }
}
