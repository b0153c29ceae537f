/** Bản đọc còn mở: what every decision starts from, and what is said when it is not there or has been adopted. */
import { accept, type Decision, type Refusal, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { type ItemDecision, type ReviewItem, reviewItems } from './rules/review.ts'
import { findDocument, type SourceDocument } from './views.ts'

/** Bản đọc còn mở, with its items and the decision on each. */
export type OpenReading = {
  readonly document: SourceDocument
  readonly items: readonly ReviewItem[]
  readonly decisionOn: (item: string) => ItemDecision | undefined
}

/** The open reading of a document. Refuses one that is not there, and one a programme was adopted from. */
export async function openReading(ctx: Ctx, id: string): Promise<Decision<OpenReading>> {
  const document = await findDocument(ctx.tx, id)
  if (document === null) return refuse('absent', 'document.absent', 'Không tìm thấy văn bản này.')
  if (document.closedAt !== null) {
    return refuse(
      'conflict',
      'document.closed',
      'Văn bản đã được ban hành vào hệ thống, bản đọc không sửa được nữa. Sửa tại trang Kế hoạch.',
    )
  }
  const made = new Map(document.decisions.map((d) => [d.item, d]))
  return accept({
    document,
    items: reviewItems(document.reading, document.decisions),
    decisionOn: (item) => made.get(item),
  })
}

/** Somebody decided the item meanwhile: nothing was written, `theirs` is the item as it stands now. */
export async function staleItem(ctx: Ctx, document: string, item: string): Promise<Refusal> {
  const now = await findDocument(ctx.tx, document)
  const theirs = now === null ? null : (reviewItems(now.reading, now.decisions).find((i) => i.key === item) ?? null)
  return refuse(
    'stale',
    'document.item-stale',
    `${theirs?.decidedBy ?? 'Người khác'} đã quyết định mục này trước đó. Chưa ghi gì; xem hai bản rồi chọn.`,
    { theirs },
  )
}
