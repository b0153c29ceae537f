/** Trả lời từng mục xin đồng ý: ticked is yes, left empty is no; what is agreed already stays until it is ended. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { list, oneOf } from '../../../platform/http/input.ts'
import { newSlug } from '../codes.ts'
import { ownRecord } from '../own.ts'
import { canKeepOwnRecord } from '../rights.ts'
import { answersOf, standing } from '../rules/consent.ts'
import { saveAnswer, slugFor } from '../store.ts'
import { consentsOf } from '../views.ts'
import { ITEM_ORDER, NOTICE } from '../words.ts'

/** The public address is made with the first consent and stays the same for ever. */
export const answerConsent = action({
  name: 'own-record.answer-consent',
  right: canKeepOwnRecord,
  elevated: true,
  input: z.object({ items: list(oneOf(ITEM_ORDER, 'Chọn mục trong danh sách')) }),
  run: async (ctx, input) => {
    const own = await ownRecord(ctx)
    if (!own.ok) return own
    const { personId, aliases, dossier } = own.value
    const known = standing(await consentsOf(ctx.tx, aliases), ctx.now)
    const answers = answersOf(known, input.items)
    for (const a of answers)
      await saveAnswer(ctx, {
        personId,
        ...a,
        notice: NOTICE.version,
        channel: 'cong',
        evidence: 'Chọn trên trang Quyền riêng tư',
      })
    if (input.items.includes('danh-ba')) await slugFor(ctx, personId, newSlug())
    const given = answers.filter((a) => a.state === 'dong-y').length
    return done(
      { given },
      {
        kind: 'own-record.consent-answered',
        subject: `person:${personId}`,
        unit: dossier.person.unitId,
        data: { given, notice: NOTICE.version },
      },
    )
  },
})
