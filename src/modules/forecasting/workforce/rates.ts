/**
 * Ước lượng tỷ lệ từ số liệu các năm: each sector's yearly share of leavers, drawn towards that of the province as far as its own
 * history is short (beta-binomial), with the uncertainty that is left; and how far whole years go up and down together, so that a
 * plan made from few years does not promise more than they can tell.
 */

/** One year of one cell: how many were there, how many left. */
export type YearCount = {
  readonly sector: string
  readonly year: number
  readonly exposed: number
  readonly leavers: number
}

/** What a plan file needs: rows of `rates.leave` and the `shocks` of leaving. */
export type FittedRates = {
  readonly rows: readonly { readonly sector: string; readonly mean: number; readonly sd: number }[]
  readonly shock: { readonly sd: number; readonly persistence: number; readonly common: number }
}

type History = {
  readonly sector: string
  readonly years: ReadonlyMap<number, YearCount>
  readonly exposed: number
  readonly rate: number
}

/** What many provinces show where their own history cannot: the spread of years, weighed as so many years of own history. */
const PRIOR = { variance: 0.04, weight: 4, persistence: 0.3, common: 0.5 } as const

/** Fits the rates of a province. */
export function fitRates(counts: readonly YearCount[]): FittedRates {
  const histories = [...Map.groupBy(counts, (c) => c.sector)].map(([sector, rows]) => historyOf(sector, rows))
  const exposed = sum(histories.map((h) => h.exposed))
  const province = exposed > 0 ? sum(histories.map((h) => h.rate * h.exposed)) / exposed : 0
  const shock = shockOf(histories, province)
  const raw = histories.map((h) => ({ history: h, variance: samplingVariance(h, province, shock) }))
  const between = betweenSectors(raw, province)
  const rows = raw.map(({ history, variance }) => {
    const own = between + variance > 0 ? between / (between + variance) : 0
    const mean = province + own * (history.rate - province)
    const left = own * variance + (1 - own) ** 2 * provinceVariance(raw, exposed)
    return {
      sector: history.sector,
      mean: clamp(mean, 1e-6, 0.95),
      sd: Math.sqrt(Math.min(left, 0.2 * mean * (1 - mean))),
    }
  })
  return { rows, shock }
}

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0)
const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x))

function historyOf(sector: string, rows: readonly YearCount[]): History {
  const exposed = sum(rows.map((r) => r.exposed))
  return {
    sector,
    years: new Map(rows.map((r) => [r.year, r])),
    exposed,
    rate: exposed > 0 ? sum(rows.map((r) => r.leavers)) / exposed : 0,
  }
}

/** The error of a sector's own rate: of counting people, and of years that went up and down together. */
function samplingVariance(h: History, province: number, shock: FittedRates['shock']): number {
  const rate = h.rate > 0 ? h.rate : province
  const years = Math.max(1, h.years.size)
  const lasting = (1 + shock.persistence) / (1 - shock.persistence)
  return (rate * (1 - rate)) / Math.max(1, h.exposed) + (rate * rate * shock.sd ** 2 * lasting) / years
}

type Raw = { readonly history: History; readonly variance: number }

/** How far true rates of sectors lie apart (moments): never less than a tenth of the rate, so that no sector loses its own face. */
function betweenSectors(raw: readonly Raw[], province: number): number {
  const apart = sum(raw.map((r) => (r.history.rate - province) ** 2 - r.variance)) / Math.max(1, raw.length - 1)
  return Math.max((0.1 * province) ** 2, apart)
}

const provinceVariance = (raw: readonly Raw[], exposed: number): number =>
  exposed > 0 ? sum(raw.map((r) => r.variance * (r.history.exposed / exposed) ** 2)) : 0

/** Deviations of years from a sector's own rate, as logarithms: their spread, what sectors share, what lasts to the next year. */
function shockOf(histories: readonly History[], province: number): FittedRates['shock'] {
  const years = [...new Set(histories.flatMap((h) => [...h.years.keys()]))].sort((a, b) => a - b)
  const table = histories.map((h) => years.map((y) => deviation(h, y, province)))
  const T = years.length
  const noise = average(
    histories.map((h) => 1 / Math.max(1, (h.rate > 0 ? h.rate : province) * (h.exposed / Math.max(1, T)))),
  )
  const spread = average(table.map((row) => average(row.map((x) => x * x)))) * (T / Math.max(1, T - 1)) - noise
  const yearly = years.map((_, t) => average(table.map((row) => row[t] ?? 0)))
  const shared = average(yearly.map((x) => x * x)) * (T / Math.max(1, T - 1))
  const n = histories.length
  // The variance of a mean of n sectors is common + own / n.
  const common = n > 1 ? (shared * n - Math.max(0, spread) - noise) / (n - 1) : Math.max(0, spread) * PRIOR.common
  const own = Math.max(0, T - 1)
  const variance = (Math.max(0, spread) * own + PRIOR.variance * PRIOR.weight) / (own + PRIOR.weight)
  const share = clamp(common / Math.max(1e-9, spread), 0, 1)
  const lag = sum(yearly.slice(1).map((x, i) => x * (yearly[i] ?? 0))) / Math.max(1e-12, sum(yearly.map((x) => x * x)))
  const persistence = clamp(
    (lag * own + (PRIOR.persistence - 1.5 / Math.max(3, T)) * PRIOR.weight) / (own + PRIOR.weight) +
      1.5 / Math.max(3, T),
    0,
    0.8,
  )
  // A spread learnt from few years is itself unsure: widened as a t law of so many degrees is.
  const degrees = own + PRIOR.weight
  return {
    sd: Math.sqrt(Math.expm1(variance) * (degrees / (degrees - 2))),
    persistence,
    common: (share * own + PRIOR.common * PRIOR.weight) / (own + PRIOR.weight),
  }
}

function deviation(h: History, year: number, province: number): number {
  const row = h.years.get(year)
  const rate = h.rate > 0 ? h.rate : province
  return row === undefined ? 0 : Math.log((row.leavers + 0.5) / (row.exposed * rate + 0.5))
}

const average = (list: readonly number[]): number => (list.length > 0 ? sum(list) / list.length : 0)
