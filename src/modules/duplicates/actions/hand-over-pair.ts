/** Chuyển cặp chưa rõ cho người khác quyết định. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, optionalText, whole } from '../../../platform/http/input.ts'
import { decided, holdSeen, nextWaiting, STALE } from '../deciding.ts'
import { deciders } from '../receivers.ts'
import { canDecidePairs } from '../rights.ts'
import { demandWaiting } from '../rules/decisions.ts'
import { saveDecision } from '../store.ts'

/** Refuses a receiver who may not decide about both dossiers. */
export const handOverPair = action({
  name: 'duplicates.hand-over-pair',
  right: canDecidePairs,
  input: z.object({ pair: id(), version: whole(), to: id('Chọn người nhận'), question: optionalText(800) }),
  run: async (ctx, input) => {
    const held = await holdSeen(ctx, input)
    if (!held.ok) return held
    const { pair, a, b } = held.value
    const waits = demandWaiting(pair)
    if (!waits.ok) return waits
    const units = [a.person.unitId, b.person.unitId]
    const to = (await deciders(ctx.tx, units, dayOf(ctx.now))).find((c) => c.accountId === input.to)
    if (to === undefined) return refuseFields('pair.receiver', { to: 'Chọn người được quyết định về cả hai hồ sơ' })
    const what = decided(held.value, {
      state: 'unsure',
      reason: input.question,
      handedTo: to.accountId,
      handedName: to.name,
    })
    if (!(await saveDecision(ctx, pair, what))) return STALE
    const data = { codeA: a.person.code, codeB: b.person.code, to: to.name }
    return done(
      { ...data, pair: pair.id, next: await nextWaiting(ctx, pair.id) },
      {
        kind: 'duplicates.handed-over',
        subject: `pair:${pair.id}`,
        unit: a.person.unitId,
        reason: input.question,
        data,
      },
    )
  },
})
