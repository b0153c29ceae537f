/**
 * Ô tính: sums, differences and shares that the system works out from typed figures. A missing part leaves the result
 * empty: what is not told is never taken for 0.
 */
import type { Cells } from '../words.ts'
import { type Compute, type Regime, rowsOf } from './regime.ts'

/** The rows a computed row is worked out from, full keys. */
export const partsOf = (c: Compute): readonly string[] =>
  c.kind === 'sum' ? c.rows : c.kind === 'difference' ? [c.from, c.less] : [c.part, c.whole]

/** Binary fractions of decimal figures are not shown: six decimals are kept. */
const tidy = (n: number): number => Math.round(n * 1e6) / 1e6

/** The value of a computed row from those of its parts; null where a part is missing, and for a share of nothing. */
export function computedValue(c: Compute, of: (key: string) => number | null): number | null {
  const values = partsOf(c).map(of)
  if (values.length === 0 || values.some((v) => v === null)) return null
  const [first = 0, second = 0] = values.map((v) => v ?? 0)
  if (c.kind === 'sum') return tidy(values.reduce<number>((s, v) => s + (v ?? 0), 0))
  if (c.kind === 'difference') return tidy(first - second)
  return second === 0 ? null : tidy((first / second) * 100)
}

type Figures = 'toDate' | 'wholeYear' | 'lastYear'

/** The cells of a report with those of computed rows worked out; their notes stay. A row that leads back to itself stays empty. */
export function withComputed(regime: Regime, cells: Readonly<Record<string, Cells>>): Record<string, Cells> {
  const computes = new Map(rowsOf(regime).flatMap(({ key, row }) => (row.compute ? [[key, row.compute] as const] : [])))
  if (computes.size === 0) return { ...cells }
  const value = (key: string, column: Figures, way: readonly string[]): number | null => {
    const compute = computes.get(key)
    if (compute === undefined) return cells[key]?.[column] ?? null
    return way.includes(key) ? null : computedValue(compute, (other) => value(other, column, [...way, key]))
  }
  return Object.fromEntries(
    Object.entries(cells).map(([key, c]) => {
      if (!computes.has(key)) return [key, c]
      const official = value(key, 'lastYear', [])
      const lastYear = official === null ? {} : { lastYear: official }
      const { lastYear: _, ...rest } = c
      return [key, { ...rest, toDate: value(key, 'toDate', []), wholeYear: value(key, 'wholeYear', []), ...lastYear }]
    }),
  )
}

/** "Tổng của: Tiến sĩ; Thạc sĩ", for the reader of the form. */
export function computeWords(regime: Regime, c: Compute): string {
  const labels = new Map(rowsOf(regime).map((r) => [r.key, r.row.label]))
  const name = (key: string): string => labels.get(key) ?? (key === '' ? 'chưa chọn dòng' : key)
  if (c.kind === 'sum') return `Tổng của: ${c.rows.map(name).join('; ')}`
  if (c.kind === 'difference') return `${name(c.from)} trừ ${name(c.less)}`
  return `${name(c.part)} chia ${name(c.whole)}, tính bằng %`
}

/** Figures of one year with those of computed rows worked out where an older form did not have them. */
export function computedYear(
  regime: Regime,
  values: Readonly<Record<string, number | null>>,
): Readonly<Record<string, number | null>> {
  const cells = Object.fromEntries(
    rowsOf(regime).map(({ key }) => [key, { toDate: null, wholeYear: values[key] ?? null, note: '' }]),
  )
  const worked = withComputed(regime, cells)
  const added = rowsOf(regime).flatMap(({ key, row }) => {
    const value = row.compute === undefined || typeof values[key] === 'number' ? null : (worked[key]?.wholeYear ?? null)
    return value === null ? [] : [[key, value] as const]
  })
  return added.length === 0 ? values : { ...values, ...Object.fromEntries(added) }
}
