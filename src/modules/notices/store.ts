/** Ghi: the only SQL that writes schema `notices`. */
import type { Ctx } from '../../platform/action.ts'
import { ids, json, maybeRow, run, sql, type Tx } from '../../platform/database/sql.ts'
import type { OfficialPaper } from '../../platform/word/official-paper.ts'
import type { Step } from './words.ts'

/** One notice to be put into inboxes. `key` makes it land once. */
export type NewNotice = {
  accountIds: readonly string[]
  kind: string
  title: string
  body: string
  href: string
  key: string
}

/** Puts a notice into each inbox, once per key. Returns how many were new. */
export async function deliver(ctx: Pick<Ctx, 'tx' | 'now' | 'newId'>, n: NewNotice): Promise<number> {
  let made = 0
  for (const account of new Set(n.accountIds)) {
    made += await run(
      ctx.tx,
      sql`insert into notices.notice (id, account_id, kind, title, body, href, made_at, key)
          values (${ctx.newId()}, ${account}, ${n.kind}, ${n.title}, ${n.body}, ${n.href}, ${ctx.now}, ${n.key}) on conflict on constraint one_notice_per_event do nothing`,
    )
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

/** Records that a step was sent for an obligation; false when it had been. */
export async function recordReminder(
  ctx: Ctx,
  r: { obligationId: string; unitId: string; year: number; step: Step },
): Promise<boolean> {
  const made = await run(
    ctx.tx,
    sql`insert into notices.reminder (id, obligation_id, unit_id, year, step, sent_at)
        values (${ctx.newId()}, ${r.obligationId}, ${r.unitId}, ${r.year}, ${r.step}, ${ctx.now}) on conflict on constraint one_reminder_per_step do nothing`,
  )
  return made === 1
}

/** Keeps a composed letter. */
export async function saveLetter(
  ctx: Ctx,
  l: { year: number; madeOn: string; unitIds: readonly string[]; paper: OfficialPaper; fileId: string; sha256: string },
): Promise<string> {
  const id = ctx.newId()
  await run(
    ctx.tx,
    sql`insert into notices.urging_letter (id, year, made_on, as_of, unit_ids, paper, file_id, sha256, made_by)
        values (${id}, ${l.year}, ${l.madeOn}, ${ctx.now}, ${ids(l.unitIds)}, ${json(l.paper)}, ${l.fileId}, ${l.sha256}, ${ctx.actor.name})`,
  )
  return id
}

/** Marks everything older than `before` as read, for every inbox: a history that was loaded, not lived. */
export const markOldAsRead = (tx: Tx, before: Temporal.Instant): Promise<number> =>
  run(tx, sql`update notices.notice set read_at = made_at where made_at < ${before} and read_at is null`)
