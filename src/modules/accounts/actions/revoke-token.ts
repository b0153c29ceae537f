/** Thu hồi khóa truy cập: the next request with it is refused. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, optionalText } from '../../../platform/http/input.ts'
import { canManageAccounts } from '../rights.ts'
import { endServiceToken } from '../store.ts'

/** Refuses a key that has ended or was revoked before. */
export const revokeToken = action({
  name: 'accounts.revoke-token',
  right: canManageAccounts,
  input: z.object({ token: id('Chọn khóa cần thu hồi'), reason: optionalText(500).default('') }),
  run: async (ctx, input) => {
    const ended = await endServiceToken(ctx, input.token)
    if (ended === null)
      return refuse('absent', 'accounts.token-absent', 'Khóa này đã hết hạn, đã thu hồi hoặc không có.')
    return done(
      { name: ended.name },
      {
        kind: 'accounts.token-revoked',
        subject: `token:${input.token}`,
        unit: ended.unit_id,
        reason: input.reason,
        data: { name: ended.name },
      },
    )
  },
})
