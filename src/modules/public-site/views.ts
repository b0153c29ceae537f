/** Xem cho công chúng: facts of kinds that carry nothing but public matter. */
import { rows, sql, type Tx, texts } from '../../platform/database/sql.ts'
import type { LedgerLine } from '../../platform/ledger/record.ts'

/** Kinds of facts that are published: figures with their source, the plan and its amendments, periods. */
const PUBLISHED = [
  'indicator.value-recorded',
  'programme.adopted',
  'programme.amended',
  'reporting.period-opened',
  'goals.path-set',
]

const MOST = 50

/** The newest published facts. */
export const publicFacts = (tx: Tx): Promise<LedgerLine[]> =>
  rows(
    tx,
    sql`select seq, at, actor_kind, actor_id, actor_name, kind, subject, unit_id, reason, data from platform.ledger
        where kind = any (${texts(PUBLISHED)}) order by seq desc limit ${MOST}`,
  )
