/**
 * HTML: a typed tagged template that escapes by default. Everything a page is made of is an `Html` value;
 * a plain string is always text, never markup.
 */
import { raw as mark, html as tag } from 'hono/html'

/** Finished, escaped markup. `String(value)` gives its text; do not compare it with `===`. */
export type Html = ReturnType<typeof mark>

/** What a hole of the template takes: text and numbers are escaped, arrays joined, empty values skipped. */
export type Fragment = Html | string | number | boolean | null | undefined | readonly Fragment[]

/** Builds markup; every hole is escaped unless it is already `Html`. Never asynchronous. */
export function html(strings: TemplateStringsArray, ...values: readonly Fragment[]): Html {
  const built = tag(strings, ...values)
  if (built instanceof Promise) throw new Error('html: a hole held a promise; pages are pure')
  return built
}

/** Marks text as finished markup. Only for constants written in the code, never for anything a person typed. */
export const raw = (markup: string): Html => mark(markup)

/** Nothing at all. */
export const nothing: Html = raw('')

/** Attributes: `true` gives the bare name, false/null/undefined none; values are escaped. */
export function attributes(given: Readonly<Record<string, string | number | boolean | null | undefined>>): Html {
  const parts = Object.entries(given).map(([name, value]) => {
    if (value === false || value === null || value === undefined) return nothing
    return value === true ? raw(` ${name}`) : html` ${raw(name)}="${value}"`
  })
  return html`${parts}`
}

/** Class names that apply, joined by spaces. */
export const classes = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter((n): n is string => typeof n === 'string' && n !== '').join(' ')

/** Whether a fragment shows something. */
export function isEmpty(fragment: Fragment): boolean {
  if (Array.isArray(fragment)) return fragment.every(isEmpty)
  if (fragment === null || fragment === undefined || typeof fragment === 'boolean') return true
  return String(fragment).trim() === ''
}

/** A whole page as text in NFC, so that every mark is drawn by the same font. */
export const toText = (page: Html): string => String(page).normalize('NFC')

/** A name made safe for an element id: "so-lieu[2].ghiChu" -> "so-lieu-2-ghiChu". */
export const idFrom = (name: string): string => name.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+|-+$/g, '')
