/** Báo không thuộc thẩm quyền: with the reason; Sở Nội vụ then gives it to another body, passes it on, or leaves it so. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { text, whole } from '../../../platform/http/input.ts'
import { canAnswerProposal, canKeepProposals } from '../rights.ts'
import { declining } from '../rules/moves.ts'
import { proposalForWriting, writeChange } from '../writing.ts'

/** Refuses whoever was not asked. */
export const declineProposal = action({
  name: 'proposals.decline',
  right: canAnswerProposal,
  input: z.object({
    code: text(20, 'Thiếu mã kiến nghị'),
    version: whole('Thiếu số của bản đang xem'),
    reason: text(1000, 'Nêu lý do không thuộc thẩm quyền'),
  }),
  run: async (ctx, given) => {
    const found = await proposalForWriting(ctx, given.code, given.version)
    if (!found.ok) return found
    const p = found.value
    const may =
      p.ownerId === null ? demand(canKeepProposals, ctx.actor) : demand(canAnswerProposal, ctx.actor, p.ownerId)
    if (!may.ok) return may
    const change = declining(p, given.reason, dayOf(ctx.now))
    if (!change.ok) return change
    const written = await writeChange(ctx, p, change.value, { verb: 'khong-tham-quyen', reason: given.reason })
    if (!written.ok) return written
    return done(
      { code: p.code },
      {
        kind: 'proposals.declined',
        subject: `proposal:${p.id}`,
        unit: p.ownerId,
        reason: given.reason,
        data: { code: p.code },
      },
    )
  },
})
