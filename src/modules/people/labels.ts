/** Nhãn: words for the codes, bodies and places that dossiers hold, read once for a page. */
import type { Day } from '../../kernel/day.ts'
import type { Tx } from '../../platform/database/sql.ts'
import { type CodeBook, codeBook } from '../code-lists/public.ts'
import { unitsByIds } from '../organisations/public.ts'
import type { Labels } from './rules/showing.ts'

/**
 * The labels of a page: `units` = ids of the bodies and places that occur in it. Lists as they stand on `day`; a code that they do
 * not have any more keeps the name of the version that had it.
 */
export async function labelsFor(tx: Tx, day: Day, units: readonly string[]): Promise<Labels> {
  const book = await codeBook(tx, day)
  const yearBook = (year: string | null): CodeBook | null => (year === null ? null : book.on(`${year}-12-31` as Day))
  const known = new Map((await unitsByIds(tx, [...new Set(units)])).map((u) => [u.id, u]))
  return {
    code: (list, code, year) =>
      yearBook(year ?? null)
        ?.list(list)
        .labelOf(code) ?? book.labelOf(list, code),
    since: (list, code) => book.former(list, code),
    within: (list, code) => book.aboveOf(list, code)?.label ?? null,
    body: (id) => known.get(id)?.officeName ?? null,
    place: (id) => known.get(id)?.name ?? null,
  }
}
