/**
 * Số: Vietnamese writing of numbers: 1.234,5; 43,1%.
 */

/** "1.234,5"; `digits` = decimals kept at most. */
export function showNumber(n: number | null | undefined, digits = 1): string {
  if (n === null || n === undefined || !Number.isFinite(n)) return ''
  const fixed = Math.abs(n).toFixed(digits)
  const [whole = '0', part = ''] = fixed.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  const tail = part.replace(/0+$/, '')
  const zero = Number(fixed) === 0
  return `${n < 0 && !zero ? '-' : ''}${grouped}${tail ? `,${tail}` : ''}`
}

/** A change with its sign: "+12", "-3", "0" where nothing is left of it. */
export const showSigned = (n: number, digits = 0): string => {
  const told = showNumber(n, digits)
  return n > 0 && told !== '0' ? `+${told}` : told
}

/** Units that come in wholes: half a person is not told. */
const WHOLES: ReadonlySet<string> = new Set(['người', 'lượt', 'đơn vị'])

/** The number of an amount without its unit: "28.022" (người), "12,14" (%). */
export const showAmount = (n: number, unit: string): string => showNumber(n, WHOLES.has(unit) ? 0 : 2)

const tailOf = (unit: string): string => (unit === '' || unit === '%' ? unit : ` ${unit}`)

/** "85.000 người", "43%", "12,14" where there is no unit. */
export const withUnit = (n: number, unit: string): string => `${showAmount(n, unit)}${tailOf(unit)}`

/** "từ 5.400 đến 6.000 người"; one number where the bounds are written alike. */
export function showRange(low: number, high: number, unit: string): string {
  const [from, to] = [showAmount(low, unit), showAmount(high, unit)]
  return `${from === to ? from : `từ ${from}${unit === '%' ? '%' : ''} đến ${to}`}${tailOf(unit)}`
}

/** "84,1%". `share` is a ratio (0,841). */
export const showPercent = (share: number | null | undefined, digits = 1): string =>
  share === null || share === undefined ? '' : `${showNumber(share * 100, digits)}%`

/**
 * Reads "1.234,5", "1234,5", "1 234,5", "85.000" (dots before three digits are groups) and "12.5" as typed by officials;
 * null when it is not one number.
 */
export function parseNumber(text: string): number | null {
  const t = text.trim().replace(/[\s\u00A0\u202F]/g, '')
  if (/^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(t)) return Number(t.replaceAll('.', '').replace(',', '.'))
  if (/^-?\d+(,\d+)?$/.test(t)) return Number(t.replace(',', '.'))
  if (/^-?\d+\.\d+$/.test(t)) return Number(t)
  return null
}
