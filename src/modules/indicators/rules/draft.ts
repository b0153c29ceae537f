/** Công thức từ biểu mẫu: what an officer chose in lists, as an expression, and what follows from it. */
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import type { Measure, MeasureTime } from '../../../platform/measure.ts'
import type { FormulaSource } from '../words.ts'
import { checkFormula, type Drafted, type Names, splitsOf, type Typed } from './check-formula.ts'
import { leavesOf } from './expression.ts'
import type { Expr } from './formula.ts'

/** Chỗ của công thức: first and second number above the line, the number below it. */
export type Slot = 'tu' | 'tu2' | 'mau'

/** Chỗ của công thức, in words of the screen. Nguồn: cách trình bày chỉ tiêu thống kê (tử số, mẫu số). */
export const SLOTS: Readonly<Record<Slot, string>> = { tu: 'Tử số', tu2: 'Số thứ hai của tử số', mau: 'Mẫu số' }

/** Nhân với bao nhiêu. */
export const PERS = ['1', '100', '1000', '10000', '100000'] as const

const listOf = (v: unknown): string[] =>
  (Array.isArray(v) ? v : [v])
    .flatMap((x) => (typeof x === 'string' ? x.split(',') : []))
    .map((x) => x.trim())
    .filter((x) => x !== '')

/** Name of the field of a condition. */
export const conditionField = (slot: Slot, name: string): string => `dk.${slot}.${name}`

/** What stands in a slot: `m:` a measure, `f:` an official figure, `i:` another indicator, `bao-cao`. Null = nothing chosen. */
function termOf(raw: Readonly<Record<string, unknown>>, slot: Slot): Expr | null {
  const chosen = String(raw[slot] ?? '').trim()
  if (chosen === 'bao-cao') return { op: 'reported' }
  const [kind, code] = [chosen.slice(0, 2), chosen.slice(2)]
  if (code === '') return null
  if (kind === 'f:') return { op: 'figure', quantity: code }
  if (kind === 'i:') return { op: 'indicator', code }
  if (kind !== 'm:') return null
  const prefix = conditionField(slot, '')
  const where = Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) => {
      const codes = name.startsWith(prefix) ? listOf(value) : []
      return codes.length === 0 ? [] : [[name.slice(prefix.length), codes] as const]
    }),
  )
  return Object.keys(where).length === 0 ? { op: 'measure', code } : { op: 'measure', code, where }
}

/** The expression the form describes. */
export function draftedExpr(raw: Readonly<Record<string, unknown>>): Decision<Expr> {
  const first = termOf(raw, 'tu')
  if (first === null) return refuseFields('formula.no-numerator', { tu: 'Chọn số cần tính' })
  const second = termOf(raw, 'tu2')
  const above: Expr =
    second === null
      ? first
      : raw.phep === 'tru'
        ? { op: 'difference', of: [first, second] }
        : { op: 'sum', of: [first, second] }
  const below = termOf(raw, 'mau')
  if (below === null) return accept(above)
  const per = Number(PERS.find((p) => p === String(raw.per ?? '')) ?? '100') as 1 | 100 | 1000 | 10000 | 100000
  return accept({ op: 'ratio', of: [above, below], per })
}

/** Đặc điểm suy ra từ công thức. */
export type Inferred = Pick<Drafted, 'time' | 'splits'> & { readonly source: FormulaSource }

const TRIED: readonly MeasureTime[] = ['stock', 'flow', 'cohort']

/** Checks a drafted formula; its time, splits and source follow from what it is made of. */
export function inferred(
  code: string,
  expr: Expr,
  unit: string,
  names: Names,
): Decision<Inferred & { readonly typed: Typed }> {
  const splits = splitsOf(expr, names)
  for (const time of TRIED) {
    const checked = checkFormula({ code, expr, unit, time, splits }, names)
    if (checked.ok) return accept({ time, splits, source: sourceOf(expr, names.measures), typed: checked.value })
    if (checked.code !== 'formula.other-time') return checked
  }
  return refuseFields('formula.no-time', { tu: 'Chọn lại đại lượng: không xác định được thời gian của công thức' })
}

function sourceOf(expr: Expr, measures: readonly Measure[]): FormulaSource {
  const counted = leavesOf(expr).flatMap((l) =>
    l.op === 'measure' ? [measures.find((m) => m.code === l.code)?.source] : [],
  )
  if (counted.includes('register')) return counted.includes('cells') ? 'both' : 'register'
  if (counted.includes('cells')) return 'cells'
  if (counted.includes('reported') || leavesOf(expr).some((l) => l.op === 'reported')) return 'reported'
  return counted.length > 0 || leavesOf(expr).some((l) => l.op === 'figure') ? 'official' : 'register'
}
