/**
 * Sổ hồ sơ: how the other modules write people: many at once, undo a batch, merge two into one. The caller owns the transaction,
 * the right and the fact in the ledger; here only the register is kept whole.
 */

import type { PartialDay } from '../../kernel/partial-day.ts'
import type { Ctx } from '../../platform/action.ts'
import type { Tx } from '../../platform/database/sql.ts'
import { changeDossier } from './rules/change.ts'
import type { ChangeAt } from './rules/changing.ts'
import { choicesFrom, type MergeChoices } from './rules/merging.ts'
import { settled, UNTOUCHED } from './rules/settled.ts'
import { reverseBatch } from './store/batch.ts'
import { peopleToSave, savePeople } from './store/people.ts'
import type { SavedChange, Saving } from './store/saved-change.ts'
import { copySealed } from './store/sealed.ts'
import { dossiersOf, openNumbers, peopleOfBatch } from './views/dossiers.ts'
import type { Dossier, Entry, Level, Person, Sex } from './words/dossier.ts'

/** Dossiers settled at once, so that memory stays bounded. */
const CHUNK = 2000

/** What `changeDossier` is given by this installation. */
export const changeAt = (ctx: Ctx, unitId: string, batchId: string | null): ChangeAt => ({
  newId: ctx.newId,
  digest: digestOf(ctx.tx),
  unitId,
  batchId,
})

/** Keyed digest, hexadecimal: equal numbers have equal digests, and nobody can read them back. */
export const digestOf =
  (tx: Tx) =>
  (text: string): string =>
    tx.vault.digestHex(text)

/** Writes changes of people, one or a hundred thousand; unchanged ones are skipped. Throws `StalePeople` when one was changed meanwhile. */
export const writePeople = (ctx: Ctx, changes: readonly SavedChange[], batchId: string | null): Promise<void> =>
  savePeople(ctx, changes, batchId)

/** The same written down first: calling the answer writes it, while the next part of a long list is worked out. */
export const peopleToWrite = (ctx: Ctx, changes: readonly SavedChange[], batchId: string | null): Promise<Saving> =>
  peopleToSave(ctx, changes, batchId)

/** Hoàn tác lô: people the batch made are removed, those it changed are as before. Answers with how many of each. */
export async function undoPeople(ctx: Ctx, batchId: string): Promise<{ removed: number; restored: number }> {
  const { made, changed } = await peopleOfBatch(ctx.tx, batchId)
  const undoId = ctx.newId()
  await reverseBatch(ctx, batchId, undoId)
  const past = new Map(changed.map((c) => [c.id, c.row]))
  const all = [...made, ...past.keys()]
  for (let i = 0; i < all.length; i += CHUNK) {
    const dossiers = await dossiersOf(ctx.tx, all.slice(i, i + CHUNK))
    const changes = [...dossiers.values()].map((d) => {
      const row = past.get(d.person.id)
      const was = row === undefined ? { removed: true } : coreOf(row)
      return settled({ ...d, person: { ...d.person, ...was } })
    })
    await savePeople(ctx, changes, undoId)
  }
  return { removed: made.length, restored: past.size }
}

const partial = (day: unknown, precision: unknown): PartialDay | null => {
  if (typeof day !== 'string') return null
  return day.slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10) as PartialDay
}
const word = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The row of a person as it was kept before a change. */
const coreOf = (row: Record<string, unknown>): Partial<Person> => ({
  unitId: String(row.unit_id),
  name: String(row.name),
  sex: word(row.sex) as Sex | null,
  birth: partial(row.birth, row.birth_precision),
  birthPlace: word(row.birth_place),
  homePlace: word(row.home_place),
  nationality: word(row.nationality),
  died: partial(row.died, row.died_precision),
  mergedInto: word(row.merged_into),
  removed: row.removed_at !== null,
  coreLevel: Number(row.core_level) as Level,
  coreSource: String(row.core_source ?? ''),
  confirmedOn: word(row.confirmed_on),
})

/**
 * Gộp hai hồ sơ: what `other` holds goes to `survivor` as chosen; `other` stays as an alias for ever. `mergeId` names the merge as
 * a batch, so that `undoPeople(ctx, mergeId)` takes it back.
 */
export async function mergePeople(
  ctx: Ctx,
  merge: { survivor: Dossier; other: Dossier; choices: MergeChoices; mergeId: string },
): Promise<void> {
  const { survivor, other, mergeId } = merge
  const numbers = await openNumbers(ctx.tx, other.person.id)
  const given: Entry[] = numbers
    .filter((n) => n.state === 'valid' && !survivor.identifiers.some((i) => i.scheme === n.scheme))
    .map((n) => ({ group: 'identity', data: { [n.scheme]: n.value }, level: 0, source: 'gop' }))
  const at = changeAt(ctx, survivor.person.unitId, mergeId)
  const taken = changeDossier(survivor, [...choicesFrom(survivor, other, merge.choices), ...given], at)
  const away: SavedChange = {
    ...UNTOUCHED,
    outcome: 'changed',
    facts: [],
    superseded: other.facts.map((f) => f.id),
    identifiersSuperseded: other.identifiers.map((i) => i.id),
    sealedSuperseded: other.sealed.map((s) => s.id),
    person: { ...other.person, mergedInto: survivor.person.id, version: other.person.version + 1 },
  }
  const missing = other.sealed.filter((s) => !survivor.sealed.some((k) => k.group === s.group))
  await savePeople(ctx, [away], mergeId)
  await savePeople(
    ctx,
    [{ ...taken, outcome: 'changed', person: { ...taken.person, version: survivor.person.version + 1 } }],
    mergeId,
  )
  await copySealed(
    ctx,
    missing.map((s) => s.id),
    survivor.person.id,
    mergeId,
  )
}
