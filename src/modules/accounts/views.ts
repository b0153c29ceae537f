/** Xem tài khoản: the SQL behind sign-in, the pages and what other modules ask about people. */
import type { Role } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Validity } from '../../kernel/validity.ts'
import { ids, maybeRow, type RawBuilder, rows, sql, type Tx, texts } from '../../platform/database/sql.ts'
import type { HeldToken } from './rules/effect.ts'
import type { AccountStatus } from './words.ts'

/** Last known office name of a unit id, null without one. */
const unitName = (id: RawBuilder<unknown>): RawBuilder<string | null> => sql`organisations.office_name(${id})`

/** Code of a unit id, null without one. */
const unitCode = (id: RawBuilder<unknown>): RawBuilder<string | null> => sql`organisations.code(${id})`

/** The unit and everything below it on a day, as a JSON list. */
const unitsBelow = (id: RawBuilder<unknown>, day: Day): RawBuilder<unknown> =>
  sql`to_jsonb(organisations.subtree(array[${id}], ${day}::date))`

/** Dòng của danh sách tài khoản. */
export type AccountRow = {
  id: string
  username: string
  name: string
  post: string
  phone: string
  email: string
  unit_id: string | null
  unit_name: string | null
  status: AccountStatus
  sample: boolean
  second_step: boolean
  must_change: boolean
  locked_until: Temporal.Instant | null
  version: number
  last_seen_at: Temporal.Instant | null
  roles: { role: Role; unit: string | null }[]
}

const accountRow = (today: Day) => sql`select a.id, a.username, a.name, a.post, a.phone, a.email, a.unit_id,
  ${unitName(sql`a.unit_id`)} as unit_name, a.status, a.sample, a.totp_secret is not null as second_step, a.must_change, a.locked_until, a.version,
  (select max(s.last_seen_at) from accounts.session s where s.account_id = a.id and s.stage = 'open') as last_seen_at,
  coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'unit', ${unitName(sql`g.unit_id`)}) order by lower(g.valid), g.id)
    from accounts.role_grant g where g.account_id = a.id and g.valid @> ${today}::date), '[]') as roles
  from accounts.account a`

/** Điều kiện lọc danh sách. */
export type AccountFilter = { readonly text: string; readonly role: Role | null; readonly status: AccountStatus | null }

