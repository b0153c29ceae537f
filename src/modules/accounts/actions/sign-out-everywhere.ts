/** Đăng xuất mọi nơi. */
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { nothing } from '../../../platform/http/input.ts'
import { accountFact } from '../entry.ts'
import { canKeepOwnAccount } from '../rights.ts'
import { closeSessions, findAccount } from '../store.ts'

const GONE = refuse('absent', 'accounts.absent', 'Tài khoản này không còn.')

/** Ends every session of the account, this one too. */
export const signOutEverywhere = action({
  name: 'accounts.sign-out-everywhere',
  right: canKeepOwnAccount,
  input: nothing(),
  run: async (ctx) => {
    const account = await findAccount(ctx.tx, ctx.actor.id)
    if (account === null) return GONE
    const closed = await closeSessions(ctx, account.id, 'all')
    return done({ closed }, accountFact('accounts.signed-out-everywhere', account, { closed }))
  },
})
