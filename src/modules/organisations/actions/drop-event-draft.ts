/** Bỏ bản nháp biến động. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { canRecordEvents } from '../rights.ts'
import { DRAFT_GONE } from '../rules/draft-refusals.ts'
import { endDraft } from '../store/event-drafts.ts'
import { findDraft } from '../views/drafts.ts'

const Input = z.object({ draft: id() })

/** Gives a draft up; it stays in the history. Refuses one that was applied or given up. */
export const dropEventDraft = action<z.infer<typeof Input>, { title: string }>({
  name: 'organisations.drop-event-draft',
  right: canRecordEvents,
  input: Input,
  run: async (ctx, input) => {
    const kept = await findDraft(ctx.tx, input.draft)
    if (kept === null || !(await endDraft(ctx, input.draft, null))) return DRAFT_GONE
    const { title } = kept.content
    return done({ title }, { kind: 'organisations.event-dropped', subject: `event-draft:${kept.id}`, data: { title } })
  },
})
