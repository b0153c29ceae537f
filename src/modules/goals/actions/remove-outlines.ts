/** Bỏ ranh giới minh họa: the tiles are drawn again; the map stays in the history. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { canKeepMaps } from '../rights.ts'
import { endOutlines } from '../store.ts'

/** Refuses a map that is not in use. */
export const removeOutlines = action({
  name: 'goals.remove-outlines',
  right: canKeepMaps,
  input: z.object({ id: id() }),
  run: async (ctx, input) => {
    const title = await endOutlines(ctx, input.id)
    if (title === null)
      return refuse('absent', 'outlines.absent', 'Bản đồ này không còn dùng. Tải lại trang để xem danh sách.')
    return done({ title }, { kind: 'goals.outlines-removed', subject: `outline:${input.id}`, data: { title } })
  },
})
