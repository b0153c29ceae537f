/** Hỏi lý do: why was my record read that time; the question goes to the body of whoever read it. */
import { z } from 'zod'
import { dayOf, showInstant } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { announcedDays } from '../../code-lists/public.ts'
import { ownRecord } from '../own.ts'
import { canKeepOwnRecord } from '../rights.ts'
import { termsOf } from '../rules/clocks.ts'
import { groupNamed, isGroupCode } from '../rules/showing.ts'
import { saveRequest } from '../store.ts'
import { findViewing } from '../views.ts'
import { REQUEST_KINDS } from '../words.ts'

/** A body that is no longer known leaves the question with the one that keeps the record. */
export const askReason = action({
  name: 'own-record.ask-reason',
  right: canKeepOwnRecord,
  elevated: true,
  input: z.object({ viewing: id() }),
  run: async (ctx, input) => {
    const own = await ownRecord(ctx)
    if (!own.ok) return own
    const { personId, dossier, aliases } = own.value
    const v = await findViewing(ctx.tx, aliases, input.viewing)
    if (v === null) return refuse('absent', 'own-record.no-viewing', 'Không có lượt xem này trong hồ sơ.')
    const groups = v.groups.map((g) => (isGroupCode(g) ? groupNamed(g).label : g)).join(', ')
    const terms = termsOf('hoi-ly-do', dayOf(ctx.now), await announcedDays(ctx.tx))
    const unitId = v.unitId ?? dossier.person.unitId
    const saved = await saveRequest(ctx, {
      personId,
      unitId,
      kind: 'hoi-ly-do',
      group: null,
      factId: null,
      contestedId: null,
      viewingId: v.id,
      content: {
        stated: [
          { label: 'Lúc xem', value: showInstant(v.at) },
          { label: 'Người xem', value: [v.role, v.body].filter((t) => t !== '').join(', ') },
          { label: 'Mục đích đã ghi', value: v.purpose },
          { label: 'Phần đã xem', value: groups },
        ],
        claimed: [],
        reason: 'Cho biết lý do xem hồ sơ trong lần này.',
        evidence: '',
      },
      ...terms,
    })
    return done(
      { number: saved.number, ...terms },
      {
        kind: 'own-record.requested',
        subject: `person:${personId}`,
        unit: unitId,
        data: { number: saved.number, request: REQUEST_KINDS['hoi-ly-do'].label, code: dossier.person.code },
      },
    )
  },
})
