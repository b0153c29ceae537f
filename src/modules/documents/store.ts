/** Ghi văn bản nguồn: the only SQL that writes schema `documents`. */
import type { Ctx } from '../../platform/action.ts'
import { json, run, sql } from '../../platform/database/sql.ts'
import type { Edits, Verdict } from './rules/review.ts'
import type { PlanReading } from './words.ts'

/** Dạng của văn bản nguồn: `typed` = pasted into the form. */
export type SourceFormat = 'txt' | 'docx' | 'typed'

/** Văn bản sắp lưu. */
export type NewSource = {
  readonly id: string
  readonly fileId: string | null
  readonly name: string
  readonly format: SourceFormat
  readonly sha256: string
  readonly reading: PlanReading
}

/** Keeps a document and its reading. */
export async function insertSource(ctx: Ctx, s: NewSource): Promise<void> {
  await run(
    ctx.tx,
    sql`insert into documents.source (id, file_id, name, format, sha256, body, reading, uploaded_at, uploaded_by, uploaded_by_name)
        values (${s.id}, ${s.fileId}, ${s.name}, ${s.format}, ${s.sha256}, ${s.reading.text}, ${json(withoutText(s.reading))},
          ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})`,
  )
}

/** The text stands once, in `body`. */
const withoutText = ({ text: _, ...rest }: PlanReading): Omit<PlanReading, 'text'> => rest

/** Saves a decision over version `seen` (0 = none yet); false when somebody decided meanwhile. */
export async function saveDecision(
  ctx: Ctx,
  d: { document: string; item: string; verdict: Verdict; edits: Edits; seen: number },
): Promise<boolean> {
  const touched = await run(
    ctx.tx,
    sql`insert into documents.decision as old (document_id, item, verdict, edits, decided_at, decided_by, decided_by_name)
        select ${d.document}, ${d.item}, ${d.verdict}, ${json(d.edits)}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name}
        where ${d.seen} = 0 or exists (select 1 from documents.decision where document_id = ${d.document} and item = ${d.item})
        on conflict on constraint one_decision_per_item do update
          set verdict = excluded.verdict, edits = excluded.edits, version = old.version + 1,
              decided_at = excluded.decided_at, decided_by = excluded.decided_by, decided_by_name = excluded.decided_by_name
          where old.version = ${d.seen}`,
  )
  return touched === 1
}

/** Closes the reading for good once a programme was adopted from it; false when it was closed before. */
export async function closeDocument(ctx: Ctx, id: string): Promise<boolean> {
  const touched = await run(
    ctx.tx,
    sql`update documents.source set closed_at = ${ctx.now}, version = version + 1 where id = ${id} and closed_at is null`,
  )
  return touched === 1
}
