/** Đăng xuất khỏi thiết bị này. */
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { nothing } from '../../../platform/http/input.ts'
import { accountFact } from '../entry.ts'
import { canKeepOwnAccount } from '../rights.ts'
import { closeThisSession, findAccount } from '../store.ts'

const GONE = refuse('absent', 'accounts.absent', 'Tài khoản này không còn.')

/** Ends the session of this request. */
export const signOut = action({
  name: 'accounts.sign-out',
  right: canKeepOwnAccount,
  input: nothing(),
  run: async (ctx) => {
    const account = await findAccount(ctx.tx, ctx.actor.id)
    if (account === null) return GONE
    await closeThisSession(ctx)
    return done({ closed: 1 }, accountFact('accounts.signed-out', account))
  },
})
