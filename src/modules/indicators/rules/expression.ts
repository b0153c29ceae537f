/** Duyệt biểu thức: what stands inside a formula. */
import type { Expr } from './formula.ts'

/** Lá của biểu thức: where a figure comes from. */
export type LeafExpr = Extract<Expr, { op: 'measure' | 'figure' | 'reported' }>

/** Direct parts of an expression. */
export const partsOf = (e: Expr): readonly Expr[] => ('of' in e ? e.of : [])

/** Every expression inside, itself first. */
export const allOf = (e: Expr): Expr[] => [e, ...partsOf(e).flatMap(allOf)]

const isLeaf = (e: Expr): e is LeafExpr => e.op === 'measure' || e.op === 'figure' || e.op === 'reported'

/** The leaves, each once. */
export function leavesOf(e: Expr): LeafExpr[] {
  return [
    ...new Map(
      allOf(e)
        .filter(isLeaf)
        .map((l) => [leafKey(l), l]),
    ).values(),
  ]
}

/** One leaf from another: its own words, conditions in the order of their names. */
export function leafKey(l: LeafExpr): string {
  if (l.op === 'figure') return `figure ${l.quantity}`
  if (l.op === 'reported') return 'reported'
  const where = Object.entries(l.where ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  return `measure ${l.code} ${where.map(([name, codes]) => `${name}=${[...codes].sort().join(',')}`).join(' ')}`
}

/** The other indicators a formula names. */
export const namedIn = (e: Expr): string[] => allOf(e).flatMap((x) => (x.op === 'indicator' ? [x.code] : []))

/** `e` with every named indicator replaced by its formula; null when one is not there. No cycles: `check-formula.ts` refuses them. */
export function expanded(e: Expr, formulaOf: (code: string) => Expr | null, depth = 0): Expr | null {
  if (depth > 20) return null
  if (e.op === 'indicator') {
    const other = formulaOf(e.code)
    return other === null ? null : expanded(other, formulaOf, depth + 1)
  }
  if (e.op === 'sum') {
    const of = e.of.map((x) => expanded(x, formulaOf, depth + 1))
    return of.every((x) => x !== null) ? { ...e, of } : null
  }
  if (!('of' in e)) return e
  const [a, b] = [expanded(e.of[0], formulaOf, depth + 1), expanded(e.of[1], formulaOf, depth + 1)]
  return a === null || b === null ? null : { ...e, of: [a, b] }
}

/** Whether two expressions say the same, in whatever order their words were kept. */
export const sameExpr = (a: Expr | null, b: Expr | null): boolean => inOrder(a) === inOrder(b)

function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([k, v]) => `${k}:${inOrder(v)}`).join()}}`
}
