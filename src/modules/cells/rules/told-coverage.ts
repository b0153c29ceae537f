/**
 * Độ phủ được xem: the coverage in the words of its page. For Sở Nội vụ every figure; for others only what the published tables
 * and lists already tell, and sums rounded to hundreds where a part of them is hidden. Pure.
 */
import type { Coverage, Range, SourceCounts } from './coverage.ts'
import { publish, publishList } from './publishing.ts'
import type { Shown } from './suppress.ts'

/** Dòng theo lĩnh vực; `sector` null = the dossier does not say. */
export type SectorLine = { readonly sector: string | null; readonly register: Shown; readonly cells: Shown }

/** Độ phủ được xem. */
export type ToldCoverage = {
  /** False: sums are rounded to hundreds, small counts are hidden. */
  readonly exact: boolean
  readonly register: Shown
  readonly cells: Shown
  readonly leftOut: { readonly retired: Shown; readonly abroad: Shown; readonly students: Shown }
  readonly counted: Range
  readonly overlap: Range
  readonly sectors: readonly SectorLine[]
  readonly units: readonly { readonly unitId: string; readonly count: Shown }[]
  /** Graduates of each source, by its code. */
  readonly graduates: Readonly<Record<string, Shown>>
  /** Overlaps nobody declared hide their width where the counts are hidden. */
  readonly openOverlap: (sourceCode: string, against: string | null) => boolean
}

const ROUNDED_TO = 100
const rounded = (n: number): number => Math.round(n / ROUNDED_TO) * ROUNDED_TO

/** What a reader is told. `whole` = the reader sees small counts. */
export function toldCoverage(
  coverage: Coverage,
  sources: readonly SourceCounts[],
  order: readonly string[],
  whole: boolean,
): ToldCoverage {
  const published = sources.map((s) => ({ code: s.source.code, ...publish(s.counts, order, whole) }))
  const graduates = Object.fromEntries(published.map((p) => [p.code, p.graduates]))
  const cells = addUp(published.map((p) => p.graduates))
  const inSector = (sector: string | null): Shown =>
    addUp(
      published.flatMap((p) =>
        sector !== null && p.sectors.includes(sector) ? [p.graduatesBySector[p.sectors.indexOf(sector)] ?? null] : [],
      ),
    )
  const register = publishList(
    coverage.sectors.map((s) => s.register),
    whole,
  )
  const units = publishList(
    coverage.units.map((u) => u.count),
    whole,
  )
  const exact = whole || (cells !== null && register.total !== null)
  const tell = (n: number): number => (exact ? n : rounded(n))
  const told = (n: number): Shown => publishList([n], whole).list[0] ?? null
  return {
    exact,
    register: register.total,
    cells,
    leftOut: {
      retired: told(coverage.leftOut.retired),
      abroad: told(coverage.leftOut.abroad),
      students: told(coverage.leftOut.students),
    },
    counted: { low: tell(coverage.counted.low), high: tell(coverage.counted.high) },
    overlap: { low: tell(coverage.overlap.low), high: tell(coverage.overlap.high) },
    sectors: coverage.sectors.map((s, i) => ({
      sector: s.sector,
      register: register.list[i] ?? null,
      cells: inSector(s.sector),
    })),
    units: coverage.units.map((u, i) => ({ unitId: u.unitId, count: units.list[i] ?? null })),
    graduates,
    openOverlap: (code, against) =>
      (graduates[code] ?? null) !== null && (against === null || (graduates[against] ?? null) !== null),
  }
}

const addUp = (list: readonly Shown[]): Shown => {
  const known = list.flatMap((n) => (n === null ? [] : [n]))
  return known.length === list.length ? known.reduce((sum, n) => sum + n, 0) : null
}

/** Đích của kế hoạch mà độ phủ so với. */
export type CoverageGoal = {
  readonly code: string
  readonly name: string
  readonly goalText: string
  readonly unit: string
  readonly target: number
  readonly strict: boolean
  readonly byYear: number | null
}

/** The goal that counts people from university up, of those the plan has; null when it has none. */
export const goalOfGraduates = (goals: readonly CoverageGoal[]): CoverageGoal | null =>
  goals.find((g) => g.unit === 'người' && /đại học trở lên/i.test(`${g.name} ${g.goalText}`)) ?? null
