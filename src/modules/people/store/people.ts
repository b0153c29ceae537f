/** Ghi hồ sơ: every write of people goes through `savePeople`, one or a hundred thousand. */
import type { Ctx } from '../../../platform/action.ts'
import { saveFacts, saveNumbers } from './facts.ts'
import { insertPeople, updatePeople } from './person.ts'
import type { SavedChange } from './saved-change.ts'
import { saveSealed } from './sealed.ts'
import { saveSlices } from './slices.ts'

/**
 * Saves what changed, in a handful of statements whatever the number of people. Throws `StalePeople` when somebody else changed
 * one of them since it was read: nothing of the batch is kept then, since the transaction fails.
 */
export async function savePeople(ctx: Ctx, changes: readonly SavedChange[], batchId: string | null): Promise<void> {
  const fresh = changes.filter((c) => c.outcome === 'new')
  const changed = changes.filter((c) => c.outcome === 'changed')
  const all = [...fresh, ...changed]
  if (all.length === 0) return
  if (fresh.length > 0) await insertPeople(ctx, fresh, batchId)
  if (changed.length > 0) await updatePeople(ctx, changed, batchId)
  await saveFacts(ctx, all, batchId)
  await saveNumbers(ctx, all, batchId)
  await saveSealed(ctx, all, batchId)
  await saveSlices(ctx, all)
}
