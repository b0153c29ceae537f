/** Quyết định một khác biệt giữa bản sửa đổi và kế hoạch. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, oneOf, optionalText, text, whole } from '../../../platform/http/input.ts'
import { compareWithPlan } from '../comparison.ts'
import { canAdopt } from '../rights.ts'
import { chooseFor } from '../rules/amendment-plan.ts'
import { saveChoice } from '../store/amendment.ts'
import { choicesOn } from '../views/amendment.ts'

const ChooseInput = z.object({
  document: id(),
  entry: text(200, 'Chọn khác biệt cần quyết định'),
  choice: oneOf(['take', 'leave', 'pair', 'split'], 'Chọn lấy theo văn bản mới, giữ như cũ, ghép hoặc tách'),
  /** The old item that a new one is. */
  partner: optionalText(60),
  /** Version of the choice that was seen; 0 = none yet. */
  version: whole('Tải lại trang rồi quyết định lần nữa'),
})

/**
 * Chooses what happens with one difference; nothing of the plan changes yet. Refuses a difference that is not there, a partner that
 * does not fit, and a choice made meanwhile by somebody else (stale).
 */
export const chooseDifference = action<z.infer<typeof ChooseInput>, { entry: string }>({
  name: 'programme.choose-difference',
  right: canAdopt,
  input: ChooseInput,
  run: async (ctx, input) => {
    const both = await compareWithPlan(ctx, input.document)
    if (!both.ok) return both
    const { plan, list, choices } = both.value
    const chosen = chooseFor(list, choices, input)
    if (!chosen.ok) return chosen
    const saved = await saveChoice(ctx, {
      programmeId: plan.id,
      document: input.document,
      entry: input.entry,
      ...chosen.value,
      seen: input.version,
    })
    if (!saved) {
      const by = (await choicesOn(ctx.tx, input.document)).find((c) => c.entry === input.entry)?.decidedBy
      return refuse(
        'stale',
        'amendment.stale',
        `${by ?? 'Người khác'} đã quyết định khác biệt này trước đó. Chưa ghi gì; xem lại quyết định bên dưới rồi chọn.`,
      )
    }
    return done(
      { entry: input.entry },
      {
        kind: 'programme.difference-chosen',
        subject: `programme:${plan.id}`,
        data: { document: input.document, entry: input.entry, choice: chosen.value.choice, number: plan.number },
      },
    )
  },
})
