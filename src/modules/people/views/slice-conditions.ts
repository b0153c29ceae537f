/** Phù hợp vị trí, as a condition on slices that lists and figures share. */
import { type RawBuilder, sql } from '../../../platform/database/sql.ts'

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
