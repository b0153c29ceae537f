/** Đăng xuất: from this device, or from all of them. */
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { nothing } from '../../../platform/http/input.ts'
import { canKeepOwnAccount } from '../rights.ts'
import { closeSessions, closeThisSession, findAccount } from '../store.ts'
import { accountFact } from './entry.ts'

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
