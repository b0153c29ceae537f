/** Sửa kiến nghị: its words and whom it is addressed to; the lines of the reports stay as they were written. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { optionalText, text, whole } from '../../../platform/http/input.ts'
import { canKeepProposals } from '../rights.ts'
import { proposalForWriting, writeChange } from '../writing.ts'

/** Refuses an empty text. */
export const editProposal = action({
  name: 'proposals.edit',
  right: canKeepProposals,
  input: z.object({
    code: text(20, 'Thiếu mã kiến nghị'),
    version: whole('Thiếu số của bản đang xem'),
    text: text(4000, 'Nhập nội dung kiến nghị'),
    addressee: optionalText(200),
  }),
  run: async (ctx, given) => {
    const found = await proposalForWriting(ctx, given.code, given.version)
    if (!found.ok) return found
    const p = found.value
    const written = await writeChange(
      ctx,
      p,
      { text: given.text, addressee: given.addressee },
      { verb: 'sua', details: { before: p.text, after: given.text } },
    )
    if (!written.ok) return written
    return done({ code: p.code }, { kind: 'proposals.edited', subject: `proposal:${p.id}`, data: { code: p.code } })
  },
})
