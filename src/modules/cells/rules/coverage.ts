/**
 * Độ phủ: how many graduates who live and work in the province are counted. Register plus counts of sources, less those counted
 * twice; where the overlap is not known the answer is a range, never a guess. Pure.
 */
import type { Day } from '../../../kernel/day.ts'
import { daysBetween } from '../../../kernel/day.ts'
import { isGraduate, type Overlap, type Source } from '../words.ts'

/** Số người trong hồ sơ: living people of the day from university up, by what coverage asks for. */
export type RegisterCount = {
  readonly sector: string | null
  readonly area: string | null
  readonly category: string | null
  /** Body that keeps the dossiers. */
  readonly unitId: string
  readonly count: number
}

/** Số liệu của một nguồn vào một ngày. */
export type SourceCounts = {
  readonly source: Source
  readonly asOf: Day
  readonly counts: readonly {
    readonly area: string
    readonly sector: string
    readonly degree: string
    readonly count: number
  }[]
}

/** Mức trùng dùng để tính: declared, or what is possible when nobody declared it. */
export type UsedOverlap = {
  readonly sourceCode: string
  /** Code of the other source; null = the register. */
  readonly against: string | null
  readonly low: number
  readonly high: number
  readonly declared: Overlap | null
}

/** Khoảng. */
export type Range = { readonly low: number; readonly high: number }

/** Độ phủ vào một ngày. */
export type Coverage = {
  readonly register: number
  /** In the register, graduates, but not living and working in the province: by why. */
  readonly leftOut: { readonly retired: number; readonly abroad: number; readonly students: number }
  readonly cells: number
  readonly overlaps: readonly UsedOverlap[]
  readonly overlap: Range
  readonly counted: Range
  readonly sectors: readonly { readonly sector: string | null; readonly register: number; readonly cells: number }[]
  readonly units: readonly { readonly unitId: string; readonly count: number }[]
  readonly sources: readonly {
    readonly source: Source
    readonly asOf: Day
    readonly graduates: number
    readonly old: boolean
  }[]
  /** Sectors nobody counted at all. */
  readonly emptySectors: readonly string[]
}

/** A count older than this says little about today. */
export const OLD_AFTER_DAYS = 400

/** Why somebody of the register does not count: the Plan says "đang sinh sống và làm việc trên địa bàn tỉnh". */
export function leftOutFor(r: Pick<RegisterCount, 'area' | 'category'>): keyof Coverage['leftOut'] | null {
  if (r.category === 'kieu-bao' || r.area === 'ngoai-nuoc') return 'abroad'
  if (r.category === 'huu-tri' || r.area === 'nghi-huu') return 'retired'
  return r.category === 'tao-nguon' ? 'students' : null
}

const sum = (list: readonly { readonly count: number }[]): number => list.reduce((n, r) => n + r.count, 0)

/** Coverage of `day`. `overlaps` = declared ones in force on it; `sectors` = codes of the list, in its order. */
export function coverageOf(given: {
  readonly day: Day
  readonly register: readonly RegisterCount[]
  readonly sources: readonly SourceCounts[]
  readonly overlaps: readonly Overlap[]
  readonly sectors: readonly string[]
}): Coverage {
  const counted = given.register.filter((r) => leftOutFor(r) === null)
  const left = (why: keyof Coverage['leftOut']) => sum(given.register.filter((r) => leftOutFor(r) === why))
  const graduates = given.sources.map((s) => ({ ...s, counts: s.counts.filter((c) => isGraduate(c.degree)) }))
  const overlaps = overlapsOf(graduates, counted, given.overlaps)
  const register = sum(counted)
  const cells = sum(graduates.flatMap((s) => s.counts))
  const overlap = { low: total(overlaps, 'low'), high: total(overlaps, 'high') }
  const inSector = (sector: string | null) => ({
    sector,
    register: sum(counted.filter((r) => r.sector === sector)),
    cells: sum(graduates.flatMap((s) => s.counts.filter((c) => c.sector === sector))),
  })
  const sectors = [...given.sectors, null].map(inSector)
  return {
    register,
    leftOut: { retired: left('retired'), abroad: left('abroad'), students: left('students') },
    cells,
    overlaps,
    overlap,
    // Nobody of the register disappears because many may be counted twice.
    counted: {
      low: Math.max(register, register + cells - overlap.high),
      high: Math.max(register, register + cells - overlap.low),
    },
    sectors: sectors.filter((s) => s.register > 0 || s.cells > 0),
    units: unitsOf(counted),
    sources: graduates.map((s) => ({
      source: s.source,
      asOf: s.asOf,
      graduates: sum(s.counts),
      old: daysBetween(s.asOf, given.day) > OLD_AFTER_DAYS,
    })),
    emptySectors: sectors.flatMap((s) => (s.sector !== null && s.register === 0 && s.cells === 0 ? [s.sector] : [])),
  }
}

const total = (list: readonly UsedOverlap[], end: 'low' | 'high'): number => list.reduce((n, o) => n + o[end], 0)

function unitsOf(counted: readonly RegisterCount[]): { unitId: string; count: number }[] {
  const groups = Map.groupBy(counted, (r) => r.unitId)
  return [...groups].map(([unitId, list]) => ({ unitId, count: sum(list) })).sort((a, b) => b.count - a.count)
}

/** Each source against the register, and each pair of sources that count in the same area. */
function overlapsOf(
  sources: readonly SourceCounts[],
  register: readonly RegisterCount[],
  declared: readonly Overlap[],
): UsedOverlap[] {
  const used: UsedOverlap[] = []
  for (const [i, s] of sources.entries()) {
    const most = sum(s.counts)
    const known = latest(declared, s.source.id, null)
    const alike = sum(register.filter((r) => r.area === null || s.counts.some((c) => c.area === r.area)))
    // Serving people have no dossier: nothing of theirs is counted twice unless somebody says so.
    const possible = s.source.population === 'llvt' ? 0 : Math.min(most, alike)
    used.push({
      sourceCode: s.source.code,
      against: null,
      declared: known,
      ...(known === null ? { low: 0, high: possible } : within(known, most)),
    })
    for (const other of sources.slice(i + 1)) {
      const pair = latest(declared, s.source.id, other.source.id) ?? latest(declared, other.source.id, s.source.id)
      const shared = sharedAtMost(s, other)
      if (pair === null && shared === 0) continue
      const range = pair === null ? { low: 0, high: shared } : within(pair, Math.min(most, sum(other.counts)))
      used.push({ sourceCode: s.source.code, against: other.source.code, declared: pair, ...range })
    }
  }
  return used
}

/** A declared overlap never exceeds what is counted now: the counts may have been corrected since. */
const within = (o: Overlap, most: number): Range => ({ low: Math.min(o.low, most), high: Math.min(o.high, most) })

const latest = (list: readonly Overlap[], sourceId: string, against: string | null): Overlap | null =>
  list
    .filter((o) => o.sourceId === sourceId && o.against === against)
    .reduce<Overlap | null>((best, o) => (best === null || o.from > best.from ? o : best), null)

function sharedAtMost(a: SourceCounts, b: SourceCounts): number {
  const areas = new Set(a.counts.map((c) => c.area))
  let most = 0
  for (const area of areas) {
    const of = (s: SourceCounts) => sum(s.counts.filter((c) => c.area === area))
    most += Math.min(of(a), of(b))
  }
  return most
}
