/** Tách kiến nghị: one line of a report may ask for several things; each part keeps who asked and where. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { text, whole } from '../../../platform/http/input.ts'
import { canKeepProposals } from '../rights.ts'
import { addresseeOf } from '../rules/lines.ts'
import { splitting } from '../rules/moves.ts'
import { attribute, insertProposals, insertSteps } from '../store.ts'
import { sourcesOf } from '../views.ts'
import { proposalForWriting, writeChange } from '../writing.ts'

/** `texts` = one proposal per line; the first stays with the proposal. */
export const splitProposal = action({
  name: 'proposals.split',
  right: canKeepProposals,
  input: z.object({
    code: text(20, 'Thiếu mã kiến nghị'),
    version: whole('Thiếu số của bản đang xem'),
    texts: text(12_000, 'Viết mỗi kiến nghị một dòng, ít nhất hai dòng'),
  }),
  run: async (ctx, given) => {
    const found = await proposalForWriting(ctx, given.code, given.version)
    if (!found.ok) return found
    const p = found.value
    const lines = given.texts.split('\n').map((t) => t.trim())
    const parts = splitting(
      p,
      lines.filter((t) => t !== ''),
    )
    if (!parts.ok) return parts
    const [first, ...others] = parts.value
    const made = await insertProposals(
      ctx,
      others.map((t) => ({
        id: ctx.newId(),
        year: p.year,
        text: t,
        addressee: addresseeOf(t) || p.addressee,
        askerIds: p.askerIds,
      })),
    )
    const sources = await sourcesOf(ctx.tx, p.id)
    await attribute(
      ctx,
      made.flatMap((m) => sources.map((s) => ({ proposalId: m.id, sourceId: s.id }))),
    )
    const into = made.map((m) => m.code).join(', ')
    await insertSteps(
      ctx,
      made.map((m) => ({ proposalId: m.id, verb: 'tach' as const, details: { from: p.code, before: p.text } })),
    )
    const written = await writeChange(
      ctx,
      p,
      { text: first },
      { verb: 'tach', details: { into, before: p.text, after: first } },
    )
    if (!written.ok) return written
    return done(
      { code: p.code, made: made.map((m) => m.code) },
      { kind: 'proposals.split', subject: `proposal:${p.id}`, data: { code: p.code, parts: made.length + 1, into } },
    )
  },
})
