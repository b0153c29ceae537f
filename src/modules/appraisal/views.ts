/** Đọc chấm điểm: rows within the reader's rights. */
import { ids, maybeRow, rows, sql, type Tx } from '../../platform/database/sql.ts'
import { ProfileSchema } from './rules/profile.ts'
import type { Appeal, Entry, Frozen, Item, Round } from './words.ts'

const ROUND = sql`select id, year, profile, state, opened_at as "openedAt", opened_by_name as "openedBy", counted_at as "countedAt",
  published_at as "publishedAt", appeal_until as "appealUntil", closed_at as "closedAt", sha256, version from appraisal.round`

const readRound = (r: Round): Round => ({ ...r, profile: ProfileSchema.parse(r.profile) })

/** Every round, newest first. */
export const rounds = async (tx: Tx): Promise<Round[]> =>
  (await rows<Round>(tx, sql`${ROUND} where province = platform.province() order by year desc`)).map(readRound)

/** The round of a year, or null. */
export async function findRound(tx: Tx, year: number): Promise<Round | null> {
  const found = await maybeRow<Round>(tx, sql`${ROUND} where province = platform.province() and year = ${year}`)
  return found === null ? null : readRound(found)
}

/** What a closed round found; null while it is not closed. */
export const frozenOf = async (tx: Tx, roundId: string): Promise<Frozen | null> =>
  (await maybeRow<{ frozen: Frozen | null }>(tx, sql`select frozen from appraisal.round where id = ${roundId}`))
    ?.frozen ?? null

const ENTRY = sql`select id, unit_id as "unitId", unit_code as "unitCode", unit_name as "unitName", unit_group as "group", state,
  self_by_name as "selfBy", self_at as "selfAt", appraised_by_name as "appraisedBy", appraised_at as "appraisedAt", version from appraisal.entry`

/** The sheets of a round, by code. */
export const entriesOf = (tx: Tx, roundId: string): Promise<Entry[]> =>
  rows<Entry>(tx, sql`${ENTRY} where round_id = ${roundId} order by unit_code collate "C"`)

/** The sheet of a body, or null. */
export const findEntry = (tx: Tx, roundId: string, unitCode: string): Promise<Entry | null> =>
  maybeRow<Entry>(tx, sql`${ENTRY} where round_id = ${roundId} and unit_code = ${unitCode}`)

type ItemRow = Omit<Item, 'evidence'> & { entryId: string; number: string; day: Item['evidence']['day'] } & Pick<
    Item['evidence'],
    'fileId' | 'fileName'
  >

/** The items of some sheets, by sheet. */
export async function itemsOf(tx: Tx, entryIds: readonly string[]): Promise<Map<string, Item[]>> {
  const found = await rows<ItemRow>(
    tx,
    sql`select entry_id as "entryId", criterion, applies, computed, counted, self, self_reason as "selfReason", evidence_number as number,
          evidence_day as day, file_id as "fileId", file_name as "fileName", appraised, appraised_reason as "appraisedReason"
        from appraisal.item where entry_id = any(${ids(entryIds)}) order by criterion collate "C"`,
  )
  const byEntry = new Map<string, Item[]>(entryIds.map((id) => [id, []]))
  for (const { entryId, number, day, fileId, fileName, ...i } of found)
    byEntry.get(entryId)?.push({ ...i, evidence: { number, day, fileId, fileName } })
  return byEntry
}

/** Appeals of some sheets, oldest first, with the sheet they are about. */
export const appealsOf = (tx: Tx, entryIds: readonly string[]): Promise<(Appeal & { entryId: string })[]> =>
  rows(
    tx,
    sql`select id, entry_id as "entryId", criterion, text, document, state, points, answer, at, by_name as by,
          answered_at as "answeredAt", answered_by_name as "answeredBy"
        from appraisal.appeal where entry_id = any(${ids(entryIds)}) order by at, id`,
  )

/** Phiếu còn việc: sheets of rounds that are not closed and wait for the body, for Sở Nội vụ, or for an answer to an appeal. */
export const waitingSheets = (
  tx: Tx,
): Promise<
  (Pick<Entry, 'unitId' | 'unitCode' | 'unitName' | 'state'> & {
    readonly roundId: string
    readonly roundState: Round['state']
    readonly year: number
    readonly appeals: number
  })[]
> =>
  rows(
    tx,
    sql`select r.id as "roundId", r.state as "roundState", r.year, e.unit_id as "unitId", e.unit_code as "unitCode", e.unit_name as "unitName",
          e.state, a.n as appeals
        from appraisal.round r join appraisal.entry e on e.round_id = r.id
        cross join lateral (select count(*) as n from appraisal.appeal a where a.entry_id = e.id and a.state = 'cho') a
        where r.province = platform.province() and r.state <> 'da-khoa'
          and (a.n > 0 or (r.state = 'dang-cham' and e.state <> 'da-tham-dinh'))
        order by r.year desc, e.unit_code collate "C"`,
  )
