/** Ngừng công khai, rút lại đồng ý: effective with this transaction (Luật 91/2025/QH15, Điều 10, 16). */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { oneOf } from '../../../platform/http/input.ts'
import { ownRecord } from '../own.ts'
import { canKeepOwnRecord } from '../rights.ts'
import { consented } from '../rules/consent.ts'
import { saveAnswer } from '../store.ts'
import { consentsOf } from '../views.ts'
import { ITEM_ORDER, ITEMS, NOTICE } from '../words.ts'

/** Nothing of the past is changed: what was lawful before stays so. */
export const withdrawConsent = action({
  name: 'own-record.withdraw-consent',
  right: canKeepOwnRecord,
  elevated: true,
  input: z.object({ item: oneOf(ITEM_ORDER, 'Chọn mục cần ngừng') }),
  run: async (ctx, { item }) => {
    const own = await ownRecord(ctx)
    if (!own.ok) return own
    const { personId, aliases, dossier } = own.value
    if (!consented(await consentsOf(ctx.tx, aliases), ctx.now).has(item))
      return refuse(
        'conflict',
        'own-record.not-consented',
        `Mục «${ITEMS[item].label}» hiện không được đồng ý, không có gì để ngừng.`,
      )
    await saveAnswer(ctx, {
      personId,
      item,
      state: 'rut',
      notice: NOTICE.version,
      channel: 'cong',
      evidence: 'Bấm ngừng trên trang Quyền riêng tư',
    })
    return done(
      { item },
      {
        kind: 'own-record.consent-withdrawn',
        subject: `person:${personId}`,
        unit: dossier.person.unitId,
        data: { item: ITEMS[item].label },
      },
    )
  },
})
