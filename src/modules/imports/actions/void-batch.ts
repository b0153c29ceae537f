/** Bỏ lô: a file that is not to be written; what was sent is kept as evidence. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { batchFor, staleBatch } from '../finding-batch.ts'
import { canImport } from '../rights.ts'
import { changeBatch } from '../store.ts'

/** Refuses a batch that was written. */
export const voidBatch = action({
  name: 'imports.void-batch',
  right: canImport,
  input: z.object({ id: id() }),
  run: async (ctx, input) => {
    const found = await batchFor(ctx, input.id, 'void')
    if (!found.ok) return found
    if (!(await changeBatch(ctx, found.value, { state: 'da-bo' }))) return staleBatch()
    return done(
      { id: input.id },
      {
        kind: 'imports.voided',
        subject: `import:${input.id}`,
        unit: found.value.unitId,
        data: { file: found.value.fileName },
      },
    )
  },
})
