/** Đọc cho các trang dự báo. */
import { inScope } from '../../kernel/actor.ts'
import { addDays, type Day, day, dayOf, yearOf } from '../../kernel/day.ts'
import { showNumber } from '../../kernel/number.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import type { Measure, MeasureAsked } from '../../platform/measure.ts'
import type { AgeBand } from '../../ui/pyramid.ts'
import { readCourses } from '../goals/public.ts'
import { unitsOn } from '../organisations/public.ts'
import { currentProgramme } from '../programme/public.ts'
import { allotment, type Stand } from './allotment.ts'
import { GRADUATES, startYear } from './base-reading.ts'
import { readOutlook } from './outlook.ts'
import { WORKSPACE } from './pages/address.ts'
import type { AssumptionsView } from './pages/assumptions.ts'
import type { CheckedView } from './pages/checked.ts'
import type { OverviewView } from './pages/overview.ts'
import type { RetiringSpan, RetiringView } from './pages/retiring.ts'
import type { CompareView, ScenariosView, ScenarioView } from './pages/scenarios.ts'
import type { SupplyView } from './pages/supply.ts'
import { leversQuery, type WorkspaceView } from './pages/workspace.ts'
import { canApproveScenario, canPlan } from './rights.ts'
import { assumed } from './rules/assumed.ts'
import { REST } from './rules/base.ts'
import { UNKNOWN_SECTOR } from './rules/history.ts'
import { readLevers } from './rules/lever-input.ts'
import { wrongLevers } from './rules/levers.ts'
import { bandAt, extraRecruits, type Result } from './rules/result.ts'
import { scored } from './rules/score.ts'
import { assumptionHistory, issuedForecasts, scenarioOf, scenariosOf } from './views.ts'
import { ASSUMPTIONS, type AssumptionKind } from './words.ts'
import { lastMonthOf } from './workforce/retirement.ts'
import { modelUnder, readWhole, runAsUntilNow, runUnder, type Whole, type Within } from './workspace.ts'

/** Every goal with its outlook. */
export async function readOverview(ctx: Ctx, measures: readonly Measure[]): Promise<OverviewView> {
  const programme = await currentProgramme(ctx.tx)
  const lines = []
  for (const course of await readCourses(ctx, measures))
    lines.push({ course, outlook: await readOutlook(ctx, measures, course) })
  return { plan: programme?.number ?? null, lines }
}

const KINDS = Object.keys(ASSUMPTIONS) as AssumptionKind[]

/** Assumptions in use, recorded ones with their history. */
export async function readAssumptions(ctx: Ctx, measures: readonly Measure[]): Promise<Decision<AssumptionsView>> {
  const whole = await readWhole(ctx, measures, null)
  if (!whole.ok) return whole
  const { book, names } = whole.value
  const sectorLabel = (code: string | null): string => (code === null ? 'Mọi lĩnh vực' : names.sector(code))
  const lines = KINDS.flatMap((kind) => {
    const sectors = [null, ...book.recorded.flatMap((a) => (a.kind === kind && a.sector !== null ? [a.sector] : []))]
    return sectors.flatMap((sector) => {
      const a = assumed(book, kind, sector)
      return a === null ? [] : [{ ...a, sectorLabel: sectorLabel(sector) }]
    })
  })
  const past = []
  for (const kind of KINDS) past.push(...(await assumptionHistory(ctx.tx, kind)))
  return accept({
    lines,
    sectors: names.sectors,
    history: past
      .sort((a, b) => Temporal.Instant.compare(b.recordedAt ?? ctx.now, a.recordedAt ?? ctx.now))
      .map((a) => ({
        words: `${ASSUMPTIONS[a.kind].label}${a.sector === null ? '' : `: ${sectorLabel(a.sector)}`}`,
        value: `${showNumber(a.value, 4)}${ASSUMPTIONS[a.kind].unit.startsWith('%') ? '' : ' '}${ASSUMPTIONS[a.kind].unit}`,
        evidence: a.evidence,
        by: a.recordedBy,
        at: a.recordedAt ?? ctx.now,
        until: a.until,
      })),
    mayPlan: canPlan.allows(ctx.actor),
  })
}

/** Years, and months, ahead of which retirements are told. */
const YEARS_AHEAD = 5
const MONTHS_AHEAD = 12

