/** Rút lần thôi việc ghi nhầm: the person works where the leaving was from, as if it had not been recorded. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { text, whole } from '../../../platform/http/input.ts'
import { canRecordTalents } from '../rights.ts'
import { lastLeaving } from '../rules/recognising.ts'
import { dropEpisode, saveEpisode } from '../store.ts'
import { EXITS } from '../words.ts'
import { takeTalent, talentForWriting } from '../writing.ts'

/** Refuses somebody who never left, and without a reason. */
export const withdrawLeaving = action({
  name: 'talent.withdraw-leaving',
  right: canRecordTalents,
  // The body somebody had moved from is another's; who may record is asked in `talentForWriting`.
  elevated: true,
  input: z.object({
    code: text(20, 'Thiếu mã nhân tài'),
    version: whole('Thiếu số của bản đang xem'),
    why: text(1000, 'Nêu lý do rút lần thôi việc'),
  }),
  run: async (ctx, given) => {
    const found = await talentForWriting(ctx, given.code, given.version)
    if (!found.ok) return found
    const t = found.value
    const last = lastLeaving(t)
    if (!last.ok) return last
    const { ended, begun } = last.value
    const taken = await takeTalent(ctx, t, ended.unitId)
    if (!taken.ok) return taken
    if (begun !== null) await dropEpisode(ctx, begun.key)
    await saveEpisode(ctx, { ...ended, leftOn: null, exit: null, reason: null, version: ended.version + 1 })
    return done(
      { code: t.code },
      {
        kind: 'talent.leaving-withdrawn',
        subject: `talent:${t.id}`,
        unit: ended.unitId,
        reason: given.why,
        data: { code: t.code, leftOn: ended.leftOn, exit: ended.exit === null ? '' : EXITS[ended.exit].label },
      },
    )
  },
})
