/** Việc nền: reads the ledger after every fact and puts notices into inboxes; sends the reminders of the day. */
import { systemActor } from '../../kernel/actor.ts'
import { type Day, dayOf, yearOf } from '../../kernel/day.ts'
import { newId, perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/sql.ts'
import type { Job, JobCtx } from '../../platform/jobs/job.ts'
import { factsAfter } from '../../platform/ledger/record.ts'
import { accountsOf } from '../accounts/public.ts'
import { unitsByIds } from '../organisations/public.ts'
import { openPeriods } from '../reporting/public.ts'
import { remindOfTalents } from './actions/remind-of-talents.ts'
import { sendReminders } from './actions/send-reminders.ts'
import { noticeFor } from './rules/audience.ts'
import { deliver, followedTo, followTo } from './store.ts'

const FOLLOWER = 'notices'
const BATCH = 500

/** Delivers the notices of one batch of facts; returns how many facts were read. Records no fact itself: it would follow its own tail. */
async function followBatch(tx: Tx, today: Day): Promise<number> {
  const from = await followedTo(tx, FOLLOWER)
  const lines = await factsAfter(tx, from, BATCH)
  const units = new Map(
    (await unitsByIds(tx, [...new Set(lines.flatMap((l) => (l.unit_id ? [l.unit_id] : [])))])).map((u) => [u.id, u]),
  )
  const wanted = lines.flatMap((line) => {
    const unit = units.get(line.unit_id ?? '')
    const notice = noticeFor(line, { code: unit?.code ?? '', name: unit?.officeName ?? '' })
    return notice ? [{ line, notice }] : []
  })
  const people = wanted.length === 0 ? [] : await accountsOf(tx, {}, today)
  for (const { line, notice } of wanted) {
    const to = people.filter(
      (p) =>
        notice.roles.includes(p.role) &&
        (notice.province || p.unitId === line.unit_id) &&
        p.accountId !== line.actor_id,
    )
    await deliver(
      { tx, now: line.at, newId },
      {
        accountIds: to.map((p) => p.accountId),
        kind: line.kind,
        title: notice.title,
        body: notice.body,
        href: notice.href,
        key: `fact:${line.seq}`,
      },
    )
  }
  await followTo(tx, FOLLOWER, lines.at(-1)?.seq ?? from)
  return lines.length
}

/** Follows the ledger to its end. */
export async function followFacts({ db, now }: JobCtx): Promise<void> {
  let read = BATCH
  while (read === BATCH) read = await transact(db, systemActor(), (tx) => followBatch(tx, dayOf(now)))
}

/** Sends what the ladder asks for today in every open period. */
async function remindToday({ db, now }: JobCtx): Promise<void> {
  const periods = await transact(db, systemActor(), (tx) => openPeriods(tx))
  const recent = periods.filter((p) => p.year >= yearOf(dayOf(now)) - 1)
  for (const p of recent) await perform(db, { actor: systemActor(), now }, sendReminders, { year: p.year })
}

/** Tells bodies of the milestones of their talents. */
async function remindOfTalentsToday({ db, now }: JobCtx): Promise<void> {
  await perform(db, { actor: systemActor(), now }, remindOfTalents, {})
}

/** Jobs of the module. 00:30 UTC = 07:30 in Vietnam. */
export const jobs: readonly Job[] = [
  { name: 'notices.follow-facts', title: 'Báo cho người cần biết', afterFacts: true, run: followFacts },
  { name: 'notices.remind', title: 'Nhắc hạn trong ngày', cron: '30 0 * * *', run: remindToday },
  {
    name: 'notices.remind-of-talents',
    title: 'Nhắc mốc theo dõi nhân tài',
    cron: '40 0 * * *',
    run: remindOfTalentsToday,
  },
]
