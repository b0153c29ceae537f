/** Cho phía chủ hồ sơ: what the module of the person's own side does in the register besides writing entries. */
import type { Ctx } from '../../platform/action.ts'
import { saveViewings } from './store/viewings.ts'
import { openNumbers, openSealed } from './views/dossiers.ts'
import type { Fact, Scheme } from './words/dossier.ts'

/** Mở số định danh và mục nhạy cảm of one person for a stated purpose; the reading is noted before anything is opened. */
export async function openWhole(
  ctx: Ctx,
  personId: string,
  reading: { body: string; role: string; purpose: string },
): Promise<{ numbers: { scheme: Scheme; value: string; state: string }[]; sealed: Fact[] }> {
  await saveViewings(ctx, {
    ...reading,
    people: [personId],
    groups: ['identity', 'ethnicity', 'party', 'discipline'],
    sensitive: true,
  })
  return { numbers: await openNumbers(ctx.tx, personId), sealed: await openSealed(ctx.tx, personId) }
}
