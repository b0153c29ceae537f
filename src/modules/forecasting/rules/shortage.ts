/**
 * Ngành thiếu người: sectors that will have fewer people than they need, by degree, with how many must be trained or attracted each
 * year on top of those who come anyway (Kế hoạch, mục III.2.3 và III.3.3). Pure.
 */

/** Một lĩnh vực ở năm cuối. */
export type SectorStand = {
  readonly sector: string
  readonly supply: number
  readonly need: number
  /** Share of its people who leave in a year, retirement left out; who is trained on top leaves at this rate too. */
  readonly leaving: number
  /** People of now by code of degree. */
  readonly degrees: ReadonlyMap<string, number>
}

/** Một lĩnh vực thiếu người. */
export type Shortage = {
  readonly sector: string
  readonly missing: number
  /** Share of the need that is covered. */
  readonly covered: number
  readonly perYear: number
  /** Of `perYear`, by degree as the sector has them now; they add up to it. */
  readonly degrees: readonly { readonly degree: string; readonly perYear: number }[]
}

/** Whole parts of a whole, in proportion: the largest remainders get what is left. */
export function parted(whole: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((a, b) => a + b, 0)
  if (sum <= 0) return shares.map((_, i) => (i === 0 ? whole : 0))
  const exact = shares.map((s) => (s / sum) * whole)
  const parts = exact.map(Math.floor)
  const order = exact.map((x, i) => ({ i, left: x - Math.floor(x) })).toSorted((a, b) => b.left - a.left)
  const rest = whole - parts.reduce((a, b) => a + b, 0)
  for (const { i } of order.slice(0, rest)) parts[i] = (parts[i] ?? 0) + 1
  return parts
}

/** How many of one person a year are still there at the end: 1 + q + … + q^(years − 1). */
const stayed = (years: number, leaving: number): number =>
  Array.from({ length: years }, (_, k) => (1 - leaving) ** k).reduce((a, b) => a + b, 0)

/** Sectors that are short by at least one person after `years`, the shortest of people first. */
export function shortages(stands: readonly SectorStand[], years: number): Shortage[] {
  return stands
    .filter((s) => years > 0 && s.need - s.supply >= 1)
    .map((s) => {
      const missing = s.need - s.supply
      const perYear = Math.ceil(missing / stayed(years, Math.min(0.9, Math.max(0, s.leaving))) - 1e-9)
      const known = [...s.degrees.entries()].toSorted(([a], [b]) => a.localeCompare(b))
      const parts = parted(
        perYear,
        known.map(([, n]) => n),
      )
      return {
        sector: s.sector,
        missing,
        covered: s.need > 0 ? s.supply / s.need : 1,
        perYear,
        degrees: known.flatMap(([degree], i) => ((parts[i] ?? 0) > 0 ? [{ degree, perYear: parts[i] ?? 0 }] : [])),
      }
    })
    .toSorted((a, b) => b.missing - a.missing)
}
