/** Whether two amounts are the same but for the rounding of sums. */
export const sameNumber = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b))
