/** Mở lại kiến nghị: what was answered, passed on or declined has to be dealt with again; the history keeps what was said. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { text, whole } from '../../../platform/http/input.ts'
import { canKeepProposals } from '../rights.ts'
import { reopening } from '../rules/moves.ts'
import { proposalForWriting, writeChange } from '../writing.ts'

/** Refuses one that is open. */
export const reopenProposal = action({
  name: 'proposals.reopen',
  right: canKeepProposals,
  input: z.object({
    code: text(20, 'Thiếu mã kiến nghị'),
    version: whole('Thiếu số của bản đang xem'),
    reason: text(1000, 'Nêu lý do mở lại'),
  }),
  run: async (ctx, given) => {
    const found = await proposalForWriting(ctx, given.code, given.version)
    if (!found.ok) return found
    const p = found.value
    const change = reopening(p)
    if (!change.ok) return change
    const before = [p.answer, p.passedTo, p.document].filter((t) => t !== '').join('; ')
    const written = await writeChange(ctx, p, change.value, {
      verb: 'mo-lai',
      reason: given.reason,
      details: { before },
    })
    if (!written.ok) return written
    return done(
      { code: p.code },
      {
        kind: 'proposals.reopened',
        subject: `proposal:${p.id}`,
        unit: p.ownerId,
        reason: given.reason,
        data: { code: p.code },
      },
    )
  },
})
