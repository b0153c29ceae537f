/** Đọc: inbox, reminders, letters. */
import type { Day } from '../../kernel/day.ts'
import { ids, maybeRow, row, rows, sql, type Tx, texts } from '../../platform/database/sql.ts'
import type { OfficialPaper } from '../../platform/word/official-paper.ts'
import type { Mention } from './rules/digest.ts'
import type { MailKind, MailState, Notice, Rhythm, Step, Way } from './words.ts'

/** Hộp thư của một tài khoản, newest first. */
export const inbox = (tx: Tx, accountId: string, limit = 100): Promise<Notice[]> =>
  rows<Notice>(
    tx,
    sql`select id, kind, title, body, href, made_at as "madeAt", read_at as "readAt" from notices.notice
        where account_id = ${accountId} order by made_at desc, id desc limit ${limit}`,
  )

/** Số thông báo chưa đọc. */
export const unreadCount = async (tx: Tx, accountId: string): Promise<number> =>
  (
    await row<{ n: number }>(
      tx,
      sql`select count(*) as n from notices.notice where account_id = ${accountId} and read_at is null`,
    )
  ).n

/** Steps already sent for a deadline: `stepsFor` of an obligation and the day of its deadline. */
export async function sentSteps(
  tx: Tx,
  obligationIds: readonly string[],
): Promise<(obligationId: string, dueBefore: Day) => Step[]> {
  const found = await rows<{ obligation_id: string; due_before: Day | null; step: Step }>(
    tx,
    sql`select obligation_id, due_before, step from notices.reminder where obligation_id = any (${ids(obligationIds)}) order by sent_at`,
  )
  const map = new Map<string, { due: Day | null; step: Step }[]>()
  for (const r of found)
    map.set(r.obligation_id, [...(map.get(r.obligation_id) ?? []), { due: r.due_before, step: r.step }])
  return (obligationId, dueBefore) =>
    (map.get(obligationId) ?? []).flatMap((r) => (r.due === null || r.due === dueBefore ? [r.step] : []))
}

/** Số lần đã nhắc mỗi cơ quan về những nghĩa vụ này. */
export async function reminderCounts(tx: Tx, obligationIds: readonly string[]): Promise<Map<string, number>> {
  const found = await rows<{ unit_id: string; n: number }>(
    tx,
    sql`select unit_id, count(*) as n from notices.reminder where obligation_id = any (${ids(obligationIds)}) group by unit_id`,
  )
  return new Map(found.map((r) => [r.unit_id, r.n]))
}

/** Kỳ: a year of a regime, by its slug. */
type Period = { readonly regime: string; readonly year: number }

/** Công văn đôn đốc đã soạn. */
export type Letter = {
  id: string
  /** Slug of the regime. */
  regime: string
  year: number
  madeOn: Day
  asOf: Temporal.Instant
  unitIds: string[]
  paper: OfficialPaper
  fileId: string
  sha256: string
  madeBy: string
}

const LETTER = sql`select id, regime, year, made_on as "madeOn", as_of as "asOf", unit_ids as "unitIds", paper, file_id as "fileId", sha256, made_by as "madeBy" from notices.urging_letter`

/** The letter of the same day for the same bodies, if there is one. */
export const findSameLetter = (tx: Tx, of: Period, madeOn: Day, unitIds: readonly string[]): Promise<Letter | null> =>
  maybeRow<Letter>(
    tx,
    sql`${LETTER} where regime = ${of.regime} and year = ${of.year} and made_on = ${madeOn} and unit_ids = ${ids(unitIds)}`,
  )

/** A letter by its id. */
export const findLetter = (tx: Tx, id: string): Promise<Letter | null> =>
  maybeRow<Letter>(tx, sql`${LETTER} where id = ${id}`)

/** Letters of a period, newest first. */
export const lettersOf = (tx: Tx, of: Period): Promise<Letter[]> =>
  rows<Letter>(tx, sql`${LETTER} where regime = ${of.regime} and year = ${of.year} order by as_of desc`)

/** Lựa chọn nhận thư. */
export type MailChoice = { accountId: string; address: string; rhythm: Rhythm; agreedAt: Temporal.Instant }

const CHOICE = sql`select account_id as "accountId", address, rhythm, agreed_at as "agreedAt" from notices.mail_choice where withdrawn_at is null`

/** Who agreed to mails; of these accounts only, when given. */
export const mailChoices = (tx: Tx, only?: readonly string[]): Promise<MailChoice[]> =>
  rows<MailChoice>(
    tx,
    sql`${CHOICE} and (${only === undefined} or account_id = any (${texts(only ?? [])})) order by account_id`,
  )

