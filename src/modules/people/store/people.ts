/** Ghi hồ sơ: every write of people goes through `peopleToSave`, one or a hundred thousand. */
import type { Ctx } from '../../../platform/action.ts'
import { factsToSave, numbersToSave } from './facts.ts'
import { peopleToInsert, peopleToUpdate } from './person.ts'
import type { SavedChange, Saving } from './saved-change.ts'
import { sealedToSave } from './sealed.ts'
import { slicesToSave } from './slices.ts'

/**
 * Writes down what changed, and answers with what saves it, in a handful of statements whatever the number of people: a long list
 * writes one part down while the database is busy with the part before. Saving throws `StalePeople` when somebody else changed one of
 * them since it was read: nothing of the batch is kept then, since the transaction fails.
 */
export async function peopleToSave(ctx: Ctx, changes: readonly SavedChange[], batchId: string | null): Promise<Saving> {
  const fresh = changes.filter((c) => c.outcome === 'new')
  const changed = changes.filter((c) => c.outcome === 'changed')
  const all = [...fresh, ...changed]
  const steps: Saving[] = []
  if (fresh.length > 0) steps.push(await peopleToInsert(ctx, fresh, batchId))
  if (changed.length > 0) steps.push(await peopleToUpdate(ctx, changed, batchId))
  if (all.length > 0)
    steps.push(
      await factsToSave(ctx, all, batchId),
      await numbersToSave(ctx, all, batchId),
      await sealedToSave(ctx, all, batchId),
      await slicesToSave(ctx, all),
    )
  return async () => {
    for (const step of steps) await step()
  }
}

/** Saves at once what changed. */
export const savePeople = async (ctx: Ctx, changes: readonly SavedChange[], batchId: string | null): Promise<void> =>
  (await peopleToSave(ctx, changes, batchId))()
