/** Chọn đơn vị từ, đến của biến động. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { id, list, optionalText, whole } from '../../../platform/http/input.ts'
import { draftUnits, knownByCode } from '../event-work.ts'
import { canRecordEvents } from '../rights.ts'
import { chooseUnits } from '../rules/choose-units.ts'
import { type Draft, sharedOut } from '../rules/draft.ts'
import { DRAFT_CHANGED, DRAFT_GONE } from '../rules/draft-refusals.ts'
import { saveDraft } from '../store/event-drafts.ts'
import { findDraft } from '../views/drafts.ts'

const Input = z.object({
  draft: id(),
  version: whole(),
  from: list(optionalText(300)),
  to: list(optionalText(300)),
  /** `moi` = the unit of the same line begins with the event. */
  toKind: list(optionalText(10)),
  parent: optionalText(300),
  like: optionalText(300),
  name: optionalText(300),
})

/** What happens next: shares are asked for only where something is shared out. */
export type ChosenUnits = { readonly id: string; readonly shares: boolean }

/** Keeps the units of a draft. Refuses what `chooseUnits` refuses; nothing typed is lost. */
export const chooseEventUnits = action<z.infer<typeof Input>, ChosenUnits>({
  name: 'organisations.choose-event-units',
  right: canRecordEvents,
  input: Input as unknown as z.ZodType<z.infer<typeof Input>>,
  run: async (ctx, input) => {
    const kept = await findDraft(ctx.tx, input.draft)
    if (kept?.state !== 'dang-soan') return DRAFT_GONE
    const to = input.to.map((name, i) => ({ name, fresh: input.toKind[i] === 'moi' }))
    const around = {
      ...(await draftUnits(ctx, kept.content)),
      taken: new Set((await knownByCode(ctx)).keys()),
    }
    const chosen = { ...input, to }
    const decided = chooseUnits(kept.content, chosen, around)
    if (!decided.ok) return decided
    const content: Draft = decided.value
    if (!(await saveDraft(ctx, kept.id, content, input.version))) return DRAFT_CHANGED
    return done(
      { id: kept.id, shares: sharedOut(content).length > 0 },
      {
        kind: 'organisations.event-drafted',
        subject: `event-draft:${kept.id}`,
        data: { title: content.title, act: content.number, on: content.on, from: content.from, to: content.to },
      },
    )
  },
})
