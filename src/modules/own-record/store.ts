/** Ghi: the only SQL that writes the schema `own_record`. */
import type { Day } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { ids, row, run, sql, type Tx } from '../../platform/database/sql.ts'
import type { Channel, ConsentItem, ConsentRegime, ConsentState, RequestKind } from './words.ts'
import { ITEMS } from './words.ts'

/** Ghi một thư mời; those of the person that are still open end with it. */
export async function saveInvitation(
  ctx: Ctx,
  i: {
    id: string
    round: string
    personId: string
    unitId: string
    digest: Buffer
    hint: string
    endsAt: Temporal.Instant
  },
): Promise<void> {
  await run(
    ctx.tx,
    sql`update own_record.invitation set revoked_at = ${ctx.now}
        where person_id = ${i.personId}::uuid and used_at is null and revoked_at is null`,
  )
  await run(
    ctx.tx,
    sql`insert into own_record.invitation (id, person_id, unit_id, round, code_digest, hint, issued_at, issued_by, issued_by_name, ends_at)
        values (${i.id}, ${i.personId}::uuid, ${i.unitId}::uuid, ${i.round}, ${i.digest}, ${i.hint}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name}, ${i.endsAt})`,
  )
}

/** Thu hồi một thư mời; 0 when it was used or revoked before. */
export const revokeInvitationRow = (ctx: Ctx, id: string): Promise<number> =>
  run(
    ctx.tx,
    sql`update own_record.invitation set revoked_at = ${ctx.now} where id = ${id}::uuid and used_at is null and revoked_at is null`,
  )

/** Ghi lượt nhập sai of a code that exists. */
export const saveWrongBirth = (
  tx: Tx,
  id: string,
  tries: { failed: number; lockedUntil: Temporal.Instant | null },
): Promise<number> =>
  run(
    tx,
    sql`update own_record.invitation set failed = ${tries.failed}, locked_until = ${tries.lockedUntil} where id = ${id}::uuid`,
  )

/** Ghi lượt nhập sai of an address; what is older than a day is forgotten. */
export async function saveWrongTry(ctx: Ctx, address: Buffer): Promise<void> {
  await run(ctx.tx, sql`delete from own_record.wrong_try where at < ${ctx.now.subtract({ hours: 24 })}`)
  await run(
    ctx.tx,
    sql`insert into own_record.wrong_try (id, address_digest, at) values (${ctx.newId()}, ${address}, ${ctx.now})`,
  )
}

/** Mở lượt nhận hồ sơ. */
export const saveClaim = (
  ctx: Ctx,
  c: { invitationId: string; ticket: Buffer; endsAt: Temporal.Instant },
): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into own_record.claim (id, invitation_id, ticket_digest, opened_at, ends_at)
        values (${ctx.newId()}, ${c.invitationId}::uuid, ${c.ticket}, ${ctx.now}, ${c.endsAt})`,
  )

/** Gắn tài khoản, and close the invitation and every claim on it. 0 when somebody was faster. */
export async function saveBinding(
  ctx: Ctx,
  b: { personId: string; accountId: string; how: 'thu-moi' | 'mau'; invitationId: string | null },
): Promise<void> {
  await run(
    ctx.tx,
    sql`insert into own_record.binding (person_id, account_id, bound_at, how)
        values (${b.personId}::uuid, ${b.accountId}::uuid, ${ctx.now}, ${b.how})`,
  )
  if (b.invitationId === null) return
  await run(
    ctx.tx,
    sql`update own_record.invitation set used_at = ${ctx.now} where id = ${b.invitationId}::uuid and used_at is null`,
  )
  await run(
    ctx.tx,
    sql`update own_record.claim set used_at = ${ctx.now} where invitation_id = ${b.invitationId}::uuid and used_at is null`,
  )
}

/** Gỡ tài khoản khỏi hồ sơ, under whichever id it was bound; 0 when there was none. */
export const dropBinding = (tx: Tx, aliases: readonly string[]): Promise<number> =>
  run(tx, sql`delete from own_record.binding where person_id = any (${ids(aliases)})`)

/** Chủ hồ sơ xác nhận hồ sơ đúng. */
export const saveChecked = (ctx: Ctx, boundPersonId: string): Promise<number> =>
  run(ctx.tx, sql`update own_record.binding set checked_at = ${ctx.now} where person_id = ${boundPersonId}::uuid`)

/** Một dòng mới của sổ đồng ý. */
export type NewAnswer = {
  readonly personId: string
  readonly item: ConsentItem
  readonly state: ConsentState
  readonly notice: string
  readonly regime?: ConsentRegime
  readonly channel: Channel
  readonly evidence: string
  /** When it was said; now when left out. */
  readonly at?: Temporal.Instant
  /** The scan of a paper, and the day it was signed. */
  readonly paper?: { readonly file: string; readonly signedOn: Day }
}

/** Ghi sổ đồng ý. */
export const saveAnswer = (ctx: Ctx, a: NewAnswer): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into own_record.consent (id, person_id, item, purpose, state, notice, regime, channel, evidence, at, actor_id, actor_name, file_id, signed_on)
        values (${ctx.newId()}, ${a.personId}::uuid, ${a.item}, ${ITEMS[a.item].purpose}, ${a.state}, ${a.notice}, ${a.regime ?? 'luat91'},
          ${a.channel}, ${a.evidence}, ${a.at ?? ctx.now}, ${ctx.actor.id}, ${ctx.actor.name}, ${a.paper?.file ?? null}::uuid, ${a.paper?.signedOn ?? null}::date)`,
  )

