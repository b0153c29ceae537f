/** Xem lô nhập: SQL reads for screens, commands and runs. Scope by the policies. */
import type { Actor } from '../../kernel/actor.ts'
import { maybeRow, rows, sql, type Tx, texts } from '../../platform/database/sql.ts'
import type { Remembered } from './rules/columns.ts'
import type { Severity } from './rules/findings.ts'
import type { Decisions } from './rules/row-work.ts'
import type { Batch, RowOutcome } from './words.ts'

const BATCH = sql`b.id, b.unit_id as "unitId", b.unit_code as "unitCode", b.unit_name as "unitName", b.file_id as "fileId",
  b.file_name as "fileName", b.file_sha256 as "fileSha256", b.file_kind as "fileKind", b.as_of as "asOf", b.plan, b.notes, b.state, b.counts,
  b.trouble, b.made_by as "madeBy", b.made_name as "madeName", b.made_at as "madeAt", b.written_at as "writtenAt", b.version`

/** One batch, or null. */
export const findBatch = (tx: Tx, id: string): Promise<Batch | null> =>
  maybeRow(tx, sql`select ${BATCH} from imports.batch b where b.id = ${id}`)

/** Batches, newest first. */
export const listBatches = (tx: Tx, page: { limit: number; offset: number }): Promise<Batch[]> =>
  rows(
    tx,
    sql`select ${BATCH} from imports.batch b order by b.made_at desc, b.id limit ${page.limit} offset ${page.offset}`,
  )

/** Batches after one of them, newest first (ids are in the order of time): how a machine reads all of them. */
export const batchesAfter = (tx: Tx, after: string | null, limit: number): Promise<Batch[]> =>
  rows(
    tx,
    sql`select ${BATCH} from imports.batch b where ${after}::uuid is null or b.id < ${after}::uuid order by b.id desc limit ${limit}`,
  )

/** The last batch of the body that wrote the same file, or null. */
export const writtenBefore = (tx: Tx, unitId: string, sha256: string): Promise<Batch | null> =>
  maybeRow(
    tx,
    sql`select ${BATCH} from imports.batch b where b.unit_id = ${unitId} and b.file_sha256 = ${sha256} and b.state = 'da-ghi'
        order by b.written_at desc limit 1`,
  )

/** What runs or waits to run, oldest first. */
export const runningBatches = (
  tx: Tx,
): Promise<{ id: string; state: 'dang-kiem-tra' | 'dang-ghi'; askedBy: Actor }[]> =>
  rows(
    tx,
    sql`select id, state, asked_by as "askedBy" from imports.batch where state in ('dang-kiem-tra', 'dang-ghi') order by made_at, id`,
  )

/** How far a run is, or null. */
export const progressOf = (
  tx: Tx,
  batchId: string,
): Promise<{ rows: number; total: number; at: Temporal.Instant } | null> =>
  maybeRow(tx, sql`select rows, total, at from imports.progress where batch_id = ${batchId}`)

/** Columns chosen before by the body, by their headings. */
export async function columnsBefore(tx: Tx, unitId: string): Promise<Map<string, Remembered>> {
  const found = await rows<{ fingerprint: string; targets: [number, string][] }>(
    tx,
    sql`select fingerprint, targets from imports.column_memory where unit_id = ${unitId}`,
  )
  return new Map(found.map((m) => [m.fingerprint, new Map(m.targets)]))
}

/** Ways of writing the body decided on. */
export async function decisionsOf(tx: Tx, unitId: string): Promise<Decisions> {
  const found = await rows<{ target: string; words: string; code: string | null }>(
    tx,
    sql`select target, words, code from imports.value_decision where unit_id = ${unitId}`,
  )
  return new Map(found.map((d) => [`${d.target}\n${d.words}`, d.code]))
}

/** Ways of writing that wait, most frequent first. */
export type WaitingValue = {
  readonly target: string
  readonly words: string
  readonly shown: string
  readonly list: string
  readonly cells: number
}

/** The queue of a batch. */
export const waitingValues = (tx: Tx, batchId: string): Promise<WaitingValue[]> =>
  rows(
    tx,
    sql`select w.target, w.words, w.shown, w.list, w.cells from imports.waiting_value w
        join imports.batch b on b.id = w.batch_id
        where w.batch_id = ${batchId} and not exists (select 1 from imports.value_decision d
          where d.unit_id = b.unit_id and d.target = w.target and d.words = w.words)
        order by w.cells desc, w.target, w.words`,
  )

