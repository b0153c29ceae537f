/**
 * HTML: a typed tagged template that escapes by default. Everything a page is made of is an `Html` value;
 * a plain string is always text, never markup.
 */
import { raw as mark } from 'hono/html'

/** Finished, escaped markup. `String(value)` gives its text; do not compare it with `===`. */
export type Html = ReturnType<typeof mark>

/** What a hole of the template takes: text and numbers are escaped, arrays joined, empty values skipped. */
export type Fragment = Html | string | number | boolean | null | undefined | readonly Fragment[]

/** Builds markup; every hole is escaped unless it is already `Html`. Never asynchronous. */
export function html(strings: TemplateStringsArray, ...values: readonly Fragment[]): Html {
  let built = strings[0] ?? ''
  for (let i = 0; i < values.length; i++) built += markupOf(values[i]) + strings[i + 1]
  return mark(built)
}

function markupOf(value: Fragment): string {
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  if (value === null || value === undefined || typeof value === 'boolean') return ''
  if (Array.isArray(value)) {
    let joined = ''
    for (const part of value as readonly Fragment[]) joined += markupOf(part)
    return joined
  }
  const given: unknown = value
  if (given instanceof Promise) throw new Error('html: a hole held a promise; pages are pure')
  return given instanceof String && 'isEscaped' in given ? given.valueOf() : escaped(String(given))
}

const SPECIAL = /[&<>"']/
const ENTITY: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Most words hold nothing to escape: they are looked through once and taken as they are. */
const escaped = (text: string): string => (SPECIAL.test(text) ? text.replace(/[&<>"']/g, (c) => ENTITY[c] ?? c) : text)

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
