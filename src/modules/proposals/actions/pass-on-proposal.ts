/** Chuyển cấp trên: what no body of the province may decide goes up by a document; it is not answered by that. */
import { z } from 'zod'
import { dayOf, showDay } from '../../../kernel/day.ts'
import { action, done } from '../../../platform/action.ts'
import { dayField, text, whole } from '../../../platform/http/input.ts'
import { canKeepProposals } from '../rights.ts'
import { passing } from '../rules/moves.ts'
import { proposalForWriting, writeChange } from '../writing.ts'

/** Refuses what was answered or passed on already. */
export const passOnProposal = action({
  name: 'proposals.pass-on',
  right: canKeepProposals,
  input: z.object({
    code: text(20, 'Thiếu mã kiến nghị'),
    version: whole('Thiếu số của bản đang xem'),
    passedTo: text(200, 'Nhập cơ quan cấp trên được chuyển tới'),
    document: text(200, 'Nhập số, ký hiệu văn bản chuyển'),
    on: dayField('Nhập ngày văn bản chuyển, ví dụ 20/11/2026'),
  }),
  run: async (ctx, given) => {
    const found = await proposalForWriting(ctx, given.code, given.version)
    if (!found.ok) return found
    const p = found.value
    const change = passing(p, given, dayOf(ctx.now))
    if (!change.ok) return change
    const written = await writeChange(ctx, p, change.value, {
      verb: 'chuyen',
      details: { to: given.passedTo, document: `${given.document}, ngày ${showDay(given.on)}` },
    })
    if (!written.ok) return written
    return done(
      { code: p.code },
      {
        kind: 'proposals.passed-on',
        subject: `proposal:${p.id}`,
        unit: p.ownerId,
        data: { code: p.code, to: given.passedTo, document: given.document, on: given.on, askers: p.askerIds },
      },
    )
  },
})
