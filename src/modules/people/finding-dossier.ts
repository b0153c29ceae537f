/** Hồ sơ được nói tới: found by its code, within the right of the actor. */
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { demand, type Right } from '../../kernel/right.ts'
import type { Ctx } from '../../platform/action.ts'
import { canSeePeople } from './rights.ts'
import { dossiersOf, personByCode } from './views/dossiers.ts'
import type { Dossier, Person } from './words/dossier.ts'

/** The person of a code, within the reader's rights; refuses what is not there or not to be seen with the same words. */
export async function personSeen(ctx: Ctx, code: string): Promise<Decision<Person>> {
  const person = await personByCode(ctx.tx, code)
  if (person === null || person.removed)
    return refuse('absent', 'person.absent', 'Không tìm thấy trang này. Có thể hồ sơ đã gộp vào hồ sơ khác.')
  const allowed = demand(canSeePeople, ctx.actor, person.unitId)
  return allowed.ok ? accept(person) : allowed
}

/** The person of a code, when the actor may do `right` to the dossier. */
export async function personFor(ctx: Ctx, code: string, right: Right): Promise<Decision<Person>> {
  const found = await personSeen(ctx, code)
  if (!found.ok) return found
  if (found.value.mergedInto !== null)
    return refuse('conflict', 'person.merged', 'Hồ sơ này đã gộp vào hồ sơ khác. Mở hồ sơ ấy để sửa.')
  const allowed = demand(right, ctx.actor, found.value.unitId)
  return allowed.ok ? found : allowed
}

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
