/** Câu trả lời đã gửi: kept for a day under the key a machine chose, so that asking again does nothing again. */
import type { Ctx } from '../action.ts'
import { json, maybeRow, run, sql } from './sql.ts'

/** How long an answer is given again. */
export const ANSWER_HOURS = 24

/** Câu trả lời: what was sent, to be sent again. `body` is JSON text. */
export type KeptAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What a key stands for: nothing yet (it is ours now), the answer of the same request, or another request. */
export type Claim =
  | { readonly state: 'ours' }
  | { readonly state: 'answered'; readonly answer: KeptAnswer }
  | { readonly state: 'other' }

type Row = { fingerprint: Buffer; status: number | null; headers: Record<string, string> | null; body: Buffer | null }

const oldest = (now: Temporal.Instant): Temporal.Instant => now.subtract({ hours: ANSWER_HOURS })

/**
 * Claims the key of the actor for a request. Of two at once one waits here until the other is kept or undone, by the primary
 * key: so one of them is executed, and the other is answered alike.
 */
export async function claimAnswer(ctx: Ctx, key: string, fingerprint: Buffer): Promise<Claim> {
  await run(
    ctx.tx,
    sql`delete from platform.answer where actor_id = ${ctx.actor.id} and key = ${key} and at <= ${oldest(ctx.now)}`,
  )
  const claimed = await run(
    ctx.tx,
    sql`insert into platform.answer (actor_id, key, fingerprint, at) values (${ctx.actor.id}, ${key}, ${fingerprint}, ${ctx.now})
        on conflict do nothing`,
  )
  if (claimed === 1) return { state: 'ours' }
  const known = await maybeRow<Row>(
    ctx.tx,
    sql`select fingerprint, status, headers, body from platform.answer where actor_id = ${ctx.actor.id} and key = ${key}`,
  )
  if (!known?.fingerprint.equals(fingerprint) || known.status === null || known.body === null) return { state: 'other' }
  const body = ctx.tx.vault.open(known.body)
  return { state: 'answered', answer: { status: known.status, headers: known.headers ?? {}, body } }
}

/** Keeps what is about to be sent for a key that is ours. */
export const keepAnswer = (ctx: Ctx, key: string, answer: KeptAnswer): Promise<number> =>
  run(
    ctx.tx,
    sql`update platform.answer set status = ${answer.status}, headers = ${json(answer.headers)}, body = ${ctx.tx.vault.seal(answer.body)}
        where actor_id = ${ctx.actor.id} and key = ${key}`,
  )

/** Forgets the answers of everybody that are not given again; run by the system. How many there were. */
export const forgetAnswers = (ctx: Pick<Ctx, 'tx' | 'now'>): Promise<number> =>
  run(ctx.tx, sql`delete from platform.answer where at <= ${oldest(ctx.now)}`)
