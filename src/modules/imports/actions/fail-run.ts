/** Lượt chạy hỏng: the batch goes back to where it can be asked for again, with the reason; nothing of it was written. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { id, text } from '../../../platform/http/input.ts'
import { batchFor, staleBatch } from '../finding-batch.ts'
import { canImport } from '../rights.ts'
import { changeBatch } from '../store.ts'

/** Refuses a batch that does not run. */
export const failRun = action({
  name: 'imports.fail-run',
  right: canImport,
  input: z.object({ id: id(), lyDo: text(1000, 'Nêu lý do') }),
  run: async (ctx, input) => {
    const asCheck = await batchFor(ctx, input.id, 'run-check')
    const found = asCheck.ok ? asCheck : await batchFor(ctx, input.id, 'run-write')
    if (!found.ok) return found
    if (!(await changeBatch(ctx, found.value, { state: 'da-gui', trouble: input.lyDo }))) return staleBatch()
    return done(
      { id: input.id },
      { kind: 'imports.failed', subject: `import:${input.id}`, unit: found.value.unitId, reason: input.lyDo },
    )
  },
})