/** What mails have told an account before. */
export const mentionsTo = (tx: Tx, accountId: string): Promise<Mention[]> =>
  rows<Mention>(tx, sql`select duty_key as key, due, step from notices.mention where account_id = ${accountId}`)

/** A notice by its id, whoever it is for. */
export const findNotice = (tx: Tx, id: string): Promise<Notice | null> =>
  maybeRow<Notice>(
    tx,
    sql`select id, kind, title, body, href, made_at as "madeAt", read_at as "readAt" from notices.notice where id = ${id}`,
  )

/** Thư của một người, as he sees them. */
export type MailRow = {
  kind: MailKind
  state: MailState
  madeAt: Temporal.Instant
  settledAt: Temporal.Instant | null
  why: string
}

/** The last mails to an account, newest first. */
export const mailsTo = (tx: Tx, accountId: string, limit = 10): Promise<MailRow[]> =>
  rows<MailRow>(
    tx,
    sql`select kind, state, made_at as "madeAt", settled_at as "settledAt", why from notices.mail
        where account_id = ${accountId} order by made_at desc, id desc limit ${limit}`,
  )

/** The sealed address of an account's calendar, or null. */
export const calendarOf = (tx: Tx, accountId: string): Promise<{ sealed: Buffer; openedAt: Temporal.Instant } | null> =>
  maybeRow(
    tx,
    sql`select token_sealed as sealed, opened_at as "openedAt" from notices.calendar where account_id = ${accountId}`,
  )

/** Whose calendar this address is. */
export const calendarHolder = async (tx: Tx, hash: Buffer): Promise<string | null> =>
  (await maybeRow<{ account_id: string }>(tx, sql`select account_id from notices.calendar where token_hash = ${hash}`))
    ?.account_id ?? null

/** Một dòng của nhật ký đôn đốc: what was said to a body, when, by which way, to whom. */
export type LogLine = {
  at: Temporal.Instant
  unitId: string
  way: Way
  step: Step | null
  people: string[]
  state: MailState | null
  letterId: string | null
}

/** Đếm theo cơ quan: how often each body was reminded by each way, and when last. */
export type LogCount = { unitId: string; inside: number; mails: number; letters: number; last: Temporal.Instant }

/** Lines of the log of a period. Reminders and mails speak of obligations: `reports` says which unit each belongs to. */
const lines = (of: Period, reports: readonly { id: string; unitId: string }[]) => sql`
  select r.sent_at as at, r.unit_id, 'trong-he-thong' as way, r.step, null::text as state, null::uuid as letter_id,
    coalesce((select array_agg(d.name order by d.role, d.name) from notices.reminded d where d.reminder_id = r.id), '{}') as people
  from notices.reminder r where r.obligation_id = any (${ids(reports.map((r) => r.id))})
  union all
  select m.settled_at, o.unit_id, 'thu', n.step, m.state, null, array[m.reader]
  from notices.mention n join notices.mail m on m.id = n.mail_id
    join unnest(${texts(reports.map((r) => `report:${r.id}`))}, ${ids(reports.map((r) => r.unitId))}) o (key, unit_id) on o.key = n.duty_key
  where n.step <> 'cho-quyet'
  union all
  select l.as_of, u.unit_id, 'cong-van', null, null, l.id, '{}'
  from notices.urging_letter l cross join unnest(l.unit_ids) u (unit_id) where l.regime = ${of.regime} and l.year = ${of.year}`

/** The log of one body, newest first. */
export const logOf = (
  tx: Tx,
  of: Period,
  unitId: string,
  reports: readonly { id: string; unitId: string }[],
): Promise<LogLine[]> =>
  rows<LogLine>(
    tx,
    sql`select at, unit_id as "unitId", way, step, people, state, letter_id as "letterId" from (${lines(of, reports)}) x
        where unit_id = ${unitId} order by at desc, way limit 200`,
  )

/** Counts per body, in no order. */
export const logCounts = (
  tx: Tx,
  of: Period,
  reports: readonly { id: string; unitId: string }[],
): Promise<LogCount[]> =>
  rows<LogCount>(
    tx,
    sql`select unit_id as "unitId", count(*) filter (where way = 'trong-he-thong') as inside, count(*) filter (where way = 'thu') as mails,
          count(*) filter (where way = 'cong-van') as letters, max(at) as last
        from (${lines(of, reports)}) x group by unit_id`,
  )