/** Accounts that fit, by username, with the number of all that fit. `after` = last username of the page before. */
export async function listAccounts(
  tx: Tx,
  today: Day,
  filter: AccountFilter,
  page: { after: string; size: number },
): Promise<{ rows: AccountRow[]; total: number; before: number }> {
  const like = `%${filter.text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const fits = sql`(${filter.text} = '' or a.username like ${like} or lower(a.name) like ${like})
    and (${filter.status}::text is null or a.status = ${filter.status})
    and (${filter.role}::text is null or exists (select 1 from accounts.role_grant g
      where g.account_id = a.id and g.role = ${filter.role} and g.valid @> ${today}::date))`
  const found = await rows<AccountRow>(
    tx,
    sql`${accountRow(today)} where ${fits} and a.username > ${page.after} order by a.username limit ${page.size}`,
  )
  const counted = await maybeRow<{ total: number; before: number }>(
    tx,
    sql`select count(*) as total, count(*) filter (where a.username <= ${page.after}) as before from accounts.account a where ${fits}`,
  )
  return { rows: found, total: counted?.total ?? 0, before: counted?.before ?? 0 }
}

/** One account by username, or null. */
export const accountByUsername = (tx: Tx, today: Day, username: string): Promise<AccountRow | null> =>
  maybeRow<AccountRow>(tx, sql`${accountRow(today)} where a.username = ${username}`)

/** One account by id, or null. */
export const accountById = (tx: Tx, today: Day, accountId: string): Promise<AccountRow | null> =>
  maybeRow<AccountRow>(tx, sql`${accountRow(today)} where a.id = ${accountId}::uuid`)

/** Phân quyền đã cấp. `valid` null = withdrawn before it began. */
export type GrantRow = {
  id: string
  account_id: string
  role: Role
  unit_id: string | null
  unit_name: string | null
  valid: Validity | null
  act: string
}

const GRANT = sql`select g.id, g.account_id, g.role, g.unit_id, ${unitName(sql`g.unit_id`)} as unit_name, g.valid, g.act
  from accounts.role_grant g`

/** Every grant an account ever had, newest first. */
export const grantsOf = (tx: Tx, accountId: string): Promise<GrantRow[]> =>
  rows<GrantRow>(
    tx,
    sql`${GRANT} where g.account_id = ${accountId}::uuid order by lower(g.valid) desc nulls last, g.id desc`,
  )

/** One grant, or null. */
export const findGrant = (tx: Tx, grantId: string): Promise<GrantRow | null> =>
  maybeRow<GrantRow>(tx, sql`${GRANT} where g.id = ${grantId}::uuid`)

/** How many other accounts in use hold the administrator's role on a day. */
export async function otherAdministrators(tx: Tx, today: Day, but: string): Promise<number> {
  const found = await maybeRow<{ n: number }>(
    tx,
    sql`select count(distinct a.id) as n from accounts.account a join accounts.role_grant g on g.account_id = a.id
        where g.role = 'quan-tri' and g.valid @> ${today}::date and a.status = 'dang-dung' and a.id <> ${but}::uuid`,
  )
  return found?.n ?? 0
}

/** Phiên đang mở. */
export type SessionRow = {
  id: string
  opened_at: Temporal.Instant
  last_seen_at: Temporal.Instant
  ends_at: Temporal.Instant
  address: string
  agent: string
  /** Whether it is the session of this very request. */
  current: boolean
}

/** Sessions of an account that still hold, the one of this request first. */
export const sessionsOf = (tx: Tx, accountId: string, now: Temporal.Instant, idleSince: Temporal.Instant) =>
  rows<SessionRow>(
    tx,
    sql`select id, opened_at, last_seen_at, ends_at, address, agent,
          id is not distinct from nullif(current_setting('nk.session', true), '')::uuid as current
        from accounts.session
        where account_id = ${accountId}::uuid and stage = 'open' and closed_at is null and ends_at > ${now} and last_seen_at > ${idleSince}
        order by current desc, last_seen_at desc`,
  )

/** Recovery codes not yet taken. */
export async function recoveryCodesLeft(tx: Tx, accountId: string): Promise<number> {
  const found = await maybeRow<{ n: number }>(
    tx,
    sql`select count(*) as n from accounts.recovery_code where account_id = ${accountId}::uuid and used_at is null`,
  )
  return found?.n ?? 0
}

/** Whether sample people may be entered by one click (setting `demo`). */
export const demoIsOn = async (tx: Tx): Promise<boolean> =>
  (
    await maybeRow<{ on: boolean }>(
      tx,
      sql`select value = 'true'::jsonb as on from platform.setting where key = 'demo'`,
    )
  )?.on ?? false

/** Người mẫu. */
export type SamplePerson = { id: string; name: string; post: string; role: Role; unit: string | null }

/** Sample people with their roles of the day, in the order their grants were made. */
export const samplePeople = (tx: Tx, today: Day): Promise<SamplePerson[]> =>
  rows<SamplePerson>(
    tx,
    sql`select a.id, a.name, a.post, g.role, ${unitName(sql`coalesce(g.unit_id, a.unit_id)`)} as unit
        from accounts.account a join accounts.role_grant g on g.account_id = a.id and g.valid @> ${today}::date
        where a.sample and a.status = 'dang-dung' order by g.granted_at, a.id, g.id`,
  )

/** Người phụ trách, for other modules. */
export type Contact = {
  accountId: string
  name: string
  post: string
  phone: string
  email: string
  unitId: string
  role: Role
}

/** Accounts in use that hold a role over one of the units (all roles, units and accounts when left out). */
export const contactsOf = (
  tx: Tx,
  today: Day | null,
  of: { role?: Role; unitIds?: readonly string[]; accountIds?: readonly string[] },
): Promise<Contact[]> =>
  rows<Contact>(
    tx,
    sql`select a.id as "accountId", a.name, a.post, a.phone, a.email, g.unit_id as "unitId", g.role
        from accounts.role_grant g join accounts.account a on a.id = g.account_id
        where a.status = 'dang-dung' and g.valid @> coalesce(${today}::date, current_date) and g.unit_id is not null
          and (${of.role === undefined} or g.role = any (${texts(of.role === undefined ? [] : [of.role])}))
          and (${of.unitIds === undefined} or g.unit_id = any (${ids(of.unitIds ?? [])}))
          and (${of.accountIds === undefined} or a.id = any (${ids(of.accountIds ?? [])}))
        order by g.granted_at, a.id`,
  )

/** What an actor is made from. */
export type HolderRow = {
  session_id: string | null
  stage: string | null
  id: string
  name: string
  post: string
  sample: boolean
  must_change: boolean
  second_step: boolean
  grants: { role: Role; body: string; bodyCode: string; bodyName: string; units: string[] }[]
}

const holder = (
  today: Day,
) => sql`a.id, a.name, a.post, a.sample, a.must_change, a.totp_secret is not null as second_step,
  coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'body', coalesce(g.unit_id::text, ''),
      'bodyCode', coalesce(${unitCode(sql`g.unit_id`)}, ''), 'bodyName', coalesce(${unitName(sql`g.unit_id`)}, 'Toàn hệ thống'),
      'units', ${unitsBelow(sql`g.unit_id`, today)}) order by lower(g.valid), g.id)
    from accounts.role_grant g where g.account_id = a.id and g.valid @> ${today}::date), '[]') as grants`

/** The holder of an account in use, by id or by username; null when there is none. */
export const holderOf = (tx: Tx, today: Day, who: { id: string } | { username: string }): Promise<HolderRow | null> =>
  maybeRow<HolderRow>(
    tx,
    sql`select null as session_id, 'open' as stage, ${holder(today)} from accounts.account a
        where a.status = 'dang-dung' and ${'id' in who ? sql`a.id = ${who.id}::uuid` : sql`a.username = ${who.username}`}`,
  )

/**
 * The holder of the session with this token hash, in one statement: finds it, notes that it was seen (not more often than
 * `noteBefore` asks), leaves its id in the transaction for the actions, reads the grants and the units below them.
 */
export const holderOfSession = (
  tx: Tx,
  tokenHash: Buffer,
  at: { now: Temporal.Instant; today: Day; idleSince: Temporal.Instant; noteBefore: Temporal.Instant },
): Promise<HolderRow | null> =>
  maybeRow<HolderRow>(
    tx,
    sql`with found as (
          select s.id, s.account_id, s.stage, s.last_seen_at from accounts.session s
          where s.token_hash = ${tokenHash} and s.closed_at is null and s.ends_at > ${at.now} and s.last_seen_at > ${at.idleSince}
        ), noted as (
          update accounts.session s set last_seen_at = ${at.now} from found f where s.id = f.id and f.last_seen_at < ${at.noteBefore}
        )
        select set_config('nk.session', f.id::text, true) as session_id, f.stage, ${holder(at.today)}
        from found f join accounts.account a on a.id = f.account_id and a.status = 'dang-dung'`,
  )

/**
 * The machine that holds the token with this hash, in one statement: finds it, notes that it was used (not more often than
 * `noteBefore` asks), reads the units below its body. Null when it ended, was revoked, or never was.
 */
export const holderOfToken = (
  tx: Tx,
  tokenHash: Buffer,
  at: { now: Temporal.Instant; today: Day; noteBefore: Temporal.Instant },
): Promise<HeldToken | null> =>
  maybeRow<HeldToken>(
    tx,
    sql`with found as (
          select t.id, t.name, t.role, t.unit_id, t.may_write, t.last_used_at from accounts.service_token t
          where t.token_hash = ${tokenHash} and t.revoked_at is null and t.ends_at > ${at.now}
        ), noted as (
          update accounts.service_token t set last_used_at = ${at.now} from found f
          where t.id = f.id and (f.last_used_at is null or f.last_used_at < ${at.noteBefore})
        )
        select f.id, f.name, f.role, f.may_write as "mayWrite", f.unit_id as body,
          coalesce(${unitCode(sql`f.unit_id`)}, '') as "bodyCode", coalesce(${unitName(sql`f.unit_id`)}, '') as "bodyName",
          ${unitsBelow(sql`f.unit_id`, at.today)} as units
        from found f`,
  )

/** Khóa truy cập đã cấp. Without the token: nothing of it can be read again but its end. */
export type TokenRow = {
  id: string
  name: string
  unit_name: string | null
  role: Role
  may_write: boolean
  hint: string
  purpose: string
  issued_at: Temporal.Instant
  issued_by_name: string
  ends_at: Temporal.Instant
  last_used_at: Temporal.Instant | null
  revoked_at: Temporal.Instant | null
}

/** Every service token, those in use first, newest first; at most `limit`. */
export const tokensIssued = (tx: Tx, now: Temporal.Instant, limit: number): Promise<TokenRow[]> =>
  rows<TokenRow>(
    tx,
    sql`select t.id, t.name, ${unitName(sql`t.unit_id`)} as unit_name, t.role, t.may_write, t.hint, t.purpose, t.issued_at,
          t.issued_by_name, t.ends_at, t.last_used_at, t.revoked_at
        from accounts.service_token t
        order by (t.revoked_at is null and t.ends_at > ${now}) desc, t.issued_at desc, t.id desc limit ${limit}`,
  )

/** Whether there is no account at all: the set-up page is open. */
export const isEmpty = async (tx: Tx): Promise<boolean> =>
  (await maybeRow<{ empty: boolean }>(tx, sql`select not exists (select 1 from accounts.account) as empty`))?.empty ??
  true

/** Whether the session of this request waits for its second step. */
export const codeIsAwaited = async (tx: Tx, now: Temporal.Instant): Promise<boolean> =>
  (await maybeRow(
    tx,
    sql`select 1 from accounts.session where id = nullif(current_setting('nk.session', true), '')::uuid
          and stage = 'second-step' and closed_at is null and ends_at > ${now}`,
  )) !== null

/** What `changeAccount` changes, as it stands now. */
export type AccountDetails = {
  username: string
  version: number
  name: string
  post: string
  phone: string
  email: string
  unitId: string | null
}

/** Name, post, contact, home body and version of an account, or null. */
export const accountDetails = (tx: Tx, accountId: string): Promise<AccountDetails | null> =>
  maybeRow<AccountDetails>(
    tx,
    sql`select username, version, name, post, phone, email, unit_id as "unitId" from accounts.account where id = ${accountId}::uuid`,
  )

/** Accounts that stand on these units, at home there or by a role that holds on `today` or later. */
export const accountsOn = (tx: Tx, unitIds: readonly string[], today: Day) =>
  rows<{ id: string; username: string; name: string; unit_id: string }>(
    tx,
    sql`select distinct a.id, a.username, a.name, s.unit_id from accounts.account a
        cross join lateral (select a.unit_id union select g.unit_id from accounts.role_grant g
          where g.account_id = a.id and not isempty(g.valid) and (upper_inf(g.valid) or upper(g.valid) > ${today}::date)) s
        where s.unit_id = any(${ids(unitIds)}) order by a.username, a.id`,
  )

/** Khóa truy cập in use that speak for the units. */
export const tokensOn = (tx: Tx, unitIds: readonly string[], now: Temporal.Instant) =>
  rows<{ id: string; name: string; hint: string; unit_id: string }>(
    tx,
    sql`select id, name, hint, unit_id from accounts.service_token
        where unit_id = any(${ids(unitIds)}) and revoked_at is null and ends_at > ${now} order by name, id`,
  )
