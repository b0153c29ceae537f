/** Xóa cách xem của mình. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { canSeePeople } from '../rights.ts'
import { dropView } from '../store/list-views.ts'
import { findSavedView } from '../views/saved.ts'

/** Refuses a view of somebody else. */
export const removeView = action({
  name: 'people.remove-view',
  right: canSeePeople,
  input: z.object({ id: id() }),
  run: async (ctx, input) => {
    const view = await findSavedView(ctx.tx, input.id)
    if (view === null || view.ownerId !== ctx.actor.id)
      return refuse('absent', 'view.absent', 'Không có cách xem này trong danh sách của mình.')
    await dropView(ctx, view.id)
    return done(
      { name: view.name },
      { kind: 'people.view-removed', subject: 'people', unit: view.unitId, data: { name: view.name } },
    )
  },
})
