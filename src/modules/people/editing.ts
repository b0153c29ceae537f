/** Sửa hồ sơ: how changes of dossiers are saved. */
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { savePeople } from './store/people.ts'
import { StalePeople } from './store/person.ts'
import type { SavedChange } from './store/saved-change.ts'

/** Saves changes; when somebody else changed a dossier meanwhile nothing is kept. A batch can be taken back as one. */
export async function saveChanges(
  ctx: Ctx,
  changes: readonly SavedChange[],
  batch: string | null = null,
): Promise<Decision<null>> {
  try {
    await savePeople(ctx, changes, batch)
    return accept(null)
  } catch (error) {
    if (!(error instanceof StalePeople)) throw error
    return refuse('stale', 'person.stale', 'Hồ sơ vừa được sửa ở nơi khác. Tải lại trang rồi làm lại; chưa ghi gì.')
  }
}
