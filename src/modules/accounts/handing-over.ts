/** Tài khoản của đơn vị kết thúc: which accounts stand on it, and their way to the body named. */
import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import type { HandOver, Held } from '../../platform/module.ts'
import { closeSessions, moveAccount } from './store.ts'
import { accountsOn } from './views.ts'

const ITEM = 'accounts.account:'

/** Accounts at home in the units, or with a role over them today or later. */
export async function accountsHeld(ctx: Ctx, unitIds: readonly string[]): Promise<Held[]> {
  const found = await accountsOn(ctx.tx, unitIds, dayOf(ctx.now))
  return found.map((a) => ({
    item: `${ITEM}${a.id}`,
    kind: 'Tài khoản',
    unitId: a.unit_id,
    what: `${a.name} (${a.username})`,
    count: 1,
    href: `/quan-tri/nguoi-dung/${encodeURIComponent(a.username)}`,
    passes: 'named',
  }))
}

/** Roles over the ended unit end on the day and begin over the new one; the holder signs in again. */
export async function handAccountsOver(ctx: Ctx, moves: readonly HandOver[]): Promise<Decision<number>> {
  for (const m of moves) {
    const account = m.item.slice(ITEM.length)
    await moveAccount(ctx, { account, from: m.from, to: m.to, on: m.on, act: m.act })
    await closeSessions(ctx, account, 'all')
  }
  return accept(moves.length)
}
