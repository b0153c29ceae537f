/** Thực hiện biến động tổ chức: one transaction records the event, changes the register and hands over what ended units held. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { fold } from '../../../kernel/text.ts'
import { action, done } from '../../../platform/action.ts'
import { id, text } from '../../../platform/http/input.ts'
import { carryOut, codesOf, judgeDraft, type Keepers } from '../event-work.ts'
import { canRecordEvents } from '../rights.ts'
import { DRAFT_CHANGED, DRAFT_GONE } from '../rules/draft-refusals.ts'
import { orphansOf, orphanWords } from '../rules/settle.ts'
import { endDraft } from '../store/event-drafts.ts'
import { lockRegister, markCarriedOut, recordEvent } from '../store/events.ts'
import { findDraft, unitIdsByCode } from '../views/drafts.ts'

const Input = z.object({
  draft: id(),
  /** The version that was looked at; left out = whatever stands. */
  version: z.coerce.number().int().optional(),
  confirm: text(200, 'Gõ lại số, ký hiệu văn bản để xác nhận'),
})

/** What was done; `moved` counts what changed hands at once, when the day of the event has come. */
export type AppliedEvent = {
  readonly key: string
  readonly title: string
  readonly moved: number
  readonly now: boolean
}

/**
 * Applies a draft. Refuses one that somebody changed since it was looked at, an event with errors, anything still ownerless, and a confirmation that is not the number of the act.
 * On a day to come the register knows the event at once; things change hands on the day itself, and until then it can be undone.
 */
export const applyEvent = (keepers: Keepers) =>
  action<z.infer<typeof Input>, AppliedEvent>({
    name: 'organisations.apply-event',
    right: canRecordEvents,
    input: Input,
    run: async (ctx, input) => {
      await lockRegister(ctx.tx)
      const kept = await findDraft(ctx.tx, input.draft)
      if (kept?.state !== 'dang-soan') return DRAFT_GONE
      if (input.version !== undefined && input.version !== kept.version) return DRAFT_CHANGED
      const { event, issues, settled } = await judgeDraft(ctx, keepers, kept)
      const error = issues.find((i) => i.level === 'error')
      if (error) return refuse('conflict', error.code, `Chưa thực hiện, chưa ghi gì. ${error.message}`)
      const orphans = orphansOf(settled)
      if (orphans.length > 0)
        return refuse(
          'conflict',
          'held.orphans',
          `Chưa thực hiện, chưa ghi gì: còn ${orphanWords(orphans)}. Chọn nơi nhận cho từng mục, hoặc ghi «không còn đối tượng» kèm văn bản.`,
        )
      if (fold(input.confirm) !== fold(kept.content.number))
        return refuseFields('event.confirm', { confirm: `Gõ đúng số, ký hiệu văn bản: ${kept.content.number}` })
      const ids = await unitIdsByCode(ctx.tx, codesOf(event))
      for (const u of event.units) ids.set(u.code, ctx.newId())
      const eventId = ctx.newId()
      await recordEvent(ctx, { ...event, id: eventId }, (code) => {
        const found = ids.get(code)
        if (found === undefined) throw new Error(`unit ${code} passed the checks but is not known`)
        return found
      })
      await endDraft(ctx, kept.id, eventId)
      const due = event.on <= dayOf(ctx.now)
      const handed = due
        ? await carryOut(ctx, keepers, { content: event, draftId: kept.id, act: event.act, on: event.on })
        : null
      if (handed !== null && !handed.ok) return handed
      if (handed !== null) await markCarriedOut(ctx, eventId, handed.value.left)
      const moved = handed?.value.moved ?? 0
      return done(
        { key: event.key, title: event.title, moved, now: due },
        {
          kind: 'organisations.event-applied',
          subject: `event:${eventId}`,
          reason: event.act,
          data: { key: event.key, title: event.title, on: event.on, kind: event.kind, settled: settled.length, moved },
        },
      )
    },
  })
