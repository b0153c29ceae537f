/**
 * Cân đối giữa các ngành, các nơi: how far each covers its need, how unevenly (Hoover index: the share of all people who would have to
 * move for everybody to be covered alike), and how a fixed quota raises the lowest coverage most.
 */

/** One sector or place: people there and people needed. */
export type Covered = { readonly name: string | null; readonly have: number; readonly need: number }

/** Coverage of each, the lowest, and the Hoover index. */
export type Balance = {
  readonly coverage: readonly {
    readonly sector: string | null
    readonly have: number
    readonly need: number
    readonly coverage: number
  }[]
  readonly lowest: number
  readonly hoover: number
}

/** Half the sum of the differences between shares of people and shares of need. */
export function hooverIndex(rows: readonly Covered[]): number {
  const [have, need] = [rows.reduce((sum, r) => sum + r.have, 0), rows.reduce((sum, r) => sum + r.need, 0)]
  if (have <= 0 || need <= 0) return 0
  return rows.reduce((sum, r) => sum + Math.abs(r.have / have - r.need / need), 0) / 2
}

/** The state of balance. Who needs nobody is covered wholly. */
export function balanceOf(rows: readonly Covered[]): Balance {
  const coverage = rows.map((r) => ({
    sector: r.name,
    have: r.have,
    need: r.need,
    coverage: r.need > 0 ? r.have / r.need : 1,
  }))
  const asked = coverage.filter((r) => r.need > 0).map((r) => r.coverage)
  return { coverage, lowest: asked.length > 0 ? Math.min(...asked) : 1, hoover: hooverIndex(rows) }
}

/** What each gets of a quota so that the lowest coverage is as high as it can be: the lowest are raised together. */
export function bestUse(rows: readonly Covered[], quota: number): readonly number[] {
  const order = rows
    .map((r, i) => ({ i, coverage: r.need > 0 ? r.have / r.need : Infinity }))
    .filter((r) => r.coverage < Infinity)
    .sort((a, b) => a.coverage - b.coverage)
  let [have, need, level] = [0, 0, 0]
  for (let j = 0; j < order.length; j++) {
    const row = rows[order[j]?.i ?? 0]
    have += row?.have ?? 0
    need += row?.need ?? 0
    level = (have + quota) / need
    if (level <= (order[j + 1]?.coverage ?? Infinity)) break
  }
  return rows.map((r) => (r.need > 0 ? Math.max(0, level * r.need - r.have) : 0))
}

/** The same with whole people: each next one goes where coverage is lowest. */
export function bestWholeUse(rows: readonly Covered[], quota: number): readonly number[] {
  const given = bestUse(rows, quota).map((x) => Math.floor(x + 1e-9))
  let left = Math.floor(quota + 1e-9) - given.reduce((a, b) => a + b, 0)
  for (; left > 0; left--) {
    const coverage = rows.map((r, i) => (r.need > 0 ? (r.have + (given[i] ?? 0)) / r.need : Infinity))
    const lowest = coverage.indexOf(Math.min(...coverage))
    given[lowest] = (given[lowest] ?? 0) + 1
  }
  return given
}
