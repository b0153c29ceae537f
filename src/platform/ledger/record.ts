/**
 * Sổ cái: one fact per action, in the same transaction as the change. Append-only and hash-chained; evidence and outbox.
 */
import type { Actor } from '../../kernel/actor.ts'
import { json, maybeRow, rows, run, sql, type Tx, texts } from '../database/sql.ts'

/** Sự kiện: what happened, to what, for which unit, why. No tier B/C value stands in it. */
export type Fact = {
  /** `module.event`, past tense: `report.submitted`. */
  readonly kind: string
  /** `type:id` of the thing it happened to. */
  readonly subject: string
  /** The unit concerned; decides who may read the fact. */
  readonly unit?: string | null
  readonly reason?: string
  /** Details for histories: codes, labels, figures of tier A. */
  readonly data?: Readonly<Record<string, unknown>>
}

/** One line of the ledger. */
export type LedgerLine = {
  seq: number
  at: Temporal.Instant
  actor_kind: string
  actor_id: string
  actor_name: string
  kind: string
  subject: string
  unit_id: string | null
  reason: string
  data: Record<string, unknown>
}

/** Writes one fact and wakes the jobs that read facts. */
export async function recordFact(
  tx: Tx,
  at: { actor: Actor; now: Temporal.Instant; id: string; request?: string },
  fact: Fact,
): Promise<void> {
  await run(
    tx,
    sql`select platform.record_fact(${at.id}, ${at.now}, ${at.actor.kind}, ${at.actor.id}, ${at.actor.name}, ${fact.kind},
      ${fact.subject}, ${fact.unit ?? null}, ${fact.reason ?? ''}, ${json(fact.data ?? {})}, ${at.request ?? ''})`,
  )
}

/** The history of one thing, or of several together, oldest first, within the reader's rights. */
export function historyOf(tx: Tx, ...subjects: readonly string[]): Promise<LedgerLine[]> {
  return rows<LedgerLine>(
    tx,
    sql`select seq, at, actor_kind, actor_id, actor_name, kind, subject, unit_id, reason, data
        from platform.ledger where subject = any(${texts(subjects)}) order by seq`,
  )
}

/** Facts after `seq`, oldest first, at most `limit`: how jobs follow the ledger. */
export function factsAfter(tx: Tx, seq: number, limit = 500): Promise<LedgerLine[]> {
  return rows<LedgerLine>(
    tx,
    sql`select seq, at, actor_kind, actor_id, actor_name, kind, subject, unit_id, reason, data
        from platform.ledger where seq > ${seq} order by seq limit ${limit}`,
  )
}

/** Facts from an instant on that the reader may see, newest first. */
export function factsSince(tx: Tx, from: Temporal.Instant, limit: number): Promise<LedgerLine[]> {
  return rows<LedgerLine>(
    tx,
    sql`select seq, at, actor_kind, actor_id, actor_name, kind, subject, unit_id, reason, data
        from platform.ledger where at >= ${from} order by seq desc limit ${limit}`,
  )
}

/** Kiểm tra chuỗi: the first line whose link or hash does not fit, or null when the whole ledger is intact. */
export async function firstBrokenFact(tx: Tx): Promise<number | null> {
  const found = await maybeRow<{ seq: number | null }>(tx, sql`select platform.first_broken_fact() as seq`)
  return found?.seq ?? null
}
