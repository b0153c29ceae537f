/** Đọc biến động: drafts with where things go, what the register records of units, and events that wait for their day. */
import type { Day } from '../../../kernel/day.ts'
import { maybeRow, rows, sql, type Tx, texts } from '../../../platform/database/sql.ts'
import type { Draft } from '../rules/draft.ts'
import type { Recorded } from '../rules/event-overlap.ts'
import type { EventFact } from '../rules/register-facts.ts'
import type { Disposition, LeftOver } from '../rules/settle.ts'

/** Bản nháp đang giữ. */
export type KeptDraft = {
  readonly id: string
  readonly state: 'dang-soan' | 'da-thuc-hien' | 'da-bo'
  readonly content: Draft
  readonly version: number
  readonly eventId: string | null
  readonly madeByName: string
  readonly changedAt: Temporal.Instant
}

const DRAFT = sql`select id, state, content, version, event_id as "eventId", made_by_name as "madeByName", changed_at as "changedAt"
  from organisations.event_draft`

/** One draft, or null. */
export const findDraft = (tx: Tx, id: string): Promise<KeptDraft | null> =>
  maybeRow<KeptDraft>(tx, sql`${DRAFT} where id = ${id}::uuid and province = platform.province()`)

/** Drafts still being written, last changed first. */
export const openDrafts = (tx: Tx): Promise<KeptDraft[]> =>
  rows<KeptDraft>(
    tx,
    sql`${DRAFT} where state = 'dang-soan' and province = platform.province() order by changed_at desc, id`,
  )

/** Where the things of a draft go, as decided so far. */
export const dispositionsOf = (tx: Tx, draftId: string): Promise<Disposition[]> =>
  rows<Disposition>(
    tx,
    sql`select item, heir_code as heir, act from organisations.disposition where draft_id = ${draftId}::uuid order by item`,
  )

/** The last change of each of the units, by code, that the register records. One statement. */
export const lastChanges = (tx: Tx, codes: readonly string[]): Promise<Recorded[]> =>
  rows<Recorded>(
    tx,
    sql`select c.unit, c.on_day as "on", c.title from (
          select i.value as unit, e.on_day, e.title, row_number() over (partition by i.value order by e.on_day desc) as place
          from organisations.unit_identifier i
          join organisations.event_edge x on x.from_unit = i.unit_id and x.to_unit is distinct from x.from_unit
          join organisations.event e on e.id = x.event_id
          where i.scheme = 'he-thong' and i.value = any(${texts(codes)})
          union all
          select i.value, lower(n.valid), 'Đổi tên hoặc chuyển cấp trên', row_number() over (partition by i.value order by lower(n.valid) desc)
          from organisations.unit_identifier i
          join (select unit_id, valid from organisations.unit_name union all select unit_id, valid from organisations.unit_parent) n
            on n.unit_id = i.unit_id
          join organisations.unit u on u.id = i.unit_id and lower(n.valid) > lower(u.valid)
          where i.scheme = 'he-thong' and i.value = any(${texts(codes)})) c
        where c.place = 1`,
  )

/** Sự kiện đã ghi by hand: who, when, whether its day has come and whether it was taken back. */
export type RecordedEvent = {
  readonly id: string
  readonly key: string
  readonly on: Day
  readonly title: string
  readonly act: string
  readonly draftId: string | null
  readonly content: EventFact | null
  readonly recordedAt: Temporal.Instant | null
  readonly recordedByName: string | null
  readonly carriedOutAt: Temporal.Instant | null
  /** What nobody took over when it was carried out: it came up after the event was recorded. */
  readonly leftOver: readonly LeftOver[]
  /** When handing over last failed, and why; null = it did not, or was done since. */
  readonly failedAt: Temporal.Instant | null
  readonly failure: string
  readonly reversedAt: Temporal.Instant | null
  readonly reversedByName: string | null
  readonly reversalReason: string
}

const RECORDED = sql`select e.id, e.key, e.on_day as "on", e.title, e.act, d.id as "draftId", e.content, e.recorded_at as "recordedAt",
  e.recorded_by_name as "recordedByName", e.carried_out_at as "carriedOutAt", e.left_over as "leftOver",
  e.failed_at as "failedAt", e.failure, e.reversed_at as "reversedAt",
  e.reversed_by_name as "reversedByName", e.reversal_reason as "reversalReason"
  from organisations.event e left join organisations.event_draft d on d.event_id = e.id`

/** One event with how it was recorded, also one that was taken back; null when there is none. */
export const recordedEvent = (tx: Tx, key: string): Promise<RecordedEvent | null> =>
  maybeRow<RecordedEvent>(tx, sql`${RECORDED} where e.key = ${key}`)

/** Recorded events whose day has come and whose things have not changed hands yet, oldest first. */
export const eventsDue = (tx: Tx, day: Day): Promise<RecordedEvent[]> =>
  rows<RecordedEvent>(
    tx,
    sql`${RECORDED} where e.recorded_at is not null and e.carried_out_at is null and e.reversed_at is null and e.on_day <= ${day}::date
        order by e.on_day, e.ordinal`,
  )

/** Titles of events recorded after this one that touch one of its units: they must be taken back first. */
export async function laterEvents(tx: Tx, event: RecordedEvent, codes: readonly string[]): Promise<string[]> {
  const found = await rows<{ title: string }>(
    tx,
    sql`select e.title from organisations.event e
        where e.id > ${event.id}::uuid and e.reversed_at is null and e.content is not null
          and exists (select 1 from jsonb_path_query(e.content, '$.**') v
            where jsonb_typeof(v) = 'string' and v #>> '{}' = any(${texts(codes)}))
        order by e.recorded_at`,
  )
  return found.map((r) => r.title)
}

/** Ids of units by code, as last borne. */
export async function unitIdsByCode(tx: Tx, codes: readonly string[]): Promise<Map<string, string>> {
  const found = await rows<{ code: string; id: string }>(
    tx,
    sql`select distinct on (value) value as code, unit_id as id from organisations.unit_identifier
        where scheme = 'he-thong' and value = any(${texts(codes)}) order by value, lower(valid) desc`,
  )
  return new Map(found.map((r) => [r.code, r.id]))
}
