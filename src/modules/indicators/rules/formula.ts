/**
 * Công thức của chỉ tiêu: data, not code. Kept as JSON with each version of a definition, checked for units before it is kept
 * (`check-formula.ts`), evaluated live (`evaluate.ts`), told in Vietnamese (`formula-words.ts`).
 */

/** Biểu thức. */
export type Expr =
  /** A measure of some module, under conditions. */
  | { readonly op: 'measure'; readonly code: string; readonly where?: Readonly<Record<string, readonly string[]>> }
  /** An official figure of the dated series: population, labour force. */
  | { readonly op: 'figure'; readonly quantity: string }
  /** What the responsible body reported for this very indicator. */
  | { readonly op: 'reported' }
  /** Another indicator. */
  | { readonly op: 'indicator'; readonly code: string }
  | { readonly op: 'number'; readonly value: number; readonly unit: string }
  | { readonly op: 'sum'; readonly of: readonly Expr[] }
  | { readonly op: 'difference'; readonly of: readonly [Expr, Expr] }
  /** At least the first, at most the second: of some it is not known whether they count. */
  | { readonly op: 'between'; readonly of: readonly [Expr, Expr] }
  /** Numerator by denominator, `per` = 1, 100 (%), 10.000 (trên 10.000 dân). */
  | { readonly op: 'ratio'; readonly of: readonly [Expr, Expr]; readonly per: 1 | 100 | 1000 | 10000 | 100000 }
