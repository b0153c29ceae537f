/**
 * Bảng công bố of a source: sectors by levels, whole for Sở Nội vụ, with small counts hidden for everybody else. Whatever others
 * are told about a source (its total, its sectors, the coverage) is worked out from this table and never from the counts behind
 * it: two tables that hide different things would tell each other's secrets. Pure.
 */
import { LEVELS, type Level, levelOf } from '../words.ts'
import type { SourceCounts } from './coverage.ts'
import { openTable, type Shown, type ShownTable, suppress } from './suppress.ts'

/** Bảng công bố. Rows are codes of `linh-vuc`. */
export type Published = {
  readonly sectors: readonly string[]
  readonly table: ShownTable
  /** Graduates of each sector and of all, where they can be worked out from what is shown. */
  readonly graduatesBySector: readonly Shown[]
  readonly graduates: Shown
}

/** Cột của bảng công bố. */
export const PUBLISHED_LEVELS = Object.keys(LEVELS) as Level[]

const BELOW = PUBLISHED_LEVELS.indexOf('duoi-dai-hoc')

/** The table of a source; `whole` = for somebody who sees small counts. `order` = codes of the list. */
export function publish(counts: SourceCounts['counts'], order: readonly string[], whole: boolean): Published {
  const named = new Set(counts.map((c) => c.sector))
  const sectors = [...order.filter((s) => named.has(s)), ...[...named].filter((s) => !order.includes(s)).sort()]
  const matrix = sectors.map((sector) =>
    PUBLISHED_LEVELS.map((level) =>
      counts.reduce((sum, c) => sum + (c.sector === sector && levelOf(c.degree) === level ? c.count : 0), 0),
    ),
  )
  const table = whole ? openTable(matrix) : suppress(matrix)
  const graduatesOf = (line: readonly Shown[], total: Shown): Shown => {
    const upper = line.filter((_, i) => i !== BELOW)
    const known = upper.flatMap((n) => (n === null ? [] : [n]))
    if (known.length === upper.length) return known.reduce((sum, n) => sum + n, 0)
    const below = line[BELOW]
    return total === null || below === null || below === undefined ? null : total - below
  }
  return {
    sectors,
    table,
    graduatesBySector: sectors.map((_, r) => graduatesOf(table.cells[r] ?? [], table.rowTotals[r] ?? null)),
    graduates: graduatesOf(table.columnTotals, table.total),
  }
}

/** A list of counts with its total as others see it: a table of one column. */
export function publishList(counts: readonly number[], whole: boolean): { list: readonly Shown[]; total: Shown } {
  const matrix = counts.map((n) => [n])
  const table = whole ? openTable(matrix) : suppress(matrix)
  return { list: table.cells.map((row) => row[0] ?? null), total: table.total }
}
