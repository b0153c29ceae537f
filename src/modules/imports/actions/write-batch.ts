/**
 * Ghi lô vào cơ sở dữ liệu: every row that is clear, in one transaction: all of it, or nothing. One import writes at a time; a
 * second one waits, so that two files never make one person twice.
 */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { withBatchTable } from '../batch-file.ts'
import { batchFor, staleBatch } from '../finding-batch.ts'
import { canImport } from '../rights.ts'
import { runBatch } from '../run.ts'
import { type Stepped, stepOf } from '../stepping.ts'
import { changeBatch, saveResults, waitForTurn } from '../store.ts'

/** Refuses a batch that was written already. */
export const writeBatch = action({
  name: 'imports.write-batch',
  right: canImport,
  input: z.object({ id: id(), step: z.custom<Stepped>().optional() }),
  run: async (ctx, input) => {
    await waitForTurn(ctx.tx)
    const found = await batchFor(ctx, input.id, 'run-write')
    if (!found.ok) return found
    const run = await withBatchTable(ctx.tx, found.value, (table) =>
      runBatch(ctx, found.value, table, { writes: true, ...stepOf(input.step) }),
    )
    if (!run.ok) return run
    await saveResults(ctx, input.id, run.value)
    if (!(await changeBatch(ctx, found.value, { state: 'da-ghi', counts: run.value.counts, written: true })))
      return staleBatch()
    return done(
      { id: input.id, ...run.value },
      {
        kind: 'imports.written',
        subject: `import:${input.id}`,
        unit: found.value.unitId,
        data: { ...run.value.counts, file: found.value.fileName },
      },
    )
  },
})
