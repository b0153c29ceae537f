/** Sửa hồ sơ: the dossier an action speaks of, within the right, and how a change of it is saved. */
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { demand, type Right } from '../../kernel/right.ts'
import type { Ctx } from '../../platform/action.ts'
import { savePeople } from './store/people.ts'
import { StalePeople } from './store/person.ts'
import type { SavedChange } from './store/saved-change.ts'
import { dossiersOf, personByCode } from './views/dossiers.ts'
import type { Dossier } from './words/dossier.ts'

const ABSENT = refuse('absent', 'person.absent', 'Không tìm thấy hồ sơ này. Có thể hồ sơ đã gộp vào hồ sơ khác.')

/** The dossier of a code; refused outside the right, or when it was merged away or removed. */
export async function dossierFor(ctx: Ctx, code: string, right: Right): Promise<Decision<Dossier>> {
  const person = await personByCode(ctx.tx, code)
  if (person === null || person.removed || person.mergedInto !== null) return ABSENT
  const may = demand(right, ctx.actor, person.unitId)
  if (!may.ok) return may
  const found = (await dossiersOf(ctx.tx, [person.id])).get(person.id)
  return found === undefined ? ABSENT : accept(found)
}

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
