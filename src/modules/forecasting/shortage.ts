/** Đọc cho trang «Ngành thiếu người»: supply as until now against need, by sector, and who must be trained each year. */
import { accept, type Decision } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import type { Measure } from '../../platform/measure.ts'
import type { ShortageView } from './pages/shortage.ts'
import { REST } from './rules/base.ts'
import { UNKNOWN_SECTOR } from './rules/history.ts'
import type { Uncertain } from './rules/plan-file.ts'
import { bandAt, type Result } from './rules/result.ts'
import { type SectorStand, shortages } from './rules/shortage.ts'
import { readWhole, runAsUntilNow, type Whole } from './workspace.ts'

const middle = (u: Uncertain): number => (typeof u === 'number' ? u : u.mean)

/** Nobody is trained for these. */
const NAMELESS: ReadonlySet<string> = new Set([REST, UNKNOWN_SECTOR])

/** People of a sector now, by degree. */
function degreesOf(w: Whole, sector: string): Map<string, number> {
  const sums = new Map<string, number>()
  for (const c of w.base.model.cells)
    if (c.sector === sector) sums.set(c.degree, (sums.get(c.degree) ?? 0) + middle(c.stock))
  return sums
}

/** Leavers and deaths against those there at the beginning of each year. */
function leavingOf(r: Result, sector: string): number {
  const bands = r.sectors.find((s) => s.sector === sector)?.bands ?? []
  const flows = r.flows.filter((f) => f.sector === sector)
  const there = flows.reduce((n, f) => n + (bandAt(bands, f.year - 1)?.mean ?? 0), 0)
  return there > 0 ? flows.reduce((n, f) => n + f.leavers + f.deaths, 0) / there : 0
}

const standsOf = (w: Whole, r: Result): SectorStand[] =>
  r.sectors
    .filter((s) => !NAMELESS.has(s.sector))
    .map((s) => ({
      sector: s.sector,
      supply: bandAt(s.bands, w.until)?.mean ?? 0,
      need: w.needs.find((n) => n.sector === s.sector)?.byYear.get(w.until) ?? 0,
      leaving: leavingOf(r, s.sector),
      degrees: degreesOf(w, s.sector),
    }))

/** Sectors short of people by a year. */
export async function readShortage(
  ctx: Ctx,
  measures: readonly Measure[],
  until: number | null,
): Promise<Decision<ShortageView>> {
  const whole = await readWhole(ctx, measures, until)
  if (!whole.ok) return whole
  const w = whole.value
  const run = await runAsUntilNow(ctx, w, w.until)
  if (!run.ok) return run
  const { result } = run.value
  return accept({
    start: result.start,
    until: w.until,
    lines: shortages(standsOf(w, result), result.years).map((s) => ({
      ...s,
      sector: w.names.sector(s.sector),
      degrees: s.degrees.map((d) => ({ ...d, degree: w.names.degree(d.degree) })),
    })),
    sectors: w.needs.filter((n) => !NAMELESS.has(n.sector)).length,
    setNeeds: w.needs.filter((n) => n.words !== KEPT).length,
  })
}

/** The words of a need that nobody set (`rules/need.ts`). */
const KEPT = 'giữ số người hiện có'
