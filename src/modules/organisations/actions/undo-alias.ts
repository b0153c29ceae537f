/** Hoàn tác quyết định về một tên: the name is open again; the decision stays in the history. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { canNameUnits } from '../rights.ts'
import { endAlias } from '../store.ts'

const UndoInput = z.object({ alias: id('Chọn quyết định cần hoàn tác') })

/** Takes a decision on a name back. Refuses one that is unknown or already undone. What was adopted meanwhile stays. */
export const undoAlias = action<z.infer<typeof UndoInput>, { written: string }>({
  name: 'organisations.undo-alias',
  right: canNameUnits,
  input: UndoInput,
  run: async (ctx, input) => {
    const written = await endAlias(ctx, input.alias)
    if (written === null)
      return refuse(
        'absent',
        'organisations.alias-absent',
        'Quyết định này không có hoặc đã được hoàn tác. Tải lại trang để xem.',
      )
    return done({ written }, { kind: 'organisations.alias-undone', subject: `alias:${input.alias}`, data: { written } })
  },
})
