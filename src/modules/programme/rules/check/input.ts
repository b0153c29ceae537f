/** Đầu vào của việc rà soát: the reading, the day it is held to, and what is known from outside the document. */
import { type Day, parseDay } from '../../../../kernel/day.ts'
import { fold } from '../../../../kernel/text.ts'
import type { PlanReading } from '../../../documents/public.ts'
import type { OfficialFigure } from '../../../indicators/public.ts'
import type { PlaceHistory } from '../../words.ts'
import type { KnownAct } from './known-acts.ts'

/** Địa bàn: the one the plan is made for, then the one that took it over. */
export type Territory = {
  readonly name: string
  /** First day; null for the plan's own. */
  readonly from: Day | null
  /** The act that made it take over. */
  readonly act: string | null
}

/** Ngày của văn bản, and how it is known. */
export type DocumentDay = {
  readonly day: Day
  readonly basis: 'given' | 'written' | 'month' | 'year' | 'references' | 'today'
}

/** Everything the checks may use. */
export type CheckInput = {
  readonly reading: PlanReading
  readonly on: DocumentDay
  /** The day of the check: what happened to the subject since is taken into account. */
  readonly today: Day
  /** Empty when the document does not say whose plan it is. */
  readonly territories: readonly Territory[]
  readonly figures: readonly OfficialFigure[]
  readonly history: PlaceHistory
  /** Acts of the centre by number and day; far from all of them. */
  readonly acts: readonly KnownAct[]
}

/** What a check is prepared from. */
export type Outside = {
  /** Date known from outside (the number and date given at adoption), or null. */
  readonly date: Day | null
  readonly today: Day
  readonly figures: readonly OfficialFigure[]
  readonly history: PlaceHistory
  /** Acts of the centre by number and day; far from all of them. */
  readonly acts: readonly KnownAct[]
}

/** Puts together what the checks use. */
export const checkInput = (reading: PlanReading, o: Outside): CheckInput => ({
  reading,
  on: documentDay(reading, o),
  today: o.today,
  territories: territoriesOf(reading, o),
  figures: o.figures,
  history: o.history,
  acts: o.acts,
})

/**
 * The day the document is held to: given, written, or the first day of the month or year that is written; then the latest
 * document it cites, which it cannot be older than; then today.
 */
export function documentDay(r: PlanReading, o: Pick<Outside, 'date' | 'today'>): DocumentDay {
  if (o.date !== null) return { day: o.date, basis: 'given' }
  const written = parseDay(r.date ?? '')
  if (written !== null) return { day: written, basis: 'written' }
  const part = /^(\d{4})(?:-(\d{2}))?$/.exec(r.dateKnown ?? '')
  const first = part === null ? null : parseDay(`${part[1]}-${part[2] ?? '01'}-01`)
  if (first !== null) return { day: first, basis: part?.[2] === undefined ? 'year' : 'month' }
  const cited = r.references.flatMap((x) => parseDay(x.date ?? '') ?? []).filter((d) => d <= o.today)
  const latest = cited.sort().at(-1)
  return latest === undefined ? { day: o.today, basis: 'today' } : { day: latest, basis: 'references' }
}

const PLACE = /([Tt]ỉnh|TỈNH|[Tt]hành\s+phố|THÀNH\s+PHỐ|TP\.?)\s+(\p{Lu}\p{L}*(?:[\s-]+\p{Lu}\p{L}*)*)/u

/** "UBND tỉnh X" -> "Tỉnh X"; else the place before the date, when a territory of that name is known. */
function ownTerritory(r: PlanReading, o: Outside): string | null {
  const known = [...o.figures.map((f) => f.territory), ...o.history.provinces.map((p) => p.name)]
  const named = PLACE.exec(r.issuer ?? '')
  if (named) {
    const name = `${named[1]?.replace(/^TP\.?$/, 'Thành phố')} ${named[2]}`.replace(/\s+/g, ' ')
    return known.find((k) => fold(k) === fold(name)) ?? capital(name)
  }
  const place = short(/^(.+?),\s*ngày/su.exec(r.placeDate ?? '')?.[1] ?? '')
  if (place === '') return null
  return known.find((name) => short(name) === place) ?? null
}

const short = (name: string): string => fold(name).replace(/^(?:tinh|thanh pho|tp\.?) /, '')

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

function territoriesOf(r: PlanReading, o: Outside): Territory[] {
  const own = ownTerritory(r, o)
  if (own === null) return []
  const ended = o.history.provinces.find((p) => fold(p.name) === fold(own) && p.until <= o.today)
  const heir = ended?.heir ? [{ name: ended.heir, from: ended.until, act: ended.act }] : []
  return [{ name: own, from: null, act: null }, ...heir]
}
