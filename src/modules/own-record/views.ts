/** Đọc: the SQL behind the pages of the person and of the bodies. */
import type { Day } from '../../kernel/day.ts'
import type { PartialDay, Precision } from '../../kernel/partial-day.ts'
import { partialOf } from '../../kernel/partial-day.ts'
import { shared } from '../../platform/database/kept.ts'
import { ids, maybeRow, rows, sql, type Tx } from '../../platform/database/sql.ts'
import type { Answer } from './rules/consent.ts'
import type { Invitation } from './rules/invitation.ts'
import type { Channel, RequestKind, RequestState } from './words.ts'

/** The record that lives on under an id: a record merged away leads to the one it was merged into. */
const living = (personId: unknown) => sql`(with recursive way as (
    select p.id, p.merged_into, 1 as step from people.person p where p.id = ${personId}
    union all
    select p.id, p.merged_into, w.step + 1 from people.person p join way w on p.id = w.merged_into where w.step < 20)
  select id from way where merged_into is null limit 1)`

/** Every id a record was ever known by: its own and those merged into it. */
export const aliasesOf = async (tx: Tx, personId: string): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      tx,
      sql`with recursive all_ids as (
            select ${personId}::uuid as id
            union
            select p.id from people.person p join all_ids a on p.merged_into = a.id)
          select id from all_ids`,
    )
  ).map((r) => r.id)

/** Whether a record has an account already, under any id it was known by. */
export const isBound = async (tx: Tx, aliases: readonly string[]): Promise<boolean> =>
  (await maybeRow(tx, sql`select 1 from own_record.binding where person_id = any (${ids(aliases)})`)) !== null

/** Hồ sơ của một tài khoản: the bound id and the one that lives now; null when the account has none. */
export const recordOfAccount = (
  tx: Tx,
  accountId: string,
): Promise<{ boundId: string; personId: string; checkedAt: Temporal.Instant | null } | null> =>
  maybeRow(
    tx,
    sql`select b.person_id as "boundId", ${living(sql`b.person_id`)} as "personId", b.checked_at as "checkedAt"
        from own_record.binding b where b.account_id = ${accountId}::uuid`,
  )

/** Thư mời, with what decides whether it opens. */
export type StoredInvitation = Invitation & {
  readonly id: string
  readonly personId: string
  readonly birth: PartialDay | null
}

type InvitationRow = Omit<StoredInvitation, 'birth'> & { birth: Day | null; precision: Precision | null }

const INVITATION = sql`i.id, ${living(sql`i.person_id`)} as "personId", i.ends_at as "endsAt", i.used_at is not null as used,
  i.revoked_at is not null as revoked, i.failed, i.locked_until as "lockedUntil", p.birth, p.birth_precision as precision`

const stored = ({ precision, birth, ...r }: InvitationRow): StoredInvitation => ({
  ...r,
  birth: birth === null || precision === null ? null : partialOf(birth, precision),
})

/** The invitation of a code by its keyed digest; kept from others who guess at the same time. */
export async function invitationOfCode(tx: Tx, digest: Buffer): Promise<StoredInvitation | null> {
  const found = await maybeRow<InvitationRow>(
    tx,
    sql`select ${INVITATION} from own_record.invitation i join people.person p on p.id = i.person_id
        where i.code_digest = ${digest} for update of i`,
  )
  return found === null ? null : stored(found)
}

/** The invitation of an open claim, or null when the ticket ended. */
export async function invitationOfTicket(
  tx: Tx,
  digest: Buffer,
  now: Temporal.Instant,
): Promise<StoredInvitation | null> {
  const found = await maybeRow<InvitationRow>(
    tx,
    sql`select ${INVITATION} from own_record.claim c join own_record.invitation i on i.id = c.invitation_id
          join people.person p on p.id = i.person_id
        where c.ticket_digest = ${digest} and c.used_at is null and c.ends_at > ${now}`,
  )
  return found === null ? null : stored(found)
}

/** How often an address typed wrong since `since`. */
export async function wrongTriesOf(tx: Tx, address: Buffer, since: Temporal.Instant): Promise<number> {
  const found = await maybeRow<{ n: number }>(
    tx,
    sql`select count(*) as n from own_record.wrong_try where address_digest = ${address} and at > ${since}`,
  )
  return found?.n ?? 0
}

/** Dòng của danh sách thư mời: a person of the officer's scope and the last letter. */
export type InvitationLine = {
  readonly personId: string
  readonly code: string
  readonly name: string
  readonly birth: Day | null
  readonly unitId: string
  readonly bound: boolean
  readonly invitationId: string | null
  readonly endsAt: Temporal.Instant | null
  readonly used: boolean
  readonly revoked: boolean
}

