/** Bảng chỉ tiêu: the rows of a table of indicators as goals, one for each column of a year; other columns are the present state. */
import { parseNumber } from '../../../kernel/number.ts'
import type { PlanFigure, PlanGoal } from '../words.ts'
import { BEFORE_NUMBER } from './figures.ts'
import { LESS_IS_BETTER } from './goal-drafts.ts'
import { type Passage, spanOf } from './passage.ts'
import type { Column, Grid } from './tables.ts'

/** A figure alone in its cell. */
export type CellFigure = Pick<PlanGoal, 'value' | 'valueHigh' | 'comparator' | 'rawComparator' | 'strict'> & {
  readonly unit: string | null
}

const N = '(\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:[.,]\\d+)?)'
const CELL = new RegExp(
  `^([^\\d]{0,24}?)\\s*${N}(?:\\s*%?\\s*(?:[-–—]|đến)\\s*${N})?\\s*(%|[\\p{L}/][\\p{L}\\s/.\\d]{0,24})?$`,
  'u',
)
const UPWARDS = /\s*trở\s+(lên|xuống)\s*$/iu

/** The figure of a cell: ">25", "80 - 90%", "≥ 95", "Trên 85", "70% trở lên"; null when the cell holds none. */
export function cellFigure(text: string): CellFigure | null {
  const upwards = UPWARDS.exec(text)?.[1]
  const m = CELL.exec(text.replace(UPWARDS, '').trim())
  const value = m ? parseNumber(m[2] ?? '') : null
  if (!m || value === null) return null
  const high = m[3] ? parseNumber(m[3]) : null
  const words = (m[1] ?? '').trim()
  const bound = BEFORE_NUMBER.find((b) => b.pattern.test(words))
  const comparator = high !== null ? 'range' : upwards ? (upwards === 'lên' ? '>=' : '<=') : (bound?.comparator ?? '=')
  return {
    value,
    valueHigh: high,
    comparator,
    rawComparator: upwards ? `trở ${upwards}` : (bound && words) || null,
    strict: bound?.strict ?? false,
    unit: m[4]?.trim() || null,
  }
}

const unitIn = (text: string): string | null => {
  const m = /\(([^()]{1,25})\)\s*$/u.exec(text)?.[1]
  return m && !/\d{4}/u.test(m) ? m : null
}

/** What a table of indicators says. `section` is "PL1" for the first table. */
export function indicatorRows(
  grid: Grid,
  section: string,
  by: number | null,
  made: string | null = null,
): { goals: PlanGoal[]; baselines: PlanFigure[] } {
  const goals: PlanGoal[] = []
  const baselines: PlanFigure[] = []
  const index = (column: Column) => grid.head.findIndex((h) => h.column === column)
  const subject = index('indicator') >= 0 ? index('indicator') : index('task')
  for (const [r, cells] of grid.rows.entries()) {
    const name = cells[subject]
    if (!name || !/\p{L}{2}/u.test(name.text)) continue
    const unit = cells[index('unit')]?.text || unitIn(name.text)
    const figures = grid.head.flatMap((h, i) => {
      const cell = cells[i]
      const figure = (h.column === 'value' || h.column === 'base') && cell ? cellFigure(cell.text) : null
      const column = h.column === 'value' && isPast(h.year, made) && grid.head.length > 3 ? 'base' : h.column
      return figure && cell ? [{ ...figure, column, year: h.year, cell }] : []
    })
    const wanted = figures.filter((f) => f.column === 'value')
    const no = cells[index('no')]?.text.replace(/[.)\s]+$/u, '') || String(r + 1)
    for (const [k, f] of wanted.entries()) {
      const clause = `${section}.${no}${wanted.length > 1 ? 'abcdefghijklm'[k] : ''}`
      goals.push(goalOf(name, { ...f, unit: f.unit ?? unit ?? null }, { clause, section, by: f.year ?? by }))
    }
    for (const f of figures.filter((x) => x.column === 'base')) {
      baselines.push({
        text: `${name.text}: ${f.cell.text}`,
        value: f.value ?? 0,
        unit: f.unit ?? unit ?? '',
        year: f.year,
        span: spanOf(f.cell),
      })
    }
  }
  return { goals, baselines }
}

/** A column of a year that was over, or nearly so, when the document was made tells the present state. */
const isPast = (year: number | null, made: string | null): boolean =>
  year !== null &&
  made !== null &&
  (`${year}` < made.slice(0, 4) || (`${year}` === made.slice(0, 4) && made.slice(5, 7) >= '10'))

/** Names of indicators that measure a change. */
const CHANGES: readonly { readonly measure: PlanGoal['measure']; readonly pattern: RegExp }[] = [
  { measure: 'decrease', pattern: /(?:^|\s)giảm(?=\s|$)/iu },
  {
    measure: 'increase',
    pattern: /(?:^|[\s(])(?:tốc\s+độ\s+tăng|tăng\s+(?:trưởng|thêm|so\s+với|bình\s+quân))(?=\s|$)/iu,
  },
]

/** Names whose lower figure is the better one: what nobody wants, and what is still to be done away with. */
const LOWER = new RegExp(`${LESS_IS_BETTER.source}|(?:^|\\s)giảm(?=\\s|$)|còn\\s+lại|chưa\\s`, 'iu')

function goalOf(name: Passage, f: CellFigure, at: Pick<PlanGoal, 'clause' | 'section' | 'by'>): PlanGoal {
  return {
    ...at,
    text: name.text,
    metric: name.text,
    comparator: f.comparator,
    rawComparator: f.rawComparator,
    strict: f.strict,
    value: f.value,
    valueHigh: f.valueHigh,
    unit: f.unit,
    denominator: null,
    measure: CHANGES.find((c) => c.pattern.test(name.text))?.measure ?? 'level',
    direction: f.comparator === '<=' || LOWER.test(name.text) ? 'down' : 'up',
    baseYear: null,
    qualitative: false,
    span: spanOf(name),
    confidence: 0.85,
  }
}
