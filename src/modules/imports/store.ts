/** Ghi lô nhập: the only SQL that writes the schema `imports`. People themselves are written by `people`. */
import type { Actor } from '../../kernel/actor.ts'
import type { Ctx } from '../../platform/action.ts'
import { type BulkValue, stage } from '../../platform/database/bulk.ts'
import { json, run, sql, type Tx } from '../../platform/database/sql.ts'
import type { Plan, SheetPlan } from './rules/plan.ts'
import { targetsOf } from './rules/plan.ts'
import type { KeptFinding, OutcomeRow, WaitingValue } from './views.ts'
import type { Batch, BatchState, Counts } from './words.ts'

/** Saves a new batch. */
export async function saveBatch(ctx: Ctx, b: Batch): Promise<void> {
  await run(
    ctx.tx,
    sql`insert into imports.batch (id, unit_id, unit_code, unit_name, file_id, file_name, file_sha256, file_kind, as_of, plan, notes, state, made_by, made_name, made_at)
        values (${b.id}, ${b.unitId}, ${b.unitCode}, ${b.unitName}, ${b.fileId}, ${b.fileName}, ${b.fileSha256}, ${b.fileKind}, ${b.asOf},
          ${json(b.plan)}, ${json(b.notes)}, ${b.state}, ${b.madeBy}, ${b.madeName}, ${b.madeAt})`,
  )
}

/** What changes of a batch; false when it was changed meanwhile. */
export async function changeBatch(
  ctx: Ctx,
  b: Pick<Batch, 'id' | 'version'>,
  to: { state: BatchState; plan?: Plan; counts?: Counts; trouble?: string; askedBy?: Actor | null; written?: boolean },
): Promise<boolean> {
  const touched = await run(
    ctx.tx,
    sql`update imports.batch set state = ${to.state}, plan = coalesce(${to.plan === undefined ? null : JSON.stringify(to.plan)}::jsonb, plan),
          counts = coalesce(${to.counts === undefined ? null : JSON.stringify(to.counts)}::jsonb, counts), trouble = ${to.trouble ?? ''},
          asked_by = ${to.askedBy ? JSON.stringify(to.askedBy) : null}::jsonb,
          written_at = case when ${to.written === true} then ${ctx.now}::timestamptz else written_at end, version = version + 1
        where id = ${b.id} and version = ${b.version}`,
  )
  return touched === 1
}

/** Keeps which columns were chosen for the headings of a sheet of the body. */
export async function rememberColumns(ctx: Ctx, unitId: string, sheet: SheetPlan): Promise<void> {
  await run(
    ctx.tx,
    sql`insert into imports.column_memory (unit_id, fingerprint, targets, kept_at)
        values (${unitId}, ${sheet.fingerprint}, ${json(targetsOf(sheet))}, ${ctx.now})
        on conflict (unit_id, fingerprint) do update set targets = excluded.targets, kept_at = excluded.kept_at`,
  )
}

