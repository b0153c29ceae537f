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
