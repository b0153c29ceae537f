/** Đơn vị của tài khoản: how SQL of this module asks `organisations` for names, codes and subtrees. */
import type { RawBuilder } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { sql } from '../../platform/database/sql.ts'

/** Last known office name of a unit id, null without one. */
export const unitName = (id: RawBuilder<unknown>): RawBuilder<string | null> => sql`organisations.office_name(${id})`

/** Code of a unit id, null without one. */
export const unitCode = (id: RawBuilder<unknown>): RawBuilder<string | null> => sql`organisations.code(${id})`

/** The unit and everything below it on a day, as a JSON list. */
export const unitsBelow = (id: RawBuilder<unknown>, day: Day): RawBuilder<unknown> =>
  sql`to_jsonb(organisations.subtree(array[${id}], ${day}::date))`
