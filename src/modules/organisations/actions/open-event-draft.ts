/** Lập bản nháp biến động tổ chức: the kind and the legal act. */
import { z } from 'zod'
import { showDay } from '../../../kernel/day.ts'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { dayField, oneOf, optionalText, text } from '../../../platform/http/input.ts'
import { canRecordEvents } from '../rights.ts'
import type { Draft } from '../rules/draft.ts'
import { DRAFT_CHANGED, DRAFT_GONE } from '../rules/draft-refusals.ts'
import { insertDraft, saveDraft } from '../store/event-drafts.ts'
import { findDraft } from '../views/drafts.ts'
import { registerStart } from '../views.ts'
import { EVENT_KINDS, type EventKind } from '../words.ts'

const KINDS = Object.keys(EVENT_KINDS) as EventKind[]

const Input = z.object({
  /** Id of the draft whose act is corrected; empty = a new draft. */
  draft: optionalText(40),
  version: z.preprocess((v) => (v === '' || v === undefined ? 0 : v), z.coerce.number().int()),
  kind: oneOf(KINDS, 'Chọn loại biến động'),
  number: text(200, 'Nhập loại, số và ký hiệu văn bản, ví dụ Nghị quyết số 12/NQ-HĐND'),
  signedOn: dayField('Nhập ngày ban hành văn bản, ví dụ 05/12/2026'),
  on: dayField('Nhập ngày biến động có hiệu lực, ví dụ 01/01/2027'),
  title: optionalText(300),
})

/**
 * Begins a draft, or corrects its kind and act. Refuses a day before the register begins, and a draft that is no longer written.
 * Another kind starts again with no units.
 */
export const openEventDraft = action<z.infer<typeof Input>, { id: string }>({
  name: 'organisations.open-event-draft',
  right: canRecordEvents,
  input: Input as unknown as z.ZodType<z.infer<typeof Input>>,
  run: async (ctx, input) => {
    const start = await registerStart(ctx.tx)
    if (start === null) return refuse('absent', 'organisations.empty', 'Sổ bộ tổ chức còn trống. Nạp sổ bộ trước.')
    if (input.on <= start)
      return refuseFields('draft.before', { on: `Sổ bộ bắt đầu ghi từ ngày ${showDay(start)}. Chọn ngày sau đó.` })
    const old = input.draft === '' ? null : await findDraft(ctx.tx, input.draft)
    if (input.draft !== '' && old?.state !== 'dang-soan') return DRAFT_GONE
    const same = old?.content.kind === input.kind ? old.content : null
    const content: Draft = {
      kind: input.kind,
      number: input.number,
      signedOn: input.signedOn,
      on: input.on,
      title: input.title || `${EVENT_KINDS[input.kind].label} theo ${input.number}`,
      from: same?.from ?? [],
      to: same?.to ?? [],
      fresh: same?.fresh ?? [],
      renamed: same?.renamed ?? null,
      ways: same?.ways ?? [],
      moves: same?.moves ?? [],
    }
    const id = old?.id ?? ctx.newId()
    if (old === null) await insertDraft(ctx, id, content)
    else if (!(await saveDraft(ctx, id, content, input.version))) return DRAFT_CHANGED
    return done(
      { id },
      {
        kind: 'organisations.event-drafted',
        subject: `event-draft:${id}`,
        data: { title: content.title, act: content.number, on: content.on },
      },
    )
  },
})
