/**
 * Định dạng số: what a cell shows for the number it holds. Figures in Vietnamese style; a format that is not known shows
 * the number as it is.
 */
import { dayOfSerial } from './addresses.ts'

/** Cách hiện: of a number; days are counted from 1900 or from 1904. */
export type Show = (n: number, from1904: boolean) => string

/** Formats that a file names by number only. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  47: 'mm:ss',
  48: '0.0E+0',
}

/** The code of a built-in format; null = General. */
export const builtInFormat = (id: number): string | null => BUILT_IN[id] ?? (id >= 27 && id <= 36 ? 'dd/mm/yyyy' : null)

/** Whether a format shows a date: it names days, months or years outside quotes and brackets. */
export const isDayFormat = (code: string): boolean => /[dy]|m{3}/i.test(bare(code).replace(/general/i, ''))

const bare = (code: string): string => code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')

const known = new Map<string, Show>()
/** A file may name many formats of its own; no more than these are kept. */
const MOST = 500

/** How a format shows numbers. */
export function showBy(code: string | null): Show {
  if (code === null) return showGeneral
  const found = known.get(code)
  if (found !== undefined) return found
  const made = code.length > 255 ? showGeneral : compiled(code)
  if (known.size < MOST) known.set(code, made)
  return made
}

/** Digits Excel gives a number of no format. */
const DIGITS = 11

/** A number of no format: up to eleven digits, larger and tiny ones as a power of ten. */
export function showGeneral(n: number): string {
  if (Number.isInteger(n) && n < 1e11 && n > -1e11) return String(n)
  const size = Math.abs(n)
  if (size >= 1e11 || size < 1e-9) return power(n, 5, 2, true)
  const whole = Math.max(1, Math.floor(Math.log10(size)) + 1)
  return trimmed(n.toFixed(Math.max(0, Math.min(DIGITS - 1 - Math.max(whole, 1), 9)))).replace('.', ',')
}

const trimmed = (digits: string): string => (digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits)

/** `3.0072E+11`: the point stays, as everybody writes powers. */
function power(n: number, decimals: number, exponentDigits: number, trim: boolean): string {
  const [mantissa = '0', exponent = '+0'] = n.toExponential(decimals).split('e')
  return `${trim ? trimmed(mantissa) : mantissa}E${exponent.charAt(0)}${exponent.slice(1).padStart(exponentDigits, '0')}`
}

