/** Ghi: the only SQL that writes schema `notices`. */
import type { Day } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { ids, json, maybeRow, run, sql, type Tx, texts } from '../../platform/database/sql.ts'
import type { OfficialPaper } from '../../platform/word/official-paper.ts'
import type { Mention } from './rules/digest.ts'
import type { MailKind, MailState, Rhythm, Step } from './words.ts'

/** One notice to be put into inboxes. `key` makes it land once. */
export type NewNotice = {
  accountIds: readonly string[]
  kind: string
  title: string
  body: string
  href: string
  key: string
}

/** Puts a notice into each inbox, once per key. Returns the new ones, by account. */
export async function deliver(ctx: Pick<Ctx, 'tx' | 'now' | 'newId'>, n: NewNotice): Promise<Map<string, string>> {
  const made = new Map<string, string>()
  for (const account of new Set(n.accountIds)) {
    const id = ctx.newId()
    const done = await run(
      ctx.tx,
      sql`insert into notices.notice (id, account_id, kind, title, body, href, made_at, key)
          values (${id}, ${account}, ${n.kind}, ${n.title}, ${n.body}, ${n.href}, ${ctx.now}, ${n.key}) on conflict on constraint one_notice_per_event do nothing`,
    )
    if (done === 1) made.set(account, id)
  }
  return made
}

/** Marks notices of the actor as read; all of them when `only` is null. */
export const markAsRead = (ctx: Ctx, only: readonly string[] | null): Promise<number> =>
  run(
    ctx.tx,
    sql`update notices.notice set read_at = ${ctx.now} where account_id = ${ctx.actor.id} and read_at is null and (${only === null} or id = any (${ids(only ?? [])}))`,
  )

/** How far a follower has read the ledger; locked until commit so that two processes do not read the same facts. */
export async function followedTo(tx: Tx, name: string): Promise<number> {
  await run(tx, sql`insert into notices.follower (name, seq) values (${name}, 0) on conflict do nothing`)
  return (
    (await maybeRow<{ seq: number }>(tx, sql`select seq from notices.follower where name = ${name} for update`))?.seq ??
    0
  )
}

/** Moves a follower on. */
export const followTo = (tx: Tx, name: string, seq: number): Promise<number> =>
  run(tx, sql`update notices.follower set seq = ${seq} where name = ${name}`)

/** Who is told of a step: the name and role of the moment. */
export type Told = { accountId: string; name: string; role: string }

/** Records that a step of a deadline was sent, and to whom; false when it had been. */
export async function recordReminder(
  ctx: Ctx,
  r: { obligationId: string; unitId: string; year: number; dueBefore: Day; step: Step; told: readonly Told[] },
): Promise<boolean> {
  const id = ctx.newId()
  const made = await run(
    ctx.tx,
    sql`insert into notices.reminder (id, obligation_id, unit_id, year, due_before, step, sent_at)
        values (${id}, ${r.obligationId}, ${r.unitId}, ${r.year}, ${r.dueBefore}, ${r.step}, ${ctx.now}) on conflict on constraint one_reminder_per_step do nothing`,
  )
  if (made === 1 && r.told.length > 0)
    await run(
      ctx.tx,
      sql`insert into notices.reminded (reminder_id, account_id, name, role)
          select ${id}::uuid, * from unnest(${texts(r.told.map((t) => t.accountId))}, ${texts(r.told.map((t) => t.name))}, ${texts(r.told.map((t) => t.role))})
          on conflict do nothing`,
    )
  return made === 1
}

/** Keeps a composed letter. */
export async function saveLetter(
  ctx: Ctx,
  l: {
    regime: string
    year: number
    madeOn: string
    unitIds: readonly string[]
    paper: OfficialPaper
    fileId: string
    sha256: string
  },
): Promise<string> {
  const id = ctx.newId()
  await run(
    ctx.tx,
    sql`insert into notices.urging_letter (id, regime, year, made_on, as_of, unit_ids, paper, file_id, sha256, made_by)
        values (${id}, ${l.regime}, ${l.year}, ${l.madeOn}, ${ctx.now}, ${ids(l.unitIds)}, ${json(l.paper)}, ${l.fileId}, ${l.sha256}, ${ctx.actor.name})`,
  )
  return id
}

/** Marks everything older than `before` as read, for every inbox: a history that was loaded, not lived. */
export const markOldAsRead = (tx: Tx, before: Temporal.Instant): Promise<number> =>
  run(tx, sql`update notices.notice set read_at = made_at where made_at < ${before} and read_at is null`)

