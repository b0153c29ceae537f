/** Tài khoản, khóa truy cập của đơn vị kết thúc: which stand on it, and their way to the body named. */
import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import type { HandOver, Held } from '../../platform/module.ts'
import { TOKENS } from './pages/tokens.ts'
import { closeSessions, endServiceToken, moveAccount, moveServiceToken } from './store.ts'
import { accountsOn, tokensOn } from './views.ts'

const ACCOUNT = 'accounts.account:'
const TOKEN = 'accounts.token:'

/** Accounts at home in the units, or with a role over them today or later; and the keys other systems use for them. */
export async function accountsHeld(ctx: Ctx, unitIds: readonly string[]): Promise<Held[]> {
  const people = await accountsOn(ctx.tx, unitIds, dayOf(ctx.now))
  const keys = await tokensOn(ctx.tx, unitIds, ctx.now)
  return [
    ...people.map(
      (a): Held => ({
        item: `${ACCOUNT}${a.id}`,
        kind: 'Tài khoản',
        unitId: a.unit_id,
        what: `${a.name} (${a.username})`,
        count: 1,
        href: `/quan-tri/nguoi-dung/${encodeURIComponent(a.username)}`,
        passes: 'named',
      }),
    ),
    ...keys.map(
      (k): Held => ({
        item: `${TOKEN}${k.id}`,
        kind: 'Khóa truy cập',
        unitId: k.unit_id,
        what: `${k.name} (…${k.hint})`,
        count: 1,
        href: TOKENS,
        passes: 'named',
      }),
    ),
  ]
}

/**
 * Roles over the ended unit end on the day and begin over the new one; the holder signs in again. A key speaks for the new one;
 * where none is named it is revoked.
 */
export async function handAccountsOver(ctx: Ctx, moves: readonly HandOver[]): Promise<Decision<number>> {
  for (const m of moves) {
    if (m.item.startsWith(TOKEN)) await handTokenOver(ctx, m)
    else await handAccountOver(ctx, m)
  }
  return accept(moves.length)
}

async function handAccountOver(ctx: Ctx, m: HandOver): Promise<void> {
  const account = m.item.slice(ACCOUNT.length)
  await moveAccount(ctx, { account, from: m.from, to: m.to, on: m.on, act: m.act })
  await closeSessions(ctx, account, 'all')
}

async function handTokenOver(ctx: Ctx, m: HandOver): Promise<void> {
  const token = m.item.slice(TOKEN.length)
  if (m.to === null) await endServiceToken(ctx, token)
  else await moveServiceToken(ctx, { token, from: m.from, to: m.to })
}
