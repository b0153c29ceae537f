/** Xem mục tiêu: SQL reads for screens; what is in force now, or was at an instant. */
import type { Day } from '../../kernel/day.ts'
import type { Validity } from '../../kernel/validity.ts'
import { shared } from '../../platform/database/kept.ts'
import { maybeRow, type RawBuilder, rows, sql, type Tx } from '../../platform/database/sql.ts'
import type { Outline } from './rules/outlines.ts'
import type { Cause, KeptPath, Share } from './words.ts'

/** What held at an instant; null = now. */
export const inForce = (known: Temporal.Instant | null): RawBuilder<boolean> =>
  known === null
    ? sql`x.superseded_at is null`
    : sql`x.recorded_at <= ${known} and (x.superseded_at is null or x.superseded_at > ${known})`

/** The paths that were set, by indicator. */
export const pathsOf = (tx: Tx, known: Temporal.Instant | null = null): Promise<KeptPath[]> =>
  shared(tx, ['goals'], `goals.paths:${known?.toString() ?? ''}`, () =>
    rows(
      tx,
      sql`select indicator_id as "indicatorId", kind, base_on as "baseOn", base_value as "baseValue", base_source as "baseSource", milestones,
            document, recorded_at as "recordedAt", recorded_by_name as "recordedBy"
          from goals.path x where province = platform.province() and ${inForce(known)}`,
    ),
  )

/** Mức giao của một năm. */
export type KeptCascade = {
  readonly year: number
  readonly milestone: number
  readonly reason: string
  readonly document: string
  readonly shares: readonly Share[]
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
}

/** What of an indicator is shared out, by year. */
export async function cascadesOf(tx: Tx, indicatorId: string): Promise<KeptCascade[]> {
  const found = await rows<Omit<KeptCascade, 'shares'> & { id: string }>(
    tx,
    sql`select id, year, milestone, reason, document, recorded_at as "recordedAt", recorded_by_name as "recordedBy"
        from goals.cascade x where indicator_id = ${indicatorId} and superseded_at is null order by year`,
  )
  const shares = await rows<Share & { cascadeId: string }>(
    tx,
    sql`select s.cascade_id as "cascadeId", s.unit_id as "unitId", s.value from goals.share s join goals.cascade x on x.id = s.cascade_id
        where x.indicator_id = ${indicatorId} and x.superseded_at is null order by s.value desc, s.unit_id`,
  )
  return found.map(({ id, ...c }) => ({
    ...c,
    shares: shares.filter((s) => s.cascadeId === id).map(({ unitId, value }) => ({ unitId, value })),
  }))
}

/** Giải trình. */
export type KeptExplanation = {
  readonly indicatorId: string
  readonly year: number
  readonly unitId: string
  readonly cause: Cause
  readonly body: string
  readonly remedy: string
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
}

/** Explanations in force: of one indicator, or of all; the latest year first. */
export const explanationsOf = (tx: Tx, indicatorId: string | null = null): Promise<KeptExplanation[]> =>
  rows(
    tx,
    sql`select indicator_id as "indicatorId", year, unit_id as "unitId", cause, body, remedy, recorded_at as "recordedAt", recorded_by_name as "recordedBy"
        from goals.explanation x where province = platform.province() and superseded_at is null
          and (${indicatorId}::uuid is null or indicator_id = ${indicatorId}::uuid) order by year desc, recorded_at desc`,
  )

/** Bản đồ ranh giới đang dùng. */
export type KeptOutlines = {
  readonly id: string
  readonly kind: 'district' | 'commune'
  readonly title: string
  readonly credit: string
  readonly valid: Validity
  readonly places: number
  readonly shapes: readonly Outline[]
}

/** The maps in use, without their shapes, newest days first. */
export const outlineMaps = (tx: Tx): Promise<Omit<KeptOutlines, 'shapes'>[]> =>
  rows(
    tx,
    sql`select id, kind, title, credit, valid, jsonb_array_length(shapes) as places from goals.outline x
        where province = platform.province() and superseded_at is null order by lower(valid) desc, kind`,
  )

/** The map of a level that holds on a day; null when there is none. */
export const outlinesOn = (tx: Tx, kind: 'district' | 'commune', day: Day): Promise<KeptOutlines | null> =>
  shared(tx, ['goals'], `goals.outlines:${kind}:${day}`, () =>
    maybeRow(
      tx,
      sql`select id, kind, title, credit, valid, jsonb_array_length(shapes) as places, shapes from goals.outline x
          where province = platform.province() and superseded_at is null and kind = ${kind} and valid @> ${day}::date`,
    ),
  )
