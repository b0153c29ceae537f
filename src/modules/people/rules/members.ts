/**
 * Tập hồ sơ: people by the number in the codes of their dossiers, one bit each, as `get_bit` of the database reads it
 * (`people.viewing_of_many`). Pure.
 */

/** The highest number a set holds: a megabyte of bits. */
const MOST = 8_000_000
const CODE = /^TT-(\d{1,9})$/

/** The number in the code of a dossier; null for a code of another form, or beyond what a set holds. */
export function numberOf(code: string): number | null {
  const n = Number(CODE.exec(code)?.[1] ?? Number.NaN)
  return n <= MOST ? n : null
}

/** The set of these numbers. */
export function membersOf(numbers: readonly number[]): Uint8Array {
  let most = 0
  for (const n of numbers) most = Math.max(most, n)
  const bits = new Uint8Array((most >> 3) + 1)
  for (const n of numbers) bits[n >> 3] = (bits[n >> 3] ?? 0) | (1 << (n & 7))
  return bits
}
