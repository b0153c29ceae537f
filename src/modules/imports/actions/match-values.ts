/** Ghép cách ghi với danh mục: what a way of writing means for the body, from now on; never a new code. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { entriesOn } from '../../code-lists/public.ts'
import { batchFor, staleBatch } from '../finding-batch.ts'
import { canImport } from '../rights.ts'
import { codeTyped } from '../rules/entry-names.ts'
import { changeBatch, decideValue } from '../store.ts'
import { waitingValues } from '../views.ts'

/** `ma` = by place in the queue, the name or the code of the entry chosen; empty = not decided yet, `-` = left out. */
export const matchValues = action({
  name: 'imports.match-values',
  right: canImport,
  input: z.object({ id: id(), ma: z.record(z.string(), z.string()) }),
  run: async (ctx, input) => {
    const found = await batchFor(ctx, input.id, 'decide')
    if (!found.ok) return found
    const batch = found.value
    const queue = await waitingValues(ctx.tx, batch.id)
    const wrong: Record<string, string> = {}
    let count = 0
    for (const w of queue) {
      const key = `${w.target}|${w.words}`
      const chosen = input.ma[key]?.trim() ?? ''
      if (chosen === '') continue
      const code = codeTyped(await entriesOn(ctx.tx, w.list, dayOf(ctx.now)), chosen)
      if (code === undefined) wrong[`ma.${key}`] = 'Danh mục không có mục này. Chọn một mục trong danh sách'
      else {
        await decideValue(ctx, batch.unitId, { target: w.target, words: w.words, shown: w.shown, code })
        count++
      }
    }
    if (Object.keys(wrong).length > 0) return refuseFields('import.code', wrong)
    if (!(await changeBatch(ctx, batch, { state: 'da-gui' }))) return staleBatch()
    return done(
      { id: batch.id, count },
      { kind: 'imports.values-matched', subject: `import:${batch.id}`, unit: batch.unitId, data: { count } },
    )
  },
})
