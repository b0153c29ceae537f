/** Đọc cho trang liên kết và trang kế hoạch của mọi cơ quan. */
import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { UNIT_GROUPS, unitsByIds } from '../organisations/public.ts'
import { currentProgramme, obligatedIn, type Task, tasksOf } from '../programme/public.ts'
import type { CoverageRow, CoverageView } from './pages/coverage.ts'
import type { OwnPlanView } from './pages/own-plan.ts'
import { canMakePlan } from './rights.ts'
import { planAllows } from './rules/agency-plan.ts'
import { givenTo, linkState, notPlanned } from './rules/links.ts'
import { dueOn } from './rules/state.ts'
import { clearSuggestion, type ProvincialTask, suggester } from './rules/suggest-links.ts'
import { planUnit } from './screens.ts'
import { findPlan, ownDocuments, planItems, plansOfYear } from './views.ts'
import type { PlanItem } from './words.ts'

const provincial = (t: Task, today: ReturnType<typeof dayOf>): ProvincialTask => ({
  id: t.id,
  code: t.code,
  text: t.text,
  leadUnitId: t.leadUnitId,
  coordinators: t.coordinators,
  bodies: [...t.leadNamed, ...t.coordinatorsNamed, ...(t.leadName === null ? [] : [t.leadName]), ...t.coordinatorNames],
  due: dueOn(t.due, today),
})

/** The own document of a body beside what was read from it, with suggestions; code `toi` = the reader's own body. */
export async function readOwnPlanView(ctx: Ctx, year: number, code: string): Promise<Decision<OwnPlanView>> {
  const unit = await planUnit(ctx, code)
  if (!unit.ok) return unit
  const programme = await currentProgramme(ctx.tx)
  if (programme === null) return refuse('absent', 'programme.absent', 'Chưa có kế hoạch của tỉnh trong hệ thống.')
  const { id, officeName } = unit.value
  const today = dayOf(ctx.now)
  const tasks = await tasksOf(ctx.tx, programme.id, today)
  const plan = await findPlan(ctx.tx, id, year)
  const items = plan === null ? [] : await planItems(ctx.tx, plan.id)
  const [newest, ...older] = plan === null ? [] : await ownDocuments(ctx.tx, plan.id)
  const suggest = suggester(
    tasks.map((t) => provincial(t, today)),
    { unitId: id, programmeNumber: programme.number },
  )
  const texts = new Map(tasks.map((t) => [t.id, t.text]))
  const suggested = (i: PlanItem) =>
    suggest({ text: i.taskText, named: i.named, due: i.due })
      .filter((s) => !i.links.some((l) => l.taskId === s.taskId))
      .map((s) => ({ ...s, text: texts.get(s.taskId) ?? '' }))
  const own = items
    .filter((i) => i.documentId !== null)
    .map((i) => ({ ...i, state: linkState(i), suggestions: suggested(i) }))
  return accept({
    unit: { id, name: officeName, code: unit.value.code },
    year,
    programmeNumber: programme.number,
    plan,
    document: newest ?? null,
    older: older.map((d) => ({ id: d.id, name: d.name, readAt: d.readAt })),
    items: own,
    strong: own.flatMap((i) => {
      const clear = i.state === 'chua-xet' ? clearSuggestion(i.suggestions) : null
      return clear === null ? [] : [{ item: i.id, task: clear.taskId }]
    }),
    tasks: tasks.map((t) => ({ id: t.id, code: t.code, text: t.text })),
    missing: notPlanned(tasks, id, items).map((t) => ({ code: t.code, text: t.text })),
    mayEdit: canMakePlan.allows(ctx.actor, id) && (plan === null || planAllows(plan.state, 'sua')),
  })
}

/** How far the plans of all bodies carry out what the province gave them. */
export async function readCoverage(ctx: Ctx, year: number): Promise<Decision<CoverageView>> {
  const programme = await currentProgramme(ctx.tx)
  if (programme === null) return refuse('absent', 'programme.absent', 'Chưa có kế hoạch của tỉnh trong hệ thống.')
  const today = dayOf(ctx.now)
  const tasks = await tasksOf(ctx.tx, programme.id, today)
  const plans = new Map((await plansOfYear(ctx.tx, programme.id, year)).map((p) => [p.unitId, p]))
  const obligated = (await obligatedIn(ctx.tx, programme.id, year)).filter(
    (o) => o.valid.to === null || o.valid.to > today || plans.has(o.unitId),
  )
  const units = await unitsByIds(ctx.tx, [...new Set([...obligated.map((o) => o.unitId), ...plans.keys()])])
  const order = Object.keys(UNIT_GROUPS)
  const rows = units.map((u): CoverageRow => {
    const plan = plans.get(u.id)
    const given = tasks.filter((t) => givenTo(t, u.id))
    return {
      code: u.code,
      name: u.officeName,
      group: UNIT_GROUPS[u.group].label,
      rank: order.indexOf(u.group),
      state: plan?.state ?? null,
      rows: plan?.items.length ?? 0,
      given: given.length,
      missing: notPlanned(tasks, u.id, plan?.items ?? []).map((t) => t.code),
      open: (plan?.items ?? []).filter((i) => linkState(i) === 'chua-xet').length,
      own: (plan?.items ?? []).filter((i) => linkState(i) === 'rieng').length,
    }
  })
  const carried = new Set(
    [...plans.values()].flatMap((p) =>
      p.items.flatMap((i) => [i.taskId, ...i.links.filter((l) => l.verdict === 'lien-ket').map((l) => l.taskId)]),
    ),
  )
  return accept({
    year,
    programmeNumber: programme.number,
    tasks: tasks.length,
    inSomePlan: tasks.filter((t) => carried.has(t.id)).length,
    nowhere: tasks.filter((t) => !carried.has(t.id)).map((t) => ({ code: t.code, text: t.text, lead: t.leadName })),
    rows: rows.sort(
      (a, b) => b.missing.length - a.missing.length || a.rank - b.rank || a.name.localeCompare(b.name, 'vi'),
    ),
  })
}
