/** Tạm khóa tài khoản. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { holdsOn } from '../../../kernel/validity.ts'
import { action, done } from '../../../platform/action.ts'
import { id, text } from '../../../platform/http/input.ts'
import { accountFact } from '../entry.ts'
import { canManageAccounts } from '../rights.ts'
import { leavesAnAdministrator } from '../rules/last-administrator.ts'
import { closeSessions, findAccount, saveStatus } from '../store.ts'
import { grantsOf, otherAdministrators } from '../views.ts'

const ABSENT = refuse('absent', 'accounts.absent', 'Không có tài khoản này.')

/** Ends all sessions and lets nobody in until the account is opened again. */
export const suspendAccount = action({
  name: 'accounts.suspend',
  right: canManageAccounts,
  input: z.object({ account: id(), reason: text(500, 'Nhập lý do tạm khóa, tối đa 500 ký tự') }),
  run: async (ctx, input) => {
    const today = dayOf(ctx.now)
    const account = await findAccount(ctx.tx, input.account)
    if (account === null) return ABSENT
    if (account.status === 'tam-khoa')
      return refuse('conflict', 'accounts.already-suspended', 'Tài khoản này đang tạm khóa.')
    const grants = await grantsOf(ctx.tx, account.id)
    const administers = grants.some((g) => g.role === 'quan-tri' && g.valid !== null && holdsOn(g.valid, today))
    const left = leavesAnAdministrator(administers, await otherAdministrators(ctx.tx, today, account.id))
    if (!left.ok) return left
    await saveStatus(ctx.tx, account.id, 'tam-khoa')
    await closeSessions(ctx, account.id, 'all')
    return done(
      { username: account.username, name: account.name },
      { ...accountFact('accounts.suspended', account), unit: account.unit_id, reason: input.reason },
    )
  },
})
