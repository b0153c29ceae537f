/** Mở kỳ báo cáo: freezes the regime version and makes one obligation per body that held the duty in the year. */
import { z } from 'zod'
import { addDays, type Day, day } from '../../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { optionalDay, year } from '../../../platform/http/input.ts'
import { announcedDays, workingDayAfter } from '../../code-lists/public.ts'
import { UNIT_GROUPS, type Unit, unitsByIds, unitsOn } from '../../organisations/public.ts'
import { currentProgramme, obligatedIn } from '../../programme/public.ts'
import { canRunPeriod } from '../rights.ts'
import { bodiesOn, decideOpening, type ExpectedBody, expectedBodies, reportCode } from '../rules/open-period.ts'
import { cutOffOf, dueBeforeOf, isOneOff, type Regime, shortNameOf } from '../rules/regime.ts'
import { reportersOf } from '../rules/reporters.ts'
import { recordedId } from '../shipped-regime.ts'
import { saveObligations, savePeriod } from '../store.ts'
import { allRegimes, openPeriods, versionForYear } from '../views/periods.ts'
import { type PeriodName, PLAN_REGIME } from '../words.ts'

/** Kết quả mở kỳ. */
export type OpenedPeriod = {
  readonly regime: string
  readonly year: number
  readonly bodies: number
  readonly closing: number
}

/** Mở kỳ. Refused without a programme, without bodies, or when the period is open already. */
export const openPeriod = action({
  name: 'reporting.open-period',
  right: canRunPeriod,
  input: z.object({
    regime: z.string().max(40).optional(),
    year: year(),
    cutOff: optionalDay(),
    dueBefore: optionalDay(),
  }),
  run: async (ctx, input) => {
    const latest = await versionToOpen(ctx, input)
    if (!latest) return refuse('conflict', 'regime.absent', 'Chưa có bản chế độ báo cáo nào đã ban hành để mở kỳ.')
    const { regime } = latest
    const dueBefore = input.dueBefore ?? (await dueOn(ctx, regime, input.year))
    const cutOff = input.cutOff ?? cutOffOf(regime, input.year)
    const planned = await expectedFor(ctx, { year: input.year, cutOff }, regime)
    if (!planned.ok) return planned
    const { programmeId, bodies } = planned.value
    const own = (await openPeriods(ctx.tx)).filter((p) => p.slug === regime.slug)
    const alreadyOpen = own.some((p) => p.year === input.year)
    const had = isOneOff(regime) ? (own[0]?.year ?? null) : null
    const decided = decideOpening(bodies, { year: input.year, cutOff, dueBefore, alreadyOpen, had })
    if (!decided.ok) return decided
    const regimeId = await recordedId(ctx, latest)
    const periodId = ctx.newId()
    await savePeriod(ctx, {
      id: periodId,
      regimeId,
      regimeCode: regime.code,
      programmeId,
      year: input.year,
      dueBefore,
      cutOff,
    })
    const list = decided.value.map((b, i) => ({
      ...b,
      id: ctx.newId(),
      code: reportCode({ slug: regime.slug, year: input.year }, i + 1),
    }))
    await saveObligations(ctx, periodId, dueBefore, list)
    const opened: OpenedPeriod = {
      regime: regime.slug,
      year: input.year,
      bodies: list.length,
      closing: list.filter((b) => b.closing).length,
    }
    return done(opened, {
      kind: 'reporting.period-opened',
      subject: `period:${periodId}`,
      data: { ...opened, title: shortNameOf(regime, input.year), dueBefore, cutOff },
    })
  },
})

/** The version a period is opened with: of the regime named by slug or code, of the Plan's when none is. */
export async function versionToOpen(ctx: Pick<Ctx, 'tx'>, { regime = PLAN_REGIME, year: of }: PeriodName) {
  const all = await allRegimes(ctx.tx)
  const own = all.filter((v) => v.regime.slug === regime)
  return versionForYear(own.length > 0 ? own : all.filter((v) => v.regime.code === regime), of)
}

/** Hạn nộp of a year: where the regime says so, a last day that is a day off passes on to the next working day. */
export async function dueOn(ctx: Pick<Ctx, 'tx'>, regime: Regime, year: number): Promise<Day> {
  const due = dueBeforeOf(regime, year)
  return regime.due.rolls === true ? addDays(workingDayAfter(addDays(due, -2), 1, await announcedDays(ctx.tx)), 1) : due
}

/** Every unit that existed on the first day of a month of the year, as it last was. */
async function unitsDuring(tx: Ctx['tx'], year: number): Promise<readonly Unit[]> {
  const found = new Map<string, Unit>()
  for (let month = 1; month <= 12; month++) {
    for (const u of await unitsOn(tx, day(`${year}-${String(month).padStart(2, '0')}-01`))) found.set(u.id, u)
  }
  return [...found.values()]
}

/** Danh sách dự kiến: who will owe a report for a year, in the order of lists. */
export async function expectedFor(
  ctx: Pick<Ctx, 'tx'>,
  { year, cutOff }: { readonly year: number; readonly cutOff: Day },
  regime: Regime,
): Promise<Decision<{ programmeId: string; bodies: readonly ExpectedBody[]; units: ReadonlyMap<string, Unit> }>> {
  const programme = await currentProgramme(ctx.tx)
  if (!programme) {
    return refuse(
      'conflict',
      'period.no-programme',
      'Chưa có Kế hoạch nào được ban hành trong hệ thống. Ban hành Kế hoạch trước khi mở kỳ.',
    )
  }
  const planned = await obligatedIn(ctx.tx, programme.id, year)
  const lines = regime.assignment ?? []
  const named = lines.length === 0 ? [] : await unitsDuring(ctx.tx, year)
  const holders = reportersOf(lines, planned, named)
  const bodies = isOneOff(regime) ? bodiesOn(holders, year, cutOff) : expectedBodies(holders, year)
  const units = new Map(
    (
      await unitsByIds(
        ctx.tx,
        bodies.map((b) => b.unitId),
      )
    ).map((u) => [u.id, u]),
  )
  const place = (b: ExpectedBody): string => {
    const u = units.get(b.unitId)
    return u ? `${Object.keys(UNIT_GROUPS).indexOf(u.group)} ${u.code}` : '9'
  }
  const ordered = [...bodies].sort((a, b) => (place(a) < place(b) ? -1 : 1))
  return accept({ programmeId: programme.id, bodies: ordered, units })
}
