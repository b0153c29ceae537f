/** Việc nền: reads the ledger after every fact and puts notices into inboxes; sends the reminders of the day. */
import { systemActor } from '../../kernel/actor.ts'
import { dayOf, yearOf } from '../../kernel/day.ts'
import { newId, perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/sql.ts'
import type { Job, JobCtx } from '../../platform/jobs/job.ts'
import { factsAfter } from '../../platform/ledger/record.ts'
import { accountsOf } from '../accounts/public.ts'
import { unitsByIds } from '../organisations/public.ts'
import { obligationsOf, openPeriods } from '../reporting/public.ts'
import { draftUrgingLetter } from './actions/draft-urging-letter.ts'
import { remindOfTalents } from './actions/remind-of-talents.ts'
import { sendReminders } from './actions/send-reminders.ts'
import { queueDigests } from './jobs/digests.ts'
import { sendMails } from './jobs/send-mails.ts'
import { noticeFor } from './rules/audience.ts'
import { bodiesToUrge } from './rules/escalation.ts'
import { deliver, followedTo, followTo, queueMail } from './store.ts'
import { lettersOf, mailChoices } from './views.ts'
import { AT_ONCE } from './words.ts'

const FOLLOWER = 'notices'
const BATCH = 500

const AT_ONCE_DAYS = 3

/** Queues a mail for each new notice whose reader had agreed to mails when it happened. */
async function mailAtOnce(
  tx: Tx,
  { now, happened }: { now: Temporal.Instant; happened: Temporal.Instant },
  landed: ReadonlyMap<string, string>,
): Promise<void> {
  if (landed.size === 0) return
  for (const { accountId, agreedAt } of await mailChoices(tx, [...landed.keys()])) {
    const noticeId = landed.get(accountId)
    if (noticeId === undefined || Temporal.Instant.compare(agreedAt, happened) > 0) continue
    const goodUntil = now.add({ hours: AT_ONCE_DAYS * 24 })
    await queueMail({ tx, now, newId }, { accountId, kind: 'ngay', key: `ngay:${noticeId}`, noticeId, goodUntil })
  }
}

/** Delivers the notices of one batch of facts; returns how many facts were read. Records no fact itself: it would follow its own tail. */
async function followBatch(tx: Tx, now: Temporal.Instant): Promise<number> {
  const today = dayOf(now)
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
        p.accountId !== line.actor_id &&
        (notice.people?.includes(p.accountId) ||
          (notice.roles.includes(p.role) && (notice.province || (notice.units ?? [line.unit_id]).includes(p.unitId)))),
    )
    const landed = await deliver(
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
    if (AT_ONCE.has(line.kind)) await mailAtOnce(tx, { now, happened: line.at }, landed)
  }
  await followTo(tx, FOLLOWER, lines.at(-1)?.seq ?? from)
  return lines.length
}

/** Follows the ledger to its end. */
export async function followFacts({ db, now }: JobCtx): Promise<void> {
  let read = BATCH
  while (read === BATCH) read = await transact(db, systemActor(), (tx) => followBatch(tx, now))
}

/** Seven days past the deadline the letter is drafted by itself; asked of what stands there, so a cut run is made good by the next. */
async function draftLetter({ db, now }: JobCtx, of: { regime: string; year: number }): Promise<void> {
  const units = await transact(db, systemActor(), async (tx) =>
    bodiesToUrge(await obligationsOf(tx, of, now), await lettersOf(tx, of), dayOf(now)),
  )
  if (units.length > 0) await perform(db, { actor: systemActor(), now }, draftUrgingLetter, { ...of, units })
}

/** Sends what the ladder asks for today in every open period, drafts the letters that are due, and queues the mails of the day. */
export async function remindToday(ctx: JobCtx): Promise<void> {
  const { db, now } = ctx
  const periods = await transact(db, systemActor(), (tx) => openPeriods(tx))
  for (const { slug: regime, year } of periods.filter((p) => p.year >= yearOf(dayOf(now)) - 1)) {
    await perform(db, { actor: systemActor(), now }, sendReminders, { regime, year })
    await draftLetter(ctx, { regime, year })
  }
  await queueDigests(ctx)
}

/** Tells bodies of the milestones of their talents. */
async function remindOfTalentsToday({ db, now }: JobCtx): Promise<void> {
  await perform(db, { actor: systemActor(), now }, remindOfTalents, {})
}

/** Jobs of the module. 00:30 UTC = 07:30 in Vietnam. */
export const jobs: readonly Job[] = [
  { name: 'notices.follow-facts', title: 'Báo cho người cần biết', afterFacts: true, run: followFacts },
  { name: 'notices.remind', title: 'Nhắc hạn trong ngày', cron: '30 0 * * *', run: remindToday },
  { name: 'notices.send-mails', title: 'Gửi thư đang chờ', cron: '* * * * *', afterFacts: true, run: sendMails },
  {
    name: 'notices.remind-of-talents',
    title: 'Nhắc mốc theo dõi nhân tài',
    cron: '40 0 * * *',
    run: remindOfTalentsToday,
  },
]
