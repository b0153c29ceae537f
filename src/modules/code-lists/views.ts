/** Đọc danh mục: which version holds on a day, and its entries. */
import type { Day } from '../../kernel/day.ts'
import { sortKey } from '../../kernel/text.ts'
import { maybeRow, rows, sql, type Tx } from '../../platform/database/sql.ts'
import type { Published } from './rules/look-up.ts'
import type { DayOff, Entry, ListVersion } from './words.ts'

const VERSION = sql`v.id, v.list, v.title, v.version, v.source, v.status, v.status_note as "statusNote",
  v.from_known as "fromKnown", v.replaced_by as "replacedBy", v.note, v.valid`

/** All versions of one list, oldest first. */
export const versionsOf = (tx: Tx, list: string): Promise<ListVersion[]> =>
  rows(tx, sql`select ${VERSION} from code_lists.version v where v.list = ${list} order by lower(v.valid)`)

/** The version of a list that holds on `day`, or null. */
export const versionOn = (tx: Tx, list: string, day: Day): Promise<ListVersion | null> =>
  maybeRow(tx, sql`select ${VERSION} from code_lists.version v where v.list = ${list} and v.valid @> ${day}::date`)

/** Entries of a version, in its order. */
export const entriesOf = (tx: Tx, versionId: string): Promise<Entry[]> =>
  rows(
    tx,
    sql`select code, label, parent, aliases, maps_to as "mapsTo", note, status from code_lists.entry where version_id = ${versionId} order by ordinal`,
  )

/** Entries of a list on `day`; none when no version holds on it. */
export const entriesOn = (tx: Tx, list: string, day: Day): Promise<Entry[]> =>
  rows(
    tx,
    sql`select e.code, e.label, e.parent, e.aliases, e.maps_to as "mapsTo", e.note, e.status
        from code_lists.version v join code_lists.entry e on e.version_id = v.id
        where v.list = ${list} and v.valid @> ${day}::date order by e.ordinal`,
  )

/** Label of a code on `day`; null when the list has no such code on it. */
export async function labelOf(tx: Tx, list: string, code: string, day: Day): Promise<string | null> {
  const found = await maybeRow<{ label: string }>(
    tx,
    sql`select e.label from code_lists.version v join code_lists.entry e on e.version_id = v.id
        where v.list = ${list} and v.valid @> ${day}::date and e.code = ${code}`,
  )
  return found?.label ?? null
}

/** Dòng của trang danh mục: each list by its version of the day, or by its last one when none holds. */
export type ListLine = ListVersion & { readonly entries: number; readonly holds: boolean }

/** All lists, as of `day`, by title in Vietnamese order. */
export async function listsOn(tx: Tx, day: Day): Promise<ListLine[]> {
  const lines = await rows<ListLine>(
    tx,
    sql`select ${VERSION}, v.valid @> ${day}::date as holds,
          (select count(*) from code_lists.entry e where e.version_id = v.id) as entries
        from (select distinct on (list) * from code_lists.version
              order by list, (valid @> ${day}::date) desc, (lower(valid) <= ${day}::date) desc, lower(valid) desc) v`,
  )
  const keys = new Map(lines.map((l) => [l.list, sortKey(l.title)]))
  const key = (l: ListLine): string => keys.get(l.list) ?? ''
  return lines.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** Every version of every list with its entries, by list, oldest first: what the code book is made of. */
export async function publishedLists(tx: Tx): Promise<ReadonlyMap<string, readonly Published[]>> {
  const all = await rows<Published>(
    tx,
    sql`select v.list, v.title, v.version, v.from_known as "fromKnown", v.valid,
          (select jsonb_agg(jsonb_build_object('code', e.code, 'label', e.label, 'parent', e.parent, 'aliases', e.aliases,
             'mapsTo', e.maps_to, 'note', e.note, 'status', e.status) order by e.ordinal)
           from code_lists.entry e where e.version_id = v.id) as entries
        from code_lists.version v order by v.list, lower(v.valid)`,
  )
  return Map.groupBy(all, (v) => v.list)
}

/** Ngày nghỉ, ngày làm bù in force, by day. */
export const daysOffKept = (tx: Tx): Promise<DayOff[]> =>
  rows(
    tx,
    sql`select id, day, kind, occasion, act, status from code_lists.day_off where removed_at is null order by day`,
  )

/** One of them, or null. */
export const findDayOff = (tx: Tx, id: string): Promise<DayOff | null> =>
  maybeRow(
    tx,
    sql`select id, day, kind, occasion, act, status from code_lists.day_off where id = ${id} and removed_at is null`,
  )
