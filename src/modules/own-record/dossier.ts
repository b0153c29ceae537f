/** Hồ sơ của người khác: the dossier of a code, for an officer who may do something to it. */
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { demand, type Right } from '../../kernel/right.ts'
import type { Ctx } from '../../platform/action.ts'
import { type Dossier, dossiersOf, personByCode } from '../people/public.ts'

/**
 * The dossier of a code within the right; what is not there and what is kept elsewhere are refused in the same words. Expects the
 * scope of the system: an id merged into this one may lie with another body.
 */
export async function demandDossier(ctx: Ctx, code: string, right: Right): Promise<Decision<Dossier>> {
  const person = await personByCode(ctx.tx, code)
  const absent = refuse('absent', 'person.absent', 'Không tìm thấy trang này. Có thể hồ sơ đã gộp vào hồ sơ khác.')
  if (person === null || person.removed || person.mergedInto !== null) return absent
  if (!demand(right, ctx.actor, person.unitId).ok) return absent
  const dossier = (await dossiersOf(ctx.tx, [person.id])).get(person.id)
  return dossier === undefined ? absent : accept(dossier)
}
