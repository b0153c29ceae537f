/** Ai ký: whoever presses «Duyệt và nộp» signs as the head, or in his place by a recorded authority of the day. */
import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import { demand } from '../../kernel/right.ts'
import type { Ctx } from '../../platform/action.ts'
import { canApprove } from './rights.ts'
import { authorityOn } from './views/flow.ts'
import type { SigningAuthority } from './words.ts'

/** The authority by which the actor signs for the body today; null = as its head. Refused for anybody else. */
export async function signerFor(ctx: Ctx, unitId: string): Promise<Decision<SigningAuthority | null>> {
  const by = await authorityOn(ctx.tx, { unitId, accountId: ctx.actor.id, day: dayOf(ctx.now) })
  if (by !== null) return accept(by)
  const allowed = demand(canApprove, ctx.actor, unitId)
  return allowed.ok ? accept(null) : allowed
}
