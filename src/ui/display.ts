/**
 * Cách hiển thị: text size, row height, side rail and letter keys, chosen by the reader and kept in one cookie.
 */

/** Cỡ chữ, độ thoáng, thanh bên, phím tắt. */
export type Display = {
  readonly text: 'normal' | 'large' | 'larger'
  readonly density: 'medium' | 'roomy' | 'dense'
  readonly rail: 'wide' | 'narrow'
  readonly keys: 'on' | 'off'
}

/** Chưa chọn gì. */
export const DEFAULT_DISPLAY: Display = { text: 'normal', density: 'medium', rail: 'wide', keys: 'on' }

/** Name of the cookie; value as `showDisplay` writes it. Not secret, so islands may set it (no HttpOnly). */
export const DISPLAY_COOKIE = 'hien_thi'

/** Form field of each choice. */
export const DISPLAY_FIELDS = { text: 'co-chu', density: 'do-thoang', rail: 'thanh-ben', keys: 'phim-tat' } as const

const ALLOWED: { readonly [K in keyof Display]: readonly Display[K][] } = {
  text: ['normal', 'large', 'larger'],
  density: ['medium', 'roomy', 'dense'],
  rail: ['wide', 'narrow'],
  keys: ['on', 'off'],
}

const pick = <T extends string>(allowed: readonly T[], given: string | undefined, otherwise: T): T =>
  allowed.find((a) => a === given) ?? otherwise

/** Reads the cookie; anything unknown falls back to the default. */
export function readDisplay(cookie: string | undefined): Display {
  const [text, density, rail, keys] = (cookie ?? '').split('.')
  return changeDisplay(DEFAULT_DISPLAY, {
    [DISPLAY_FIELDS.text]: text,
    [DISPLAY_FIELDS.density]: density,
    [DISPLAY_FIELDS.rail]: rail,
    [DISPLAY_FIELDS.keys]: keys,
  })
}

/** Applies the fields of a posted display form. */
export function changeDisplay(now: Display, posted: Readonly<Record<string, string | undefined>>): Display {
  return {
    text: pick(ALLOWED.text, posted[DISPLAY_FIELDS.text], now.text),
    density: pick(ALLOWED.density, posted[DISPLAY_FIELDS.density], now.density),
    rail: pick(ALLOWED.rail, posted[DISPLAY_FIELDS.rail], now.rail),
    keys: pick(ALLOWED.keys, posted[DISPLAY_FIELDS.keys], now.keys),
  }
}

/** Cookie value of a display. */
export const showDisplay = (d: Display): string => [d.text, d.density, d.rail, d.keys].join('.')

/** Classes on the html element. */
export function displayClasses(d: Display = DEFAULT_DISPLAY): string {
  return [`text-${d.text}`, `rows-${d.density}`, `rail-${d.rail}`].join(' ')
}