/** Retirements ahead, of the dossiers the reader may see. */
export async function readRetiring(ctx: Ctx, measures: readonly Measure[]): Promise<RetiringView> {
  const today = dayOf(ctx.now)
  const retiring = measures.find((m) => m.code === 'nguoi.nghi-huu')
  const working = measures.find((m) => m.code === GRADUATES.code)
  const asked = (from: Day, asOf: Day, where: MeasureAsked['where']): MeasureAsked => ({
    from,
    asOf,
    known: null,
    by: [],
    outside: [],
    where,
  })
  const years = Array.from({ length: YEARS_AHEAD }, (_, i) => {
    const year = yearOf(today) + i
    return {
      label: i === 0 ? `Năm ${year}, từ nay` : `Năm ${year}`,
      from: i === 0 ? addDays(today, 1) : day(`${year}-01-01`),
      to: day(`${year}-12-31`),
    }
  })
  const first = Temporal.PlainYearMonth.from(today.slice(0, 7))
  const months = Array.from({ length: MONTHS_AHEAD }, (_, i) => {
    const month = first.add({ months: i })
    return {
      label: `Tháng ${String(month.month).padStart(2, '0')}/${month.year}`,
      from: i === 0 ? addDays(today, 1) : day(month.toPlainDate({ day: 1 }).toString()),
      to: day(month.toPlainDate({ day: month.daysInMonth }).toString()),
    }
  })
  const spans = [...years, ...months]
  const asks = spans.map((s) => asked(s.from, s.to, GRADUATES.where))
  const answers = (await retiring?.readMany?.(ctx, asks)) ?? []
  const told = (list: typeof spans): RetiringSpan[] =>
    list.flatMap((s) => {
      const [found, a] = [answers[spans.indexOf(s)], asks[spans.indexOf(s)]]
      const row = found?.state === 'counted' ? found.rows[0] : undefined
      if (row === undefined || a === undefined) return []
      return [{ ...s, low: row.low, high: row.high, href: retiring?.behind?.(a, []) ?? null }]
    })
  const now = await working?.read(ctx, asked(today, today, GRADUATES.where))
  return {
    today,
    years: told(years),
    months: told(months),
    people: now?.state === 'counted' ? now.rows.reduce((n, r) => n + r.high, 0) : 0,
    whole: ctx.actor.scope === 'all',
  }
}

/** Forecasts as given beside what came since. */
export async function readChecked(ctx: Ctx, measures: readonly Measure[]): Promise<CheckedView> {
  const issued = await issuedForecasts(ctx.tx)
  const courses = await readCourses(ctx, measures)
  const actuals = new Map(
    courses.map((c) => [
      c.indicator.code,
      new Map(
        c.points
          .filter((p) => p.on.endsWith('-12-31') || yearOf(p.on) < yearOf(dayOf(ctx.now)))
          .map((p) => [yearOf(p.on), (p.value + p.high) / 2] as const),
      ),
    ]),
  )
  const days = Map.groupBy(issued, (f) => f.givenOn)
  return {
    scored: scored(issued, actuals),
    names: new Map(courses.map((c) => [c.indicator.code, { name: c.indicator.name, unit: c.indicator.unit }])),
    given: [...days.entries()]
      .map(([on, list]) => ({ day: day(on), count: list.length, by: list[0]?.recordedBy ?? '' }))
      .sort((a, b) => (a.day < b.day ? 1 : -1)),
    mayGive: canPlan.allows(ctx.actor),
  }
}

/** Ages of five years each, from the youngest that work. */
function ageBands(w: Whole): AgeBand[] {
  const count = (sex: 'nam' | 'nu', from: number, to: number | null): number =>
    w.ground.cohorts
      .filter((c) => c.sex === sex && c.born !== null)
      .filter((c) => {
        const age = w.ground.start - (c.born ?? 0)
        return age >= from && (to === null || age < to)
      })
      .reduce((n, c) => n + c.count, 0)
  return Array.from({ length: 9 }, (_, i) => {
    const from = 20 + i * 5
    const to = i === 8 ? null : from + 5
    return {
      from,
      to,
      label: to === null ? `${from} trở lên` : `${from}–${to - 1}`,
      men: count('nam', from, to),
      women: count('nu', from, to),
    }
  })
}

