/**
 * Điểm vào của các tệp chạy trong trình duyệt: each island is fetched only by a page that has a place for it.
 * Without this file every page still reads, saves, submits and approves.
 */
import { applyDisplay } from './display.ts'
import { forgetDrafts } from './drafts.ts'

const PLACES: readonly (readonly [selector: string, load: () => Promise<{ start: () => void }>])[] = [
  ['[data-error-summary]', () => import('./errors.ts')],
  ['form[data-autosave]', () => import('./autosave.ts')],
  ['form[data-draft]', () => import('./keeping.ts')],
  ['[data-number], [data-day], [data-count]', () => import('./numbers.ts')],
  ['[data-level]', () => import('./levels.ts')],
  ['[data-select-all], .pick input', () => import('./selection.ts')],
  ['[data-linking]', () => import('./linking.ts')],
  ['[data-running]', () => import('./running.ts')],
  ['[data-review]', () => import('./reviewing.ts')],
  ['[data-print]', () => import('./printing.ts')],
  ['[data-palette]', () => import('./palette.ts')],
  ['body', () => import('./keys.ts')],
]

const here = PLACES.filter(([selector]) => document.querySelector(selector) !== null)
// Told on the page itself, for whoever drives it from outside: keys pressed before are nobody's.
void Promise.all(here.map(([, load]) => load().then((island) => island.start()))).then(() => {
  document.documentElement.dataset.islands = 'started'
})
applyDisplay()
forgetDrafts()
