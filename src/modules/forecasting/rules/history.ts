/**
 * Biến động của một năm: what a year of moves says of leaving, promotion, transfer and recruitment. Who reached the age of retirement
 * in the year is told apart from who left before it, since the first is known and only the second is estimated. Pure.
 */
import type { MoveRow } from '../../../platform/measure.ts'

/** Tỷ lệ quan sát: `happened` of `exposed`. */
export type Seen = { readonly exposed: number; readonly happened: number }

/** Người vào: by what a recruit is. */
export type Entrants = {
  readonly sector: string
  readonly degree: string
  readonly sex: string | null
  readonly age: number | null
  readonly count: number
}

/** Một năm, by sector. */
export type YearMoves = {
  readonly year: number
  readonly leave: ReadonlyMap<string, Seen>
  readonly master: ReadonlyMap<string, Seen>
  readonly doctor: ReadonlyMap<string, Seen>
  readonly transfer: ReadonlyMap<string, Seen>
  readonly retired: ReadonlyMap<string, number>
  readonly entrants: readonly Entrants[]
}

/** What is not known stands under these. */
export const UNKNOWN_SECTOR = 'chua-ro'
/** Trình độ chưa rõ. */
export const UNKNOWN_DEGREE = '0'

/** Ranks of degree a recruit or a promotion may have: đại học, thạc sĩ, tiến sĩ. */
const [UNIVERSITY, MASTER, DOCTOR] = ['6', '7', '8']

type Tally = Map<string, { exposed: number; happened: number }>

const add = (t: Tally, sector: string, exposed: number, happened: number): void => {
  const at = t.get(sector) ?? { exposed: 0, happened: 0 }
  t.set(sector, { exposed: at.exposed + exposed, happened: at.happened + happened })
}

/** Whether somebody born in the year reached the age of retirement by the end of `year`; `null` birth = not known, counted as not. */
export type Retires = (sex: string | null, born: number | null, year: number) => boolean

/** Reads the moves from the last day of `year` − 1 to the last day of `year`. */
export function yearMoves(year: number, rows: readonly MoveRow[], retires: Retires): YearMoves {
  const [leave, master, doctor, transfer]: [Tally, Tally, Tally, Tally] = [new Map(), new Map(), new Map(), new Map()]
  const retired = new Map<string, number>()
  const entrants: Entrants[] = []
  for (const r of rows) {
    const from = r.fromSector ?? UNKNOWN_SECTOR
    if (!r.was) {
      entrants.push({
        sector: r.toSector ?? UNKNOWN_SECTOR,
        degree: r.toDegree ?? UNKNOWN_DEGREE,
        sex: r.sex,
        age: r.born === null ? null : year - r.born,
        count: r.count,
      })
    } else if (!r.is && retires(r.sex, r.born, year)) retired.set(from, (retired.get(from) ?? 0) + r.count)
    else {
      add(leave, from, r.count, r.is ? 0 : r.count)
      if (r.is) {
        const risen = r.toDegree !== null && r.fromDegree !== null && r.toDegree > r.fromDegree
        if (r.fromDegree === UNIVERSITY) add(master, from, r.count, risen ? r.count : 0)
        if (r.fromDegree === MASTER) add(doctor, from, r.count, risen && r.toDegree === DOCTOR ? r.count : 0)
        // Who had no sector and has one now was not moved but written down.
        if (r.fromSector !== null && r.toSector !== null)
          add(transfer, from, r.count, r.toSector === r.fromSector ? 0 : r.count)
      }
    }
  }
  return { year, leave, master, doctor, transfer, retired, entrants }
}

/** Sums over years and, with `sector` null, over sectors. */
export function seen(
  years: readonly YearMoves[],
  what: 'leave' | 'master' | 'doctor' | 'transfer',
  sector: string | null,
): Seen {
  let [exposed, happened] = [0, 0]
  for (const y of years)
    for (const [code, s] of y[what])
      if (sector === null || code === sector) {
        exposed += s.exposed
        happened += s.happened
      }
  return { exposed, happened }
}

/** Tỷ lệ ước được: mean and standard deviation as shares of 1. */
export type Rate = { readonly mean: number; readonly sd: number }

/**
 * Ước tỷ lệ: what was believed before (a beta law with this mean and deviation) and what was counted since, together. Few people move
 * the belief little, many replace it.
 */
export function posterior(prior: Rate, counted: Seen): Rate {
  const m = Math.min(Math.max(prior.mean, 1e-6), 1 - 1e-6)
  const variance = Math.max(prior.sd ** 2, 1e-12)
  const strength = Math.max((m * (1 - m)) / variance - 1, 1e-3)
  const a = m * strength + counted.happened
  const b = (1 - m) * strength + Math.max(0, counted.exposed - counted.happened)
  const mean = a / (a + b)
  return { mean, sd: Math.sqrt((mean * (1 - mean)) / (a + b + 1)) }
}

/**
 * Ước tỷ lệ của một lĩnh vực: the sector's own counts, leaning on those of the province, which lean on what was assumed. The province
 * enters with the weight of at most `LEAN` people, so that a large sector speaks for itself.
 */
export function sectorRate(prior: Rate, province: Seen, sector: Seen): Rate {
  const whole = posterior(prior, province)
  const leaning = Math.sqrt((whole.mean * (1 - whole.mean)) / (LEAN + 1))
  return posterior({ mean: whole.mean, sd: Math.max(whole.sd, leaning) }, sector)
}

/** People whose weight the province has in the rate of one sector. */
const LEAN = 200
