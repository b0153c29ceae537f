/** Chấp nhận cùng lúc: the items of a group that the reader is sure of, in one press. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { id, list, text } from '../../../platform/http/input.ts'
import { openReading } from '../open-reading.ts'
import { canReadIn } from '../rights.ts'
import { acceptSure, isAdded } from '../rules/review.ts'
import { saveDecision } from '../store.ts'

const AcceptInput = z.object({
  document: id(),
  /** The items of the group as they were shown. */
  items: list(text(200, 'Chọn mục cần chấp nhận'), 'Chọn nhóm mục cần chấp nhận'),
})

/**
 * Accepts those of the named items that are sure and that nobody decided; what somebody decided meanwhile stays. Refuses a
 * group with none left, and a document that is absent or adopted. Undone together.
 */
export const acceptSureItems = action<z.infer<typeof AcceptInput>, { count: number; batch: string }>({
  name: 'documents.accept-sure',
  right: canReadIn,
  input: AcceptInput,
  run: async (ctx, input) => {
    const open = await openReading(ctx, input.document)
    if (!open.ok) return open
    const chosen = acceptSure(open.value.items, input.items)
    if (!chosen.ok) return chosen
    const batch = ctx.newId()
    for (const i of chosen.value) {
      const old = open.value.decisionOn(i.key)
      await saveDecision(ctx, {
        document: input.document,
        item: i.key,
        verdict: isAdded(i.key) ? 'added' : 'accepted',
        edits: {},
        seen: i.version,
        before: old === undefined ? null : { verdict: old.verdict, edits: old.edits },
        batch,
      })
    }
    return done(
      { count: chosen.value.length, batch },
      {
        kind: 'document.sure-accepted',
        subject: `document:${input.document}`,
        data: { count: chosen.value.length, items: chosen.value.map((i) => i.key), batch },
      },
    )
  },
})
