/** Nhiệm vụ, mục tiêu của đơn vị kết thúc: what it leads passes along the links of the event; a lead that is named is assigned. */
import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import type { HandOver, Held } from '../../platform/module.ts'
import { keepCustody } from '../indicators/public.ts'
import { reassign } from './store/hand-over.ts'
import { currentProgramme, heirsOf, workOf } from './views.ts'

const KINDS = { goal: 'Mục tiêu', task: 'Nhiệm vụ' } as const

/** Goals, tasks and duties that the units lead today, whether they were named or inherited them. */
export async function workHeld(ctx: Ctx, unitIds: readonly string[]): Promise<Held[]> {
  const plan = await currentProgramme(ctx.tx)
  if (plan === null) return []
  const { goals, tasks, duties } = await workOf(ctx.tx, plan.id)
  const work = [
    ...goals.map((g) => ({ ...g, kind: 'goal' as const })),
    ...[...tasks, ...duties].map((t) => ({ ...t, kind: 'task' as const })),
  ]
  const leads = [...new Set(work.flatMap((w) => w.leadUnitId ?? []))]
  const holders = await heirsOf(ctx.tx, leads, plan.date, dayOf(ctx.now))
  return work.flatMap((w) =>
    unitIds
      .filter((u) => holders.get(w.leadUnitId ?? '')?.some((h) => h.id === u))
      .map(
        (unitId): Held => ({
          item: `programme.${w.kind}:${w.id}:${unitId}`,
          kind: KINDS[w.kind],
          unitId,
          what: `${w.code} ${w.text.length > 90 ? `${w.text.slice(0, 88)}…` : w.text}`,
          count: 1,
          href: `/ke-hoach/${encodeURIComponent(w.code)}`,
          passes: 'links',
        }),
      ),
  )
}

/**
 * The body named leads from now on, with the same partners, product and deadline; without a subject the assignment stays as history,
 * and what a goal measures has no subject either.
 */
export async function handWorkOver(ctx: Ctx, moves: readonly HandOver[]): Promise<Decision<number>> {
  let moved = 0
  for (const m of moves) {
    const [kind, subject] = m.item.split(':')
    if (subject === undefined) continue
    if (m.to === null) {
      if (kind === 'programme.goal') await endGoal(ctx, subject, m)
      continue
    }
    await reassign(ctx, kind === 'programme.goal' ? 'goal' : 'task', subject, m.to)
    moved++
  }
  return accept(moved)
}

async function endGoal(ctx: Ctx, goalId: string, { since, act }: HandOver): Promise<void> {
  const plan = await currentProgramme(ctx.tx)
  const goal = plan === null ? undefined : (await workOf(ctx.tx, plan.id)).goals.find((g) => g.id === goalId)
  if (plan === null || goal === undefined) return
  await keepCustody(ctx, { planId: plan.id, code: goal.code }, { goneFrom: since, act })
}
