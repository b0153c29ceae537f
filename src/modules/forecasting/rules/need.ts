/** Nhu cầu: how many people a sector is to have in each year, by its norm on the population or by growth of what it has. Pure. */
import { type AssumptionBook, assumed } from './assumed.ts'
import type { FileNeed } from './plan-file.ts'

/** Nhu cầu của một lĩnh vực, with what it rests on. */
export type SectorNeed = {
  readonly sector: string
  readonly byYear: ReadonlyMap<number, number>
  readonly words: string
}

/** Need of every sector from `start` on. `population` by year; null = not known, so norms on it cannot be used. */
export function sectorNeeds(
  stock: ReadonlyMap<string, number>,
  start: number,
  years: number,
  book: AssumptionBook,
  population: ReadonlyMap<number, number> | null,
): SectorNeed[] {
  return [...stock.entries()].map(([sector, now]) => {
    const norm = book.recorded.find((a) => a.kind === 'dinh-muc' && a.sector === sector)
    const growth = assumed(book, 'tang-nhu-cau', sector)
    const span = Array.from({ length: years + 1 }, (_, i) => start + i)
    if (norm !== undefined && population !== null)
      return {
        sector,
        byYear: new Map(span.map((y) => [y, ((population.get(y) ?? 0) / 10_000) * norm.value])),
        words: `${norm.value.toLocaleString('de-DE')} người trên 10.000 dân`,
      }
    const rate = 1 + (growth?.value ?? 0) / 100
    return {
      sector,
      byYear: new Map(span.map((y) => [y, now * rate ** (y - start)])),
      words:
        growth === null || growth.value === 0
          ? 'giữ số người hiện có'
          : `tăng ${growth.value.toLocaleString('de-DE')}% mỗi năm từ số hiện có`,
    }
  })
}

/** As the plan file says it. */
export const fileNeeds = (needs: readonly SectorNeed[]): FileNeed[] =>
  needs.map((n) => ({ sector: n.sector, value: Object.fromEntries([...n.byYear].map(([y, v]) => [String(y), v])) }))

/** Mức thiếu thừa của một lĩnh vực: supply by need. */
export type BalanceClass = 'thieu-nhieu' | 'thieu' | 'can-bang' | 'thua'

/** Thiếu nhiều under 90 % of the need, thiếu under 98 %, thừa over 110 %. */
export const balanceClass = (supply: number, need: number): BalanceClass => {
  if (need <= 0) return supply > 0 ? 'thua' : 'can-bang'
  const share = supply / need
  return share < 0.9 ? 'thieu-nhieu' : share < 0.98 ? 'thieu' : share > 1.1 ? 'thua' : 'can-bang'
}
