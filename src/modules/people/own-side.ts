/** Cho phía chủ hồ sơ: what the module of the person's own side does in the register besides writing entries. */
import type { Ctx } from '../../platform/action.ts'
import type { DossierChange } from './rules/changing.ts'
import { gapsOf, shareOf } from './rules/completeness.ts'
import { levelOf } from './rules/verification.ts'
import type { SavedChange } from './store/saved-change.ts'
import { saveViewings } from './store/viewings.ts'
import { openNumbers, openSealed } from './views/dossiers.ts'
import type { Dossier, Fact, Scheme } from './words/dossier.ts'

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

/**
 * Rút mục: the facts `gone` no longer hold; `change` is what was decided in their place, made from the dossier without them.
 * Answers with what `writePeople` saves.
 */
export function withoutFacts(d: Dossier, gone: readonly string[], change: DossierChange | null = null): SavedChange {
  if (change?.outcome === 'changed') return { ...change, superseded: [...change.superseded, ...gone] }
  const facts = d.facts.filter((f) => !gone.includes(f.id))
  const gaps = gapsOf({ ...d, facts })
  const person = {
    ...d.person,
    version: d.person.version + 1,
    gaps,
    completeness: shareOf(gaps),
    level: levelOf(d.person, facts),
  }
  return {
    outcome: 'changed',
    person,
    facts,
    added: [],
    superseded: gone,
    identifiersAdded: [],
    identifiersSuperseded: [],
    sealedAdded: [],
    sealedSuperseded: [],
  }
}
