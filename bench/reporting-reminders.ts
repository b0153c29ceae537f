/** Nhắc hạn khi tiến trình bị giết: the reminders of a day, killed in the middle again and again; each of them arrives, once. */
import { setTimeout as sleep } from 'node:timers/promises'
import { systemActor } from '../src/kernel/actor.ts'
import { type Database, transact } from '../src/platform/database/pool.ts'
import { row, run, sql, texts } from '../src/platform/database/sql.ts'
import { startTestPost } from '../src/platform/mail/fixtures.ts'
import type { Opened } from '../src/platform/open.ts'
import type { Night } from './reporting-world.ts'
import type { System } from './system.ts'

/** What was found. */
export type RemindersFound = {
  readonly kills: number
  /** Steps of the ladder sent, and how many bodies owed one. */
  readonly reminders: number
  readonly owing: number
  readonly notices: number
  readonly mails: number
  /** Messages at the mail server, and those that came twice under one Message-ID. */
  readonly arrived: number
  readonly arrivedTwice: number
  readonly seconds: number
  readonly wrong: readonly string[]
}

/** People who agreed to mails. */
const READERS = 120
/** Three days before the last day; then, after a jump, the last day itself. */
const MORNINGS = ['2026-12-01T07:30:00+07:00', '2026-12-03T07:30:00+07:00'] as const
const PATIENCE_S = 150

type Start = (
  now: string,
  more: Readonly<Record<string, string>>,
) => Promise<{ apps: readonly System[]; stop: () => Promise<void> }>
type Counts = {
  reminders: number
  twice: number
  notices: number
  noticesTwice: number
  mails: number
  waiting: number
  sent: number
}

const counts = (db: Database): Promise<Counts> =>
  transact(db, systemActor(), (tx) =>
    row<Counts>(
      tx,
      sql`select (select count(*) from notices.reminder) as reminders,
            (select count(*) from (select 1 from notices.reminder group by obligation_id, due_before, step having count(*) > 1) x) as twice,
            (select count(*) from notices.notice where kind = 'nhac-han') as notices,
            (select count(*) from (select 1 from notices.notice where kind = 'nhac-han' group by account_id, key having count(*) > 1) x) as "noticesTwice",
            (select count(*) from notices.mail) as mails,
            (select count(*) from notices.mail where state = 'cho-gui') as waiting,
            (select count(*) from notices.mail where state = 'da-gui') as sent`,
    ),
  )

const ask = (db: Database): Promise<unknown> =>
  db.pool.query("select graphile_worker.add_job('notices.remind', '{}'::json, job_key := 'notices.remind')")
const askMails = (db: Database): Promise<unknown> =>
  db.pool.query("select graphile_worker.add_job('notices.send-mails', '{}'::json, job_key := 'notices.send-mails')")

/** People of bodies that owe agree to mails. */
async function agree(db: Database, night: Night): Promise<void> {
  const ids = night.bodies
    .filter((b) => b.part === 'idle')
    .slice(0, READERS)
    .map((b) => b.officer.accountId)
  await transact(db, systemActor(), (tx) =>
    run(
      tx,
      sql`insert into notices.mail_choice (account_id, address, rhythm, agreed_at)
          select id::text, email, 'theo-bac', '2026-11-20T08:00:00+07' from accounts.account where id::text = any (${texts(ids)})`,
    ),
  )
}

/** The whole of it. */
export async function measureReminders(
  { system, night }: { system: Opened; night: Night },
  start: Start,
): Promise<RemindersFound> {
  const { db } = system
  const post = await startTestPost()
  const began = performance.now()
  const settings = {
    NGUYEN_KHI_SMTP_URL: post.url,
    NGUYEN_KHI_MAIL_FROM: 'Thử <thu@tinh.gov.vn>',
    NGUYEN_KHI_ADDRESS: 'https://thu.example.vn',
  }
  const wrong: string[] = []
  let kills = 0
  const until = async (what: string, so: (c: Counts) => boolean, again?: () => Promise<unknown>): Promise<void> => {
    const limit = performance.now() + PATIENCE_S * 1000
    for (let i = 0; ; i++) {
      if (so(await counts(db))) return
      if (performance.now() > limit) {
        wrong.push(`không xong: ${what}`)
        return
      }
      if (i % 40 === 39) await again?.()
      await sleep(50)
    }
  }
  const owing = night.bodies.filter((b) => b.part !== 'sent').length
  try {
    await agree(db, night)
    for (const [day, morning] of MORNINGS.entries()) {
      const before = await counts(db)
      const expected = { reminders: before.reminders + owing, sent: before.sent + READERS }
      // Killed before anything was written, while mails are queued, and twice while they go out.
      const cuts: ((c: Counts) => boolean)[] =
        day === 0
          ? [
              () => true,
              (c) => c.mails >= before.mails + READERS / 3,
              () => post.received.length >= READERS / 4,
              () => post.received.length >= READERS / 2,
            ]
          : [(c) => c.mails > before.mails + READERS / 2]
      const first = await start(morning, settings)
      await ask(db)
      let running = first
      for (const cut of cuts) {
        await until('lượt bị ngắt', cut, () => askMails(db))
        if (cut === cuts[0]) await sleep(120)
        await Promise.all(running.apps.map((a) => a.kill()))
        kills++
        running = await start(morning, settings)
      }
      // A second run on the same day says nothing twice.
      await ask(db)
      await until(
        'mọi lượt nhắc và thư',
        (c) => c.reminders >= expected.reminders && c.waiting === 0 && c.sent >= expected.sent,
        () => askMails(db),
      )
      await running.stop()
      const after = await counts(db)
      if (after.reminders !== expected.reminders)
        wrong.push(`ngày ${day + 1}: ${after.reminders} lượt nhắc, cần ${expected.reminders}`)
      if (after.sent !== expected.sent) wrong.push(`ngày ${day + 1}: ${after.sent} thư, cần ${expected.sent}`)
    }
    const end = await counts(db)
    const ids = post.received.map((m) => m.id)
    const arrivedTwice = ids.length - new Set(ids).size
    if (end.twice + end.noticesTwice > 0)
      wrong.push(`${end.twice} bậc nhắc hai lần, ${end.noticesTwice} thông báo hai lần`)
    if (new Set(ids).size !== end.sent) wrong.push(`${end.sent} thư ghi là gửi, ${new Set(ids).size} thư tới nơi`)
    // The message in the air at a kill comes again under its own Message-ID; no other may.
    if (arrivedTwice > kills) wrong.push(`${arrivedTwice} thư tới hai lần sau ${kills} lần ngắt`)
    return {
      kills,
      reminders: end.reminders,
      owing,
      notices: end.notices,
      mails: end.mails,
      arrived: ids.length,
      arrivedTwice,
      seconds: Math.round((performance.now() - began) / 1000),
      wrong,
    }
  } finally {
    await post.stop()
  }
}
