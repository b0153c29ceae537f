/** Chọn nơi nhận của từng việc, tài khoản, hồ sơ mà đơn vị kết thúc đang mang. */
import { z } from 'zod'
import { refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { judgeDraft, type Keepers } from '../event-work.ts'
import { canRecordEvents } from '../rights.ts'
import { DRAFT_GONE } from '../rules/draft-refusals.ts'
import { type Disposition, GONE, heirField } from '../rules/settle.ts'
import { saveDispositions } from '../store/event-drafts.ts'
import { findDraft } from '../views/drafts.ts'

const Input = z.looseObject({ draft: z.uuid('Chọn bản nháp') })

/**
 * Keeps who takes each thing over: a unit that holds on the day, or «không còn đối tượng» with the legal act. Things not answered
 * stay as they are. Refuses units that are none of the choices, and an end without an act.
 */
export const settleHeld = (keepers: Keepers) =>
  action<z.infer<typeof Input>, { id: string; settled: number }>({
    name: 'organisations.settle-held',
    right: canRecordEvents,
    input: Input,
    run: async (ctx, input) => {
      const kept = await findDraft(ctx.tx, input.draft)
      if (kept?.state !== 'dang-soan') return DRAFT_GONE
      const { settled } = await judgeDraft(ctx, keepers, kept)
      const word = (name: string): string => {
        const value = input[name]
        return typeof value === 'string' ? value.trim() : ''
      }
      const act = word('act')
      const answers = settled.flatMap((s): Disposition[] => {
        const heir = word(heirField(s.item))
        // What goes by the only link anyhow needs no decision; one made before keeps its own act.
        if (heir === '' || (s.by === 'links' && heir === s.heir) || (s.by === 'gone' && heir === GONE)) return []
        return [{ item: s.item, heir: heir === GONE ? null : heir, act: heir === GONE ? act : '' }]
      })
      if (answers.some((a) => a.heir === null) && act === '')
        return refuseFields('held.act', { act: 'Nêu văn bản căn cứ để ghi «không còn đối tượng»' })
      const known = new Set([...kept.content.to, ...settled.flatMap((s) => s.heirs)])
      const wrong = answers.find((a) => a.heir !== null && !known.has(a.heir))
      if (wrong)
        return refuseFields('held.heir', { [heirField(wrong.item)]: 'Chọn nơi nhận trong danh sách của biến động này' })
      await saveDispositions(ctx, kept.id, answers)
      return done(
        { id: kept.id, settled: answers.length },
        {
          kind: 'organisations.held-settled',
          subject: `event-draft:${kept.id}`,
          reason: act,
          data: { title: kept.content.title, count: answers.length, answers },
        },
      )
    },
  })
