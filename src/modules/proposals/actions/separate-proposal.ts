/** Tách khỏi nhóm: a proposal that was merged stands for itself again, with the bodies that asked for it. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { text, whole } from '../../../platform/http/input.ts'
import { canKeepProposals } from '../rights.ts'
import { separating } from '../rules/moves.ts'
import { insertSteps, refreshAskers } from '../store.ts'
import { mergedWith } from '../views.ts'
import { changedMeanwhile, proposalUnder, writeChange } from '../writing.ts'

/** Refuses one that was not merged. */
export const separateProposal = action({
  name: 'proposals.separate',
  right: canKeepProposals,
  input: z.object({ code: text(20, 'Thiếu mã kiến nghị'), version: whole('Thiếu số của bản đang xem') }),
  run: async (ctx, given) => {
    const found = await proposalUnder(ctx, given.code)
    if (!found.ok) return found
    const p = found.value
    if (p.version !== given.version) return changedMeanwhile(p)
    const change = separating(p)
    if (!change.ok) return change
    const into = (await mergedWith(ctx.tx, p)).find((o) => o.id === p.mergedInto)
    const from = into?.code ?? ''
    const written = await writeChange(ctx, p, change.value, { verb: 'tach-nhom', details: { from } })
    if (!written.ok) return written
    await refreshAskers(ctx, p.id)
    if (into) {
      await refreshAskers(ctx, into.id)
      await insertSteps(ctx, [{ proposalId: into.id, verb: 'tach-nhom', details: { out: p.code } }])
    }
    return done(
      { code: p.code },
      { kind: 'proposals.separated', subject: `proposal:${p.id}`, data: { code: p.code, from } },
    )
  },
})
