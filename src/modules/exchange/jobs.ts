/** Việc nền: after facts, news are queued for whoever asked for them; every minute what is due is sent. */
import { systemActor } from '../../kernel/actor.ts'
import { newId } from '../../platform/action.ts'
import { forgetAnswers } from '../../platform/database/answers.ts'
import { transact } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/sql.ts'
import type { Job, JobCtx } from '../../platform/jobs/job.ts'
import { factsAfter } from '../../platform/ledger/record.ts'
import { unitsByIds } from '../organisations/public.ts'
import { bodyOf, nextTry } from './rules/webhook.ts'
import { sendNews } from './send-news.ts'
import { followTo, forgetDeliveries, queueDelivery, settle, takeDue } from './store.ts'
import { following } from './views.ts'

const BATCH = 500
const AT_ONCE = 20
const MOST_ROUNDS = 5
const KEPT_DAYS = 90

/** Queues the news of one batch of facts for every subscription in force; how many facts were read. */
async function queueBatch(tx: Tx, now: Temporal.Instant): Promise<number> {
  const list = await following(tx)
  if (list.length === 0) return 0
  const from = Math.min(...list.map((s) => s.seq))
  const lines = await factsAfter(tx, from, BATCH)
  const last = lines.at(-1)
  if (last === undefined) return 0
  const ids = [...new Set(lines.flatMap((l) => (l.unit_id ? [l.unit_id] : [])))]
  const codes = new Map((await unitsByIds(tx, ids)).map((u) => [u.id, u.code]))
  for (const s of list) {
    for (const line of lines.filter((l) => l.seq > s.seq && s.kinds.includes(l.kind))) {
      const body = bodyOf(line, codes.get(line.unit_id ?? '') ?? null)
      await queueDelivery({ tx, now, newId }, { subscriptionId: s.id, seq: line.seq, kind: line.kind, body })
    }
    await followTo(tx, s.id, Math.max(s.seq, last.seq))
  }
  return lines.length
}

/** Follows the ledger to its end. */
export async function queueNews({ db, now }: JobCtx): Promise<void> {
  let read = BATCH
  while (read === BATCH) read = await transact(db, systemActor(), (tx) => queueBatch(tx, now))
}

/** Sends what is due, some at once; a process that stops while sending leaves the news to be sent again. */
export async function sendDue({ db, now }: JobCtx): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const due = await transact(db, systemActor(), (tx) => takeDue(tx, now, now.add({ minutes: 2 }), AT_ONCE))
    await Promise.all(
      due.map(async (d) => {
        const tried = await sendNews(d, now)
        const next = tried.ok ? null : nextTry(d.tries, now)
        await transact(db, systemActor(), (tx) => settle(tx, { id: d.id, ...tried, now, next }))
      }),
    )
    if (due.length < AT_ONCE) return
  }
}

/** Forgets what is not needed any more: news that were settled long ago, answers that are not given again. */
export async function tidyUp({ db, now }: JobCtx): Promise<void> {
  await transact(db, systemActor(), async (tx) => {
    await forgetDeliveries(tx, now.subtract({ hours: 24 * KEPT_DAYS }))
    await forgetAnswers({ tx, now })
  })
}

/** Jobs of the module. 19:15 UTC = 02:15 in Vietnam. */
export const jobs: readonly Job[] = [
  { name: 'exchange.queue-news', title: 'Xếp tin cho nơi nhận', afterFacts: true, run: queueNews },
  { name: 'exchange.send-news', title: 'Gửi tin cho nơi nhận', cron: '* * * * *', run: sendDue },
  { name: 'exchange.tidy-up', title: 'Bỏ tin cũ và câu trả lời cũ', cron: '15 19 * * *', run: tidyUp },
]
