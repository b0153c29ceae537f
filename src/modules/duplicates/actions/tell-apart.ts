/** Không phải một người: remembered for ever, with the reason. */
import { z } from 'zod'
import { refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, optionalText, whole } from '../../../platform/http/input.ts'
import { decided, holdSeen, nextWaiting, STALE } from '../deciding.ts'
import { canDecidePairs } from '../rights.ts'
import { demandWaiting } from '../rules/decisions.ts'
import { saveDecision } from '../store.ts'

/** Refuses a decision without a reason, and a pair that is decided. */
export const tellApart = action({
  name: 'duplicates.tell-apart',
  right: canDecidePairs,
  input: z.object({ pair: id(), version: whole(), reason: optionalText(200), note: optionalText(800) }),
  run: async (ctx, input) => {
    const reason = [input.reason, input.note].filter((t) => t !== '').join(': ')
    if (reason === '') return refuseFields('pair.reason', { reason: 'Chọn lý do hai hồ sơ không phải của một người' })
    const held = await holdSeen(ctx, input)
    if (!held.ok) return held
    const { pair, a, b } = held.value
    const waits = demandWaiting(pair)
    if (!waits.ok) return waits
    if (!(await saveDecision(ctx, pair, decided(held.value, { state: 'different', reason })))) return STALE
    const data = { codeA: a.person.code, codeB: b.person.code }
    return done(
      { ...data, pair: pair.id, next: await nextWaiting(ctx, pair.id) },
      { kind: 'duplicates.told-apart', subject: `pair:${pair.id}`, unit: a.person.unitId, reason, data },
    )
  },
})
