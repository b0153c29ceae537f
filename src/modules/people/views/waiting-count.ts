/** Số mục chờ xác nhận, for the counter of the menu; kept by the process until somebody changes. */
import type { Actor } from '../../../kernel/actor.ts'
import { shared } from '../../../platform/database/kept.ts'
import { row, sql, type Tx } from '../../../platform/database/sql.ts'
import { scopeKey } from './asked-for.ts'

/** Entries that people declared and nobody confirmed, within the reader's scope (row level security narrows them). */
export const waitingCount = (tx: Tx, scope: Actor['scope']): Promise<number> =>
  shared(
    tx,
    ['people'],
    `people.waiting:${scopeKey(tx, scope)}`,
    async () =>
      (
        await row<{ n: number }>(
          tx,
          sql`select count(*) as n from people.fact f where f.superseded_at is null and f.level = 0 and f.source = 'khai'`,
        )
      ).n,
  )
