/** Điều kiện trên lát cắt that lists and figures share. */
import { type RawBuilder, sql, texts } from '../../../platform/database/sql.ts'
import { ABROAD_OR_RETIRED } from '../rules/working.ts'

/** Who lives and works in the territory. */
export const workingWhere = (): RawBuilder<unknown> =>
  sql`coalesce(s.category, '') <> all(${texts(ABROAD_OR_RETIRED.categories)}) and coalesce(s.area, '') <> all(${texts(ABROAD_OR_RETIRED.areas)})`

const FIT: Readonly<Record<string, RawBuilder<unknown>>> = {
  dat: sql`s.fit = 0`,
  chua: sql`s.fit & 7 > 0`,
  'chua-du': sql`(s.fit > 0 and s.fit & 7 = 0)`,
}

/** Codes of `dat-chuan` against the number that slices keep (`fitNumber`). */
export const fitWhere = (met: readonly string[]): RawBuilder<unknown> =>
  sql`(${sql.join(
    met.map((m) => FIT[m] ?? sql`false`),
    sql` or `,
  )})`
