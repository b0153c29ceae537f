/** Trả lời kiến nghị: by the body that was asked, or by Sở Nội vụ for it; always with the document that says so. */
import { z } from 'zod'
import { dayOf, showDay } from '../../../kernel/day.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { dayField, optionalText, text, whole } from '../../../platform/http/input.ts'
import { canAnswerProposal, canKeepProposals } from '../rights.ts'
import { answering } from '../rules/moves.ts'
import { proposalForWriting, writeChange } from '../writing.ts'

/** Refuses whoever was not asked; an answer of a higher level is recorded by Sở Nội vụ. */
export const answerProposal = action({
  name: 'proposals.answer',
  right: canAnswerProposal,
  input: z.object({
    code: text(20, 'Thiếu mã kiến nghị'),
    version: whole('Thiếu số của bản đang xem'),
    answer: text(4000, 'Nhập nội dung trả lời'),
    document: text(200, 'Nhập số, ký hiệu văn bản trả lời'),
    on: dayField('Nhập ngày văn bản trả lời, ví dụ 20/11/2026'),
    reason: optionalText(1000),
  }),
  run: async (ctx, given) => {
    const found = await proposalForWriting(ctx, given.code, given.version)
    if (!found.ok) return found
    const p = found.value
    const asked = p.state === 'chuyen-cap-tren' || p.ownerId === null
    const may = asked
      ? demand(canKeepProposals, ctx.actor)
      : demand(canAnswerProposal, ctx.actor, p.ownerId ?? undefined)
    if (!may.ok) return may
    const change = answering(p, given, dayOf(ctx.now))
    if (!change.ok) return change
    const written = await writeChange(ctx, p, change.value, {
      verb: 'tra-loi',
      reason: given.reason,
      details: {
        answer: given.answer,
        document: `${given.document}, ngày ${showDay(given.on)}`,
        ...(p.answer === '' ? {} : { before: p.answer }),
      },
    })
    if (!written.ok) return written
    return done(
      { code: p.code },
      {
        kind: 'proposals.answered',
        subject: `proposal:${p.id}`,
        unit: p.ownerId,
        reason: given.reason,
        data: { code: p.code, document: given.document, on: given.on, askers: p.askerIds },
      },
    )
  },
})
