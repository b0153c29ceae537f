/** Thôi giao ký thay: from tomorrow on; what was signed stays signed. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { canGiveAuthority } from '../rights.ts'
import { endAuthority } from '../store.ts'
import { findAuthority } from '../views/flow.ts'

/** Thôi giao. */
export const endSigningAuthority = action({
  name: 'reporting.end-signing-authority',
  right: canGiveAuthority,
  input: z.object({ authority: id() }),
  run: async (ctx, input) => {
    const found = await findAuthority(ctx.tx, input.authority)
    if (!found) return refuse('absent', 'report.authority-absent', 'Không có việc giao ký thay này.')
    const allowed = demand(canGiveAuthority, ctx.actor, found.unitId)
    if (!allowed.ok) return allowed
    if (!(await endAuthority(ctx, found.id, dayOf(ctx.now))))
      return refuse(
        'conflict',
        'report.authority-ended',
        'Việc giao ký thay này chưa bắt đầu hoặc đã hết. Không đổi gì.',
      )
    return done(
      { name: found.name },
      {
        kind: 'reporting.authority-ended',
        subject: `unit:${found.unitId}`,
        unit: found.unitId,
        data: { name: found.name },
      },
    )
  },
})
