/** Kiểm tra lô: what writing would do, row by row, and what was found; nothing of the register changes. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { withBatchTable } from '../batch-file.ts'
import { batchFor, staleBatch } from '../finding-batch.ts'
import { canImport } from '../rights.ts'
import { runBatch } from '../run.ts'
import { type Stepped, stepOf } from '../stepping.ts'
import { changeBatch, saveResults } from '../store.ts'

/** Refuses a file that can no longer be read. */
export const checkBatch = action({
  name: 'imports.check-batch',
  right: canImport,
  input: z.object({ id: id(), step: z.custom<Stepped>().optional() }),
  run: async (ctx, input) => {
    const found = await batchFor(ctx, input.id, 'run-check')
    if (!found.ok) return found
    const run = await withBatchTable(ctx.tx, found.value, (table) =>
      runBatch(ctx, found.value, table, { writes: false, ...stepOf(input.step) }),
    )
    if (!run.ok) return run
    await saveResults(ctx, input.id, run.value)
    if (!(await changeBatch(ctx, found.value, { state: 'da-kiem-tra', counts: run.value.counts }))) return staleBatch()
    return done(
      { id: input.id, ...run.value },
      {
        kind: 'imports.checked',
        subject: `import:${input.id}`,
        unit: found.value.unitId,
        data: { ...run.value.counts, file: found.value.fileName },
      },
    )
  },
})
