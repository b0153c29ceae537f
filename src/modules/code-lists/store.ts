/** Ghi danh mục: the only SQL that writes the schema `code_lists`. */
import type { Validity } from '../../kernel/validity.ts'
import { json, range, run, sql, type Tx } from '../../platform/database/sql.ts'
import type { Entry, ListVersion } from './words.ts'

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
