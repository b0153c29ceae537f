/** Đọc: messages, records, documents, subscriptions, deliveries. */
import { maybeRow, rows, sql, type Tx, texts } from '../../platform/database/sql.ts'
import type { Delivery, DocumentRow, KeptMessage, Subscription } from './words.ts'

const MESSAGE = sql`select id, sender_code as "senderCode", sender_name as "senderName", message_id as "messageId", sha256, mode, records, added, changed,
  reports, waiting, file_id as "fileId", received_at as "receivedAt", received_by as "receivedBy" from exchange.message`

/** Messages that came, newest first. */
export const messages = (tx: Tx, most: number): Promise<KeptMessage[]> =>
  rows<KeptMessage>(tx, sql`${MESSAGE} order by received_at desc, id desc limit ${most}`)

/** One message, or null. */
export const findMessage = (tx: Tx, id: string): Promise<KeptMessage | null> =>
  maybeRow<KeptMessage>(tx, sql`${MESSAGE} where id = ${id}`)

/** The message of a sender under its id, or null. */
export const findSameMessage = (tx: Tx, sender: string, messageId: string): Promise<KeptMessage | null> =>
  maybeRow<KeptMessage>(tx, sql`${MESSAGE} where sender_code = ${sender} and message_id = ${messageId}`)

/** Bản ghi đã giữ. */
export type RecordRow = { readonly kind: string; readonly key: string; readonly data: string }

/** Every record of a sender of some kinds. */
export const recordsFrom = (tx: Tx, sender: string, kinds: readonly string[]): Promise<RecordRow[]> =>
  rows<RecordRow>(
    tx,
    sql`select kind, key, data from exchange.record where sender_code = ${sender} and kind = any(${texts(kinds)}) order by kind, key`,
  )

/** Records with fields nobody here knows, of some kinds, the last that came of each first. */
export const strangeRecords = (tx: Tx, kinds: readonly string[]): Promise<RecordRow[]> =>
  rows<RecordRow>(
    tx,
    sql`select distinct on (r.kind, r.key) r.kind, r.key, r.data from exchange.record r join exchange.message m on m.id = r.message_id
        where r.strange and r.kind = any(${texts(kinds)}) order by r.kind, r.key, m.received_at desc, m.id desc`,
  )

const DOCUMENT = sql`select id, way, document_id as "documentId", from_code as "fromCode", from_name as "fromName", to_names as "toNames", number, notation,
  promulgated, type_name as "typeName", subject, source, attachments, file_id as "fileId", sha256, at, by_name as "by" from exchange.document`

/** Documents in and out, newest first. */
export const documents = (tx: Tx, most: number): Promise<DocumentRow[]> =>
  rows<DocumentRow>(tx, sql`${DOCUMENT} order by at desc, id desc limit ${most}`)

/** One document, or null. */
export const findDocument = (tx: Tx, id: string): Promise<DocumentRow | null> =>
  maybeRow<DocumentRow>(tx, sql`${DOCUMENT} where id = ${id}`)

/** The document of a sender under its id, or null. */
export const findSameDocument = (
  tx: Tx,
  of: { readonly way: string; readonly fromCode: string; readonly documentId: string },
): Promise<DocumentRow | null> =>
  maybeRow<DocumentRow>(
    tx,
    sql`${DOCUMENT} where way = ${of.way} and from_code = ${of.fromCode} and document_id = ${of.documentId}`,
  )

const SUBSCRIPTION = sql`select id, name, url, kinds, inside, made_at as "madeAt", made_by as "madeBy", ended_at as "endedAt" from exchange.subscription`

/** Subscriptions, those in force first. */
export const subscriptions = (tx: Tx): Promise<Subscription[]> =>
  rows<Subscription>(tx, sql`${SUBSCRIPTION} order by ended_at is not null, made_at desc, id limit 200`)

/** Subscriptions in force and how far each has followed the ledger; held until commit, so that no two processes follow for one. */
export const following = (tx: Tx): Promise<{ id: string; kinds: string[]; seq: number }[]> =>
  rows(
    tx,
    sql`select id, kinds, after_seq as seq from exchange.subscription where ended_at is null order by id for update`,
  )

/** Deliveries, newest first. */
export const deliveries = (tx: Tx, most: number): Promise<Delivery[]> =>
  rows<Delivery>(
    tx,
    sql`select d.id, d.subscription_id as "subscriptionId", s.name, d.kind, d.state, d.tries, d.next_at as "nextAt", d.status, d.trouble, d.made_at as "madeAt",
          d.settled_at as "settledAt"
        from exchange.delivery d join exchange.subscription s on s.id = d.subscription_id order by d.made_at desc, d.id desc limit ${most}`,
  )
