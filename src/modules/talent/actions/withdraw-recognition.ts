/** Rút công nhận ghi nhầm: it counts nowhere from then on; the history keeps it. A decision that was ended is another matter. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, text, whole } from '../../../platform/http/input.ts'
import { canRecordTalents } from '../rights.ts'
import { saveRecognition } from '../store.ts'
import { recognitionOf, takeTalent, talentForWriting } from '../writing.ts'

/** Refuses one that was withdrawn already, and without a reason. */
export const withdrawRecognition = action({
  name: 'talent.withdraw-recognition',
  right: canRecordTalents,
  input: z.object({
    code: text(20, 'Thiếu mã nhân tài'),
    key: id('Chọn quyết định công nhận'),
    version: whole('Thiếu số của bản đang xem'),
    reason: text(1000, 'Nêu lý do rút'),
  }),
  run: async (ctx, given) => {
    const found = await talentForWriting(ctx, given.code, given.version)
    if (!found.ok) return found
    const t = found.value
    const decision = recognitionOf(t, given.key)
    if (!decision.ok) return decision
    const r = decision.value
    if (r.withdrawn) return refuse('conflict', 'talent.withdrawn', 'Công nhận này đã rút. Không có gì thay đổi.')
    const taken = await takeTalent(ctx, t)
    if (!taken.ok) return taken
    await saveRecognition(ctx, { ...r, withdrawn: true, version: r.version + 1 })
    return done(
      { code: t.code },
      {
        kind: 'talent.recognition-withdrawn',
        subject: `talent:${t.id}`,
        unit: t.unitId,
        reason: given.reason,
        data: { code: t.code, number: r.number },
      },
    )
  },
})
