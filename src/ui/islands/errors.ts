/**
 * Tóm tắt lỗi: takes the focus when the page opens, and its links put the cursor into the field.
 */

/** Focuses the summary. */
export function start(): void {
  const summary = document.querySelector<HTMLElement>('[data-error-summary]')
  summary?.focus({ preventScroll: true })
  summary?.scrollIntoView({ block: 'center' })
  summary?.addEventListener('click', (e) => {
    const link = e.target instanceof Element ? e.target.closest('a') : null
    const id = link?.hash.slice(1)
    const field = id ? document.getElementById(decodeURIComponent(id)) : null
    if (!field) return
    e.preventDefault()
    field.focus({ preventScroll: true })
    field.closest('.field')?.scrollIntoView({ block: 'center' })
  })
}
