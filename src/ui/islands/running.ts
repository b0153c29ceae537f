/**
 * Việc đang chạy: a page that waits for something running elsewhere asks every two seconds how far it is, and is shown anew
 * when it is over. Without it the reader loads the page again.
 */
const EVERY_MS = 2000

async function look(place: Element): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null)
  if (answer?.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const now = page.querySelector('[data-running]')
    if (now === null) {
      location.reload()
      return
    }
    if (place.textContent !== now.textContent) place.replaceChildren(...now.childNodes)
  }
  setTimeout(() => void look(place), EVERY_MS)
}

/** Starts asking. */
export function start(): void {
  const place = document.querySelector('[data-running]')
  if (place !== null) setTimeout(() => void look(place), EVERY_MS)
}