/** Tình trạng lọc: chưa mời, đang chờ, đã nhận. */
export type InvitationFilter = { readonly which: 'chua' | 'cho' | 'da-nhan'; readonly name: string }

const WHICH = {
  chua: sql`p.id not in (select b.person_id from own_record.binding b)
    and p.id not in (select o.person_id from own_record.invitation o where o.used_at is null and o.revoked_at is null)`,
  cho: sql`p.id in (select o.person_id from own_record.invitation o where o.used_at is null and o.revoked_at is null)
    and p.id not in (select b.person_id from own_record.binding b)`,
  'da-nhan': sql`p.id in (select b.person_id from own_record.binding b)`,
} as const

/** People of the reader's scope with their letters, at most `limit`. `folded` = name without marks. */
export const invitationLines = (
  tx: Tx,
  filter: { which: InvitationFilter['which']; folded: string },
  limit: number,
): Promise<InvitationLine[]> =>
  rows(
    tx,
    sql`select p.id as "personId", p.code, p.name, p.birth, p.unit_id as "unitId",
          exists (select 1 from own_record.binding b where b.person_id = p.id) as bound,
          i.id as "invitationId", i.ends_at as "endsAt",
          i.used_at is not null as used, i.revoked_at is not null as revoked
        from (select p.* from people.person p
              where p.merged_into is null and p.removed_at is null and ${WHICH[filter.which]}
                and (${filter.folded} = '' or p.name_plain like ${`%${filter.folded}%`})
              order by p.name_sort, p.id limit ${limit}) p
          left join lateral (
            select * from own_record.invitation i where i.person_id = p.id order by i.issued_at desc limit 1) i on true
        order by p.name_sort, p.id`,
  )

/** How many people are uninvited, waiting, in. The register is counted once; letters and accounts are few beside it. */
export async function invitationCounts(tx: Tx): Promise<Record<InvitationFilter['which'], number>> {
  const found = await maybeRow<{ all: number; waiting: number; bound: number }>(
    tx,
    sql`select (select count(*) from people.person p where p.merged_into is null and p.removed_at is null) as all,
          (select count(*) from own_record.invitation o join people.person p on p.id = o.person_id
            where o.used_at is null and o.revoked_at is null and p.merged_into is null and p.removed_at is null
              and not exists (select 1 from own_record.binding b where b.person_id = p.id)) as waiting,
          (select count(*) from own_record.binding b join people.person p on p.id = b.person_id
            where p.merged_into is null and p.removed_at is null) as bound`,
  )
  const { all, waiting, bound } = found ?? { all: 0, waiting: 0, bound: 0 }
  return { chua: all - waiting - bound, cho: waiting, 'da-nhan': bound }
}

/** One invitation with its body, or null. */
export const findInvitation = (
  tx: Tx,
  id: string,
): Promise<{ id: string; unitId: string; personId: string; name: string; code: string } | null> =>
  maybeRow(
    tx,
    sql`select i.id, p.unit_id as "unitId", p.id as "personId", p.name, p.code from own_record.invitation i
          join people.person p on p.id = i.person_id where i.id = ${id}::uuid`,
  )

/** Một dòng của sổ đồng ý. */
export type ConsentLine = Answer & {
  readonly notice: string
  readonly channel: Channel
  readonly evidence: string
  readonly by: string
  /** The scan kept with it, and the day the paper was signed. */
  readonly file: string | null
  readonly signedOn: Day | null
}

/** Sổ đồng ý của một người, oldest first, under every id it was known by. */
export const consentsOf = (tx: Tx, aliases: readonly string[]): Promise<ConsentLine[]> =>
  rows(
    tx,
    sql`select c.item, c.state, c.at, c.regime, c.notice, c.channel, c.evidence, c.actor_name as by, c.file_id as file, c.signed_on as "signedOn"
        from own_record.consent c where c.person_id = any (${ids(aliases)}) order by c.at, c.id`,
  )

/** Địa chỉ công khai, or null before the first consent. */
export const slugOf = async (tx: Tx, aliases: readonly string[]): Promise<string | null> =>
  (
    await maybeRow<{ slug: string }>(
      tx,
      sql`select slug from own_record.public_page where person_id = any (${ids(aliases)}) order by made_at limit 1`,
    )
  )?.slug ?? null

/** Whose page an address is: the record that lives now, or null. */
export const personOfSlug = async (tx: Tx, slug: string): Promise<string | null> =>
  (
    await maybeRow<{ id: string | null }>(
      tx,
      sql`select ${living(sql`w.person_id`)} as id from own_record.public_page w where w.slug = ${slug}`,
    )
  )?.id ?? null

