/** Phân bổ của biến động: shares of people, posts, land and tasks along each link. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { draftUnits } from '../event-work.ts'
import { canRecordEvents } from '../rights.ts'
import { DRAFT_CHANGED, DRAFT_GONE } from '../rules/draft-refusals.ts'
import { shareOut } from '../rules/share-out.ts'
import { saveDraft } from '../store/event-drafts.ts'
import { findDraft } from '../views/drafts.ts'

const Input = z.looseObject({ draft: z.uuid('Chọn bản nháp'), version: z.coerce.number().int() })

/** Keeps the shares of a draft. Refuses what `shareOut` refuses. */
export const shareEventOut = action<z.infer<typeof Input>, { id: string }>({
  name: 'organisations.share-event-out',
  right: canRecordEvents,
  input: Input,
  run: async (ctx, input) => {
    const kept = await findDraft(ctx.tx, input.draft)
    if (kept?.state !== 'dang-soan') return DRAFT_GONE
    const kinds = new Map((await draftUnits(ctx, kept.content)).before.map((u) => [u.code, u.kind]))
    const decided = shareOut(kept.content, input, (code) => kinds.get(code) ?? 'body')
    if (!decided.ok) return decided
    if (!(await saveDraft(ctx, kept.id, decided.value, input.version))) return DRAFT_CHANGED
    return done(
      { id: kept.id },
      {
        kind: 'organisations.event-drafted',
        subject: `event-draft:${kept.id}`,
        data: { title: kept.content.title, act: kept.content.number, on: kept.content.on, ways: decided.value.ways },
      },
    )
  },
})
