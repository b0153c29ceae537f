/** Thu hồi vai trò: from today on it no longer holds; what was done under it stays. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { holdsOn } from '../../../kernel/validity.ts'
import { action, done } from '../../../platform/action.ts'
import { id, optionalText } from '../../../platform/http/input.ts'
import { canManageAccounts } from '../rights.ts'
import { leavesAnAdministrator } from '../rules/last-administrator.ts'
import { closeSessions, endGrant, findAccount, rotateSession } from '../store.ts'
import { findGrant, otherAdministrators } from '../views.ts'
import { ROLES } from '../words.ts'

/** Refuses to leave the system without an administrator. */
export const revokeGrant = action({
  name: 'accounts.revoke-grant',
  right: canManageAccounts,
  input: z.object({ grant: id(), reason: optionalText(500).default('') }),
  run: async (ctx, input) => {
    const today = dayOf(ctx.now)
    const grant = await findGrant(ctx.tx, input.grant)
    const account = grant === null ? null : await findAccount(ctx.tx, grant.account_id)
    if (
      grant === null ||
      account === null ||
      grant.valid === null ||
      (grant.valid.to !== null && grant.valid.to <= today)
    ) {
      return refuse('absent', 'accounts.grant-absent', 'Vai trò này đã thu hồi hoặc đã hết hiệu lực.')
    }
    const administers = grant.role === 'quan-tri' && holdsOn(grant.valid, today)
    const left = leavesAnAdministrator(administers, await otherAdministrators(ctx.tx, today, account.id))
    if (!left.ok) return left
    await endGrant(ctx.tx, grant.id, today)
    const own = account.id === ctx.actor.id
    await closeSessions(ctx, account.id, own ? 'others' : 'all')
    return done(
      {
        username: account.username,
        name: account.name,
        label: ROLES[grant.role].label,
        token: own ? await rotateSession(ctx) : null,
      },
      {
        kind: 'accounts.role-revoked',
        subject: `account:${account.id}`,
        unit: grant.unit_id,
        reason: input.reason,
        data: { username: account.username, name: account.name, role: grant.role },
      },
    )
  },
})