/** Một lần xem hồ sơ. */
export type ViewingLine = {
  readonly id: string
  readonly at: Temporal.Instant
  readonly actorId: string
  readonly actorName: string
  readonly body: string
  readonly role: string
  readonly purpose: string
  readonly groups: readonly string[]
  readonly sensitive: boolean
  /** Trạng thái của câu hỏi về lần xem này, null when nobody asked. */
  readonly asked: RequestState | null
}

/** Ai đã xem, newest first. */
export const viewingsOf = (tx: Tx, aliases: readonly string[], limit: number): Promise<ViewingLine[]> =>
  rows(
    tx,
    sql`select v.id, v.at, v.actor_id as "actorId", v.actor_name as "actorName", v.body_name as body, v.role, v.purpose, v.groups, v.sensitive,
          (select r.state from own_record.request r where r.viewing_id = v.id order by r.sent_at desc limit 1) as asked
        from people.viewing_line v where v.person_id = any (${ids(aliases)}) order by v.at desc, v.id limit ${limit}`,
  )

/** The viewing, and the body of whoever viewed when it is known. */
export const findViewing = (
  tx: Tx,
  aliases: readonly string[],
  id: string,
): Promise<(Omit<ViewingLine, 'asked'> & { unitId: string | null }) | null> =>
  maybeRow(
    tx,
    sql`select v.id, v.at, v.actor_id as "actorId", v.actor_name as "actorName", v.body_name as body, v.role, v.purpose, v.groups, v.sensitive,
          (select g.unit_id from accounts.role_grant g where g.account_id::text = v.actor_id and g.unit_id is not null
             and g.role <> 'tri-thuc' order by g.granted_at limit 1) as "unitId"
        from people.viewing_line v where v.person_id = any (${ids(aliases)}) and v.id = ${id}::uuid`,
  )

/** Một lần sửa hồ sơ, from the ledger: who and when, not what was written. */
export type EditLine = {
  readonly at: Temporal.Instant
  readonly kind: string
  readonly actorId: string
  readonly actorName: string
}

/** Ai đã sửa: facts of the register about these ids, newest first. */
export const editsOf = (tx: Tx, aliases: readonly string[], limit: number): Promise<EditLine[]> =>
  rows(
    tx,
    sql`select l.at, l.kind, l.actor_id as "actorId", l.actor_name as "actorName" from platform.ledger l
        where l.subject = any (${aliases.map((a) => `person:${a}`)}::text[]) and l.kind like 'person.%' and l.kind not like '%-opened'
        order by l.seq desc limit ${limit}`,
  )

/** Mục tự khai bị trả lại since an instant: when, by whom, why. */
export const returnsOf = (
  tx: Tx,
  aliases: readonly string[],
  since: Temporal.Instant,
): Promise<{ at: Temporal.Instant; by: string; reason: string }[]> =>
  rows(
    tx,
    sql`select l.at, l.actor_name as by, l.reason from platform.ledger l
        where l.subject = any (${aliases.map((a) => `person:${a}`)}::text[]) and l.kind = 'person.entries-returned' and l.at >= ${since}
        order by l.seq desc limit 10`,
  )

type RequestRow = {
  id: string
  number: number
  personId: string
  personName: string
  personCode: string
  unitId: string
  kind: RequestKind
  state: RequestState
  group: string | null
  factId: string | null
  contestedId: string | null
  viewingId: string | null
  sealed: Buffer
  sentAt: Temporal.Instant
  receiveBy: Day
  decideBy: Day
  receivedAt: Temporal.Instant | null
  receivedBy: string | null
  extendedAt: Temporal.Instant | null
  extensionReason: string
  answeredAt: Temporal.Instant | null
  answeredBy: string | null
  answer: Buffer | null
  ground: string
  version: number
}

/** Điều được hỏi. Values in the words of the screen, by label of the field; `claimed` also as it would be written. */
export type RequestContent = {
  readonly stated: readonly { readonly label: string; readonly value: string }[]
  readonly claimed: readonly { readonly label: string; readonly value: string }[]
  /** What the entry would say if it is accepted; absent for kinds that change nothing. */
  readonly data?: Readonly<Record<string, string | number | boolean>>
  readonly from?: PartialDay | null
  readonly to?: PartialDay | null
  /** The entry as a whole is not this person's. */
  readonly remove?: boolean
  readonly reason: string
  readonly evidence: string
}

/** Yêu cầu, opened. */
export type StoredRequest = Omit<RequestRow, 'sealed' | 'answer'> & {
  readonly content: RequestContent
  readonly answer: string
}

