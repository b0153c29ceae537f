/** Công thức bằng lời: "Số bác sĩ chia dân số, nhân 10.000". */
import { showNumber } from '../../../kernel/number.ts'
import type { Measure } from '../../../platform/measure.ts'
import { type FormulaVersion, QUANTITIES, type Quantity } from '../words.ts'
import type { Expr } from './formula.ts'

/** Names of what a formula is made of. */
export type Wording = {
  readonly measures: readonly Measure[]
  /** Label of a code of a list, for conditions; the code itself when the list has no such code. */
  readonly labelOf: (list: string, code: string) => string
  readonly nameOf: (indicatorCode: string) => string
}

const lower = (t: string): string => (/^\p{Lu}\p{Lu}/u.test(t) ? t : t.charAt(0).toLowerCase() + t.slice(1))
const upper = (t: string): string => t.charAt(0).toUpperCase() + t.slice(1)

/** The words of an expression, first letter small. */
export function exprWords(e: Expr, w: Wording): string {
  switch (e.op) {
    case 'measure':
      return measureWords(e, w)
    case 'figure':
      return lower(quantityLabel(e.quantity))
    case 'reported':
      return 'số do cơ quan phải cung cấp báo cáo'
    case 'indicator':
      return `chỉ tiêu ${e.code} (${lower(w.nameOf(e.code))})`
    case 'number':
      return `${showNumber(e.value, 4)} ${e.unit}`.trim()
    case 'sum':
      return e.of.map((x) => exprWords(x, w)).join(' cộng ')
    case 'difference':
      return `${exprWords(e.of[0], w)} trừ ${grouped(e.of[1], w)}`
    case 'between':
      return `từ ${exprWords(e.of[0], w)} đến ${exprWords(e.of[1], w)}`
    case 'ratio':
      return `${grouped(e.of[0], w)} chia ${grouped(e.of[1], w)}${timesWords(e.per)}`
  }
}

const quantityLabel = (quantity: string): string =>
  Object.hasOwn(QUANTITIES, quantity) ? QUANTITIES[quantity as Quantity].label : quantity

const grouped = (e: Expr, w: Wording): string => ('of' in e ? `(${exprWords(e, w)})` : exprWords(e, w))

const timesWords = (per: number): string =>
  per === 1 ? '' : per === 100 ? ', nhân 100%' : `, nhân ${showNumber(per, 0)}`

function measureWords(e: Extract<Expr, { op: 'measure' }>, w: Wording): string {
  const measure = w.measures.find((m) => m.code === e.code)
  const label = lower(measure?.label ?? e.code)
  const conditions = Object.entries(e.where ?? {}).map(([name, codes]) => {
    const c = measure?.conditions[name]
    return `${lower(c?.label ?? name)}: ${codes.map((x) => (c === undefined ? x : w.labelOf(c.list, x))).join(' hoặc ')}`
  })
  return conditions.length === 0 ? label : `${label} (${conditions.join('; ')})`
}

/** What stands above and below the line in words; the words of the version where it has its own. */
export function partWords(f: FormulaVersion, w: Wording): { numerator: string; denominator: string } {
  const e = f.expr
  const [above, below] = e?.op === 'ratio' ? [e.of[0], e.of[1]] : [e, null]
  return {
    numerator: f.numerator !== '' ? f.numerator : above === null ? '' : upper(exprWords(above, w)),
    denominator: f.denominator !== '' ? f.denominator : below === null ? '' : upper(exprWords(below, w)),
  }
}

/** The formula in one sentence, without the full stop. */
export function formulaWords(f: FormulaVersion, w: Wording): string {
  const e = f.expr
  if (e === null) return f.ended
  const { numerator, denominator } = partWords(f, w)
  if (e.op === 'reported') return 'Số do cơ quan phải cung cấp báo cáo, kèm nguồn'
  if (e.op !== 'ratio') return upper(numerator)
  return `${upper(numerator)} chia ${lower(denominator)}${timesWords(e.per)}`
}
