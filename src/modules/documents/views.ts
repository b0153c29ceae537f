/** Xem văn bản nguồn: SQL reads for screens, actions and the modules below. */
import type { Conversion } from '../../kernel/mend-encoding.ts'
import { maybeRow, rows, sql, type Tx } from '../../platform/database/sql.ts'
import type { ItemDecision, Stand } from './rules/review.ts'
import type { SourceFormat } from './store.ts'
import type { PlanReading } from './words.ts'

/** Văn bản đã đọc, as in a list. */
export type SourceSummary = {
  readonly id: string
  readonly fileId: string | null
  readonly name: string
  readonly format: SourceFormat
  readonly title: string | null
  readonly uploadedAt: Temporal.Instant
  readonly uploadedBy: string
  readonly closedAt: Temporal.Instant | null
  readonly goals: number
  readonly tasks: number
}

/** Văn bản đã đọc, with its reading and the decisions on it. */
export type SourceDocument = SourceSummary & {
  readonly reading: PlanReading
  /** What was turned into Unicode on the way in; the file kept is as it came. */
  readonly conversions: readonly Conversion[]
  /** Pages of a PDF that hold pictures only and were not read. */
  readonly imagePages: readonly number[]
  readonly decisions: readonly ItemDecision[]
}

type SourceRow = {
  id: string
  file_id: string | null
  name: string
  format: SourceFormat
  title: string | null
  uploaded_at: Temporal.Instant
  uploaded_by_name: string
  closed_at: Temporal.Instant | null
  goals: number
  tasks: number
}

const SUMMARY = sql`id, file_id, name, format, reading->>'title' as title, uploaded_at, uploaded_by_name, closed_at,
  jsonb_array_length(reading->'goals') as goals, jsonb_array_length(reading->'tasks') as tasks`

const summary = (r: SourceRow): SourceSummary => ({
  id: r.id,
  fileId: r.file_id,
  name: r.name,
  format: r.format,
  title: r.title,
  uploadedAt: r.uploaded_at,
  uploadedBy: r.uploaded_by_name,
  closedAt: r.closed_at,
  goals: r.goals,
  tasks: r.tasks,
})

/** The newest documents. */
export async function documentsList(tx: Tx, limit = 50): Promise<SourceSummary[]> {
  const found = await rows<SourceRow>(
    tx,
    sql`select ${SUMMARY} from documents.source where province = platform.province() order by uploaded_at desc, id desc limit ${limit}`,
  )
  return found.map(summary)
}

/** One document with reading and decisions, or null. */
export async function findDocument(tx: Tx, id: string): Promise<SourceDocument | null> {
  const found = await maybeRow<
    SourceRow & {
      body: string
      reading: Omit<PlanReading, 'text'>
      conversions: readonly Conversion[]
      image_pages: readonly number[]
    }
  >(
    tx,
    sql`select ${SUMMARY}, body, reading, conversions, image_pages from documents.source where id = ${id} and province = platform.province()`,
  )
  if (found === null) return null
  return {
    ...summary(found),
    reading: { ...found.reading, text: found.body },
    conversions: found.conversions,
    imagePages: found.image_pages,
    decisions: await decisionsOn(tx, id),
  }
}

/** The open reading of a text, by its hash: what a second upload of the same file finds. */
export async function openReadingOf(tx: Tx, sha256: string): Promise<string | null> {
  const found = await maybeRow<{ id: string }>(
    tx,
    sql`select id from documents.source where province = platform.province() and sha256 = ${sha256} and closed_at is null`,
  )
  return found?.id ?? null
}

/** Every decision on a document. */
export async function decisionsOn(tx: Tx, document: string): Promise<ItemDecision[]> {
  const found = await rows<
    Stand & {
      item: string
      before: Stand | null
      batch: string | null
      version: number
      decided_by_name: string
      decided_at: Temporal.Instant
    }
  >(
    tx,
    sql`select item, verdict, edits, before, batch, version, decided_by_name, decided_at from documents.decision
        where document_id = ${document} order by item`,
  )
  return found.map(({ decided_by_name, decided_at, ...d }) => ({
    ...d,
    decidedBy: decided_by_name,
    decidedAt: decided_at,
  }))
}
