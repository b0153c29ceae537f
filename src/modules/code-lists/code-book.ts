/** Sổ tra mã: all lists as they hold on a day, asked of the database once and looked up without it afterwards. */
import type { Day } from '../../kernel/day.ts'
import { rememberedFor } from '../../kernel/remembered.ts'
import { shared } from '../../platform/database/kept.ts'
import type { Tx } from '../../platform/database/sql.ts'
import { bookOn, type CodeBook, type ListBook, listBook, type Published } from './rules/look-up.ts'
import { publishedLists } from './views.ts'

/**
 * The book of `day`. A list whose first version has an unchecked first day is read from that version on earlier days too;
 * a list that ended without a successor in the system answers nothing after its end.
 */
export async function codeBook(tx: Tx, day: Day): Promise<CodeBook> {
  const all = await shared(tx, ['code-lists'], 'code-lists published', () => publishedLists(tx))
  return bookOn(all, day, bookOf)
}

// The index of a version is built when its list is first asked for; the version itself is kept and never changes.
const built = rememberedFor((version: Published) => listBook(version))
const NOTHING = listBook(null)

const bookOf = (version: Published | null): ListBook => (version === null ? NOTHING : built(version))