/** Age at which who reaches it in the year retires, in years and in words. */
function retirementAge(sex: 'nam' | 'nu', year: number): { age: number; words: string } {
  let born = (year - 70) * 12
  while (Math.floor(lastMonthOf(sex, born) / 12) < year) born++
  const months = lastMonthOf(sex, born) - born
  const [years, more] = [Math.floor(months / 12), months % 12]
  return { age: months / 12, words: more === 0 ? `${years} tuổi` : `${years} tuổi ${more} tháng` }
}

/** Who is past the age and still at work in the register leaves the model in its first year: said, since no month of it lies ahead. */
function pastAge(w: Whole): string[] {
  const { start, cohorts } = w.ground
  const past = cohorts
    .filter((c) => c.born !== null && start - c.born > retirementAge(c.sex === 'nam' ? 'nam' : 'nu', start).age)
    .reduce((n, c) => n + c.count, 0)
  return past === 0
    ? []
    : [
        `${past} người đã quá tuổi nghỉ hưu mà hồ sơ ghi đang làm việc: tính nghỉ trong năm đầu, trừ người được kéo dài.`,
      ]
}

/** Bodies and places a reader may ask for: all of the province for who sees all of it, else his own. */
async function partsOf(ctx: Ctx): Promise<(SupplyView['parts'][number] & { readonly id: string })[]> {
  const units = await unitsOn(ctx.tx, dayOf(ctx.now))
  return units
    .filter((u) => u.kind !== 'province' && inScope(ctx.actor, u.id))
    .map((u) => ({
      // The code of a unit changes with reorganisations; the years looked back at need what does not.
      id: u.id,
      value: u.code,
      label: u.officeName,
      group: u.kind === 'body' ? 'Cơ quan, đơn vị' : 'Địa bàn nơi ở',
      place: u.kind !== 'body',
    }))
    .sort((a, b) => a.group.localeCompare(b.group) || a.label.localeCompare(b.label, 'vi'))
}

/** Most posts shared out at once. */
const MOST_QUOTA = 100_000

/** Whole posts; none for what cannot be one. */
const quotaOf = (asked: number | null): number =>
  asked === null || !(asked >= 0) ? 0 : Math.min(MOST_QUOTA, Math.floor(asked))

/** Sectors posts can be given to, with people foreseen and needed in the last year. */
const standsOf = (w: Whole, result: Result): Stand[] =>
  result.sectors
    .filter((s) => s.sector !== REST && s.sector !== UNKNOWN_SECTOR)
    .map((s) => ({
      sector: s.sector,
      have: bandAt(s.bands, w.until)?.mean ?? 0,
      need: w.needs.find((n) => n.sector === s.sector)?.byYear.get(w.until) ?? 0,
    }))

/** Supply and need up to a year, of the province or of one body or place. */
export async function readSupply(
  ctx: Ctx,
  measures: readonly Measure[],
  until: number | null,
  part = '',
  quota: number | null = null,
): Promise<Decision<SupplyView>> {
  const parts = await partsOf(ctx)
  const chosen = parts.find((p) => p.value === part) ?? null
  if (part !== '' && chosen === null)
    return refuse('absent', 'forecasting.no-part', 'Không có cơ quan, địa bàn này trong phạm vi được xem.')
  const within: Within = chosen === null ? {} : { [chosen.place ? 'dia-ban' : 'co-quan']: [chosen.id] }
  const whole = await readWhole(ctx, measures, until, within)
  if (!whole.ok) return whole
  const w = whole.value
  const run = await runAsUntilNow(ctx, w, w.until, within)
  if (!run.ok) return run
  return accept({
    result: run.value.result,
    needs: w.needs,
    sector: w.names.sector,
    bands: ageBands(w),
    retirement: { men: retirementAge('nam', w.ground.start), women: retirementAge('nu', w.ground.start) },
    notes: [...w.base.notes, ...pastAge(w)],
    until: w.until,
    parts,
    part: chosen?.value ?? '',
    where: chosen?.label ?? 'toàn tỉnh',
    allotment: allotment(standsOf(w, run.value.result), quotaOf(quota)),
  })
}

/** Million đồng for the recruits on top; null when nobody recorded what one costs. */
function costOf(w: Whole, result: Result, base: Result): number | null {
  let sum = 0
  for (const e of extraRecruits(result, base)) {
    const cost = assumed(w.book, 'chi-phi', e.sector)
    if (cost === null) return null
    sum += cost.value * e.more
  }
  return sum
}

