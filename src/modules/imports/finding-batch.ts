/** Lô được nói tới: found, within the right of the actor, in a state that allows the verb. */
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { demand } from '../../kernel/right.ts'
import type { Ctx } from '../../platform/action.ts'
import { canImport } from './rights.ts'
import { demandVerb } from './rules/state.ts'
import { findBatch } from './views.ts'
import type { Batch, BatchVerb } from './words.ts'

/** The batch an action speaks of. */
export async function batchFor(ctx: Ctx, id: string, verb: BatchVerb): Promise<Decision<Batch>> {
  const batch = await findBatch(ctx.tx, id)
  if (batch === null) return refuse('absent', 'import.absent', 'Không tìm thấy lô nhập này.')
  const may = demand(canImport, ctx.actor, batch.unitId)
  if (!may.ok) return may
  const fits = demandVerb(batch, verb)
  return fits.ok ? accept(batch) : fits
}

/** Somebody else changed the batch meanwhile. */
export const staleBatch = (): Decision<never> =>
  refuse(
    'stale',
    'import.stale',
    'Lô này vừa được thao tác ở nơi khác. Tải lại trang rồi làm tiếp; chưa có gì thay đổi.',
  )
