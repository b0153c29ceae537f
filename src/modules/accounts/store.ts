/** Lưu tài khoản: the only SQL that writes the schema `accounts`. */
import type { Role } from '../../kernel/actor.ts'
import type { Validity } from '../../kernel/validity.ts'
import type { Ctx } from '../../platform/action.ts'
import { maybeRow, range, row, run, sql, type Tx } from '../../platform/database/sql.ts'
import { keyedHash, newToken } from './credentials.ts'
import type { Tries } from './rules/lock.ts'
import { endOfSession } from './rules/session.ts'
import type { AccountStatus, SessionStage } from './words.ts'

/** Tài khoản, with what signing in needs. Never handed to a page. */
export type StoredAccount = {
  id: string
  username: string
  name: string
  post: string
  unit_id: string | null
  password_hash: string | null
  must_change: boolean
  totp_secret: Buffer | null
  totp_pending: Buffer | null
  totp_step: number
  sample: boolean
  status: AccountStatus
  failed_tries: number
  locked_until: Temporal.Instant | null
}

const ACCOUNT = sql`select a.id, a.username, a.name, a.post, a.unit_id, a.password_hash, a.must_change, a.totp_secret,
  a.totp_pending, a.totp_step, a.sample, a.status, a.failed_tries, a.locked_until from accounts.account a`

/** The account of an id; the row stays locked until the transaction ends. */
export const findAccount = (tx: Tx, accountId: string): Promise<StoredAccount | null> =>
  maybeRow<StoredAccount>(tx, sql`${ACCOUNT} where a.id = ${accountId}::uuid for update`)

/** The account of a username; the row stays locked, so that guesses at one account wait for each other. */
export const findAccountByUsername = (tx: Tx, username: string): Promise<StoredAccount | null> =>
  maybeRow<StoredAccount>(tx, sql`${ACCOUNT} where a.username = ${username} for update`)

/** Session of this request, as `actorOfSession` left it in the transaction; null on the command line. */
const SESSION = sql`nullif(current_setting('nk.session', true), '')::uuid`

/** The account whose password was right in the session of this request and whose code is still to come. */
export const findWaitingAccount = (ctx: Ctx): Promise<StoredAccount | null> =>
  maybeRow<StoredAccount>(
    ctx.tx,
    sql`${ACCOUNT} join accounts.session s on s.account_id = a.id
        where s.id = ${SESSION} and s.stage = 'second-step' and s.closed_at is null and s.ends_at > ${ctx.now} for update of a`,
  )

/** Whether there is no account at all; whoever asks first keeps the others waiting. */
export async function nobodyYet(tx: Tx): Promise<boolean> {
  await run(tx, sql`select pg_advisory_xact_lock(hashtext('accounts.first_administrator'))`)
  return (await row<{ nobody: boolean }>(tx, sql`select not exists (select 1 from accounts.account) as nobody`)).nobody
}

/** Remembers wrong tries, or forgets them. */
export const saveTries = (tx: Tx, accountId: string, t: Tries): Promise<number> =>
  run(
    tx,
    sql`update accounts.account set failed_tries = ${t.failed}, locked_until = ${t.lockedUntil} where id = ${accountId}`,
  )

/** Tài khoản mới. */
export type NewAccount = {
  id: string
  username: string
  name: string
  post: string
  phone: string
  email: string
  unitId: string | null
  passwordHash: string | null
  mustChange: boolean
  sample: boolean
}

