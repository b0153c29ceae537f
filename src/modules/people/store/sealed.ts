/** Ghi mục nhạy cảm: sealed, behind the second wall. */
import type { Ctx } from '../../../platform/action.ts'
import { type BulkColumn, bytesOf, stage } from '../../../platform/database/bulk.ts'
import { ids, run, sql, type Tx } from '../../../platform/database/sql.ts'
import { supersede } from './facts.ts'
import { day, precision, type SavedChange } from './saved-change.ts'

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

/** Saves the sealed facts of changes. */
export async function saveSealed(ctx: Ctx, changes: readonly SavedChange[], batchId: string | null): Promise<void> {
  const gone = changes.flatMap((c) => c.sealedSuperseded)
  const added = changes.flatMap((c) => c.sealedAdded)
  if (gone.length + added.length === 0) return
  await opened(ctx.tx, async () => {
    await supersede(ctx, 'people.sealed_fact', gone, batchId)
    if (added.length === 0) return
    const table = await stage(
      ctx.tx,
      'staged_sealed',
      SEALED,
      added.map(({ entry: e, ...s }) => [
        s.id,
        s.personId,
        s.group,
        null,
        day(e.from ?? null),
        day(e.to ?? null),
        precision(e.from ?? null) ?? 'none',
        precision(e.to ?? null) ?? 'none',
        ctx.tx.vault.seal(JSON.stringify(s.data)),
        bytesOf(s.digest),
        e.level,
        e.evidence ?? '',
        s.source,
      ]),
    )
    await run(
      ctx.tx,
      sql`insert into people.sealed_fact (id, person_id, grp, slot, valid, from_precision, to_precision, sealed, digest, level, evidence, source, batch_id, recorded_at)
          select id, person_id, grp, slot, daterange(from_day, to_day), from_precision, to_precision, sealed, digest, level, evidence, source,
            ${batchId}::uuid, ${ctx.now}::timestamptz from ${table}`,
    )
  })
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