function compiled(code: string): Show {
  const sections = code.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+/g) ?? []
  const [first = '', negative] = sections
  if (/general|@|\?\/|\/\?/i.test(bare(first))) return showGeneral
  if (/[dyhs]|m{1,5}/i.test(bare(first))) return showDate(first)
  const plain = showNumber(first)
  if (negative === undefined || negative === '' || !/[0#?]/.test(bare(negative)))
    return (n) => (n < 0 ? `-${plain(-n, false)}` : plain(n, false))
  const below = showNumber(negative)
  return (n) => (n < 0 ? below(-n, false) : plain(n, false))
}

/** Pieces of a section: text as it stands, or one sign of the format. */
type Token = { readonly text: string } | { readonly sign: string }

function tokens(section: string, signs: RegExp): Token[] {
  const out: Token[] = []
  for (const [part] of section.matchAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|E[+-]|AM\/PM|y+|m+|d+|h+|s+|./gis)) {
    if (part.startsWith('"') || part.startsWith('\\')) out.push({ text: part.replace(/^["\\]|"$/g, '') })
    else if (/^\[\$[^\]-]/.test(part)) out.push({ text: part.slice(2, -1).replace(/-.*$/, '') })
    else if (/^\[h+\]$/i.test(part) && signs.test('h')) out.push({ sign: 'h' })
    else if (part.startsWith('[') || (part.length === 2 && /^[_*]/.test(part))) continue
    else out.push(signs.test(part) ? { sign: part } : { text: part })
  }
  return out
}

function showNumber(section: string): Show {
  const parts = tokens(section, /^(?:[0#?.,%]|E[+-])$/i)
  const signs = parts.flatMap((t) => ('sign' in t ? [t.sign] : []))
  const exponent = signs.findIndex((s) => /^E/i.test(s))
  const point = signs.indexOf('.')
  const isDigit = (s: string) => s === '0' || s === '#' || s === '?'
  const decimals = point < 0 ? 0 : signs.slice(point, exponent < 0 ? undefined : exponent).filter(isDigit).length
  if (exponent >= 0) {
    const width = signs.slice(exponent).filter(isDigit).length
    return (n) => power(n, Math.min(decimals, 20), width, false)
  }
  const hundred = signs.includes('%') ? 100 : 1
  const grouped = /[0#?],[0#?]/.test(signs.join(''))
  const least = signs.slice(0, point < 0 ? undefined : point).filter((s) => s === '0').length
  const optional = point < 0 ? 0 : signs.slice(point).filter((s) => s === '#').length
  if (decimals > 20 || !signs.some(isDigit)) return showGeneral
  const form = { decimals, optional, least, grouped }
  const core = plainCore(parts)
  return core === null
    ? (n) => filled(parts, figures(n * hundred, form))
    : (n) => {
        const [whole, after] = figures(n * hundred, form)
        return core.before + (after === '' ? whole : `${whole},${after}`) + core.after
      }
}

/** Texts before and after the digits, when nothing stands between these: most formats. */
function plainCore(parts: readonly Token[]): { readonly before: string; readonly after: string } | null {
  const isDigit = (t: Token) => 'sign' in t && t.sign !== '%'
  const from = parts.findIndex(isDigit)
  const to = parts.findLastIndex(isDigit)
  if (!parts.slice(from, to + 1).every(isDigit)) return null
  const words = (list: readonly Token[]) => list.map((t) => ('text' in t ? t.text : t.sign)).join('')
  return { before: words(parts.slice(0, from)), after: words(parts.slice(to + 1)) }
}

type Figures = {
  readonly decimals: number
  readonly optional: number
  readonly least: number
  readonly grouped: boolean
}

/** Digits before and after the comma. */
function figures(n: number, f: Figures): readonly [string, string] {
  const all = Math.abs(n) < 1e21 ? n.toFixed(f.decimals) : ''
  const point = f.decimals === 0 ? all.length : all.length - f.decimals - 1
  const whole = all.startsWith('0') ? '' : all.slice(0, point)
  let end = all.length
  for (let i = 0; i < f.optional && all.charCodeAt(end - 1) === ZERO; i++) end--
  const digits = whole.length < f.least ? whole.padStart(f.least, '0') : whole
  return [f.grouped ? grouped(digits) : digits, all.slice(point + 1, end)]
}

const ZERO = 48

/** 1234567 -> 1.234.567 */
function grouped(digits: string): string {
  if (digits.length < 4) return digits
  let out = ''
  for (let end = digits.length; end > 0; end -= 3) {
    const part = digits.slice(Math.max(0, end - 3), end)
    out = out === '' ? part : `${part}.${out}`
  }
  return out
}

/** Puts digits into the places of a format: the last place takes the last digit, the first takes all that are left. */
function filled(parts: readonly Token[], [whole, after]: readonly [string, string]): string {
  const places = parts.filter((t) => 'sign' in t && /[0#?]/.test(t.sign))
  const point = parts.findIndex((t) => 'sign' in t && t.sign === '.')
  const before = point < 0 ? places.length : parts.slice(0, point).filter((t) => places.includes(t)).length
  const spread = whole.includes('.') ? [whole] : digitsFor(whole, before)
  let place = 0
  let out = ''
  for (const [i, t] of parts.entries()) {
    if ('text' in t) out += t.text
    else if (t.sign === '%') out += '%'
    else if (t.sign === '.' && i === point) out += after === '' ? '' : `,${after}`
    else if (places.includes(t)) {
      if (place < before) out += spread[place] ?? ''
      place++
    }
  }
  return out
}

function digitsFor(whole: string, places: number): string[] {
  const first = Math.max(0, whole.length - places + 1)
  return Array.from({ length: places }, (_, i) => {
    if (i === 0) return whole.length >= places ? whole.slice(0, first) : ''
    const at = whole.length - places + i
    return at < 0 ? '' : whole.charAt(at)
  })
}

const two = (n: number): string => String(n).padStart(2, '0')
const DAY_SECONDS = 86_400

/** The part of a moment that a sign of a date format shows. */
function datePart(sign: string, day: string | null, seconds: number, half: boolean): string {
  const [year = '', month = '', date = ''] = day?.split('-') ?? []
  const hours = Math.floor(seconds / 3600)
  switch (sign.charAt(0).toLowerCase()) {
    case 'y':
      return sign.length > 2 ? year : year.slice(2)
    case 'd':
      return sign.length === 1 ? String(Number(date)) : date
    case 'm':
      return sign.length === 1 ? String(Number(month)) : month
    case 'h':
      return sign.length === 1 ? String(half ? hours % 12 || 12 : hours) : two(half ? hours % 12 || 12 : hours)
    case 'n':
      return two(Math.floor(seconds / 60) % 60)
    case 's':
      return two(seconds % 60)
    default:
      return hours < 12 ? 'SA' : 'CH'
  }
}

function showDate(section: string): Show {
  const parts = tokens(section, /^(?:y+|m+|d+|h+|s+|AM\/PM)$/i)
  const signs = parts.flatMap((t, i) => ('sign' in t ? [{ i, sign: t.sign }] : []))
  // An m beside hours or seconds means minutes.
  const minutes = new Set(
    signs.flatMap(({ i, sign }, at) => {
      const near =
        /^m{1,2}$/i.test(sign) && (/^h/i.test(signs[at - 1]?.sign ?? '') || /^s/i.test(signs[at + 1]?.sign ?? ''))
      return near ? [i] : []
    }),
  )
  const half = signs.some((s) => /^A/i.test(s.sign))
  const dated = signs.some(({ i, sign }) => /^[yd]/i.test(sign) || (/^m/i.test(sign) && !minutes.has(i)))
  return (n, from1904) => {
    const seconds = Math.round((n - Math.floor(n)) * DAY_SECONDS) % DAY_SECONDS
    const day = dated ? dayOfSerial(n, from1904) : null
    if (dated && day === null) return showGeneral(n)
    return parts
      .map((t, i) => ('text' in t ? t.text : datePart(minutes.has(i) ? 'n' : t.sign, day, seconds, half)))
      .join('')
      .trim()
  }
}
