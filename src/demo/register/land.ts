/**
 * Đất và cơ quan của thế giới mẫu: every place and body of the register with what became of it, so that an address or a post of 2024
 * can be followed through 01/12/2024, 20/02/2025 and 01/07/2025.
 */
import type { Day } from '../../kernel/day.ts'
import type { Random } from '../random.ts'

/** Đơn vị trong sổ bộ, as facts give it. */
export type LandUnit = {
  readonly code: string
  readonly kind: 'province' | 'district' | 'commune' | 'body'
  readonly group: string
  readonly name: string
  readonly parent: string | null
  readonly from: Day
}

/** Sự kiện tổ chức: who ends, and where each goes. */
export type LandEvent = {
  readonly on: Day
  readonly ends: readonly string[]
  readonly edges: readonly { readonly from: string | null; readonly to: string | null }[]
}

/** Chặng: where somebody was from a day (null = from before) until a day (null = still). `code` null = nobody knows. */
export type Stay = { readonly code: string | null; readonly from: Day | null; readonly to: Day | null }

/** Xã, phường đầu năm 2024. */
export type Commune = { readonly code: string; readonly name: string; readonly bare: string; readonly district: string }

/** Sổ bộ nhìn từ người mẫu. */
export type Land = {
  readonly communes: readonly Commune[]
  readonly districts: readonly { readonly code: string; readonly name: string; readonly bare: string }[]
  /** Provinces of the first state. */
  readonly provinces: readonly string[]
  readonly nameOf: (code: string) => string
  /** What became of a unit: itself and its heirs, one chosen by `random` where there are several. */
  readonly follow: (code: string, random: Random) => readonly Stay[]
  /** Bodies of a group in the first state, by code. */
  readonly bodies: (group: string) => readonly string[]
  /** Those whose name fits. */
  readonly bodiesLike: (group: string, pattern: RegExp) => readonly string[]
  readonly communesOf: (district: string) => readonly Commune[]
  readonly isCommune: (code: string | null) => boolean
}

/** "Phường Cẩm Thượng" -> "Cẩm Thượng". */
export const bareName = (name: string): string =>
  name.replace(/^(Xã|Phường|Thị trấn|Đặc khu|Huyện|Thị xã|Thành phố|Tỉnh) /u, '')

/** Lays out the register. */
export function landOf(units: readonly LandUnit[], events: readonly LandEvent[]): Land {
  const byCode = new Map(units.map((u) => [u.code, u]))
  const nameOf = (code: string): string => byCode.get(code)?.name ?? code
  const ends = endsOf(events)
  const first = units.filter((u) => u.from < FIRST_STATE_UNTIL)
  const communes = first
    .filter((u) => u.kind === 'commune')
    .map((u) => ({ code: u.code, name: u.name, bare: bareName(u.name), district: u.parent ?? '' }))
  const byDistrict = Map.groupBy(communes, (c) => c.district)
  const bodies = Map.groupBy(
    first.filter((u) => u.kind === 'body'),
    (u) => u.group,
  )
  const found = new Map<string, readonly string[]>()
  const like = (key: string, group: string, pattern: RegExp): readonly string[] => {
    const known = found.get(key)
    if (known !== undefined) return known
    const list = (bodies.get(group) ?? []).filter((u) => pattern.test(u.name)).map((u) => u.code)
    found.set(key, list)
    return list
  }
  return {
    communes,
    districts: first
      .filter((u) => u.kind === 'district')
      .map((u) => ({ code: u.code, name: u.name, bare: bareName(u.name) })),
    provinces: first.filter((u) => u.kind === 'province').map((u) => u.code),
    nameOf,
    follow: (code, random) => chainOf(code, ends, random),
    bodies: (group) => bodies.get(group)?.map((u) => u.code) ?? [],
    bodiesLike: (group, pattern) => like(`${group}|${pattern.source}`, group, pattern),
    communesOf: (district) => byDistrict.get(district) ?? [],
    isCommune: (code) => code !== null && byCode.get(code)?.kind === 'commune',
  }
}

const FIRST_STATE_UNTIL = '2024-12-01'

type End = { readonly on: Day; readonly heirs: readonly string[] }

/** Of every unit that ends: the day and its heirs. */
function endsOf(events: readonly LandEvent[]): ReadonlyMap<string, End> {
  const found = new Map<string, End>()
  for (const e of events) {
    const heirs = Map.groupBy(e.edges, (edge) => edge.from)
    for (const code of e.ends)
      found.set(code, { on: e.on, heirs: (heirs.get(code) ?? []).flatMap((edge) => edge.to ?? []) })
  }
  return found
}

function chainOf(code: string, ends: ReadonlyMap<string, End>, random: Random): Stay[] {
  const stays: Stay[] = []
  let at: string | null = code
  let from: Day | null = null
  while (at !== null) {
    const end = ends.get(at)
    stays.push({ code: at, from, to: end?.on ?? null })
    if (end === undefined) return stays
    at = end.heirs.length === 0 ? null : random.pick(end.heirs)
    from = end.on
  }
  return [...stays, { code: null, from, to: null }]
}

/** The part of stays from a day on. */
export function staysFrom(stays: readonly Stay[], day: Day): Stay[] {
  return stays.flatMap((s) => {
    if (s.to !== null && s.to <= day) return []
    return [{ ...s, from: s.from === null || s.from < day ? day : s.from }]
  })
}

/** The part of stays before a day. */
export const staysUntil = (stays: readonly Stay[], day: Day): Stay[] =>
  stays.flatMap((s) =>
    s.from !== null && s.from >= day ? [] : [{ ...s, to: s.to === null || s.to > day ? day : s.to }],
  )
