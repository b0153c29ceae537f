/** Dữ liệu của các trang chế độ và kỳ báo cáo. */
import { dayOf, showDay, yearOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { demand, type Right } from '../../kernel/right.ts'
import type { Ctx } from '../../platform/action.ts'
import { UNIT_GROUPS } from '../organisations/public.ts'
import { dueOn, expectedFor } from './actions/open-period.ts'
import type { OpeningView } from './pages/opening.ts'
import type { VersionView } from './pages/regime-preview.ts'
import type { MoveView } from './pages/regime-trial.ts'
import type { RegimeLine, RegimesView, RegimeView } from './pages/regimes.ts'
import type { Regime } from './rules/regime.ts'
import { linesOf } from './views/obligations.ts'
import { allRegimes, findPeriod, openPeriods, regimeDrafts, regimeVersions, versionForYear } from './views/periods.ts'
import { groupsNow } from './views/programme-groups.ts'
import { draftCount } from './views/report.ts'

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
  const nextYear = periods.some((p) => p.year === present) ? present + 1 : present
  return accept({ lines: await regimeLines(ctx), periods, nextYear })
}

const NO_REGIME = refuse('absent', 'regime.absent', 'Chưa có chế độ báo cáo này.')

/** One regime with its versions and periods. */
export async function readRegimePage(ctx: Ctx, slug: string): Promise<Decision<RegimeView>> {
  const line = (await regimeLines(ctx)).find((l) => l.slug === slug)
  if (!line) return NO_REGIME
  const periods = (await openPeriods(ctx.tx)).filter((p) => p.regime.slug === slug)
  return accept({ ...line, versions: await regimeVersions(ctx.tx, line.code), periods })
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
export async function readOpening(ctx: Ctx, right: Right, year: number): Promise<Decision<OpeningView>> {
  const allowed = demand(right, ctx.actor)
  if (!allowed.ok) return allowed
  const version = versionForYear(await regimeVersions(ctx.tx), year)
  if (!version) return NO_REGIME
  const expected = await expectedFor(ctx, year, version.regime)
  if (!expected.ok) return expected
  const { bodies, units } = expected.value
  return accept({
    year,
    regime: version.regime,
    dueBefore: await dueOn(ctx, version.regime, year),
    open: (await findPeriod(ctx.tx, year)) !== null,
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
  const period = await findPeriod(ctx.tx, at.year, at.slug)
  if (!period) return refuse('absent', 'period.absent', `Kỳ báo cáo ${at.year} chưa mở.`)
  const lines = await linesOf(ctx.tx, at.year, ctx.now)
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
