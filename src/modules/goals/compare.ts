/** So sánh địa bàn: one indicator by place as of a day, told by the districts or the communes of a day, with the years before. */
import { type Day, dayOf, parseDay, yearOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import type { Measure } from '../../platform/measure.ts'
import { indicatorViews, type Reading, readValue } from '../indicators/public.ts'
import { type Unit, unitsOn } from '../organisations/public.ts'
import type { CompareView, Place } from './pages/compare.ts'
import { endOf } from './rules/path.ts'
import { type PlaceFigure, rateOf, rollUp } from './rules/roll-up.ts'
import { gridFor } from './tile-grids.ts'
import { outlinesOn } from './views.ts'

/** Years of the small multiples, today's included. */
const YEARS = 4

type Asked = {
  readonly code: string
  readonly day: string
  readonly hierarchy: string
  readonly level: 'district' | 'commune' | ''
}

/** Figures of a reading by the places of a level. */
function figuresOf(r: Reading, units: ReadonlyMap<string, Unit>, level: 'district' | 'commune'): PlaceFigure[] {
  const placeAbove = (key: string): string | null => {
    let unit = units.get(key)
    while (unit !== undefined && unit.kind !== level)
      unit = unit.parentId === null ? undefined : units.get(unit.parentId)
    return unit?.id ?? null
  }
  if (r.rows.every((x) => x.key === null || units.get(x.key)?.kind === level))
    return r.rows.flatMap((x) =>
      x.key === null ? [] : [{ key: x.key, low: x.low, high: x.high, hidden: x.hidden === true }],
    )
  return rollUp(r.rows, placeAbove, r.parts.length === 2 ? rateOf(r.low, r.parts) : null)
}

/** Nothing is known of a day to come, nor of one before there were years to compare. */
const FIRST = '1945-09-02'

/** The day typed, or null where nothing can be read of it. */
function readable(typed: string, today: Day): Day | null {
  const on = parseDay(typed)
  return on !== null && FIRST <= on && on <= today ? on : null
}

/** What the page of comparison shows. */
export async function readCompare(
  ctx: Ctx,
  measures: readonly Measure[],
  asked: Asked,
): Promise<Decision<CompareView>> {
  const today = dayOf(ctx.now)
  const indicator = (await indicatorViews(ctx.tx)).find((i) => i.code === asked.code)
  if (indicator === undefined) return refuse('absent', 'goals.absent', `Không có mục tiêu mã ${asked.code}.`)
  const asOf = readable(asked.day, today) ?? today
  const hierarchy = readable(asked.hierarchy, today) ?? asOf
  const units = new Map((await unitsOn(ctx.tx, hierarchy)).map((u) => [u.id, u]))
  const hasDistricts = [...units.values()].some((u) => u.kind === 'district')
  const level =
    asked.level === 'district' && hasDistricts
      ? 'district'
      : asked.level === 'commune' || !hasDistricts
        ? 'commune'
        : 'district'
  const read = (on: Day) =>
    readValue(ctx, measures, { code: asked.code, asOf: on, hierarchy, known: null, by: 'place' })
  const now = await read(asOf)
  if (!now.ok) return now
  const past: { year: number; figures: ReadonlyMap<string, number> }[] = []
  for (let year = yearOf(asOf) - YEARS + 1; endOf(year) < asOf; year++) {
    const then = await read(endOf(year))
    if (then.ok)
      past.push({
        year,
        figures: new Map(
          figuresOf(then.value, units, level).flatMap((f) =>
            f.low === null || f.high === null ? [] : [[f.key, (f.low + f.high) / 2] as const],
          ),
        ),
      })
  }
  const figures = figuresOf(now.value, units, level)
  const codes = figures.flatMap((f) => units.get(f.key)?.code ?? [])
  const grid = gridFor(codes, hierarchy)
  const figureOf = new Map(figures.map((f) => [f.key, f]))
  const placed = [...units.values()].filter(
    (u) => u.kind === level && (figureOf.has(u.id) || (grid !== null && u.code in grid.tiles)),
  )
  const places = placed.map((u): Place => {
    const f = figureOf.get(u.id) ?? null
    return {
      code: u.code,
      name: u.name,
      low: f?.low ?? null,
      high: f?.high ?? null,
      hidden: f?.hidden === true,
      at: grid?.tiles[u.code] ?? null,
      past: past.map((p) => ({ year: p.year, value: p.figures.get(u.id) ?? null })),
    }
  })
  return accept({
    indicator,
    whole: now.value,
    asOf,
    hierarchy,
    level,
    hasDistricts,
    gridTitle: grid?.title ?? null,
    outlines: await outlinesOn(ctx.tx, level, hierarchy),
    wrong: {
      ...(asked.day !== '' && readable(asked.day, today) === null ? { ngay: asked.day } : {}),
      ...(asked.hierarchy !== '' && readable(asked.hierarchy, today) === null ? { diaGioi: asked.hierarchy } : {}),
    },
    places: places.sort((a, b) => (b.low ?? -1) - (a.low ?? -1) || a.name.localeCompare(b.name)),
    year: yearOf(asOf),
  })
}
