/** Thêm mục: an officer's own goal or task, at a stretch of the text that the reader passed over. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { id, oneOf, optionalNumber, optionalText } from '../../../platform/http/input.ts'
import { openReading } from '../open-reading.ts'
import { canReadIn } from '../rights.ts'
import { newItem } from '../rules/adding.ts'
import { saveDecision } from '../store.ts'

const AddInput = z.object({
  document: id(),
  kind: oneOf(['goal', 'task'], 'Chọn loại: mục tiêu hoặc nhiệm vụ'),
  text: optionalText(20_000),
  /** The stretch chosen in the text, half-open; both empty when the words were typed. */
  from: optionalNumber(),
  to: optionalNumber(),
  section: optionalText(60),
})

/**
 * Adds an item to an open reading; its figures and names are read from its own words, for the officer to confirm. Refuses: no
 * words, words that stand nowhere in the text with no heading chosen, a document that is absent or already adopted.
 */
export const addReadingItem = action<z.infer<typeof AddInput>, { item: string; clause: string }>({
  name: 'documents.add-item',
  right: canReadIn,
  input: AddInput as unknown as z.ZodType<z.infer<typeof AddInput>>,
  run: async (ctx, input) => {
    const open = await openReading(ctx, input.document)
    if (!open.ok) return open
    const { from, to } = input
    const span = from === null || to === null ? null : ([from, to] as const)
    const made = newItem(open.value.document.reading, open.value.items, { ...input, span })
    if (!made.ok) return made
    const item = `${input.kind}:+${ctx.newId()}`
    const edits = made.value
    await saveDecision(ctx, {
      document: input.document,
      item,
      verdict: 'added',
      edits,
      seen: 0,
      before: null,
      batch: null,
    })
    const clause = edits.clause ?? ''
    return done(
      { item, clause },
      {
        kind: 'document.item-added',
        subject: `document:${input.document}`,
        data: { item, clause, text: edits.text ?? '' },
      },
    )
  },
})
