/** Giao cơ quan trả lời: which body answers, by which day. */
import { z } from 'zod'
import { dayOf, showDay } from '../../../kernel/day.ts'
import { refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { dayField, id, optionalText, text, whole } from '../../../platform/http/input.ts'
import { unitsOn } from '../../organisations/public.ts'
import { canKeepProposals } from '../rights.ts'
import { assigning } from '../rules/moves.ts'
import { proposalForWriting, writeChange } from '../writing.ts'

/** Refuses a body that does not stand today, and a day that lies behind. */
export const assignProposal = action({
  name: 'proposals.assign',
  right: canKeepProposals,
  input: z.object({
    code: text(20, 'Thiếu mã kiến nghị'),
    version: whole('Thiếu số của bản đang xem'),
    owner: id('Chọn cơ quan trả lời'),
    due: dayField('Nhập hạn trả lời, ví dụ 31/12/2026'),
    reason: optionalText(1000),
  }),
  run: async (ctx, given) => {
    const found = await proposalForWriting(ctx, given.code, given.version)
    if (!found.ok) return found
    const p = found.value
    const today = dayOf(ctx.now)
    const owner = (await unitsOn(ctx.tx, today)).find((u) => u.id === given.owner)
    if (owner === undefined) return refuseFields('proposals.owner', { owner: 'Chọn một cơ quan đang hoạt động.' })
    const change = assigning(p, { ownerId: owner.id, due: given.due }, today)
    if (!change.ok) return change
    const written = await writeChange(ctx, p, change.value, {
      verb: 'giao',
      reason: given.reason,
      details: { owner: owner.officeName, due: showDay(given.due) },
    })
    if (!written.ok) return written
    return done(
      { code: p.code },
      {
        kind: 'proposals.assigned',
        subject: `proposal:${p.id}`,
        unit: owner.id,
        reason: given.reason,
        data: { code: p.code, owner: owner.officeName, due: given.due, text: p.text.slice(0, 300) },
      },
    )
  },
})
