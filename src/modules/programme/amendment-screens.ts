/** Đọc cho các trang sửa đổi kế hoạch. */
import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { compareWithPlan } from './comparison.ts'
import type { AmendmentView } from './pages/amendment.ts'
import type { EditionsView } from './pages/editions.ts'
import { canAdopt } from './rights.ts'
import { statedByAmendment } from './rules/adoption.ts'
import { editionsOf, endedItems, wordingsOf } from './views/amendment.ts'
import { currentProgramme, workOf } from './views.ts'

/** A document beside the plan in force. */
export async function readAmendment(
  ctx: Ctx,
  q: { id: string; filter: AmendmentView['filter'] },
): Promise<Decision<AmendmentView>> {
  const both = await compareWithPlan(ctx, q.id)
  if (!both.ok) return both
  const { plan, version, decided, unsure, document } = both.value
  const { goals, tasks, duties } = await workOf(ctx.tx, plan.id, dayOf(ctx.now))
  const assigned = [
    ...[...tasks, ...duties].flatMap((t) =>
      t.leadName === null ? [] : [[t.id, `${t.leadName}, thời hạn ${t.dueWords}`] as const],
    ),
    ...goals.flatMap((g) => (g.leadName === null ? [] : [[g.id, g.leadName] as const])),
  ]
  return accept({
    plan,
    version,
    decided,
    unsure,
    filter: q.filter,
    document: {
      id: document.id,
      name: document.name,
      reading: statedByAmendment(document.reading, plan),
    },
    assigned: Object.fromEntries(assigned),
  })
}

/** Every document the plan has followed. */
export async function readEditions(ctx: Ctx): Promise<EditionsView> {
  const plan = await currentProgramme(ctx.tx)
  const mayAmend = canAdopt.allows(ctx.actor)
  if (plan === null) return { plan, editions: [], ended: [], wordings: [], mayAmend }
  return {
    plan,
    editions: await editionsOf(ctx.tx, plan.id),
    ended: await endedItems(ctx.tx, plan.id),
    wordings: await wordingsOf(ctx.tx, plan.id),
    mayAmend,
  }
}
