/** Gửi yêu cầu về dữ liệu: what is held and why, deletion, restriction, objection, each with its term. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { action, done } from '../../../platform/action.ts'
import { oneOf, text } from '../../../platform/http/input.ts'
import { announcedDays } from '../../code-lists/public.ts'
import { ownRecord } from '../own.ts'
import { canKeepOwnRecord } from '../rights.ts'
import { termsOf } from '../rules/clocks.ts'
import { saveRequest } from '../store.ts'
import { REQUEST_KINDS } from '../words.ts'

/** Kinds sent from this form; corrections and questions about a reading start at the thing itself. */
export const SENT_KINDS = ['cung-cap', 'xoa', 'han-che', 'phan-doi'] as const

/** Addressed to the body that keeps the record. */
export const sendRequest = action({
  name: 'own-record.send-request',
  right: canKeepOwnRecord,
  elevated: true,
  input: z.object({
    kind: oneOf(SENT_KINDS, 'Chọn loại yêu cầu'),
    reason: text(2000, 'Nêu phần dữ liệu và điều yêu cầu, tối đa 2.000 ký tự'),
  }),
  run: async (ctx, input) => {
    const own = await ownRecord(ctx)
    if (!own.ok) return own
    const { personId, dossier } = own.value
    const terms = termsOf(input.kind, dayOf(ctx.now), await announcedDays(ctx.tx))
    const saved = await saveRequest(ctx, {
      personId,
      unitId: dossier.person.unitId,
      kind: input.kind,
      group: null,
      factId: null,
      contestedId: null,
      viewingId: null,
      content: { stated: [], claimed: [], reason: input.reason, evidence: '' },
      ...terms,
    })
    return done(
      { number: saved.number, ...terms },
      {
        kind: 'own-record.requested',
        subject: `person:${personId}`,
        unit: dossier.person.unitId,
        data: { number: saved.number, request: REQUEST_KINDS[input.kind].label, code: dossier.person.code },
      },
    )
  },
})
