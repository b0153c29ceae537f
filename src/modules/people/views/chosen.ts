/** Người được chọn trong danh sách: ticked ones by code, or everybody a list finds; what confirming them would mean. */
import { row, rows, sql, type Tx, texts } from '../../../platform/database/sql.ts'
import { LEAST_COMPLETE } from '../rules/vouching.ts'
import { type Asked, foundSource } from './asked-for.ts'

/** Codes of the ticked people, or the whole list when there are none. */
export type Chosen = { readonly codes: readonly string[]; readonly asked: Asked }

/** Living dossiers that are chosen, as a table `c` of ids. */
async function chosenSource(tx: Tx, { codes, asked }: Chosen) {
  if (codes.length > 0)
    return sql`(select p.id from people.person p where p.code = any(${texts(codes)}) and p.merged_into is null and p.removed_at is null) c`
  const { from } = foundSource(tx, asked)
  return sql`(select s.person_id as id from ${from}) c`
}

/** Ids of the chosen people, at most `limit`, in a fixed order. */
export async function chosenIds(tx: Tx, chosen: Chosen, limit: number): Promise<string[]> {
  const from = await chosenSource(tx, chosen)
  return (await rows<{ id: string }>(tx, sql`select c.id from ${from} order by c.id limit ${limit}`)).map((r) => r.id)
}

/** Việc xác nhận sẽ làm: how many dossiers, how many are left out, how many entries rise. */
export type ConfirmCounts = {
  readonly people: number
  readonly may: number
  readonly contested: number
  readonly thin: number
  /** Entries of level 0 that were listed or typed by somebody of an office. */
  readonly entries: number
  /** Entries of level 0 that the people declared themselves. */
  readonly declared: number
}

/** Counts of what confirming the chosen people means. Two statements. */
export async function confirmCounts(tx: Tx, chosen: Chosen): Promise<ConfirmCounts> {
  const from = await chosenSource(tx, chosen)
  const may = sql`p.level <> -1 and p.completeness >= ${LEAST_COMPLETE}`
  const people = await row<Omit<ConfirmCounts, 'entries' | 'declared'>>(
    tx,
    sql`select count(*) as people, count(*) filter (where ${may}) as may, count(*) filter (where p.level = -1) as contested,
          count(*) filter (where p.level <> -1 and p.completeness < ${LEAST_COMPLETE}) as thin
        from ${from} join people.person p on p.id = c.id`,
  )
  const entries = await row<Pick<ConfirmCounts, 'entries' | 'declared'>>(
    tx,
    sql`select count(*) filter (where f.source <> 'khai') as entries, count(*) filter (where f.source = 'khai') as declared
        from ${from} join people.person p on p.id = c.id join people.fact f on f.person_id = p.id
        where f.superseded_at is null and f.level = 0 and ${may}`,
  )
  return { ...people, ...entries }
}
