/** Kết quả đã khóa thành chữ: one row a line, the same for the same result, for its hash. */
import type { Ranked } from '../words.ts'

/** The text the hash is taken of. */
export const frozenText = (rows: readonly Ranked[]): string =>
  rows
    .map((r) =>
      [
        r.group,
        r.rank,
        r.unitCode,
        r.unitName,
        ...Object.entries(r.parts)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([no, points]) => `${no}=${points}`),
        r.total,
        r.most,
        r.index,
        r.band,
      ].join('\t'),
    )
    .join('\n')
