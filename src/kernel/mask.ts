/** Che số: a number that names or reaches a person is told by its last three digits. */

const KEPT = 3

/** All digits of a text but the last three: "030 181 471 301" -> "…301". Letters stay: what is wrong with a number is seen by them. */
export function maskDigits(text: string): string {
  const digits = text.replace(/\D/g, '').length
  let left = digits - KEPT
  if (left <= 0) return text
  const hidden = text.replace(/\d/g, (d) => (left-- > 0 ? '…' : d))
  return hidden.replace(/…(?:[\s.\-–]*…)*[\s.\-–]*/gu, '…')
}

/** Nine digits and more in one piece, as officials part them: no day and no figure of a list is that long. */
const LONG = /\d(?:[ .\-–]?\d){8,}/gu

/** Every long number within a sentence by its last three digits; days, codes and figures stay. */
export const maskLongNumbers = (text: string): string => text.replace(LONG, maskDigits)

/** Whether a text holds a number that must not be repeated. */
export const holdsLongNumber = (text: string): boolean => text.search(LONG) >= 0
