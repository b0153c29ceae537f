/** Ghi: the only SQL that writes schema `duplicates`. */
import type { Ctx } from '../../platform/action.ts'
import { type BulkColumn, stage } from '../../platform/database/bulk.ts'
import { ids, json, run, sql, type Tx, texts } from '../../platform/database/sql.ts'
import type { Pair, PairState } from './words.ts'

const KEY: readonly BulkColumn[] = [
  ['key', 'bigint'],
  ['person_id', 'uuid'],
]

/** One writer of keys at a time, until the transaction ends: two that replace the same people's keys would wait for each other. */
export const lockKeys = (tx: Tx): Promise<number> =>
  run(tx, sql`select pg_advisory_xact_lock(hashtext('duplicates keys'))`)

/** Replaces the keys of people: `keys` are of some of `people`, the others have none any more. */
export async function saveKeys(
  tx: Tx,
  people: readonly { id: string; version: number }[],
  keys: Iterable<readonly [key: string, personId: string]>,
): Promise<void> {
  const all = people.map((p) => p.id)
  await run(tx, sql`delete from duplicates.match_key where person_id = any(${ids(all)})`)
  const table = await stage(tx, 'staged_key', KEY, keys)
  await run(
    tx,
    sql`insert into duplicates.match_key (key, person_id) select key, person_id from ${table} on conflict do nothing`,
  )
  await run(
    tx,
    sql`insert into duplicates.keyed (person_id, version, fresh)
        select p, v, true from unnest(${ids(all)}, ${people.map((p) => p.version)}::int[]) as u (p, v)
        on conflict (person_id) do update set version = excluded.version, fresh = true`,
  )
}

/** Everybody whose keys were new was compared. */
export const markCompared = (tx: Tx): Promise<number> =>
  run(tx, sql`update duplicates.keyed set fresh = false where fresh`)

/** What a scan found out about a pair. */
export type FoundPair = Pick<
  Pair,
  'personA' | 'personB' | 'verdict' | 'posterior' | 'reasons' | 'guards' | 'idEvidence' | 'versionA' | 'versionB'
> & { readonly state: PairState; readonly reason: string }

/** Who marks twins: whoever pressed the button decided nothing about them. */
const BY_ITSELF = 'Hệ thống'

/** Writes a pair as found; one that is known is brought up to date, and what was decided about it before is forgotten. */
export const saveFound = (ctx: Ctx, p: FoundPair): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into duplicates.pair (id, person_a, person_b, verdict, posterior, reasons, guards, id_evidence, state, version_a, version_b,
          found_at, decided_at, decided_name, reason)
        values (${ctx.newId()}, ${p.personA}, ${p.personB}, ${p.verdict}, ${p.posterior}, ${json(p.reasons)}, ${texts(p.guards)},
          ${texts(p.idEvidence)}, ${p.state}, ${p.versionA}, ${p.versionB}, ${ctx.now}, ${p.state === 'open' ? null : ctx.now},
          ${p.state === 'open' ? null : BY_ITSELF}, ${p.reason})
        on conflict on constraint one_pair_of_two_people do update set verdict = excluded.verdict, posterior = excluded.posterior,
          reasons = excluded.reasons, guards = excluded.guards, id_evidence = excluded.id_evidence, state = excluded.state,
          version_a = excluded.version_a, version_b = excluded.version_b, decided_at = excluded.decided_at, decided_by = null,
          decided_name = excluded.decided_name, reason = excluded.reason, version = pair.version + 1`,
  )

/** What was decided about a pair. */
export type Decided = Pick<
  Pair,
  'state' | 'reason' | 'handedTo' | 'handedName' | 'survivorId' | 'mergeId' | 'mergedVersion'
> &
  Pick<Pair, 'versionA' | 'versionB' | 'idEvidence'>

/** Saves a decision on the pair as it was seen; false when somebody else was first. */
export async function saveDecision(ctx: Ctx, pair: Pair, d: Decided): Promise<boolean> {
  const open = d.state === 'open'
  const touched = await run(
    ctx.tx,
    sql`update duplicates.pair set state = ${d.state}, reason = ${d.reason}, handed_to = ${d.handedTo}, handed_name = ${d.handedName},
          survivor_id = ${d.survivorId}, merge_id = ${d.mergeId}, merged_version = ${d.mergedVersion}, version_a = ${d.versionA},
          version_b = ${d.versionB}, id_evidence = ${texts(d.idEvidence)}, decided_at = ${open ? null : ctx.now},
          decided_by = ${open ? null : ctx.actor.id}, decided_name = ${open ? null : ctx.actor.name}, version = version + 1
        where id = ${pair.id} and version = ${pair.version}`,
  )
  return touched === 1
}

/**
 * Questions that a merge answers are not asked any more, and the merge remembers them: those about the one that went away, and
 * those between the one that stayed and whoever was told apart from the one that went away.
 */
export const voidPairsOf = (
  ctx: Ctx,
  merge: { survivorId: string; otherId: string; mergeId: string; pairId: string },
): Promise<number> =>
  run(
    ctx.tx,
    sql`update duplicates.pair d set state = 'void', merge_id = ${merge.mergeId}, version = d.version + 1
        where d.state in ('open', 'unsure') and d.id <> ${merge.pairId}
          and (${merge.otherId} in (d.person_a, d.person_b)
            or (${merge.survivorId} in (d.person_a, d.person_b) and exists (
              select 1 from duplicates.pair e where e.state = 'different' and ${merge.otherId} in (e.person_a, e.person_b)
                and (d.person_a in (e.person_a, e.person_b) or d.person_b in (e.person_a, e.person_b)))))`,
  )

/** Undone: they are asked again. */
export const reviveVoided = (ctx: Ctx, mergeId: string): Promise<number> =>
  run(
    ctx.tx,
    sql`update duplicates.pair set state = 'open', merge_id = null, version = version + 1 where merge_id = ${mergeId} and state = 'void'`,
  )

/** Notes a scan. */
export const saveScan = (
  ctx: Ctx,
  s: { people: number; compared: number; opened: number; milliseconds: number },
): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into duplicates.scan (id, at, by_name, people, compared, opened, milliseconds)
        values (${ctx.newId()}, ${ctx.now}, ${ctx.actor.name}, ${s.people}, ${s.compared}, ${s.opened}, ${s.milliseconds})`,
  )
