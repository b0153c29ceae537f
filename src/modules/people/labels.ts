/** Nhãn: words for the codes, bodies and places that dossiers hold, read once for a page. */
import type { Day } from '../../kernel/day.ts'
import type { Tx } from '../../platform/database/sql.ts'
import { codeBook } from '../code-lists/public.ts'
import { unitsByIds } from '../organisations/public.ts'
import type { Labels } from './rules/showing.ts'

/** The labels of a page: `units` = ids of the bodies and places that occur in it. Lists as they stand on `day`. */
export async function labelsFor(tx: Tx, day: Day, units: readonly string[]): Promise<Labels> {
  const book = await codeBook(tx, day)
  const known = new Map((await unitsByIds(tx, [...new Set(units)])).map((u) => [u.id, u]))
  return {
    code: (list, code) => book.list(list).labelOf(code),
    body: (id) => known.get(id)?.officeName ?? null,
    place: (id) => known.get(id)?.name ?? null,
  }
}
