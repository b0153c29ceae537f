/** Kiến nghị của đơn vị kết thúc: what it still had to answer goes on with the body that takes over. */
import { accept, type Decision } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import type { HandOver, Held } from '../../platform/module.ts'
import { handOwed, insertSteps } from './store.ts'
import { owedBy } from './views.ts'

const ITEM = 'proposals.owed:'

/** What the units have to answer: one line each. */
export async function proposalsHeld(ctx: Ctx, unitIds: readonly string[]): Promise<Held[]> {
  return (await owedBy(ctx.tx, unitIds)).map((o) => ({
    item: `${ITEM}${o.unitId}`,
    kind: 'Kiến nghị',
    unitId: o.unitId,
    what: 'Kiến nghị đơn vị phải trả lời',
    count: o.count,
    href: '/kien-nghi',
    passes: 'links',
  }))
}

/** Each goes to the body named; where none is named it stays, for Sở Nội vụ to give to another. */
export async function handProposalsOver(ctx: Ctx, moves: readonly HandOver[]): Promise<Decision<number>> {
  let moved = 0
  for (const m of moves) {
    if (m.to === null) continue
    const handed = await handOwed(ctx, m.from, m.to)
    await insertSteps(
      ctx,
      handed.map((h) => ({ proposalId: h.id, verb: 'ban-giao' as const, reason: m.act })),
    )
    moved += handed.length
  }
  return accept(moved)
}
