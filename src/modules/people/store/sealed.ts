/** Ghi mục nhạy cảm: sealed, behind the second wall. */
import type { Ctx } from '../../../platform/action.ts'
import { type BulkColumn, type BulkValue, bytesOf, linesOf, stage } from '../../../platform/database/bulk.ts'
import { ids, run, sql, type Tx } from '../../../platform/database/sql.ts'
import { supersede } from './facts.ts'
import { day, precision, type SavedChange, type Saving } from './saved-change.ts'

const SEALED: readonly BulkColumn[] = [
  ['id', 'uuid'],
  ['person_id', 'uuid'],
  ['grp', 'text'],
  ['slot', 'text'],
  ['from_day', 'date'],
  ['to_day', 'date'],
  ['from_precision', 'text'],
  ['to_precision', 'text'],
  ['sealed', 'bytea'],
  ['digest', 'bytea'],
  ['level', 'smallint'],
  ['evidence', 'text'],
  ['source', 'text'],
]

/** Runs `work` in front of the second wall of tier C, and closes it again. */
export async function opened<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await run(tx, sql`select set_config('nk.sensitive', 'on', true)`)
  try {
    return await work()
  } finally {
    await run(tx, sql`select set_config('nk.sensitive', 'off', true)`)
  }
}

function* sealedRows({ vault }: Tx, changes: readonly SavedChange[]): Generator<BulkValue[]> {
  for (const c of changes)
    for (const { entry: e, ...s } of c.sealedAdded)
      yield [
        s.id,
        s.personId,
        s.group,
        null,
        day(e.from ?? null),
        day(e.to ?? null),
        precision(e.from ?? null) ?? 'none',
        precision(e.to ?? null) ?? 'none',
        vault.seal(JSON.stringify(s.data)),
        bytesOf(s.digest),
        e.level,
        e.evidence ?? '',
        s.source,
      ]
}

/** The sealed facts of changes. */
export async function sealedToSave(ctx: Ctx, changes: readonly SavedChange[], batchId: string | null): Promise<Saving> {
  const gone = changes.flatMap((c) => c.sealedSuperseded)
  const lines = await linesOf(sealedRows(ctx.tx, changes))
  const save = async (): Promise<void> => {
    await supersede(ctx, 'people.sealed_fact', gone, batchId)
    if (lines.pieces.length === 0) return
    const table = await stage(ctx.tx, 'staged_sealed', SEALED, lines)
    await run(
      ctx.tx,
      sql`insert into people.sealed_fact (id, person_id, grp, slot, valid, from_precision, to_precision, sealed, digest, level, evidence, source, batch_id, recorded_at)
          select id, person_id, grp, slot, daterange(from_day, to_day), from_precision, to_precision, sealed, digest, level, evidence, source,
            ${batchId}::uuid, ${ctx.now}::timestamptz from ${table}`,
    )
  }
  return async () => {
    if (gone.length + lines.pieces.length > 0) await opened(ctx.tx, save)
  }
}

/** Chép mục nhạy cảm khi gộp: they change their person without being opened. */
export async function copySealed(ctx: Ctx, list: readonly string[], personId: string, batchId: string): Promise<void> {
  if (list.length === 0) return
  await opened(ctx.tx, () =>
    run(
      ctx.tx,
      sql`insert into people.sealed_fact (id, person_id, grp, slot, valid, from_precision, to_precision, sealed, digest, level, evidence, source, batch_id, recorded_at)
          select gen_random_uuid(), ${personId}, grp, slot, valid, from_precision, to_precision, sealed, digest, level, evidence, source, ${batchId}, ${ctx.now}
          from people.sealed_fact where id = any(${ids(list)})`,
    ),
  )
}
