/** Hoàn tác quyết định: an item, or all items of one press, as they were before. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, optionalText, whole } from '../../../platform/http/input.ts'
import { openReading, staleItem } from '../open-reading.ts'
import { canReadIn } from '../rights.ts'
import { type ItemDecision, undoStand } from '../rules/review.ts'
import { saveDecision } from '../store.ts'

const UndoInput = z.object({
  document: id(),
  /** One item, or "" when a whole press is undone. */
  item: optionalText(200),
  /** The press whose items are undone; also those that were merged with `item`. */
  batch: optionalText(60),
  /** Version of the decision on `item` that was seen. */
  version: whole('Tải lại trang rồi hoàn tác lần nữa').default(0),
})

/**
 * Puts an item back to what stood before its last decision; undone twice, it is decided again. A merged item frees the one it
 * is part of as well, unless that was decided anew since. Refuses: nothing to undo, a decision made meanwhile (stale), a
 * document that is absent or adopted.
 */
export const undoDecision = action<z.infer<typeof UndoInput>, { items: readonly string[] }>({
  name: 'documents.undo-decision',
  right: canReadIn,
  input: UndoInput as unknown as z.ZodType<z.infer<typeof UndoInput>>,
  run: async (ctx, input) => {
    const open = await openReading(ctx, input.document)
    if (!open.ok) return open
    const { document, decisionOn } = open.value
    const own = decisionOn(input.item)
    if (input.item !== '' && own?.version !== input.version) return staleItem(ctx, document.id, input.item)
    const merging = own?.verdict === 'merged' || own?.before?.verdict === 'merged'
    const batch = input.item === '' ? input.batch : merging ? own?.batch : null
    const chosen: (ItemDecision | undefined)[] = batch ? document.decisions.filter((d) => d.batch === batch) : [own]
    if (chosen.length === 0)
      return refuse(
        'conflict',
        'document.nothing-to-undo',
        'Lần quyết định này đã được hoàn tác hoặc đã có quyết định mới.',
      )
    const items: string[] = []
    const again = chosen.length > 1 ? ctx.newId() : null
    for (const d of chosen) {
      const stand = undoStand(d)
      if (!stand.ok) return stand
      if (d === undefined) continue
      const before = { verdict: d.verdict, edits: d.edits }
      await saveDecision(ctx, {
        document: document.id,
        item: d.item,
        ...stand.value,
        seen: d.version,
        before,
        batch: again,
      })
      items.push(d.item)
    }
    return done(
      { items },
      { kind: 'document.decision-undone', subject: `document:${document.id}`, data: { items, count: items.length } },
    )
  },
})
