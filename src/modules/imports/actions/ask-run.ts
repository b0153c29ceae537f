/** Yêu cầu chạy: the file is checked, or written, in the background; the page shows how far it is. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { id, oneOf } from '../../../platform/http/input.ts'
import { batchFor, staleBatch } from '../finding-batch.ts'
import { canImport } from '../rights.ts'
import { changeBatch, saveProgress } from '../store.ts'

/** Refuses what the state of the batch does not allow. */
export const askRun = action({
  name: 'imports.ask-run',
  right: canImport,
  input: z.object({ id: id(), viec: oneOf(['kiem-tra', 'ghi'], 'Chọn kiểm tra hoặc ghi') }),
  run: async (ctx, input) => {
    const writes = input.viec === 'ghi'
    const found = await batchFor(ctx, input.id, writes ? 'write' : 'check')
    if (!found.ok) return found
    const state = writes ? 'dang-ghi' : 'dang-kiem-tra'
    if (!(await changeBatch(ctx, found.value, { state, askedBy: ctx.actor }))) return staleBatch()
    await saveProgress(ctx.tx, input.id, { rows: 0, total: 0, at: ctx.now })
    return done(
      { id: input.id },
      {
        kind: writes ? 'imports.write-asked' : 'imports.check-asked',
        subject: `import:${input.id}`,
        unit: found.value.unitId,
        data: { file: found.value.fileName },
      },
    )
  },
})
