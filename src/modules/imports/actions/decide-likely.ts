/** Nhận các dòng rất có thể: every row that waits and has one likely candidate is that person; what is less sure stays to be decided. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { batchFor, staleBatch } from '../finding-batch.ts'
import { canImport } from '../rights.ts'
import { MOST_KEPT } from '../rules/findings.ts'
import { surelyOnes } from '../rules/likely.ts'
import { changeBatch, decideRow } from '../store.ts'
import { outcomeRows } from '../views.ts'

/** Refuses when no row is that sure. */
export const decideLikely = action({
  name: 'imports.decide-likely',
  right: canImport,
  input: z.object({ id: id() }),
  run: async (ctx, input) => {
    const found = await batchFor(ctx, input.id, 'decide')
    if (!found.ok) return found
    const rows = await outcomeRows(ctx.tx, input.id, ['duplicate'], { limit: MOST_KEPT.rows, offset: 0 })
    const sure = surelyOnes(rows)
    if (sure.length === 0)
      return refuse(
        'conflict',
        'import.none-likely',
        'Không còn dòng nào rất có thể là người đã có. Quyết định từng dòng còn lại.',
      )
    for (const [row, personId] of sure)
      await decideRow(ctx, { unitId: found.value.unitId, rowKey: row.rowKey, personId, batchId: input.id })
    if (!(await changeBatch(ctx, found.value, { state: 'da-gui' }))) return staleBatch()
    return done(
      { id: input.id, count: sure.length },
      {
        kind: 'imports.rows-decided',
        subject: `import:${input.id}`,
        unit: found.value.unitId,
        data: { count: sure.length },
      },
    )
  },
})
