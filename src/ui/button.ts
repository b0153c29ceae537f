/**
 * Nút bấm: verb + object. A button changes something, a link goes somewhere; they share one look.
 */
import { attributes, classes, type Html, html } from './html.ts'
import { type IconName, icon } from './icons.ts'

/** `main` the one action of the page · `plain` other actions · `quiet` no border · `danger` cannot be undone. */
export type ButtonKind = 'main' | 'plain' | 'quiet' | 'danger'

/** Nút trong biểu mẫu. */
export type Button = {
  readonly label: string
  readonly kind?: ButtonKind
  /** Sent with the form: which button was pressed. */
  readonly name?: string
  readonly value?: string
  readonly icon?: IconName
  /** Another address for this button only. */
  readonly action?: string
  /** Id of a form that stands elsewhere on the page. */
  readonly form?: string
  /** `button` does nothing without scripts; default `submit`. */
  readonly type?: 'submit' | 'button'
  /** Why it cannot be pressed; shown beside it, and the button stays focusable. */
  readonly blocked?: string
  /** `data-` attributes for islands, names without the prefix. */
  readonly data?: Readonly<Record<string, string>>
}

/** Liên kết trông như nút. */
export type LinkButton = {
  readonly label: string
  readonly href: string
  readonly kind?: ButtonKind
  readonly icon?: IconName
  /** File name to save under. */
  readonly download?: string | true
  readonly data?: Readonly<Record<string, string>>
}

const dataOf = (data: Readonly<Record<string, string>> | undefined) =>
  attributes(Object.fromEntries(Object.entries(data ?? {}).map(([k, v]) => [`data-${k}`, v === '' ? true : v])))

/** A button of a form. */
export function button(b: Button): Html {
  const own = attributes({
    type: b.blocked === undefined ? (b.type ?? 'submit') : 'button',
    class: classes('btn', b.kind ?? 'plain'),
    name: b.name,
    value: b.value,
    form: b.form,
    formaction: b.action,
    'aria-disabled': b.blocked === undefined ? undefined : 'true',
  })
  const made = html`<button${own}${dataOf(b.data)}>${b.icon ? icon(b.icon) : ''}<span>${b.label}</span></button>`
  return b.blocked === undefined ? made : html`${made}<span class="why">${b.blocked}</span>`
}

/** A link with the look of a button. */
export const linkButton = (b: LinkButton): Html =>
  html`<a${attributes({ class: classes('btn', b.kind ?? 'plain'), href: b.href, download: b.download })}${dataOf(b.data)}>${b.icon ? icon(b.icon) : ''}<span>${b.label}</span></a>`
