/** Mở lại tài khoản. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { accountFact } from '../entry.ts'
import { canManageAccounts } from '../rights.ts'
import { NO_TRIES } from '../rules/lock.ts'
import { findAccount, saveStatus, saveTries } from '../store.ts'

const ABSENT = refuse('absent', 'accounts.absent', 'Không có tài khoản này.')

/** Opens a suspended account again, or one that locked itself after wrong tries. */
export const restoreAccount = action({
  name: 'accounts.restore',
  right: canManageAccounts,
  input: z.object({ account: id() }),
  run: async (ctx, input) => {
    const account = await findAccount(ctx.tx, input.account)
    if (account === null) return ABSENT
    await saveStatus(ctx.tx, account.id, 'dang-dung')
    await saveTries(ctx.tx, account.id, NO_TRIES)
    return done(
      { username: account.username, name: account.name },
      { ...accountFact('accounts.restored', account), unit: account.unit_id },
    )
  },
})
