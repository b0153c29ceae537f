/** Kết thúc công nhận: by a decision, on a day. Whoever goes on working is followed all the same (docs/decisions/0020). */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { action, done } from '../../../platform/action.ts'
import { dayField, id, oneOf, text, whole } from '../../../platform/http/input.ts'
import { canRecordTalents } from '../rights.ts'
import { ending } from '../rules/recognising.ts'
import { saveRecognition } from '../store.ts'
import { END_REASONS, type EndReason } from '../words.ts'
import { recognitionOf, takeTalent, talentForWriting } from '../writing.ts'

/** Refuses a day before the decision, and one that ended already. */
export const endRecognition = action({
  name: 'talent.end-recognition',
  right: canRecordTalents,
  input: z.object({
    code: text(20, 'Thiếu mã nhân tài'),
    key: id('Chọn quyết định công nhận'),
    version: whole('Thiếu số của bản đang xem'),
    endedOn: dayField('Nhập ngày kết thúc công nhận'),
    endReason: oneOf(Object.keys(END_REASONS) as EndReason[], 'Chọn lý do kết thúc công nhận'),
    endDocument: text(300, 'Nêu số, ngày quyết định kết thúc'),
  }),
  run: async (ctx, given) => {
    const found = await talentForWriting(ctx, given.code, given.version)
    if (!found.ok) return found
    const t = found.value
    const decision = recognitionOf(t, given.key)
    if (!decision.ok) return decision
    const r = decision.value
    const may = ending(r, given.endedOn, dayOf(ctx.now))
    if (!may.ok) return may
    const taken = await takeTalent(ctx, t)
    if (!taken.ok) return taken
    const { endedOn, endReason, endDocument } = given
    await saveRecognition(ctx, { ...r, endedOn, endReason, endDocument, version: r.version + 1 })
    return done(
      { code: t.code },
      {
        kind: 'talent.recognition-ended',
        subject: `talent:${t.id}`,
        unit: t.unitId,
        data: { code: t.code, number: r.number, endedOn, why: END_REASONS[endReason].label },
      },
    )
  },
})
