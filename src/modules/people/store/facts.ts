/** Ghi mục và số định danh: what is new is added, what held until now is superseded. */
import type { Ctx } from '../../../platform/action.ts'
import { type BulkColumn, type BulkValue, bytesOf, linesOf, stage } from '../../../platform/database/bulk.ts'
import { ids, run, sql, type Tx } from '../../../platform/database/sql.ts'
import type { Fact } from '../words/dossier.ts'
import { day, precision, type SavedChange, type Saving } from './saved-change.ts'

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

function* factRows(changes: readonly SavedChange[]): Generator<BulkValue[]> {
  for (const c of changes) for (const f of c.added) yield factRow(f)
}

/** The facts of changes. */
export async function factsToSave(ctx: Ctx, changes: readonly SavedChange[], batchId: string | null): Promise<Saving> {
  const gone = changes.flatMap((c) => c.superseded)
  const lines = await linesOf(factRows(changes))
  return async () => {
    await supersede(ctx, 'people.fact', gone, batchId)
    if (lines.pieces.length === 0) return
    const table = await stage(ctx.tx, 'staged_fact', FACT, lines)
    await run(
      ctx.tx,
      sql`insert into people.fact (id, person_id, grp, slot, valid, from_precision, to_precision, data, level, evidence, source, batch_id, recorded_at)
          select id, person_id, grp, slot, daterange(from_day, to_day), from_precision, to_precision, data::jsonb, level, evidence, source,
            ${batchId}::uuid, ${ctx.now}::timestamptz from ${table}`,
    )
  }
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

function* numberRows({ vault }: Tx, changes: readonly SavedChange[]): Generator<BulkValue[]> {
  for (const c of changes)
    for (const n of c.identifiersAdded)
      yield [n.id, n.personId, n.scheme, vault.seal(n.value), bytesOf(n.digest), n.last3, n.state, n.source]
}

/** The numbers of changes: sealed, with their keyed digest. */
export async function numbersToSave(
  ctx: Ctx,
  changes: readonly SavedChange[],
  batchId: string | null,
): Promise<Saving> {
  const gone = changes.flatMap((c) => c.identifiersSuperseded)
  const lines = await linesOf(numberRows(ctx.tx, changes))
  return async () => {
    await supersede(ctx, 'people.identifier', gone, batchId)
    if (lines.pieces.length === 0) return
    const table = await stage(ctx.tx, 'staged_number', NUMBER, lines)
    await run(
      ctx.tx,
      sql`insert into people.identifier (id, person_id, scheme, sealed, digest, last3, state, source, batch_id, recorded_at)
          select id, person_id, scheme, sealed, digest, last3, state, source, ${batchId}::uuid, ${ctx.now}::timestamptz from ${table}`,
    )
  }
}
