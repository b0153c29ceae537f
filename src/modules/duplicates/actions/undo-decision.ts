/** Hoàn tác quyết định về một cặp: merged dossiers are two again, and the pair waits. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { dossiersOf, undoPeople } from '../../people/public.ts'
import { decided, holdPair, STALE } from '../deciding.ts'
import { canDecidePairs } from '../rights.ts'
import { demandUndoable } from '../rules/decisions.ts'
import { reviveVoided, saveDecision } from '../store.ts'

/** Refuses a merge after which the dossier that stayed was changed. */
export const undoDecision = action({
  name: 'duplicates.undo-decision',
  right: canDecidePairs,
  input: z.object({ pair: id() }),
  run: async (ctx, input) => {
    const held = await holdPair(ctx, input.pair)
    if (!held.ok) return held
    const { pair, a, b } = held.value
    const survivor = pair.survivorId === a.person.id ? a : pair.survivorId === b.person.id ? b : null
    const may = demandUndoable(pair, survivor)
    if (!may.ok) return may
    if (pair.state === 'merged' && pair.mergeId !== null) {
      await undoPeople(ctx, pair.mergeId)
      await reviveVoided(ctx, pair.mergeId)
    }
    const now = await dossiersOf(ctx.tx, [a.person.id, b.person.id])
    const again = { pair, a: now.get(a.person.id) ?? a, b: now.get(b.person.id) ?? b }
    if (!(await saveDecision(ctx, pair, decided(again, { state: 'open' })))) return STALE
    const data = { codeA: a.person.code, codeB: b.person.code, was: pair.state }
    return done(
      { ...data, pair: pair.id },
      {
        kind: 'duplicates.undone',
        subject: survivor === null ? `pair:${pair.id}` : `person:${survivor.person.id}`,
        unit: a.person.unitId,
        data,
      },
    )
  },
})
