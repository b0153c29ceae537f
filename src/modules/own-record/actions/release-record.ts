/** Gỡ tài khoản khỏi hồ sơ: when somebody else took it; the person is invited anew. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { dossiersOf } from '../../people/public.ts'
import { canInvite } from '../rights.ts'
import { dropBinding } from '../store.ts'
import { aliasesOf } from '../views.ts'

/** The account stays, and sees no record any more from the next page on; consents and requests stay with the record. */
export const releaseRecord = action({
  name: 'own-record.release-record',
  right: canInvite,
  input: z.object({ person: id() }),
  run: async (ctx, input) => {
    const person = (await dossiersOf(ctx.tx, [input.person])).get(input.person)?.person
    if (person === undefined)
      return refuse('absent', 'own-record.no-record', 'Không có hồ sơ này trong phạm vi quản lý.')
    const allowed = demand(canInvite, ctx.actor, person.unitId)
    if (!allowed.ok) return allowed
    if ((await dropBinding(ctx.tx, await aliasesOf(ctx.tx, person.id))) === 0)
      return refuse('conflict', 'own-record.not-bound', 'Hồ sơ này chưa gắn với tài khoản nào.')
    return done(
      { name: person.name },
      {
        kind: 'own-record.released',
        subject: `person:${person.id}`,
        unit: person.unitId,
        data: { code: person.code },
      },
    )
  },
})