const REQUEST = sql`r.id, r.number, ${living(sql`r.person_id`)} as "personId", p.name as "personName", p.code as "personCode", r.unit_id as "unitId",
  r.kind, r.state, r.grp as "group", r.fact_id as "factId", r.contested_id as "contestedId", r.viewing_id as "viewingId", r.sealed,
  r.sent_at as "sentAt", r.receive_by as "receiveBy", r.decide_by as "decideBy", r.received_at as "receivedAt", r.received_by as "receivedBy",
  r.extended_at as "extendedAt", r.extension_reason as "extensionReason", r.answered_at as "answeredAt", r.answered_by as "answeredBy",
  r.answer, r.ground, r.version from own_record.request r join people.person p on p.id = r.person_id`

const opened =
  (tx: Tx) =>
  ({ sealed, answer, ...r }: RequestRow): StoredRequest => ({
    ...r,
    content: JSON.parse(tx.vault.open(sealed)) as RequestContent,
    answer: answer === null ? '' : tx.vault.open(answer),
  })

/** Yêu cầu của một người, newest first. */
export const requestsOfPerson = async (tx: Tx, aliases: readonly string[]): Promise<StoredRequest[]> =>
  (
    await rows<RequestRow>(
      tx,
      sql`select ${REQUEST} where r.person_id = any (${ids(aliases)}) order by r.sent_at desc, r.number desc`,
    )
  ).map(opened(tx))

/** Yêu cầu trong phạm vi người đọc: open ones first, by their term; `open` leaves out what was answered. */
export const requestsInScope = async (tx: Tx, open: boolean, limit: number): Promise<StoredRequest[]> =>
  (
    await rows<RequestRow>(
      tx,
      sql`select ${REQUEST} where (${open} and r.answered_at is null) or (not ${open} and r.answered_at is not null)
          order by case when r.answered_at is null then r.decide_by end, r.answered_at desc, r.number limit ${limit}`,
    )
  ).map(opened(tx))

/** How many requests of the reader's scope are open, past a term, answered. */
export const requestCounts = async (tx: Tx, today: Day): Promise<{ open: number; late: number; answered: number }> =>
  (await maybeRow<{ open: number; late: number; answered: number }>(
    tx,
    sql`select count(*) filter (where answered_at is null) as open,
          count(*) filter (where answered_at is null and (decide_by < ${today} or (received_at is null and receive_by < ${today}))) as late,
          count(*) filter (where answered_at is not null) as answered
        from own_record.request`,
  )) ?? { open: 0, late: 0, answered: 0 }

/** Yêu cầu đang chờ, of every body: terms alone, the same for every reader. */
export type OpenTerm = {
  readonly unitId: string
  readonly receiveBy: Day
  readonly decideBy: Day
  readonly received: boolean
}

/** The open requests of all bodies, kept in the process. */
export const openTerms = (tx: Tx): Promise<OpenTerm[]> =>
  shared(tx, ['own-record'], 'own-record open requests', () =>
    rows(
      tx,
      sql`select unit_id as "unitId", receive_by as "receiveBy", decide_by as "decideBy", received from own_record.open_requests()`,
    ),
  )

/** One request, or null. */
export async function findRequest(tx: Tx, id: string): Promise<StoredRequest | null> {
  const found = await maybeRow<RequestRow>(tx, sql`select ${REQUEST} where r.id = ${id}::uuid`)
  return found === null ? null : opened(tx)(found)
}

/** Phần của sổ cái mà chủ hồ sơ được biết khi tải dữ liệu: what this account did here. */
export const ownActsOf = (
  tx: Tx,
  accountId: string,
  limit: number,
): Promise<{ at: Temporal.Instant; kind: string }[]> =>
  rows(
    tx,
    sql`select at, kind from platform.ledger where actor_id = ${accountId} and kind like 'own-record.%' order by seq desc limit ${limit}`,
  )

/** Thư mời đang chờ của một đợt. */
export type LetterLine = {
  readonly id: string
  readonly name: string
  readonly sex: string | null
  readonly personCode: string
  readonly unitId: string
  readonly endsAt: Temporal.Instant
}

/** The letters of a round that still open something, by name. */
export const lettersOfRound = (tx: Tx, round: string, now: Temporal.Instant): Promise<LetterLine[]> =>
  rows(
    tx,
    sql`select i.id, p.name, p.sex, p.code as "personCode", i.unit_id as "unitId", i.ends_at as "endsAt"
        from own_record.invitation i join people.person p on p.id = i.person_id
        where i.round = ${round}::uuid and i.used_at is null and i.revoked_at is null and i.ends_at > ${now}
        order by p.name_sort, i.id`,
  )
