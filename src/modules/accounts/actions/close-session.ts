/** Kết thúc phiên: an own session on another device, or any session for an administrator. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { demand, signedIn } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { accountFact } from '../entry.ts'
import { canKeepOwnAccount, canManageAccounts } from '../rights.ts'
import { closeSession, findAccount } from '../store.ts'

/** Ends one session. Somebody else's needs the administrator's right; without it the account is said not to be there. */
export const revokeSession = action({
  name: 'accounts.revoke-session',
  right: signedIn,
  input: z.object({ account: id(), session: id() }),
  run: async (ctx, input) => {
    const needed = input.account === ctx.actor.id ? canKeepOwnAccount : canManageAccounts
    const allowed = demand(needed, ctx.actor)
    if (!allowed.ok) return allowed
    const account = await findAccount(ctx.tx, input.account)
    if (account === null || !(await closeSession(ctx, account.id, input.session))) {
      return refuse('absent', 'accounts.session-absent', 'Phiên này đã kết thúc hoặc không thuộc tài khoản.')
    }
    return done({ username: account.username }, accountFact('accounts.session-closed', account))
  },
})
