/** Mẫu tệp: the columns of the export, with drop-down lists of the day; what is filled in comes in without mapping. */
import type { Day } from '../../kernel/day.ts'
import type { Tx } from '../../platform/database/sql.ts'
import type { Choice, Column, NamedRange, Sheet, Workbook } from '../../platform/excel/workbook.ts'
import { entriesOn } from '../code-lists/public.ts'
import { COLUMNS } from '../people/public.ts'

/** Rows the drop-down lists reach. */
const ROWS = 2000
const LISTS_SHEET = 'Danh mục'
const SHEET = 'Danh sách'

const rangeName = (list: string): string => `DM_${list.replaceAll('-', '_')}`

/** The empty workbook of the day. */
export async function templateBook(tx: Tx, today: Day): Promise<Workbook> {
  const lists = [...new Set(COLUMNS.flatMap((c) => c.list ?? []))]
  const entries = new Map<string, readonly string[]>()
  for (const list of lists) {
    const labels = (await entriesOn(tx, list, today)).map((e) => e.label)
    if (labels.length > 0) entries.set(list, labels)
  }
  const known = [...entries.keys()]
  const depth = Math.max(0, ...[...entries.values()].map((l) => l.length))
  const columns: Column[] = COLUMNS.map((c) => ({ width: c.width }))
  const choices: Choice[] = COLUMNS.flatMap((c, column) =>
    c.list !== null && entries.has(c.list) ? [{ column, from: 3, to: ROWS, of: { name: rangeName(c.list) } }] : [],
  )
  const names: NamedRange[] = known.map((list, column) => ({
    name: rangeName(list),
    sheet: LISTS_SHEET,
    column,
    from: 2,
    to: (entries.get(list)?.length ?? 0) + 1,
  }))
  const main: Sheet = {
    name: SHEET,
    columns,
    rows: [
      { cells: COLUMNS.map((c) => c.heading), look: 'header' },
      { cells: COLUMNS.map((c) => c.hint), look: 'note' },
    ],
    frozen: 2,
    choices,
  }
  const listed: Sheet = {
    name: LISTS_SHEET,
    columns: known.map(() => ({ width: 30 })),
    rows: [
      { cells: known, look: 'header' },
      ...Array.from({ length: depth }, (_, i) => known.map((list) => entries.get(list)?.[i] ?? null)),
    ],
  }
  return { title: 'Mẫu danh sách trí thức', creator: '', made: today, sheets: [main, listed], names }
}
