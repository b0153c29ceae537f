/** Tỉnh dựng sẵn: a world whose true rates are known, to see whether stated chances come true. */
import { keyOf, normalQuantile, streamOf } from './random.ts'
import type { YearCount } from './rates.ts'
import { binomialDraw } from './whole-draws.ts'

/** A province: ten years that happened, people now, and what happened in the years after. */
export type Province = {
  readonly history: readonly YearCount[]
  readonly now: readonly { readonly sector: string; readonly stock: number; readonly perYear: number }[]
  /** Heads of each sector after each later year. */
  readonly later: ReadonlyMap<string, readonly number[]>
}

const HISTORY = 10

/** Makes the `i`-th province: rates around that of the province, years that go up and down together, whole people. */
export function provinceOf(i: number, ahead: number): Province {
  const next = streamOf(keyOf(20_251_231, i))
  const between = (low: number, high: number) => low + (high - low) * next()
  const [rate, apart, sd] = [between(0.03, 0.09), between(0.1, 0.4), between(0.08, 0.32)]
  const [common, persistence] = [between(0.2, 0.8), between(0, 0.6)]
  const normal = () => normalQuantile(next())
  const course = () => {
    let x = normal()
    return Array.from({ length: HISTORY + ahead }, (_, t) => {
      if (t > 0) x = persistence * x + Math.sqrt(1 - persistence * persistence) * normal()
      return x
    })
  }
  const spread = Math.sqrt(Math.log(1 + sd * sd))
  const shared = course()
  const history: YearCount[] = []
  const later = new Map<string, readonly number[]>()
  const now = Array.from({ length: 6 }, (_, s) => {
    const sector = `nganh-${s + 1}`
    const own = course()
    const true_ = rate * Math.exp(apart * normal() - (apart * apart) / 2)
    const perYear = Math.round(between(5, 60))
    let stock = Math.round(between(150, 1500))
    let start = stock
    const after: number[] = []
    for (let t = 0; t < HISTORY + ahead; t++) {
      const x = Math.sqrt(common) * (shared[t] ?? 0) + Math.sqrt(1 - common) * (own[t] ?? 0)
      const share = Math.min(0.9, true_ * Math.exp(spread * x - (spread * spread) / 2))
      const leavers = binomialDraw(stock, share, next)
      if (t < HISTORY) history.push({ sector, year: 2016 + t, exposed: stock, leavers })
      stock = stock - leavers + perYear
      if (t === HISTORY - 1) start = stock
      if (t >= HISTORY) after.push(stock)
    }
    later.set(sector, after)
    return { sector, stock: start, perYear }
  })
  return { history, now, later }
}
