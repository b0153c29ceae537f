/** Gộp kiến nghị: the same demand of several bodies is answered once; every body stays named with its own words. */
import { z } from 'zod'
import { refuseFields } from '../../../kernel/result.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { list, text } from '../../../platform/http/input.ts'
import { canKeepProposals } from '../rights.ts'
import { merging } from '../rules/moves.ts'
import { passChildren, refreshAskers } from '../store.ts'
import { findProposals } from '../views.ts'
import type { Proposal } from '../words.ts'
import { changedMeanwhile, proposalUnder, writeChange } from '../writing.ts'

/** `others` go into `code`; nothing is merged unless all can be. */
export const mergeProposals = action({
  name: 'proposals.merge',
  right: canKeepProposals,
  input: z.object({
    code: text(20, 'Chọn kiến nghị nhận gộp'),
    others: list(text(20, 'Thiếu mã kiến nghị'), 'Chọn ít nhất một kiến nghị để gộp'),
  }),
  run: async (ctx, given) => {
    const found = await proposalUnder(ctx, given.code)
    if (!found.ok) return found
    const kept = found.value
    const codes = [...new Set(given.others)]
    const others = await findProposals(ctx.tx, codes)
    const missing = codes.find((c) => !others.some((o) => o.code === c))
    if (missing !== undefined) return refuseFields('proposals.merge', { others: `Không có kiến nghị ${missing}.` })
    const may = merging(kept, others)
    if (!may.ok) return may
    for (const o of others) {
      const gone = await mergeOne(ctx, kept, o)
      if (!gone.ok) return gone
    }
    const names = others.map((o) => o.code).join(', ')
    const written = await writeChange(ctx, kept, {}, { verb: 'gop', details: { others: names } })
    if (!written.ok) return changedMeanwhile(kept)
    await refreshAskers(ctx, kept.id)
    return done(
      { code: kept.code, merged: others.length },
      { kind: 'proposals.merged', subject: `proposal:${kept.id}`, data: { code: kept.code, others: names } },
    )
  },
})

/** What it was given to and by when stays in its history. */
async function mergeOne(ctx: Ctx, kept: Proposal, o: Proposal) {
  await passChildren(ctx, o.id, kept)
  return writeChange(
    ctx,
    o,
    { mergedInto: kept.id, state: 'moi', ownerId: kept.ownerId, due: null },
    { verb: 'gop', details: { into: kept.code, ...(o.due === null ? {} : { due: o.due }) } },
  )
}
