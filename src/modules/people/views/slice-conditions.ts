/** Điều kiện trên lát cắt that lists and figures share: of the territory, phù hợp vị trí. */
import { ids, type RawBuilder, sql } from '../../../platform/database/sql.ts'

/**
 * Who is of the territory: neither known to live in one of the units outside of it, nor to work there or, where that is not known, to
 * be kept there. No such units = no condition.
 */
export const notOf = (outside: readonly string[]): RawBuilder<unknown>[] =>
  outside.length === 0
    ? []
    : [
        sql`(s.place_unit is null or not s.place_unit = any(${ids(outside)}))`,
        sql`not coalesce(s.work_unit, s.unit_id) = any(${ids(outside)})`,
      ]

const FIT: Readonly<Record<string, RawBuilder<unknown>>> = {
  dat: sql`s.fit = 0`,
  chua: sql`s.fit & 7 > 0`,
  'chua-du': sql`(s.fit > 0 and s.fit & 7 = 0)`,
}

/** Phù hợp vị trí: codes of `dat-chuan` against the number that slices keep (`fitNumber`). */
export const fitWhere = (met: readonly string[]): RawBuilder<unknown> =>
  sql`(${sql.join(
    met.map((m) => FIT[m] ?? sql`false`),
    sql` or `,
  )})`
