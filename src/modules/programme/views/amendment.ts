/** Xem các phiên bản của kế hoạch: what an amendment is compared with, its choices, and what earlier documents said. */
import { maybeRow, rows, sql, type Tx } from '../../../platform/database/sql.ts'
import type { GoalWords, StoredItem, TaskWords } from '../rules/amendment.ts'
import type { StoredChoice } from '../rules/amendment-plan.ts'
import type { Edition, EndedItem, Wording } from '../words.ts'

/** The items in force as a new document is compared with them, in the order of the plan. */
export async function storedItems(tx: Tx, programmeId: string): Promise<StoredItem[]> {
  const goals = await rows<Omit<GoalWords, 'kind'> & { id: string }>(
    tx,
    sql`select id, code, body as text, metric, comparator, strict, value, value_high as "valueHigh", unit, by_year as by
        from programme.goal where programme_id = ${programmeId} and ended_on is null order by position`,
  )
  const tasks = await rows<Omit<TaskWords, 'kind'> & { id: string }>(
    tx,
    sql`select id, code, body as text, duty, lead_named as lead, coordinate_named as coordinate, due_read as due, due_raw as "dueRaw",
          product_read as product, request
        from programme.task where programme_id = ${programmeId} and ended_on is null order by position`,
  )
  const recipients = await rows<{ id: string; position: number; text: string }>(
    tx,
    sql`select id, position, name as text from programme.recipient
        where programme_id = ${programmeId} and ended_on is null order by position`,
  )
  return [
    ...goals.map((g) => ({ ...g, kind: 'goal' as const })),
    ...tasks.map((t) => ({ ...t, kind: 'task' as const })),
    ...recipients.map((r) => ({ id: r.id, kind: 'recipient' as const, code: `Nơi nhận ${r.position}`, text: r.text })),
  ]
}

/** The headings in force with their ids. */
export const storedClauses = (tx: Tx, programmeId: string): Promise<{ id: string; code: string; title: string }[]> =>
  rows(
    tx,
    sql`select id, code, title from programme.clause where programme_id = ${programmeId} and ended_on is null order by position`,
  )

/** What was chosen about the differences of a document. */
export const choicesOn = (tx: Tx, documentId: string): Promise<StoredChoice[]> =>
  rows<StoredChoice>(
    tx,
    sql`select entry, choice, partner, version, decided_by_name as "decidedBy" from programme.amendment_choice
        where document_id = ${documentId} order by entry`,
  )

/** Version of the programme: an amendment started on an older one is refused. */
export const versionOf = async (tx: Tx, programmeId: string): Promise<number> =>
  (await maybeRow<{ version: number }>(tx, sql`select version from programme.programme where id = ${programmeId}`))
    ?.version ?? 0

/** Every document the programme has followed, the first one first. */
export const editionsOf = (tx: Tx, programmeId: string): Promise<Edition[]> =>
  rows<Edition>(
    tx,
    sql`select id, no, document_id as "documentId", number, dated as date, title, added, changed, removed, unchanged,
          taken_at as "takenAt", taken_by_name as "takenBy"
        from programme.edition where programme_id = ${programmeId} order by no`,
  )

/** What no longer applies, the newest end first. */
export async function endedItems(tx: Tx, programmeId: string): Promise<EndedItem[]> {
  const found = await rows<Omit<EndedItem, 'span'> & { from: number; to: number }>(
    tx,
    sql`select x.id, x.kind, x.code, x.body as text, x.ended_on as "endedOn", e.number as "byNumber", x.document_id as "documentId",
          x.span_from as "from", x.span_to as "to"
        from (select id, 'goal' as kind, 1 as rank, position, code, body, ended_on, ended_by, document_id, span_from, span_to, programme_id from programme.goal
              union all
              select id, 'task', 2, position, code, body, ended_on, ended_by, document_id, span_from, span_to, programme_id from programme.task
              union all
              select id, 'recipient', 3, position, 'Nơi nhận ' || position, name, ended_on, ended_by, document_id, span_from, span_to, programme_id
              from programme.recipient) x
        join programme.edition e on e.id = x.ended_by
        where x.programme_id = ${programmeId} and x.ended_on is not null order by e.no desc, x.rank, x.position`,
  )
  return found.map(({ from, to, ...x }) => ({ ...x, span: [from, to] }))
}

/** What items said before an amendment changed them, the newest change first. */
export const wordingsOf = (tx: Tx, programmeId: string): Promise<Wording[]> =>
  rows<Wording>(
    tx,
    sql`select w.subject_id as "subjectId", w.code, w.body as text, w.fields, e.number as "byNumber", e.dated as "byDate"
        from programme.wording w join programme.edition e on e.id = w.edition_id
        where w.programme_id = ${programmeId} order by e.no desc, w.code`,
  )