/** Địa chỉ công khai của một người: made once, the same ever after. */
export async function slugFor(ctx: Ctx, personId: string, fresh: string): Promise<string> {
  await run(
    ctx.tx,
    sql`insert into own_record.public_page (person_id, slug, made_at) values (${personId}::uuid, ${fresh}, ${ctx.now})
        on conflict (person_id) do nothing`,
  )
  const found = await row<{ slug: string }>(
    ctx.tx,
    sql`select slug from own_record.public_page where person_id = ${personId}::uuid`,
  )
  return found.slug
}

/** Yêu cầu mới. */
export type NewRequest = {
  readonly personId: string
  readonly unitId: string
  readonly kind: RequestKind
  readonly group: string | null
  readonly factId: string | null
  readonly contestedId: string | null
  readonly viewingId: string | null
  /** What was said, as JSON; sealed here. */
  readonly content: unknown
  readonly receiveBy: Day
  readonly decideBy: Day
}

/** Ghi một yêu cầu; answers with its id and its number. */
export const saveRequest = (ctx: Ctx, r: NewRequest): Promise<{ id: string; number: number }> =>
  row(
    ctx.tx,
    sql`insert into own_record.request (id, person_id, unit_id, kind, grp, fact_id, contested_id, viewing_id, sealed, sent_at, receive_by, decide_by)
        values (${ctx.newId()}, ${r.personId}::uuid, ${r.unitId}::uuid, ${r.kind}, ${r.group}, ${r.factId}::uuid, ${r.contestedId}::uuid,
          ${r.viewingId}::uuid, ${ctx.tx.vault.seal(JSON.stringify(r.content))}, ${ctx.now}, ${r.receiveBy}, ${r.decideBy})
        returning id, number`,
  )

/** Tiếp nhận. 0 when it was changed meanwhile. */
export const saveReceipt = (ctx: Ctx, id: string, version: number): Promise<number> =>
  run(
    ctx.tx,
    sql`update own_record.request set state = 'da-tiep-nhan', received_at = ${ctx.now}, received_by = ${ctx.actor.name}, version = version + 1
        where id = ${id}::uuid and version = ${version}`,
  )

/** Gia hạn. 0 when it was changed meanwhile. */
export const saveExtension = (
  ctx: Ctx,
  e: { id: string; version: number; until: Day; reason: string },
): Promise<number> =>
  run(
    ctx.tx,
    sql`update own_record.request set decide_by = ${e.until}, extended_at = ${ctx.now}, extension_reason = ${e.reason}, version = version + 1
        where id = ${e.id}::uuid and version = ${e.version}`,
  )

/** Trả lời. 0 when it was changed meanwhile. A request that was never received is received with its answer. */
export const saveDecision = (
  ctx: Ctx,
  a: { id: string; version: number; state: 'chap-nhan' | 'tu-choi'; answer: string; ground: string },
): Promise<number> =>
  run(
    ctx.tx,
    sql`update own_record.request set state = ${a.state}, answered_at = ${ctx.now}, answered_by = ${ctx.actor.name},
          received_at = coalesce(received_at, ${ctx.now}), received_by = coalesce(received_by, ${ctx.actor.name}),
          answer = ${ctx.tx.vault.seal(a.answer)}, ground = ${a.ground}, version = version + 1
        where id = ${a.id}::uuid and version = ${a.version}`,
  )
