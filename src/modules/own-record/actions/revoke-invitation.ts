/** Thu hồi thư mời: a letter that was lost opens nothing any more. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { canInvite } from '../rights.ts'
import { revokeInvitationRow } from '../store.ts'
import { findInvitation } from '../views.ts'

/** Used and revoked letters stay as they are. */
export const revokeInvitation = action({
  name: 'own-record.revoke-invitation',
  right: canInvite,
  input: z.object({ invitation: id() }),
  run: async (ctx, input) => {
    const found = await findInvitation(ctx.tx, input.invitation)
    if (found === null) return refuse('absent', 'own-record.no-invitation', 'Không có thư mời này.')
    const allowed = demand(canInvite, ctx.actor, found.unitId)
    if (!allowed.ok) return allowed
    if ((await revokeInvitationRow(ctx, found.id)) === 0)
      return refuse('conflict', 'own-record.invitation-ended', 'Thư mời này đã dùng hoặc đã thu hồi.')
    return done(
      { name: found.name },
      {
        kind: 'own-record.invitation-revoked',
        subject: `person:${found.personId}`,
        unit: found.unitId,
        data: { code: found.code },
      },
    )
  },
})
