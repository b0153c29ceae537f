/** Số liệu để chấm: what was recorded about a body, under the names the criteria use. */
import { type Day, dayOf, yearOf } from '../../../kernel/day.ts'
import type { Counted, FactName } from '../words.ts'

/** The reporting duty of a body as recorded; null parts = nothing was sent. */
export type Reported = {
  readonly daysLate: number | null
  readonly returns: number
  readonly unexplained: number | null
  readonly fullness: {
    readonly groups: { readonly n: number; readonly of: number }
    readonly figures: { readonly n: number; readonly of: number }
    readonly proven: { readonly n: number; readonly of: number }
  } | null
}

/** A task the body leads, on the day of the count. */
export type Led = {
  readonly state: string
  readonly due: Day | null
  readonly reportedAt: Temporal.Instant | null
}

const plain = (n: number | null): Counted => (n === null ? null : { n, of: null })

/** Every fact of a body for a year. A task finished late counts half; a suspended or unclear one is not asked for. */
export function countFacts(r: Reported, led: readonly Led[], year: number): Record<FactName, Counted> {
  const asked = led.filter((t) => t.state !== 'tam-dung' && t.state !== 'chua-giao')
  const due = asked.filter((t) => t.due !== null && yearOf(t.due) <= year)
  const finished = due.filter((t) => t.state === 'hoan-thanh').length
  const late = due.filter((t) => t.state === 'hoan-thanh-muon').length
  const told = asked.filter(
    (t) => t.state.startsWith('hoan-thanh') || (t.reportedAt !== null && yearOf(dayOf(t.reportedAt)) >= year),
  )
  return {
    'da-gui': { n: r.daysLate === null ? 0 : 1, of: 1 },
    'nhom-da-tra-loi': r.fullness?.groups ?? null,
    'o-bat-buoc': r.fullness?.figures ?? null,
    'ngay-muon': plain(r.daysLate),
    'lan-tra-lai': plain(r.daysLate === null ? null : r.returns),
    'canh-bao-chua-giai-trinh': plain(r.unexplained),
    'ket-qua-co-minh-chung': r.fullness?.proven ?? null,
    'nhiem-vu-da-bao': { n: told.length, of: asked.length },
    'nhiem-vu-hoan-thanh': { n: finished + late / 2, of: due.length },
  }
}
