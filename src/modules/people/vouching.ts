/** Ghi việc xác nhận: the body's word for whole dossiers, under one batch, so that it can be taken back as one. */
import { dayOf } from '../../kernel/day.ts'
import type { Decision } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { saveChanges } from './editing.ts'
import { changeAt } from './register.ts'
import { changeDossier } from './rules/change.ts'
import { saidBy } from './rules/sources.ts'
import { vouched } from './rules/vouching.ts'
import type { Dossier } from './words/dossier.ts'

/** Saves the word of the actor's body for dossiers; the day of the confirmation is kept with each. Whose they are the caller asks. */
export function vouchFor(
  ctx: Ctx,
  dossiers: readonly Dossier[],
  how: { batch: string; declared: 'with' | 'without' },
): Promise<Decision<null>> {
  const source = saidBy(ctx.actor)
  const today = dayOf(ctx.now)
  const changes = dossiers.map((d) => {
    const entries = vouched(d, { source, declared: how.declared })
    const change = changeDossier(d, entries, changeAt(ctx, d.person.unitId, how.batch))
    const person = { ...change.person, confirmedOn: today, version: d.person.version + 1 }
    return { ...change, outcome: 'changed' as const, person }
  })
  return saveChanges(ctx, changes, how.batch)
}
