/** Cấp vai trò: a role over a body, from a day, by an act. */
import { z } from 'zod'
import { addDays, dayOf } from '../../../kernel/day.ts'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, oneOf, optionalDay, optionalText } from '../../../platform/http/input.ts'
import { canManageAccounts } from '../rights.ts'
import { closeSessions, findAccount, insertGrant, rotateSession } from '../store.ts'
import { GIVEN_ROLES, ROLES } from '../words.ts'
import { checkBody, optionalUnit } from './create-account.ts'

/** The holder signs in again with the new right; an administrator who widens his own gets another token at once. */
export const grantRole = action({
  name: 'accounts.grant-role',
  right: canManageAccounts,
  input: z.object({
    account: id(),
    role: oneOf(GIVEN_ROLES, 'Chọn một vai trò'),
    unitId: optionalUnit,
    from: optionalDay().default(null),
    until: optionalDay().default(null),
    act: optionalText(200).default(''),
  }),
  run: async (ctx, input) => {
    const account = await findAccount(ctx.tx, input.account)
    if (account === null) return refuse('absent', 'accounts.absent', 'Không có tài khoản này.')
    const from = input.from ?? dayOf(ctx.now)
    if (input.until !== null && input.until < from) {
      return refuseFields('accounts.grant-backwards', { until: 'Ngày cuối phải từ ngày bắt đầu trở đi' })
    }
    const fits = await checkBody(ctx, input.role, input.unitId, from)
    if (!fits.ok) return fits
    const valid = { from, to: input.until === null ? null : addDays(input.until, 1) }
    const grant = {
      id: ctx.newId(),
      accountId: account.id,
      role: input.role,
      unitId: input.unitId,
      valid,
      act: input.act,
    }
    await insertGrant(ctx, grant)
    const own = account.id === ctx.actor.id
    await closeSessions(ctx, account.id, own ? 'others' : 'all')
    return done(
      {
        username: account.username,
        name: account.name,
        label: ROLES[input.role].label,
        token: own ? await rotateSession(ctx) : null,
      },
      {
        kind: 'accounts.role-granted',
        subject: `account:${account.id}`,
        unit: input.unitId,
        data: {
          username: account.username,
          name: account.name,
          role: input.role,
          from,
          until: input.until,
          act: input.act,
        },
      },
    )
  },
})