/** Writes a new account. */
export const insertAccount = (ctx: Ctx, a: NewAccount): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into accounts.account (id, username, name, post, phone, email, unit_id, password_hash, must_change, sample, created_at)
        values (${a.id}, ${a.username}, ${a.name}, ${a.post}, ${a.phone}, ${a.email}, ${a.unitId}, ${a.passwordHash},
          ${a.mustChange}, ${a.sample}, ${ctx.now})`,
  )

/** Writes a new password. */
export const savePassword = (tx: Tx, accountId: string, passwordHash: string, mustChange: boolean): Promise<number> =>
  run(
    tx,
    sql`update accounts.account set password_hash = ${passwordHash}, must_change = ${mustChange}, failed_tries = 0, locked_until = null
        where id = ${accountId}`,
  )

/** Keeps the sealed secret of a second step that waits to be confirmed. */
export const savePendingSecondStep = (tx: Tx, accountId: string, sealed: Buffer): Promise<number> =>
  run(tx, sql`update accounts.account set totp_pending = ${sealed} where id = ${accountId}`)

/** Turns the second step on, with fresh recovery codes. */
export async function saveSecondStep(
  tx: Tx,
  accountId: string,
  made: { secret: string; step: number; recoveryCodes: readonly string[] },
): Promise<void> {
  await run(
    tx,
    sql`update accounts.account set totp_secret = ${tx.vault.seal(made.secret)}, totp_pending = null, totp_step = ${made.step}
        where id = ${accountId}`,
  )
  await run(tx, sql`delete from accounts.recovery_code where account_id = ${accountId}`)
  const hashes = made.recoveryCodes.map((c) => keyedHash(tx.vault, 'recovery', c))
  await run(
    tx,
    sql`insert into accounts.recovery_code (account_id, code_hash) select ${accountId}::uuid, unnest(${hashes}::bytea[])`,
  )
}

/** Turns the second step off: for a lost phone. */
export async function dropSecondStep(tx: Tx, accountId: string): Promise<void> {
  await run(tx, sql`update accounts.account set totp_secret = null, totp_pending = null where id = ${accountId}`)
  await run(tx, sql`delete from accounts.recovery_code where account_id = ${accountId}`)
}

/** Notes the last code taken, and forgets wrong tries. */
export const saveStep = (tx: Tx, accountId: string, step: number): Promise<number> =>
  run(
    tx,
    sql`update accounts.account set totp_step = greatest(totp_step, ${step}), failed_tries = 0, locked_until = null where id = ${accountId}`,
  )

/** Takes a recovery code; false when there is none such or it was taken before. */
export async function takeRecoveryCode(ctx: Ctx, accountId: string, code: string): Promise<boolean> {
  const hash = keyedHash(ctx.tx.vault, 'recovery', code)
  const taken = sql`update accounts.recovery_code set used_at = ${ctx.now}
    where account_id = ${accountId} and code_hash = ${hash} and used_at is null`
  return (await run(ctx.tx, taken)) === 1
}

/** Opens a session and clears away the ended ones of the account. Returns the token, which is stored nowhere. */
export async function openSession(
  ctx: Ctx,
  accountId: string,
  stage: SessionStage,
  from: { address: string; agent: string },
): Promise<string> {
  const token = newToken()
  await run(
    ctx.tx,
    sql`delete from accounts.session where account_id = ${accountId} and (closed_at is not null or ends_at < ${ctx.now})`,
  )
  await run(
    ctx.tx,
    sql`insert into accounts.session (id, account_id, token_hash, stage, opened_at, last_seen_at, ends_at, address, agent)
        values (${ctx.newId()}, ${accountId}, ${keyedHash(ctx.tx.vault, 'session', token)}, ${stage}, ${ctx.now}, ${ctx.now},
          ${endOfSession(stage, ctx.now)}, ${from.address.slice(0, 60)}, ${from.agent.slice(0, 200)})`,
  )
  return token
}

/** Gives the session of this request another token: after a change of rights or of the password. Null without a session. */
export async function rotateSession(ctx: Ctx): Promise<string | null> {
  const token = newToken()
  const hash = keyedHash(ctx.tx.vault, 'session', token)
  const turned = sql`update accounts.session set token_hash = ${hash} where id = ${SESSION} and closed_at is null`
  return (await run(ctx.tx, turned)) === 1 ? token : null
}

/** Ends the session of this request. */
export const closeThisSession = (ctx: Ctx): Promise<number> =>
  run(ctx.tx, sql`update accounts.session set closed_at = ${ctx.now} where id = ${SESSION} and closed_at is null`)

/** Ends one session of an account; false when it is not one of his or has ended. */
export const closeSession = async (ctx: Ctx, accountId: string, sessionId: string): Promise<boolean> =>
  (await run(
    ctx.tx,
    sql`update accounts.session set closed_at = ${ctx.now}
        where id = ${sessionId} and account_id = ${accountId} and closed_at is null`,
  )) === 1

/** Ends the sessions of an account: `others` spares the one of this request. Returns how many. */
export const closeSessions = (ctx: Ctx, accountId: string, which: 'all' | 'others'): Promise<number> =>
  run(
    ctx.tx,
    sql`update accounts.session set closed_at = ${ctx.now}
        where account_id = ${accountId} and closed_at is null and (${which} = 'all' or id is distinct from ${SESSION})`,
  )

/** Writes a grant. */
export const insertGrant = (
  ctx: Ctx,
  g: { id: string; accountId: string; role: Role; unitId: string | null; valid: Validity; act: string },
): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into accounts.role_grant (id, account_id, role, unit_id, valid, act, granted_by, granted_at)
        values (${g.id}, ${g.accountId}, ${g.role}, ${g.unitId}, ${range(g.valid)}, ${g.act}, ${ctx.actor.id}, ${ctx.now})`,
  )

