/**
 * Lịch sử đơn vị hành chính: which levels and types of units there were and until when, and what became of provinces.
 * A level has ended when its last unit has; a type that goes on under another name has not.
 */
import type { Day } from '../../../kernel/day.ts'
import type { UnitKind } from '../words.ts'

/** Một đơn vị hành chính over its whole life. */
export type PlaceSpan = {
  readonly kind: UnitKind
  readonly type: string | null
  readonly name: string
  /** First day it no longer held. */
  readonly until: Day | null
  /** The act that ended it. */
  readonly act: string | null
  /** Name of the unit that took all of it over. */
  readonly heir: string | null
}

/** Cấp hoặc loại đơn vị đã kết thúc. `type` null = the whole level. */
export type EndedLevel = {
  readonly kind: UnitKind
  readonly type: string | null
  readonly until: Day
  readonly act: string
}

/** Đơn vị hành chính cấp tỉnh và nơi kế thừa. */
export type EndedProvince = {
  readonly name: string
  readonly until: Day
  readonly act: string
  readonly heir: string | null
}

/** Lịch sử đơn vị hành chính. */
export type PlaceHistory = { readonly levels: readonly EndedLevel[]; readonly provinces: readonly EndedProvince[] }

/** The day the last of `units` ended, and by which act; null while one goes on. */
function lastEnd(units: readonly PlaceSpan[]): { until: Day; act: string } | null {
  const ends = units.flatMap((u) => (u.until === null ? [] : [{ until: u.until, act: u.act ?? '' }]))
  if (ends.length === 0 || ends.length < units.length) return null
  return ends.sort((a, b) => b.until.localeCompare(a.until))[0] ?? null
}

/** What ended among places; bodies have a history of their own. */
export function historyOfPlaces(all: readonly PlaceSpan[]): PlaceHistory {
  const places = all.filter((u) => u.kind !== 'body')
  const levels: EndedLevel[] = []
  for (const [kind, units] of Map.groupBy(places, (u) => u.kind)) {
    const end = lastEnd(units)
    if (end !== null) {
      levels.push({ kind, type: null, ...end })
      continue
    }
    for (const [type, ofType] of Map.groupBy(units, (u) => u.type)) {
      const typeEnd = kind === 'province' ? null : lastEnd(ofType)
      if (type !== null && typeEnd !== null) levels.push({ kind, type, ...typeEnd })
    }
  }
  const provinces = places.flatMap((u) =>
    u.kind === 'province' && u.until !== null ? [{ name: u.name, until: u.until, act: u.act ?? '', heir: u.heir }] : [],
  )
  return { levels, provinces }
}
