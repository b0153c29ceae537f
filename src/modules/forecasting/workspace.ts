/** Bàn làm kịch bản: the base model of everybody the Plan counts, under levers. */
import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { shared } from '../../platform/database/kept.ts'
import type { Measure } from '../../platform/measure.ts'
import { headCounts, populationByYear } from '../indicators/public.ts'
import { GRADUATES, type Ground, readBook, readGround } from './base-reading.ts'
import type { AssumptionBook } from './rules/assumed.ts'
import { type Base, baseModel, REST } from './rules/base.ts'
import { growing } from './rules/goal-file.ts'
import { asUntilNow, type Levers, underLevers } from './rules/levers.ts'
import { fileNeeds, type SectorNeed, sectorNeeds } from './rules/need.ts'
import type { PlanFile, Uncertain } from './rules/plan-file.ts'
import { type Run, runModel } from './run.ts'
import { type Names, readNames } from './sectors.ts'

/** Draws of the workspace: enough for a fan, few enough for an answer at once. */
const DRAWS = 500
const SEED = 1459
/** Years shown when nobody asks for others: to the year of the Plan's goals, and never under four. */
const HORIZON = 2030
const LEAST_YEARS = 4

/** Mô hình gốc của cả đội ngũ, with needs. */
export type Whole = {
  readonly ground: Ground
  readonly book: AssumptionBook
  readonly base: Base
  readonly needs: readonly SectorNeed[]
  readonly names: Names
  readonly until: number
}

const BETWEEN_PARTS =
  'Chỉ kể người vào và người rời đội ngũ của tỉnh; người chuyển giữa các cơ quan, địa bàn trong tỉnh coi như bù nhau.'

const middle = (u: Uncertain): number => (typeof u === 'number' ? u : u.mean)

/** Conditions of the people of one body with all below it, or of one place; none = of the whole province. */
export type Within = Readonly<Record<string, readonly string[]>>

/**
 * Everything the workspace is made of. Refused when nobody with a degree is in the register. The need of a part of the province is told
 * by growth alone: a norm on the population of the province says nothing of a body.
 */
export async function readWhole(
  ctx: Ctx,
  measures: readonly Measure[],
  asked: number | null,
  within: Within = {},
): Promise<Decision<Whole>> {
  const outside = [...(await headCounts(ctx, measures)).values()][0]?.outside ?? []
  const where = { ...GRADUATES.where, ...within }
  const ground = await readGround(ctx, measures, { ...GRADUATES, where, outside })
  if (ground === null || ground.cohorts.length === 0)
    return refuse(
      'absent',
      'forecasting.nobody',
      'Chưa có hồ sơ nào của người có trình độ từ đại học nên chưa dự báo được. Nhập danh sách ở trang Nhập dữ liệu trước.',
    )
  const until = asked ?? Math.max(HORIZON, ground.start + LEAST_YEARS)
  const book = await readBook(ctx, ground)
  const base = baseModel({
    start: ground.start,
    years: Math.max(1, Math.min(21, until - ground.start)),
    cohorts: ground.cohorts,
    rest: 0,
    recent: ground.recent,
    book,
    seed: SEED,
    draws: DRAWS,
  })
  const stock = new Map<string, number>()
  for (const c of base.model.cells) stock.set(c.sector, (stock.get(c.sector) ?? 0) + middle(c.stock))
  const known = await populationByYear(ctx)
  const partly = Object.keys(within).length > 0
  const population =
    known.size === 0 || partly
      ? null
      : new Map([...growing(known, until, { mean: growthOf(book), sd: 0 })].map(([y, u]) => [y, middle(u)] as const))
  return accept({
    ground,
    book,
    base: partly ? { ...base, notes: [...base.notes, BETWEEN_PARTS] } : base,
    needs: sectorNeeds(stock, ground.start, base.model.years, book, population),
    names: await readNames(ctx),
    until,
  })
}

const growthOf = (book: AssumptionBook): number =>
  ([...book.recorded, ...book.shipped].find((a) => a.kind === 'tang-dan-so')?.value ?? 0) / 100

/** The plan file of the whole under levers, with the needs of its sectors. */
export const modelUnder = (w: Whole, levers: Levers): PlanFile => ({
  ...underLevers(w.base.model, levers, REST),
  need: fileNeeds(w.needs),
})

const SETS = ['people', 'organisations', 'code-lists', 'indicators', 'cells', 'forecasting']

/** Runs the whole under levers; what nobody changed since is not computed twice. */
export const runUnder = (ctx: Ctx, w: Whole, levers: Levers, within: Within = {}): Promise<Decision<Run>> =>
  shared(ctx.tx, SETS, `forecasting.run:${dayOf(ctx.now)}:${JSON.stringify([levers, within])}`, () =>
    runModel(modelUnder(w, levers), w.names.sector),
  )

/** As until now, to the same year. */
export const runAsUntilNow = (ctx: Ctx, w: Whole, until: number, within: Within = {}): Promise<Decision<Run>> =>
  runUnder(ctx, w, asUntilNow(until), within)
