/** Đọc sổ cái: lines within the reader's rights, newest first. Row level security draws the border. */
import { addDays, type Day, startOf } from '../../kernel/day.ts'
import { maybeRow, row, rows, sql, type Tx, texts } from '../../platform/database/sql.ts'
import type { LedgerLine } from '../../platform/ledger/record.ts'

/** Dòng sổ cái đầy đủ. */
export type FullLine = LedgerLine & { request: string; hash: string; before_hash: string; unit_name: string | null }

/** Điều kiện lọc. */
export type AuditFilter = {
  /** Part of the actor's name, or a whole actor id. */
  readonly person: string
  /** `type:id`, or the beginning of it. */
  readonly subject: string
  /** Kinds of facts, null = all. */
  readonly kinds: readonly string[] | null
  readonly from: Day | null
  readonly until: Day | null
}

const LINE = sql`select l.seq, l.at, l.actor_kind, l.actor_id, l.actor_name, l.kind, l.subject, l.unit_id, l.reason, l.data, l.request,
  encode(l.hash, 'hex') as hash, encode(l.before_hash, 'hex') as before_hash, organisations.office_name(l.unit_id) as unit_name
  from platform.ledger l`

const startsWith = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`

/** Lines that fit, newest first, at most `size`; `below` = show only lines before this number. */
export const readLedger = (tx: Tx, f: AuditFilter, page: { below: number | null; size: number }): Promise<FullLine[]> =>
  rows<FullLine>(
    tx,
    sql`${LINE} where (${page.below}::bigint is null or l.seq < ${page.below})
        and (${f.person} = '' or l.actor_id = ${f.person} or l.actor_name ilike ${`%${startsWith(f.person)}`})
        and (${f.subject} = '' or l.subject like ${startsWith(f.subject)})
        and (${f.kinds === null} or l.kind = any (${texts(f.kinds ?? [])}))
        and (${f.from === null} or l.at >= ${f.from === null ? null : startOf(f.from)}::timestamptz)
        and (${f.until === null} or l.at < ${f.until === null ? null : startOf(addDays(f.until, 1))}::timestamptz)
        order by l.seq desc limit ${page.size}`,
  )

/** One line, or null when there is none within the reader's rights. */
export const findLine = (tx: Tx, seq: number): Promise<FullLine | null> =>
  maybeRow<FullLine>(tx, sql`${LINE} where l.seq = ${seq}`)

/** How many lines the reader may see, and the last of them. */
export const ledgerSize = (tx: Tx): Promise<{ lines: number; last: number; hash: string | null }> =>
  row(
    tx,
    sql`select count(*) as lines, coalesce(max(seq), 0) as last,
          (select encode(hash, 'hex') from platform.ledger order by seq desc limit 1) as hash from platform.ledger`,
  )