/** Điều thấy, as kept. */
export type KeptFinding = {
  readonly sheet: string
  readonly row: number
  readonly column: number | null
  readonly code: string
  readonly severity: Severity
  readonly message: string
}

/** Findings of a batch in the order of the file. */
export const findingsOf = (
  tx: Tx,
  batchId: string,
  page: { limit: number; offset: number },
  onlyErrors = false,
): Promise<KeptFinding[]> =>
  rows(
    tx,
    sql`select sheet, row_no as row, column_no as column, code, severity, message from imports.finding
        where batch_id = ${batchId} and (not ${onlyErrors} or severity = 'error') order by ordinal limit ${page.limit} offset ${page.offset}`,
  )

/** How many findings of each kind. */
export const findingGroups = (
  tx: Tx,
  batchId: string,
): Promise<{ code: string; severity: Severity; cells: number; example: string }[]> =>
  rows(
    tx,
    sql`select code, severity, count(*) as cells, min(sheet || E'\n' || row_no || E'\n' || coalesce(column_no::text, '')) as example
        from imports.finding where batch_id = ${batchId} group by code, severity
        order by severity = 'error' desc, severity = 'warning' desc, count(*) desc, code`,
  )

/** Dòng phải xem. */
export type OutcomeRow = {
  readonly sheet: string
  readonly row: number
  readonly rowKey: string
  readonly name: string
  readonly outcome: Exclude<RowOutcome, 'same'>
  readonly personId: string | null
  readonly fields: readonly {
    readonly group: string
    readonly field: string
    readonly before: unknown
    readonly after: unknown
  }[]
  readonly candidates: readonly {
    readonly id: string
    readonly name: string
    readonly code: string
    readonly reasons: readonly string[]
    /** Name, day of birth and something more agree: one press decides. Absent in what was kept before. */
    readonly likely?: boolean
  }[]
  /** What an officer decided: a person, `new`, or null. */
  readonly decided: string | null
}

/** Rows of some outcomes, in the order of the file. */
export const outcomeRows = (
  tx: Tx,
  batchId: string,
  outcomes: readonly RowOutcome[],
  page: { limit: number; offset: number },
): Promise<OutcomeRow[]> =>
  rows(
    tx,
    sql`select o.sheet, o.row_no as row, o.row_key as "rowKey", o.name, o.outcome, o.person_id as "personId", o.fields, o.candidates,
          case when l.decided then coalesce(l.person_id::text, 'new') end as decided
        from imports.row_outcome o join imports.batch b on b.id = o.batch_id
        left join imports.row_link l on l.unit_id = b.unit_id and l.row_key = o.row_key and l.decided
        where o.batch_id = ${batchId} and o.outcome = any(${texts(outcomes)}) order by o.sheet, o.row_no limit ${page.limit} offset ${page.offset}`,
  )

/** One row, or null. */
export const findOutcome = (tx: Tx, batchId: string, at: { sheet: string; row: number }): Promise<OutcomeRow | null> =>
  maybeRow(
    tx,
    sql`select o.sheet, o.row_no as row, o.row_key as "rowKey", o.name, o.outcome, o.person_id as "personId", o.fields, o.candidates, null as decided
        from imports.row_outcome o where o.batch_id = ${batchId} and o.sheet = ${at.sheet} and o.row_no = ${at.row}`,
  )

/** Ai đứng sau một dòng; null = somebody new. */
export type RowLink = { readonly key: string; readonly personId: string | null }

/** Who rows of the body were before, or were decided to be. */
export async function linksOf(tx: Tx, unitId: string, keys: readonly string[]): Promise<Map<string, RowLink>> {
  const found = await rows<RowLink>(
    tx,
    sql`select row_key as key, person_id as "personId" from imports.row_link where unit_id = ${unitId} and row_key = any(${texts(keys)})`,
  )
  return new Map(found.map((l) => [l.key, l]))
}

/** Batches of the same body whose lists are of the same day. */
export const batchesOfDay = async (tx: Tx, batch: Pick<Batch, 'unitId' | 'asOf'>): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      tx,
      sql`select id from imports.batch where unit_id = ${batch.unitId} and as_of = ${batch.asOf}`,
    )
  ).map((b) => b.id)