/** Keeps what a way of writing means for the body; null = it is left out. */
export async function decideValue(
  ctx: Ctx,
  unitId: string,
  v: { target: string; words: string; shown: string; code: string | null },
): Promise<void> {
  await run(
    ctx.tx,
    sql`insert into imports.value_decision (unit_id, target, words, shown, code, decided_by, decided_at)
        values (${unitId}, ${v.target}, ${v.words}, ${v.shown}, ${v.code}, ${ctx.actor.name}, ${ctx.now})
        on conflict (unit_id, target, words) do update set code = excluded.code, decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
  )
}

/** Keeps who a row of the body is; null = somebody new. */
export async function decideRow(
  ctx: Ctx,
  link: { unitId: string; rowKey: string; personId: string | null; batchId: string },
): Promise<void> {
  await run(
    ctx.tx,
    sql`insert into imports.row_link (unit_id, row_key, person_id, batch_id, decided)
        values (${link.unitId}, ${link.rowKey}, ${link.personId}, ${link.batchId}, true)
        on conflict (unit_id, row_key) do update set person_id = excluded.person_id, batch_id = excluded.batch_id, decided = true`,
  )
}

/** Keeps who rows were written as; a row decided to be somebody new is that person from now on. */
export async function linkRows(
  ctx: Ctx,
  batch: Pick<Batch, 'id' | 'unitId'>,
  links: readonly { key: string; personId: string }[],
): Promise<void> {
  if (links.length === 0) return
  const table = await stage(
    ctx.tx,
    'staged_link',
    [
      ['key', 'text'],
      ['person_id', 'uuid'],
    ],
    links.map((l) => [l.key, l.personId]),
  )
  await run(
    ctx.tx,
    sql`insert into imports.row_link (unit_id, row_key, person_id, batch_id, decided)
        select ${batch.unitId}::uuid, key, person_id, ${batch.id}::uuid, false from ${table}
        on conflict (unit_id, row_key) do update set person_id = excluded.person_id,
          batch_id = case when row_link.person_id is distinct from excluded.person_id then excluded.batch_id else row_link.batch_id end`,
  )
}

/** Rows that a batch linked are nobody again. */
export const unlinkRows = (ctx: Ctx, batchId: string): Promise<number> =>
  run(ctx.tx, sql`delete from imports.row_link where batch_id = ${batchId} and not decided`)

/** What a run found replaces what an earlier one found. */
export async function saveResults(
  ctx: Ctx,
  batchId: string,
  found: {
    findings: readonly KeptFinding[]
    rows: readonly Omit<OutcomeRow, 'decided'>[]
    waiting: readonly WaitingValue[]
  },
): Promise<void> {
  await run(ctx.tx, sql`delete from imports.finding where batch_id = ${batchId}`)
  await run(ctx.tx, sql`delete from imports.row_outcome where batch_id = ${batchId}`)
  await run(ctx.tx, sql`delete from imports.waiting_value where batch_id = ${batchId}`)
  const findings = await stage(
    ctx.tx,
    'staged_finding',
    [
      ['ordinal', 'int'],
      ['sheet', 'text'],
      ['row_no', 'int'],
      ['column_no', 'int'],
      ['code', 'text'],
      ['severity', 'text'],
      ['message', 'text'],
    ],
    found.findings.map((f, i): BulkValue[] => [i, f.sheet, f.row, f.column, f.code, f.severity, f.message]),
  )
  await run(
    ctx.tx,
    sql`insert into imports.finding (batch_id, ordinal, sheet, row_no, column_no, code, severity, message)
        select ${batchId}::uuid, ordinal, sheet, row_no, column_no, code, severity, message from ${findings}`,
  )
  const outcomes = await stage(
    ctx.tx,
    'staged_outcome',
    [
      ['sheet', 'text'],
      ['row_no', 'int'],
      ['row_key', 'text'],
      ['name', 'text'],
      ['outcome', 'text'],
      ['person_id', 'uuid'],
      ['fields', 'text'],
      ['candidates', 'text'],
    ],
    found.rows.map((r): BulkValue[] => [
      r.sheet,
      r.row,
      r.rowKey,
      r.name,
      r.outcome,
      r.personId,
      JSON.stringify(r.fields),
      JSON.stringify(r.candidates),
    ]),
  )
  await run(
    ctx.tx,
    sql`insert into imports.row_outcome (batch_id, sheet, row_no, row_key, name, outcome, person_id, fields, candidates)
        select ${batchId}::uuid, sheet, row_no, row_key, name, outcome, person_id, fields::jsonb, candidates::jsonb from ${outcomes}`,
  )
  const waiting = await stage(
    ctx.tx,
    'staged_waiting',
    [
      ['target', 'text'],
      ['words', 'text'],
      ['shown', 'text'],
      ['list', 'text'],
      ['cells', 'int'],
    ],
    found.waiting.map((w): BulkValue[] => [w.target, w.words, w.shown, w.list, w.cells]),
  )
  await run(
    ctx.tx,
    sql`insert into imports.waiting_value (batch_id, target, words, shown, list, cells)
        select ${batchId}::uuid, target, words, shown, list, cells from ${waiting}`,
  )
}

/** How far a run is; written from outside its transaction. */
export const saveProgress = (
  tx: Tx,
  batchId: string,
  p: { rows: number; total: number; at: Temporal.Instant },
): Promise<number> =>
  run(
    tx,
    sql`insert into imports.progress (batch_id, rows, total, at) values (${batchId}, ${p.rows}, ${p.total}, ${p.at})
        on conflict (batch_id) do update set rows = excluded.rows, total = excluded.total, at = excluded.at`,
  )

/** One import writes at a time: a second one waits here until the first is done. */
export const waitForTurn = (tx: Tx): Promise<number> =>
  run(tx, sql`select pg_advisory_xact_lock(hashtext('imports.write'))`)
