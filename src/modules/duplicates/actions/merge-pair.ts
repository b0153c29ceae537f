/** Gộp hai hồ sơ của một cặp: the one that goes away stays as an alias; the values chosen are kept; it can be undone. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { id, list, oneOf, text, whole } from '../../../platform/http/input.ts'
import { dossiersOf, mergePeople } from '../../people/public.ts'
import { decided, holdSeen, nextWaiting, STALE } from '../deciding.ts'
import { canDecidePairs } from '../rights.ts'
import { demandMergeable, demandUnchanged, demandWaiting } from '../rules/decisions.ts'
import { saveDecision, voidPairsOf } from '../store.ts'

/** Refuses a pair that is decided, dossiers that changed since they were shown, and two valid citizen numbers. */
export const mergePair = action({
  name: 'duplicates.merge-pair',
  right: canDecidePairs,
  input: z.object({
    pair: id(),
    version: whole(),
    versionA: whole(),
    versionB: whole(),
    keep: oneOf(['a', 'b'], 'Chọn hồ sơ giữ lại'),
    /** Fields and slots taken from the dossier that goes away. */
    fields: list(text(40, '')).default([]),
    slots: list(text(80, '')).default([]),
  }),
  run: async (ctx, input) => {
    const held = await holdSeen(ctx, input)
    if (!held.ok) return held
    const { pair, a, b } = held.value
    const waits = demandWaiting(pair)
    if (!waits.ok) return waits
    const same = demandUnchanged({ a: input.versionA, b: input.versionB }, a, b)
    if (!same.ok) return same
    const may = demandMergeable(a, b)
    if (!may.ok) return may
    const [survivor, other] = input.keep === 'a' ? [a, b] : [b, a]
    const mergeId = ctx.newId()
    await mergePeople(ctx, { survivor, other, choices: { fields: input.fields, slots: input.slots }, mergeId })
    const after = (await dossiersOf(ctx.tx, [survivor.person.id])).get(survivor.person.id)
    const mergedVersion = after?.person.version ?? survivor.person.version + 1
    const what = decided(held.value, { state: 'merged', survivorId: survivor.person.id, mergeId, mergedVersion })
    if (!(await saveDecision(ctx, pair, what))) return STALE
    await voidPairsOf(ctx, { survivorId: survivor.person.id, otherId: other.person.id, mergeId, pairId: pair.id })
    const data = { survivor: survivor.person.code, other: other.person.code }
    return done(
      { ...data, pair: pair.id, next: await nextWaiting(ctx, pair.id) },
      { kind: 'duplicates.merged', subject: `person:${survivor.person.id}`, unit: survivor.person.unitId, data },
    )
  },
})
