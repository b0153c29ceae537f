/** Dữ liệu của các trang chế độ và kỳ báo cáo. */
import { type Day, dayOf, showDay, yearOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { demand, type Right } from '../../kernel/right.ts'
import type { Ctx } from '../../platform/action.ts'
import { UNIT_GROUPS } from '../organisations/public.ts'
import { dueOn, expectedFor, versionToOpen } from './actions/open-period.ts'
import type { OpeningView } from './pages/opening.ts'
import type { VersionView } from './pages/regime-preview.ts'
import type { MoveView } from './pages/regime-trial.ts'
import type { RegimeLine, RegimesView, RegimeView } from './pages/regimes.ts'
import { cutOffOf, isOneOff, type Regime } from './rules/regime.ts'
import { linesOf } from './views/obligations.ts'
import { allRegimes, findPeriod, openPeriods, type Period, regimeDrafts, regimeVersions } from './views/periods.ts'
import { groupsNow } from './views/programme-groups.ts'
import { draftCount } from './views/report.ts'
import { PLAN_REGIME } from './words.ts'

/** Every regime: those issued, and those that are drafts so far. */
export async function regimeLines(ctx: Ctx): Promise<readonly RegimeLine[]> {
  const versions = await allRegimes(ctx.tx)
  const drafts = await regimeDrafts(ctx.tx)
  const slugs = [...new Set([...versions.map((v) => v.regime.slug), ...drafts.map((d) => d.regime.slug)])]
  return slugs.flatMap((slug) => {
    const version = versions.find((v) => v.regime.slug === slug) ?? null
    const draft = drafts.find((d) => d.regime.slug === slug) ?? null
    const regime = version?.regime ?? draft?.regime
    return regime ? [{ slug, name: regime.name, code: regime.code, version, draft }] : []
  })
}

/** The regimes, the periods and the next year to open. */
export async function readRegimes(ctx: Ctx): Promise<Decision<RegimesView>> {
  const periods = await openPeriods(ctx.tx)
  const present = yearOf(dayOf(ctx.now))
  const nextYear = periods.some((p) => p.slug === PLAN_REGIME && p.year === present) ? present + 1 : present
  return accept({ lines: await regimeLines(ctx), periods, nextYear })
}

const NO_REGIME = refuse('absent', 'regime.absent', 'Chưa có chế độ báo cáo này.')

/** The year to open next: the present one, the one after it when that is open; a one-off regime is opened once. */
function nextToOpen(line: RegimeLine, periods: readonly Period[], present: number): number | null {
  if (line.version === null) return null
  if (isOneOff(line.version.regime) && periods.length > 0) return null
  return periods.some((p) => p.year === present) ? present + 1 : present
}

/** One regime with its versions and periods. */
export async function readRegimePage(ctx: Ctx, slug: string): Promise<Decision<RegimeView>> {
  const line = (await regimeLines(ctx)).find((l) => l.slug === slug)
  if (!line) return NO_REGIME
  const periods = (await openPeriods(ctx.tx)).filter((p) => p.slug === slug)
  const nextYear = nextToOpen(line, periods, yearOf(dayOf(ctx.now)))
  return accept({ ...line, versions: await regimeVersions(ctx.tx, line.code), periods, nextYear })
}

/** One issued version, and the regime as a body will see it. */
export async function readVersion(ctx: Ctx, at: { slug: string; number: number }): Promise<Decision<VersionView>> {
  const version = (await allRegimes(ctx.tx)).find((v) => v.regime.slug === at.slug && v.regime.version === at.number)
  if (!version) return refuse('absent', 'regime.version', `Chế độ không có bản ${at.number}.`)
  return accept({ version, groups: await groupsNow(ctx), year: yearOf(dayOf(ctx.now)) })
}

/** A version as a JSON file: what another system takes in. */
export async function readVersionJson(ctx: Ctx, at: { slug: string; number: number }) {
  const found = await readVersion(ctx, at)
  return found.ok ? accept(fileOf(found.value.version.regime)) : found
}

/** The regime as a file. */
export const fileOf = (regime: Regime): { name: string; mediaType: string; bytes: Uint8Array } => ({
  name: `${regime.slug}-ban-${regime.version}.json`,
  mediaType: 'application/json',
  bytes: new TextEncoder().encode(`${JSON.stringify(regime, null, 2)}\n`),
})

/** Who will owe a report when the period is opened. */
export async function readOpening(
  ctx: Ctx,
  right: Right,
  of: { slug: string; year?: number | undefined; cutOff?: Day | undefined },
): Promise<Decision<OpeningView>> {
  const allowed = demand(right, ctx.actor)
  if (!allowed.ok) return allowed
  const present = yearOf(dayOf(ctx.now))
  const own = (await openPeriods(ctx.tx)).filter((p) => p.slug === of.slug)
  const year = of.year ?? (own.some((p) => p.year === present) ? present + 1 : present)
  const version = await versionToOpen(ctx, { regime: of.slug, year })
  if (!version) return NO_REGIME
  const cutOff = of.cutOff ?? cutOffOf(version.regime, year)
  const expected = await expectedFor(ctx, { year, cutOff }, version.regime)
  if (!expected.ok) return expected
  const { bodies, units } = expected.value
  return accept({
    year,
    years: [present - 1, present, present + 1, ...([present - 1, present, present + 1].includes(year) ? [] : [year])],
    regime: version.regime,
    cutOff,
    had: isOneOff(version.regime) ? (own.find((p) => p.year !== year)?.year ?? null) : null,
    dueBefore: await dueOn(ctx, version.regime, year),
    open: own.some((p) => p.year === year),
    bodies: bodies.map((b) => {
      const u = units.get(b.unitId)
      return {
        ...b,
        code: u?.code ?? '',
        name: u?.officeName ?? '',
        group: u ? UNIT_GROUPS[u.group].label : 'Cơ quan khác',
      }
    }),
  })
}

/** A period that may be moved to another version. */
export async function readMove(ctx: Ctx, at: { slug: string; year: number }): Promise<Decision<MoveView>> {
  const period = await findPeriod(ctx.tx, { regime: at.slug, year: at.year })
  if (!period) return refuse('absent', 'period.absent', `Kỳ báo cáo ${at.year} chưa mở.`)
  const lines = await linesOf(ctx.tx, { regime: at.slug, year: at.year }, ctx.now)
  return accept({
    period,
    versions: await regimeVersions(ctx.tx, period.regime.code),
    drafts: await draftCount(ctx.tx, period.id),
    sent: lines.filter((l) => l.submittedAt !== null).length,
  })
}

/** The first day of the year after this one: when a new version usually begins. */
export const nextYearDay = (ctx: Ctx): string =>
  showDay(`${yearOf(dayOf(ctx.now)) + 1}-01-01` as Parameters<typeof showDay>[0])
