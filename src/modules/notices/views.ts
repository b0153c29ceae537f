/** Đọc: inbox, reminders, letters. */
import type { Day } from '../../kernel/day.ts'
import { ids, maybeRow, row, rows, sql, type Tx } from '../../platform/database/sql.ts'
import type { OfficialPaper } from '../../platform/word/official-paper.ts'
import type { Notice, Step } from './words.ts'

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

/** Steps already sent per obligation of a year. */
export async function sentSteps(tx: Tx, year: number): Promise<Map<string, Step[]>> {
  const found = await rows<{ obligation_id: string; step: Step }>(
    tx,
    sql`select obligation_id, step from notices.reminder where year = ${year} order by sent_at`,
  )
  const map = new Map<string, Step[]>()
  for (const r of found) map.set(r.obligation_id, [...(map.get(r.obligation_id) ?? []), r.step])
  return map
}

/** Số lần đã nhắc mỗi cơ quan trong năm. */
export async function reminderCounts(tx: Tx, year: number): Promise<Map<string, number>> {
  const found = await rows<{ unit_id: string; n: number }>(
    tx,
    sql`select unit_id, count(*) as n from notices.reminder where year = ${year} group by unit_id`,
  )
  return new Map(found.map((r) => [r.unit_id, r.n]))
}

/** Công văn đôn đốc đã soạn. */
export type Letter = {
  id: string
  year: number
  madeOn: Day
  asOf: Temporal.Instant
  unitIds: string[]
  paper: OfficialPaper
  fileId: string
  sha256: string
  madeBy: string
}

const LETTER = sql`select id, year, made_on as "madeOn", as_of as "asOf", unit_ids as "unitIds", paper, file_id as "fileId", sha256, made_by as "madeBy" from notices.urging_letter`

/** The letter of the same day for the same bodies, if there is one. */
export const findSameLetter = (tx: Tx, year: number, madeOn: Day, unitIds: readonly string[]): Promise<Letter | null> =>
  maybeRow<Letter>(tx, sql`${LETTER} where year = ${year} and made_on = ${madeOn} and unit_ids = ${ids(unitIds)}`)

/** A letter by its id. */
export const findLetter = (tx: Tx, id: string): Promise<Letter | null> =>
  maybeRow<Letter>(tx, sql`${LETTER} where id = ${id}`)

/** Letters of a year, newest first. */
export const lettersOf = (tx: Tx, year: number): Promise<Letter[]> =>
  rows<Letter>(tx, sql`${LETTER} where year = ${year} order by as_of desc`)
