/** Rà soát một mục: accept, edit or reject what was read. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, oneOf, text, whole } from '../../../platform/http/input.ts'
import { canReadIn } from '../rights.ts'
import { decideItem, reviewItems } from '../rules/review.ts'
import { saveDecision } from '../store.ts'
import { findDocument } from '../views.ts'

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
    const document = await findDocument(ctx.tx, input.document)
    if (document === null) return refuse('absent', 'document.absent', 'Không tìm thấy văn bản này.')
    if (document.closedAt !== null) {
      return refuse(
        'conflict',
        'document.closed',
        'Văn bản đã được ban hành vào hệ thống, bản đọc không sửa được nữa. Sửa tại trang Kế hoạch.',
      )
    }
    const decided = decideItem(document.reading, input)
    if (!decided.ok) return decided
    const saved = await saveDecision(ctx, { ...input, ...decided.value, seen: input.version })
    if (!saved) {
      const now = await findDocument(ctx.tx, input.document)
      const theirs =
        now === null ? null : (reviewItems(now.reading, now.decisions).find((i) => i.key === input.item) ?? null)
      return refuse(
        'stale',
        'document.item-stale',
        `${theirs?.decidedBy ?? 'Người khác'} đã quyết định mục này trước đó. Chưa ghi gì; xem hai bản rồi chọn.`,
        { theirs },
      )
    }
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
