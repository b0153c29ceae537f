/** Ghi văn bản nguồn: the only SQL that writes schema `documents`. */
import type { Conversion } from '../../kernel/mend-encoding.ts'
import type { Ctx } from '../../platform/action.ts'
import { json, run, sql } from '../../platform/database/sql.ts'
import type { Stand } from './rules/review.ts'
import type { PlanReading } from './words.ts'

/** Dạng của văn bản nguồn: `typed` = pasted into the form. */
export type SourceFormat = 'txt' | 'docx' | 'pdf' | 'typed'

/** Văn bản sắp lưu. */
export type NewSource = {
  readonly id: string
  readonly fileId: string | null
  readonly name: string
  readonly format: SourceFormat
  readonly sha256: string
  readonly reading: PlanReading
  /** What was turned into Unicode on the way in. */
  readonly conversions: readonly Conversion[]
  /** Pages of a PDF that hold pictures only and were not read. */
  readonly imagePages: readonly number[]
}

/** Keeps a document and its reading. */
export async function insertSource(ctx: Ctx, s: NewSource): Promise<void> {
  await run(
    ctx.tx,
    sql`insert into documents.source (id, file_id, name, format, sha256, body, reading, conversions, image_pages,
          uploaded_at, uploaded_by, uploaded_by_name)
        values (${s.id}, ${s.fileId}, ${s.name}, ${s.format}, ${s.sha256}, ${s.reading.text}, ${json(withoutText(s.reading))}, ${json(s.conversions)},
          ${json(s.imagePages)},
          ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})`,
  )
}

/** The text stands once, in `body`. */
const withoutText = ({ text: _, ...rest }: PlanReading): Omit<PlanReading, 'text'> => rest

/** Quyết định sắp lưu. */
export type NewDecision = Stand & {
  readonly document: string
  readonly item: string
  /** Version that was seen; 0 = none yet. */
  readonly seen: number
  /** What stands now, for undoing. */
  readonly before: Stand | null
  /** Decisions of one press share it. */
  readonly batch: string | null
}

/** Saves a decision over the version seen; false when somebody decided meanwhile. */
export async function saveDecision(ctx: Ctx, d: NewDecision): Promise<boolean> {
  const touched = await run(
    ctx.tx,
    sql`insert into documents.decision as old (document_id, item, verdict, edits, before, batch, decided_at, decided_by, decided_by_name)
        select ${d.document}, ${d.item}, ${d.verdict}, ${json(d.edits)}, ${d.before === null ? null : json(d.before)}, ${d.batch}, ${ctx.now},
          ${ctx.actor.id}, ${ctx.actor.name}
        where ${d.seen} = 0 or exists (select 1 from documents.decision where document_id = ${d.document} and item = ${d.item})
        on conflict on constraint one_decision_per_item do update
          set verdict = excluded.verdict, edits = excluded.edits, before = excluded.before, batch = excluded.batch, version = old.version + 1,
              decided_at = excluded.decided_at, decided_by = excluded.decided_by, decided_by_name = excluded.decided_by_name
          where old.version = ${d.seen}`,
  )
  return touched === 1
}

/** Puts a new reading of the same text in the place of the old one; false when the document was closed meanwhile. */
export async function replaceReading(ctx: Ctx, id: string, reading: PlanReading): Promise<boolean> {
  const touched = await run(
    ctx.tx,
    sql`update documents.source
        set reading = ${json(withoutText(reading))}, reread_at = ${ctx.now}, reread_by_name = ${ctx.actor.name}, version = version + 1
        where id = ${id} and closed_at is null`,
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
