/** Rà soát một mục: accept, edit or reject what was read. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { id, oneOf, text, whole } from '../../../platform/http/input.ts'
import { openReading, staleItem } from '../open-reading.ts'
import { canReadIn } from '../rights.ts'
import { decideItem } from '../rules/review.ts'
import { saveDecision } from '../store.ts'

const EditInput = z.object({
  document: id(),
  item: text(200, 'Chọn mục cần quyết định'),
  verdict: oneOf(['accepted', 'edited', 'rejected'], 'Chọn chấp nhận, sửa hoặc bỏ mục này'),
  /** Version of the decision the officer saw; 0 = none yet. */
  version: whole('Tải lại trang rồi quyết định lần nữa'),
  edits: z.record(z.string(), z.string().max(20_000, 'Nội dung dài quá 20.000 ký tự, rút ngắn lại')).default({}),
})

/**
 * Decides one item of an open reading. Refuses: no such document or item, the document is already adopted, fields that
 * cannot be read, and a decision made meanwhile by somebody else (stale; `theirs` holds the item as it stands now).
 */
export const editReadingItem = action<z.infer<typeof EditInput>, { item: string; version: number }>({
  name: 'documents.edit-item',
  right: canReadIn,
  input: EditInput,
  run: async (ctx, input) => {
    const open = await openReading(ctx, input.document)
    if (!open.ok) return open
    const { document, decisionOn } = open.value
    const decided = decideItem(document.reading, document.decisions, input)
    if (!decided.ok) return decided
    const old = decisionOn(input.item)
    const before = old === undefined ? null : { verdict: old.verdict, edits: old.edits }
    const saved = await saveDecision(ctx, { ...input, ...decided.value, seen: input.version, before, batch: null })
    if (!saved) return staleItem(ctx, input.document, input.item)
    return done(
      { item: input.item, version: input.version + 1 },
      {
        kind: 'document.item-decided',
        subject: `document:${input.document}`,
        data: { item: input.item, verdict: decided.value.verdict, edits: decided.value.edits },
      },
    )
  },
})
