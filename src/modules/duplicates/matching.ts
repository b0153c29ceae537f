/**
 * Ghép với sổ bộ: keys of the register are kept up to date lazily, by the version of each person; whoever asks who somebody may
 * be brings them up to date first.
 */
import type { Ctx } from '../../platform/action.ts'
import type { Tx } from '../../platform/database/sql.ts'
import { candidatesFor, type MatchCandidate } from './rules/candidates.ts'
import type { MatchContext } from './rules/compare.ts'
import { nameFrequencies } from './rules/frequencies.ts'
import { type MatchKey, matchKeys } from './rules/keys.ts'
import type { MatchRecord } from './rules/record.ts'
import { lockKeys, saveKeys } from './store.ts'
import { countPeople, holdersOf, recordsOf, sharedKeys, someNames, staleKeys } from './views.ts'

/** People handled at once, so that memory stays bounded. */
const CHUNK = 2000

/** The 64 bits of a key that are kept: of a keyed digest, so that nothing can be read back. */
const keyed = (tx: Tx, { kind, value }: MatchKey): string =>
  tx.vault.digest(`${kind}|${value}`).readBigInt64BE(0).toString()

/** Brings the keys of the register up to date, within the actor's rights; answers with how many people were behind. */
export async function refreshKeys(ctx: Ctx): Promise<number> {
  let people = 0
  for (;;) {
    const stale = await staleKeys(ctx.tx, CHUNK)
    if (stale.length === 0) return people
    if (people === 0) await lockKeys(ctx.tx)
    const records = await recordsOf(
      ctx.tx,
      stale.map((s) => s.id),
    )
    await saveKeys(ctx.tx, stale, keyRows(ctx.tx, records))
    people += stale.length
  }
}

function* keyRows(tx: Tx, records: readonly MatchRecord[]): Iterable<readonly [string, string]> {
  for (const record of records) for (const key of matchKeys(record)) yield [keyed(tx, key), record.id]
}

/** How frequent names are in the register, and how large it is. */
export async function registerContext(tx: Tx): Promise<MatchContext> {
  const size = await countPeople(tx)
  return { size, names: nameFrequencies(await someNames(tx, size)), sharedContacts: new Map() }
}

/** The context with the telephones and addresses of `records` that several people use. */
export async function withSharedContacts(
  tx: Tx,
  context: MatchContext,
  records: readonly MatchRecord[],
): Promise<MatchContext> {
  const values = new Map(
    records.flatMap((r) => matchKeys(r).flatMap((k) => (k.kind === 'K4' ? [[keyed(tx, k), k.value] as const] : []))),
  )
  const shared = await sharedKeys(tx, [...values.keys()])
  return { ...context, sharedContacts: new Map(shared.map((s) => [values.get(s.key) ?? '', s.people])) }
}

/** What a transaction that matches in several pieces needs to know only once. */
const prepared = new WeakMap<Tx, Promise<MatchContext>>()

async function prepareOnce(ctx: Ctx): Promise<MatchContext> {
  const known = prepared.get(ctx.tx)
  if (known !== undefined) return known
  const made = refreshKeys(ctx).then(() => registerContext(ctx.tx))
  prepared.set(ctx.tx, made)
  return made
}

/**
 * Who of the register each record may be, within the actor's rights: at most five candidates each, the strongest first; records
 * without any are left out. May be called piece by piece: the register is looked at as it was when the transaction first asked.
 * Writes only keys.
 */
export async function matchInRegister(
  ctx: Ctx,
  records: readonly MatchRecord[],
): Promise<Map<string, readonly MatchCandidate[]>> {
  const context = await prepareOnce(ctx)
  const found = new Map<string, readonly MatchCandidate[]>()
  if (context.size === 0) return found
  for (let i = 0; i < records.length; i += CHUNK)
    for (const [id, list] of await matchChunk(ctx, records.slice(i, i + CHUNK), context)) found.set(id, list)
  return found
}

async function matchChunk(ctx: Ctx, records: readonly MatchRecord[], context: MatchContext) {
  const keysOf = new Map(records.map((r) => [r.id, matchKeys(r).map((k) => keyed(ctx.tx, k))]))
  const holders = Map.groupBy(await holdersOf(ctx.tx, [...new Set([...keysOf.values()].flat())]), (h) => h.key)
  const people = await recordsOf(ctx.tx, [...new Set([...holders.values()].flatMap((list) => list.map((h) => h.id)))])
  const byId = new Map<string, MatchRecord>(people.map((p) => [p.id, p]))
  const full = await withSharedContacts(ctx.tx, context, records)
  return records.flatMap((record): [string, readonly MatchCandidate[]][] => {
    const near = new Set((keysOf.get(record.id) ?? []).flatMap((key) => (holders.get(key) ?? []).map((h) => h.id)))
    const list = candidatesFor(
      record,
      [...near].flatMap((id) => byId.get(id) ?? []),
      full,
    )
    return list.length === 0 ? [] : [[record.id, list]]
  })
}
