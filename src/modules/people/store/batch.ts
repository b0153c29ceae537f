/** Hoàn tác một lô trong các bảng có phiên bản. */
import type { Ctx } from '../../../platform/action.ts'
import { run, sql } from '../../../platform/database/sql.ts'
import { opened } from './sealed.ts'

/**
 * Hoàn tác một lô: what the batch added is superseded, what it superseded holds again (as copies: the past stays as it was).
 * The rows of the people and their slices are settled by the caller (`undoPeople`), who names the undoing `undoId`.
 */
export async function reverseBatch(ctx: Ctx, batchId: string, undoId: string): Promise<void> {
  await run(ctx.tx, sql`insert into people.undone (batch_id, undo_id, at) values (${batchId}, ${undoId}, ${ctx.now})`)
  await reverse(
    ctx,
    batchId,
    'people.fact',
    'person_id, grp, slot, valid, from_precision, to_precision, data, level, evidence, source',
  )
  await reverse(ctx, batchId, 'people.identifier', 'person_id, scheme, sealed, digest, last3, state, source')
  await opened(ctx.tx, () =>
    reverse(
      ctx,
      batchId,
      'people.sealed_fact',
      'person_id, grp, slot, valid, from_precision, to_precision, sealed, digest, level, evidence, source',
    ),
  )
}

async function reverse(ctx: Ctx, batchId: string, table: string, columns: string): Promise<void> {
  const [into, list] = [sql.raw(table), sql.raw(columns)]
  await run(
    ctx.tx,
    sql`update ${into} set superseded_at = ${ctx.now} where batch_id = ${batchId} and superseded_at is null`,
  )
  await run(
    ctx.tx,
    sql`insert into ${into} (id, ${list}, batch_id, recorded_at)
        select gen_random_uuid(), ${list}, batch_id, ${ctx.now} from ${into}
        where superseded_batch = ${batchId} and batch_id is distinct from ${batchId}`,
  )
}
