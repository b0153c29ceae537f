/** Ghi danh mục: the only SQL that writes the schema `code_lists`. */
import type { Validity } from '../../kernel/validity.ts'
import type { Ctx } from '../../platform/action.ts'
import { json, range, run, sql, type Tx } from '../../platform/database/sql.ts'
import type { DayOff, Entry, ListVersion } from './words.ts'

/** Sets the last day of a version that another one replaces. */
export async function closeVersion(tx: Tx, id: string, valid: Validity): Promise<void> {
  await run(tx, sql`update code_lists.version set valid = ${range(valid)} where id = ${id}`)
}

/** Saves a version with its entries, in order. */
export async function saveVersion(tx: Tx, v: ListVersion, entries: readonly Entry[]): Promise<void> {
  await run(
    tx,
    sql`insert into code_lists.version (id, list, title, version, source, status, status_note, from_known, replaced_by, note, valid)
        values (${v.id}, ${v.list}, ${v.title}, ${v.version}, ${v.source}, ${v.status}, ${v.statusNote}, ${v.fromKnown},
          ${v.replacedBy}, ${v.note}, ${range(v.valid)})`,
  )
  await run(
    tx,
    sql`insert into code_lists.entry (version_id, ordinal, code, label, parent, aliases, maps_to, note, status)
        select ${v.id}, ordinal, code, label, parent, aliases, "mapsTo", note, status from jsonb_to_recordset(${json(
          entries.map((e, ordinal) => ({ ...e, ordinal })),
        )}) as x(ordinal int, code text, label text, parent text, aliases text[], "mapsTo" text[], note text, status text)`,
  )
}

/** Puts days into the list; a day that stands there already is replaced, and what it said before stays in the table. */
export async function saveDaysOff({ tx, now, actor }: Ctx, days: readonly DayOff[]): Promise<void> {
  for (const d of days) {
    await run(
      tx,
      sql`update code_lists.day_off set removed_at = ${now}, removed_by = ${actor.name} where day = ${d.day} and removed_at is null`,
    )
    await run(
      tx,
      sql`insert into code_lists.day_off (id, day, kind, occasion, act, status, recorded_at, recorded_by)
          values (${d.id}, ${d.day}, ${d.kind}, ${d.occasion}, ${d.act}, ${d.status}, ${now}, ${actor.name})`,
    )
  }
}

/** Takes a day out of the list; the row stays. Answers whether it stood there. */
export async function removeDay({ tx, now, actor }: Ctx, id: string): Promise<boolean> {
  const gone = await run(
    tx,
    sql`update code_lists.day_off set removed_at = ${now}, removed_by = ${actor.name} where id = ${id} and removed_at is null`,
  )
  return gone > 0
}
