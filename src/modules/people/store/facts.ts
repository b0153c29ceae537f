/** Ghi mục và số định danh: what is new is added, what held until now is superseded. */
import type { Ctx } from '../../../platform/action.ts'
import { type BulkColumn, type BulkValue, bytesOf, stage } from '../../../platform/database/bulk.ts'
import { ids, run, sql } from '../../../platform/database/sql.ts'
import type { Fact } from '../words/dossier.ts'
import { day, precision, type SavedChange } from './saved-change.ts'

const FACT: readonly BulkColumn[] = [
  ['id', 'uuid'],
  ['person_id', 'uuid'],
  ['grp', 'text'],
  ['slot', 'text'],
  ['from_day', 'date'],
  ['to_day', 'date'],
  ['from_precision', 'text'],
  ['to_precision', 'text'],
  ['data', 'text'],
  ['level', 'smallint'],
  ['evidence', 'text'],
  ['source', 'text'],
]

const factRow = (f: Fact): BulkValue[] => [
  f.id,
  f.personId,
  f.group,
  f.slot,
  day(f.from),
  day(f.to),
  precision(f.from) ?? 'none',
  precision(f.to) ?? 'none',
  JSON.stringify(f.data),
  f.level,
  f.evidence,
  f.source,
]

/** Saves the facts of changes. */
export async function saveFacts(ctx: Ctx, changes: readonly SavedChange[], batchId: string | null): Promise<void> {
  await supersede(
    ctx,
    'people.fact',
    changes.flatMap((c) => c.superseded),
    batchId,
  )
  const added = changes.flatMap((c) => c.added)
  if (added.length === 0) return
  const table = await stage(ctx.tx, 'staged_fact', FACT, added.map(factRow))
  await run(
    ctx.tx,
    sql`insert into people.fact (id, person_id, grp, slot, valid, from_precision, to_precision, data, level, evidence, source, batch_id, recorded_at)
        select id, person_id, grp, slot, daterange(from_day, to_day), from_precision, to_precision, data::jsonb, level, evidence, source,
          ${batchId}::uuid, ${ctx.now}::timestamptz from ${table}`,
  )
}

/** What held until now is superseded, never changed or deleted. */
export async function supersede(
  ctx: Ctx,
  table: 'people.fact' | 'people.identifier' | 'people.sealed_fact',
  gone: readonly string[],
  batchId: string | null,
) {
  if (gone.length === 0) return
  await run(
    ctx.tx,
    sql`update ${sql.raw(table)} set superseded_at = ${ctx.now}, superseded_batch = ${batchId}::uuid where id = any(${ids(gone)})`,
  )
}

const NUMBER: readonly BulkColumn[] = [
  ['id', 'uuid'],
  ['person_id', 'uuid'],
  ['scheme', 'text'],
  ['sealed', 'bytea'],
  ['digest', 'bytea'],
  ['last3', 'text'],
  ['state', 'text'],
  ['source', 'text'],
]

/** Saves the numbers of changes: sealed, with their keyed digest. */
export async function saveNumbers(ctx: Ctx, changes: readonly SavedChange[], batchId: string | null): Promise<void> {
  await supersede(
    ctx,
    'people.identifier',
    changes.flatMap((c) => c.identifiersSuperseded),
    batchId,
  )
  const added = changes.flatMap((c) => c.identifiersAdded)
  if (added.length === 0) return
  const { vault } = ctx.tx
  const table = await stage(
    ctx.tx,
    'staged_number',
    NUMBER,
    added.map((n) => [n.id, n.personId, n.scheme, vault.seal(n.value), bytesOf(n.digest), n.last3, n.state, n.source]),
  )
  await run(
    ctx.tx,
    sql`insert into people.identifier (id, person_id, scheme, sealed, digest, last3, state, source, batch_id, recorded_at)
        select id, person_id, scheme, sealed, digest, last3, state, source, ${batchId}::uuid, ${ctx.now}::timestamptz from ${table}`,
  )
}