/** Agrees to mails to `address`, in a rhythm. */
export const agreeToMails = (ctx: Ctx, address: string, rhythm: Rhythm): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into notices.mail_choice (account_id, address, rhythm, agreed_at) values (${ctx.actor.id}, ${address}, ${rhythm}, ${ctx.now})
        on conflict (account_id) do update set address = excluded.address, rhythm = excluded.rhythm, agreed_at = excluded.agreed_at, withdrawn_at = null`,
  )

/** Ends the actor's agreement; what waits for him is not sent any more. Returns 0 when there was none. */
export async function endMails(ctx: Ctx): Promise<number> {
  const ended = await run(
    ctx.tx,
    sql`update notices.mail_choice set withdrawn_at = ${ctx.now} where account_id = ${ctx.actor.id} and withdrawn_at is null`,
  )
  await run(
    ctx.tx,
    sql`update notices.mail set state = 'khong-can', settled_at = ${ctx.now}, why = 'Người nhận đã dừng nhận thư.'
        where account_id = ${ctx.actor.id} and state = 'cho-gui'`,
  )
  return ended
}

/** One message to be sent. */
export type NewMail = {
  accountId: string
  kind: MailKind
  key: string
  noticeId?: string
  goodUntil: Temporal.Instant
}

/** Puts a message into the queue, once per key; false when it was there. */
export const queueMail = async (ctx: Pick<Ctx, 'tx' | 'now' | 'newId'>, m: NewMail): Promise<boolean> =>
  (await run(
    ctx.tx,
    sql`insert into notices.mail (id, account_id, kind, key, notice_id, made_at, next_try_at, good_until)
        values (${ctx.newId()}, ${m.accountId}, ${m.kind}, ${m.key}, ${m.noticeId ?? null}, ${ctx.now}, ${ctx.now}, ${m.goodUntil})
        on conflict on constraint one_mail_per_key do nothing`,
  )) === 1

/** Thư đang cầm. */
export type HeldMail = {
  id: string
  accountId: string
  kind: MailKind
  key: string
  noticeId: string | null
  tries: number
}

/**
 * Takes the next message that is due. Its row stays locked until the transaction ends: whoever else looks passes it by, and a
 * process that dies lets go of it at once, whatever the clock says.
 */
export const holdNextMail = (tx: Tx, now: Temporal.Instant): Promise<HeldMail | null> =>
  maybeRow<HeldMail>(
    tx,
    sql`select id, account_id as "accountId", kind, key, notice_id as "noticeId", tries from notices.mail
        where state = 'cho-gui' and next_try_at <= ${now} and good_until > ${now}
        order by next_try_at, id limit 1 for update skip locked`,
  )

/** Writes the end of a message. */
export const settleMail = (
  tx: Tx,
  id: string,
  end: { state: Exclude<MailState, 'cho-gui'>; at: Temporal.Instant; reader?: string; why?: string; tries: number },
): Promise<number> =>
  run(
    tx,
    sql`update notices.mail set state = ${end.state}, settled_at = ${end.at}, reader = ${end.reader ?? ''}, why = ${end.why ?? ''}, tries = ${end.tries} where id = ${id}`,
  )

/** Writes that a message waits for another try. */
export const putOffMail = (
  tx: Tx,
  id: string,
  wait: { until: Temporal.Instant; why: string; tries: number },
): Promise<number> =>
  run(
    tx,
    sql`update notices.mail set next_try_at = ${wait.until}, why = ${wait.why}, tries = ${wait.tries} where id = ${id}`,
  )

/** The server is away: nothing that waits is tried before `until`. */
export const putOffAllMails = (tx: Tx, until: Temporal.Instant): Promise<number> =>
  run(
    tx,
    sql`update notices.mail set next_try_at = ${until} where id = any (
          select id from notices.mail where state = 'cho-gui' and next_try_at < ${until} for update skip locked)`,
  )

/** Messages that nobody needs any more are not sent. */
export const dropOldMails = (tx: Tx, now: Temporal.Instant): Promise<number> =>
  run(
    tx,
    sql`update notices.mail set state = 'khong-can', settled_at = ${now}, why = case when why = '' then 'Quá ngày của thư.' else why end
        where id = any (select id from notices.mail where state = 'cho-gui' and good_until <= ${now} for update skip locked)`,
  )

/** Writes what a sent message said, so that no later one says it. */
export async function recordMentions(
  ctx: Pick<Ctx, 'tx' | 'newId'>,
  mail: { id: string; accountId: string },
  said: readonly Mention[],
): Promise<void> {
  for (const m of said)
    await run(
      ctx.tx,
      sql`insert into notices.mention (id, account_id, duty_key, due, step, mail_id)
          values (${ctx.newId()}, ${mail.accountId}, ${m.key}, ${m.due}, ${m.step}, ${mail.id})
          on conflict on constraint one_mention_per_step do nothing`,
    )
}

/** Opens the personal calendar under a new address; the one before leads nowhere from now on. */
export const openCalendar = (ctx: Ctx, token: { hash: Buffer; sealed: Buffer }): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into notices.calendar (account_id, token_hash, token_sealed, opened_at) values (${ctx.actor.id}, ${token.hash}, ${token.sealed}, ${ctx.now})
        on conflict (account_id) do update set token_hash = excluded.token_hash, token_sealed = excluded.token_sealed, opened_at = excluded.opened_at`,
  )

/** Closes it. */
export const closeCalendar = (ctx: Ctx): Promise<number> =>
  run(ctx.tx, sql`delete from notices.calendar where account_id = ${ctx.actor.id}`)