/** Ends a grant on a day: from that day on it no longer holds. A grant that has not begun becomes empty. */
export const endGrant = (tx: Tx, grantId: string, on: string): Promise<number> =>
  run(
    tx,
    sql`update accounts.role_grant set valid = daterange(lower(valid), greatest(lower(valid), ${on}::date)) where id = ${grantId}`,
  )

/** Khóa truy cập mới. */
export type NewServiceToken = {
  id: string
  name: string
  purpose: string
  unitId: string
  role: Role
  mayWrite: boolean
  endsAt: Temporal.Instant
}

/** Writes a service token: its keyed hash, and the four last characters to tell it from others. */
export const insertServiceToken = (ctx: Ctx, t: NewServiceToken, token: string): Promise<number> =>
  run(
    ctx.tx,
    sql`insert into accounts.service_token
          (id, name, purpose, unit_id, role, may_write, token_hash, hint, issued_at, issued_by, issued_by_name, ends_at)
        values (${t.id}, ${t.name}, ${t.purpose}, ${t.unitId}, ${t.role}, ${t.mayWrite},
          ${keyedHash(ctx.tx.vault, 'service', token)}, ${token.slice(-4)}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name}, ${t.endsAt})`,
  )

/** Ends a service token at once; null when it is not there or has ended. */
export const endServiceToken = (ctx: Ctx, tokenId: string): Promise<{ name: string; unit_id: string } | null> =>
  maybeRow(
    ctx.tx,
    sql`update accounts.service_token set revoked_at = ${ctx.now}
        where id = ${tokenId}::uuid and revoked_at is null and ends_at > ${ctx.now} returning name, unit_id`,
  )

/** A service token in use speaks for another body from now on, in the same role; the holder of the key changes nothing. */
export const moveServiceToken = (ctx: Ctx, m: { token: string; from: string; to: string }): Promise<number> =>
  run(
    ctx.tx,
    sql`update accounts.service_token set unit_id = ${m.to}::uuid
        where id = ${m.token}::uuid and unit_id = ${m.from}::uuid and revoked_at is null`,
  )

/** Writes the state of an account. */
export const saveStatus = (tx: Tx, accountId: string, status: AccountStatus): Promise<number> =>
  run(tx, sql`update accounts.account set status = ${status} where id = ${accountId}`)

/** Writes name, post, contact and home body; false when the version is no longer the one the editor saw. */
export const saveDetails = async (
  tx: Tx,
  accountId: string,
  d: { name: string; post: string; phone: string; email: string; unitId: string | null },
  version: number,
): Promise<boolean> =>
  (await run(
    tx,
    sql`update accounts.account set name = ${d.name}, post = ${d.post}, phone = ${d.phone}, email = ${d.email},
          unit_id = ${d.unitId}, version = version + 1
        where id = ${accountId} and version = ${version}`,
  )) === 1

/** Bàn giao tài khoản: its home and its roles over one body pass to another on a day, by an act; `to` null = the roles only end. */
export type AccountMove = { account: string; from: string; to: string | null; on: string; act: string }

/** Moves an account. A role it already has over the new body is not given twice. */
export async function moveAccount(ctx: Ctx, m: AccountMove): Promise<void> {
  const { tx } = ctx
  if (m.to !== null) {
    await run(
      tx,
      sql`insert into accounts.role_grant (id, account_id, role, unit_id, valid, act, granted_by, granted_at)
          select gen_random_uuid(), g.account_id, g.role, ${m.to}::uuid, daterange(greatest(lower(g.valid), ${m.on}::date), upper(g.valid)),
            ${m.act}, ${ctx.actor.id}, ${ctx.now}
          from accounts.role_grant g
          where g.account_id = ${m.account}::uuid and g.unit_id = ${m.from}::uuid and (upper_inf(g.valid) or upper(g.valid) > ${m.on}::date)
            and not exists (select from accounts.role_grant o where o.account_id = g.account_id and o.role = g.role
              and o.unit_id = ${m.to}::uuid and o.valid && daterange(greatest(lower(g.valid), ${m.on}::date), upper(g.valid)))`,
    )
    await run(
      tx,
      sql`update accounts.account set unit_id = ${m.to}::uuid, version = version + 1
          where id = ${m.account}::uuid and unit_id = ${m.from}::uuid`,
    )
  }
  await run(
    tx,
    sql`update accounts.role_grant set valid = daterange(lower(valid), greatest(lower(valid), ${m.on}::date))
        where account_id = ${m.account}::uuid and unit_id = ${m.from}::uuid and (upper_inf(valid) or upper(valid) > ${m.on}::date)`,
  )
}
