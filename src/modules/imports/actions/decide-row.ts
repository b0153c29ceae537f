/** Quyết định một dòng trùng: the row is this person, or somebody new; the next file of the body remembers it. */
import { z } from 'zod'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, text, whole } from '../../../platform/http/input.ts'
import { batchFor, staleBatch } from '../finding-batch.ts'
import { canImport } from '../rights.ts'
import * as store from '../store.ts'
import { findOutcome } from '../views.ts'

/** `la` = id of one of the candidates, or `moi`. */
export const decideRow = action({
  name: 'imports.decide-row',
  right: canImport,
  input: z.object({
    id: id(),
    trang: text(200, 'Chọn dòng'),
    dong: whole(),
    la: text(60, 'Chọn người đã có, hoặc «Người mới»'),
  }),
  run: async (ctx, input) => {
    const found = await batchFor(ctx, input.id, 'decide')
    if (!found.ok) return found
    const row = await findOutcome(ctx.tx, input.id, { sheet: input.trang, row: input.dong })
    if (row === null)
      return refuse('absent', 'import.no-row', 'Không tìm thấy dòng này trong lần kiểm tra gần nhất. Kiểm tra lại lô.')
    const personId = input.la === 'moi' ? null : input.la
    if (personId !== null && !row.candidates.some((c) => c.id === personId))
      return refuseFields('import.candidate', { la: 'Chọn một trong những người được gợi ý, hoặc «Người mới»' })
    await store.decideRow(ctx, { unitId: found.value.unitId, rowKey: row.rowKey, personId, batchId: input.id })
    if (!(await store.changeBatch(ctx, found.value, { state: 'da-gui' }))) return staleBatch()
    return done(
      { id: input.id },
      {
        kind: 'imports.row-decided',
        subject: `import:${input.id}`,
        unit: found.value.unitId,
        data: { row: input.dong, same: personId !== null },
      },
    )
  },
})
