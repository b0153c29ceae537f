/** Công thức đếm người: a number of people, or one on the population. A share among people is none: both sides move. Pure. */
import type { Expr } from './formula.ts'

/** Điều được đếm, and per how many inhabitants; `per` null = a number of people. */
export type Counted = {
  readonly code: string
  readonly where: Readonly<Record<string, readonly string[]>>
  readonly per: number | null
}

const counted = (e: Expr): Omit<Counted, 'per'> | null =>
  e.op === 'measure' ? { code: e.code, where: e.where ?? {} } : null

/** What an expanded formula counts; null when it is no count of people. */
export function headsOf(e: Expr): Counted | null {
  if (e.op === 'measure') return { code: e.code, where: e.where ?? {}, per: null }
  if (e.op !== 'ratio') return null
  const [above, below] = e.of
  const heads = counted(above)
  return heads === null || below.op !== 'figure' || below.quantity !== 'population' ? null : { ...heads, per: e.per }
}
