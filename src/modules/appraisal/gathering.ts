/** Gom số liệu để chấm: facts of every body of a year, from the reports and the tasks. */
import { addDays, type Day, day as dayNamed, dayOf } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { unitsByIds } from '../organisations/public.ts'
import { currentProgramme } from '../programme/public.ts'
import { conductOf } from '../reporting/public.ts'
import { taskRows } from '../tasks/public.ts'
import { countFacts, type Led } from './rules/counting.ts'
import { countItem } from './rules/points.ts'
import { criteriaOf, type Profile } from './rules/profile.ts'
import type { Sheet } from './store.ts'

/** The last day of the year, or today while the year runs. */
const countedOn = (year: number, today: Day): Day => {
  const last = addDays(dayNamed(`${year + 1}-01-01`), -1)
  return today < last ? today : last
}

async function ledBy(ctx: Ctx, year: number): Promise<Map<string, Led[]>> {
  const led = new Map<string, Led[]>()
  const programme = await currentProgramme(ctx.tx)
  if (programme === null) return led
  for (const r of await taskRows(ctx.tx, programme.id, countedOn(year, dayOf(ctx.now)))) {
    if (r.task.leadUnitId === null) continue
    const line: Led = { state: r.state, due: r.due, reportedAt: r.latest?.reportedAt ?? null }
    led.set(r.task.leadUnitId, [...(led.get(r.task.leadUnitId) ?? []), line])
  }
  return led
}

/** The sheets of a year as counted now: bodies that owe the report the profile names. `dueBefore` null = its period is not open. */
export async function countSheets(
  ctx: Ctx,
  profile: Profile,
  year: number,
): Promise<{ readonly dueBefore: Day | null; readonly sheets: readonly Sheet[] }> {
  const conduct = await conductOf(ctx.tx, { regime: profile.regime, year }, ctx.now)
  const bodies = conduct?.bodies ?? []
  const groups = new Map(
    (
      await unitsByIds(
        ctx.tx,
        bodies.map((b) => b.unitId),
      )
    ).map((u) => [u.id, u.group]),
  )
  const led = await ledBy(ctx, year)
  const sheets = bodies.map((b) => {
    const counted = countFacts(b, led.get(b.unitId) ?? [], year)
    return {
      unitId: b.unitId,
      unitCode: b.unitCode,
      unitName: b.unitName,
      group: groups.get(b.unitId) ?? 'co-quan-chuyen-mon',
      items: criteriaOf(profile).map((c) => countItem(c, c.scored.by === 'so-lieu' ? counted[c.scored.fact] : null)),
    }
  })
  return { dueBefore: conduct?.dueBefore ?? null, sheets }
}