/** Levers as typed, run against «như hiện nay». */
export async function readWorkspace(
  ctx: Ctx,
  measures: readonly Measure[],
  raw: Readonly<Record<string, unknown>>,
): Promise<Decision<WorkspaceView>> {
  const start = startYear(dayOf(ctx.now))
  const first = readLevers(raw, start, Math.max(2030, start + 4))
  const until = first.levers.until
  const possible = until > start && until <= start + 21
  const whole = await readWhole(ctx, measures, possible ? until : null)
  if (!whole.ok) return whole
  const w = whole.value
  const { levers } = first
  const wrong = {
    ...wrongLevers(
      levers,
      start,
      w.base.model.cells.map((c) => c.sector),
    ),
    ...first.wrong,
  }
  const base = await runAsUntilNow(ctx, w, w.until)
  if (!base.ok) return base
  const run = Object.keys(wrong).length > 0 ? null : await runUnder(ctx, w, levers)
  const told = run === null || run.ok ? wrong : { ...wrong, '': run.message }
  const result = run?.ok === true ? run.value.result : null
  const present = new Set(w.base.model.cells.map((c) => c.sector))
  return accept({
    levers,
    wrong: told,
    typed: Object.fromEntries(
      Object.keys(told).flatMap((field) => {
        const typed = raw[field]
        return typeof typed === 'string' ? [[field, typed]] : []
      }),
    ),
    result,
    base: base.value.result,
    sectors: w.names.sectors.filter((s) => present.has(s.value)),
    sector: w.names.sector,
    used: w.base.used,
    notes: w.base.notes,
    cost: result === null ? null : costOf(w, result, base.value.result),
    maySave: canPlan.allows(ctx.actor),
  })
}

/** What is kept of a scenario when it is saved: model and result. Refused as the workspace refuses. */
export async function computeScenario(
  ctx: Ctx,
  measures: readonly Measure[],
  raw: Readonly<Record<string, unknown>>,
): Promise<Decision<{ levers: unknown; model: unknown; result: Result; modelDigest: string; resultDigest: string }>> {
  const start = startYear(dayOf(ctx.now))
  const { levers, wrong } = readLevers(raw, start, Math.max(2030, start + 4))
  const whole = await readWhole(ctx, measures, levers.until > start && levers.until <= start + 21 ? levers.until : null)
  if (!whole.ok) return whole
  const w = whole.value
  const all = {
    ...wrongLevers(
      levers,
      start,
      w.base.model.cells.map((c) => c.sector),
    ),
    ...wrong,
  }
  const [field] = Object.keys(all)
  if (field !== undefined) return refuse('invalid', 'forecasting.wrong-levers', all[field] ?? '', { fields: all })
  const run = await runUnder(ctx, w, levers)
  return run.ok ? accept({ levers, model: modelUnder(w, levers), ...run.value }) : run
}

/** The saved scenarios. */
export const readScenarios = async (ctx: Ctx): Promise<ScenariosView> => ({
  list: await scenariosOf(ctx.tx),
  mayPlan: canPlan.allows(ctx.actor),
})

/** One saved scenario. */
export async function readScenario(
  ctx: Ctx,
  measures: readonly Measure[],
  id: string,
): Promise<Decision<ScenarioView>> {
  const scenario = await scenarioOf(ctx.tx, id)
  if (scenario === null)
    return refuse('absent', 'forecasting.no-scenario', 'Không có kịch bản này. Xem danh sách ở trang Kịch bản.')
  const whole = await readWhole(ctx, measures, null)
  return accept({
    scenario,
    sector: whole.ok ? whole.value.names.sector : (code) => code,
    mayApprove: canApproveScenario.allows(ctx.actor),
    mayPlan: canPlan.allows(ctx.actor),
    again: `${WORKSPACE}?${leversQuery(scenario.levers)}`,
  })
}

/** Most scenarios side by side. */
const MOST_COMPARED = 4

/** Several saved scenarios. */
export async function readCompare(
  ctx: Ctx,
  measures: readonly Measure[],
  ids: readonly string[],
): Promise<CompareView> {
  const list = []
  for (const id of ids.slice(0, MOST_COMPARED)) {
    const one = await scenarioOf(ctx.tx, id)
    if (one !== null) list.push(one)
  }
  const whole = await readWhole(ctx, measures, null)
  return { list, sector: whole.ok ? whole.value.names.sector : (code) => code }
}
