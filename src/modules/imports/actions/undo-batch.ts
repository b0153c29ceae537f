/** Hoàn tác lô: people it made are gone again, people it changed are as before; refused when something later stands on it. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { changedSinceBatch, undoPeople } from '../../people/public.ts'
import { batchFor, staleBatch } from '../finding-batch.ts'
import { canImport } from '../rights.ts'
import { changeBatch, unlinkRows, waitForTurn } from '../store.ts'

/** Refuses when people of the batch were changed or merged since, naming the first of them. */
export const undoBatch = action({
  name: 'imports.undo-batch',
  right: canImport,
  input: z.object({ id: id() }),
  run: async (ctx, input) => {
    await waitForTurn(ctx.tx)
    const found = await batchFor(ctx, input.id, 'undo')
    if (!found.ok) return found
    const since = await changedSinceBatch(ctx.tx, input.id)
    const [first] = since
    if (first !== undefined)
      return refuse(
        'conflict',
        'import.changed-since',
        `${since.length < 50 ? since.length : 'Từ 50'} hồ sơ của lô đã được sửa hoặc gộp sau khi ghi, đầu tiên là ${first.name} (${first.code}). Chưa hoàn tác gì; hoàn tác các thay đổi ấy trước.`,
      )
    const undone = await undoPeople(ctx, input.id)
    await unlinkRows(ctx, input.id)
    if (!(await changeBatch(ctx, found.value, { state: 'da-hoan-tac' }))) return staleBatch()
    return done(
      { id: input.id, ...undone },
      {
        kind: 'imports.undone',
        subject: `import:${input.id}`,
        unit: found.value.unitId,
        data: { ...undone, file: found.value.fileName },
      },
    )
  },
})
