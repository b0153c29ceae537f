/** Ghi: the only SQL that writes schema `exchange`. */
import type { Ctx } from '../../platform/action.ts'
import { json, maybeRow, rows, run, sql, type Tx, texts } from '../../platform/database/sql.ts'
import type { DocumentRow, KeptMessage, Subscription } from './words.ts'

/** Records a message that came. */
export const saveMessage = (ctx: Ctx, m: Omit<KeptMessage, 'receivedAt' | 'receivedBy'>): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into exchange.message (id, sender_code, sender_name, message_id, sha256, mode, records, added, changed, reports, waiting, file_id, received_at, received_by)
        values (${m.id}, ${m.senderCode}, ${m.senderName}, ${m.messageId}, ${m.sha256}, ${m.mode}, ${m.records}, ${m.added}, ${m.changed}, ${m.reports},
          ${json(m.waiting)}, ${m.fileId}, ${ctx.now}, ${ctx.actor.name})`,
  )

/** Bản ghi để giữ. `data` is JSON text. */
export type NewRecord = {
  readonly kind: string
  readonly key: string
  readonly data: string
  readonly sha256: string
  readonly strange: boolean
}

/** Keeps records as they came last. */
export const saveRecords = (
  tx: Tx,
  of: { readonly sender: string; readonly messageId: string },
  records: readonly NewRecord[],
): Promise<number> =>
  run(
    tx,
    sql`insert into exchange.record as r (sender_code, kind, key, data, sha256, strange, message_id)
        select ${of.sender}, x.kind, x.key, x.data, x.sha256, x.strange, ${of.messageId}::uuid
        from jsonb_to_recordset(${json(records)}) as x(kind text, key text, data text, sha256 text, strange boolean)
        on conflict (sender_code, kind, key) do update
          set data = excluded.data, sha256 = excluded.sha256, strange = excluded.strange, message_id = excluded.message_id
          where r.sha256 <> excluded.sha256`,
  )

/** Records a document that was packed here or came from elsewhere. */
export const saveDocument = (ctx: Ctx, d: Omit<DocumentRow, 'at' | 'by'>): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into exchange.document (id, way, document_id, from_code, from_name, to_names, number, notation, promulgated, type_name, subject, source,
          attachments, file_id, sha256, at, by_name)
        values (${d.id}, ${d.way}, ${d.documentId}, ${d.fromCode}, ${d.fromName}, ${texts(d.toNames)}, ${d.number}, ${d.notation}, ${d.promulgated},
          ${d.typeName}, ${d.subject}, ${d.source}, ${json(d.attachments)}, ${d.fileId}, ${d.sha256}, ${ctx.now}, ${ctx.actor.name})`,
  )

/** Records who is to be told; from the facts recorded after this one on. */
export const saveSubscription = (
  ctx: Ctx,
  s: Pick<Subscription, 'id' | 'name' | 'url' | 'kinds' | 'inside'>,
  secret: string,
): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into exchange.subscription (id, name, url, kinds, secret, inside, made_at, made_by, after_seq)
        values (${s.id}, ${s.name}, ${s.url}, ${texts(s.kinds)}, ${ctx.tx.vault.seal(secret)}, ${s.inside}, ${ctx.now}, ${ctx.actor.name},
          (select coalesce(max(seq), 0) from platform.ledger))`,
  )

/** Ends a subscription and gives up what still waits for it; its name, or null when it was ended before. */
export async function endSubscription(ctx: Ctx, id: string): Promise<string | null> {
  const ended = await maybeRow<{ name: string }>(
    ctx.tx,
    sql`update exchange.subscription set ended_at = ${ctx.now} where id = ${id} and ended_at is null returning name`,
  )
  if (ended === null) return null
  await run(
    ctx.tx,
    sql`update exchange.delivery set state = 'bo', settled_at = ${ctx.now}, trouble = 'Đã thôi gửi cho nơi nhận này'
        where subscription_id = ${id} and state = 'cho'`,
  )
  return ended.name
}

/** Lets a delivery be tried again at once; false when it was taken, or nobody is to be told any more. */
export async function retryNow(ctx: Ctx, id: string): Promise<boolean> {
  const found = await run(
    ctx.tx,
    sql`update exchange.delivery d set state = 'cho', next_at = ${ctx.now}, settled_at = null
        from exchange.subscription s where s.id = d.subscription_id and s.ended_at is null and d.id = ${id} and d.state <> 'da-nhan'`,
  )
  return found === 1
}

/** Queues one fact for a subscription, once; it will not be looked at again. */
export async function queueDelivery(
  at: Pick<Ctx, 'tx' | 'now' | 'newId'>,
  d: { readonly subscriptionId: string; readonly seq: number; readonly kind: string; readonly body: string },
): Promise<void> {
  await run(
    at.tx,
    sql`insert into exchange.delivery (id, subscription_id, seq, kind, body, next_at, made_at)
        values (${at.newId()}, ${d.subscriptionId}, ${d.seq}, ${d.kind}, ${d.body}, ${at.now}, ${at.now})
        on conflict on constraint one_delivery_per_fact do nothing`,
  )
}

/** Moves a subscription on to the last fact that was looked at for it. */
export const followTo = (tx: Tx, subscriptionId: string, seq: number): Promise<number> =>
  run(tx, sql`update exchange.subscription set after_seq = ${seq} where id = ${subscriptionId}`)

/** Tin sắp gửi. */
export type Due = {
  readonly id: string
  readonly url: string
  readonly inside: boolean
  readonly secret: string
  readonly kind: string
  readonly body: string
  readonly tries: number
}

/**
 * Takes deliveries that are due, so that no other process takes them before `until`: whoever falls over while sending leaves
 * them to be sent again, under the same id.
 */
export async function takeDue(tx: Tx, now: Temporal.Instant, until: Temporal.Instant, most: number): Promise<Due[]> {
  const taken = await rows<Omit<Due, 'secret'> & { secret: Buffer }>(
    tx,
    sql`update exchange.delivery d set next_at = ${until}, tries = d.tries + 1
        from exchange.subscription s
        where s.id = d.subscription_id and d.id in (
          select q.id from exchange.delivery q where q.state = 'cho' and q.next_at <= ${now} order by q.next_at, q.seq limit ${most} for update skip locked)
        returning d.id, s.url, s.inside, s.secret, d.kind, d.body, d.tries`,
  )
  return taken.map((t) => ({ ...t, secret: tx.vault.open(t.secret) }))
}

/** What became of a try; `next` null = it is over. */
export const settle = (
  tx: Tx,
  d: {
    readonly id: string
    readonly ok: boolean
    readonly status: number | null
    readonly trouble: string
    readonly now: Temporal.Instant
    readonly next: Temporal.Instant | null
  },
): Promise<number> =>
  run(
    tx,
    sql`update exchange.delivery set status = ${d.status}, trouble = ${d.trouble},
          state = ${d.ok ? 'da-nhan' : d.next === null ? 'bo' : 'cho'},
          next_at = coalesce(${d.next}::timestamptz, next_at), settled_at = ${d.ok || d.next === null ? d.now : null}::timestamptz
        where id = ${d.id}`,
  )

/** Forgets deliveries that were settled before an instant. */
export const forgetDeliveries = (tx: Tx, before: Temporal.Instant): Promise<number> =>
  run(tx, sql`delete from exchange.delivery where settled_at < ${before}`)
