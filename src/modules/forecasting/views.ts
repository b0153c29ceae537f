/** Xem dự báo: SQL reads. */
import { shared } from '../../platform/database/kept.ts'
import { maybeRow, rows, sql, type Tx } from '../../platform/database/sql.ts'
import type { Levers } from './rules/levers.ts'
import type { PlanFile } from './rules/plan-file.ts'
import type { Result } from './rules/result.ts'
import type { Assumption, Issued } from './words.ts'

/** Assumptions in force. */
export const assumptionsOf = (tx: Tx): Promise<Assumption[]> =>
  shared(tx, ['forecasting'], 'forecasting.assumptions', () =>
    rows(
      tx,
      sql`select kind, sector, value, sd, evidence, recorded_at as "recordedAt", recorded_by_name as "recordedBy"
          from forecasting.assumption where province = platform.province() and superseded_at is null order by kind, sector nulls first`,
    ),
  )

/** Giả định trước đây, newest first. */
export type PastAssumption = Assumption & { readonly until: Temporal.Instant | null }

/** All versions of the assumptions of a kind. */
export const assumptionHistory = (tx: Tx, kind: string): Promise<PastAssumption[]> =>
  rows(
    tx,
    sql`select kind, sector, value, sd, evidence, recorded_at as "recordedAt", recorded_by_name as "recordedBy", superseded_at as until
        from forecasting.assumption where province = platform.province() and kind = ${kind} order by recorded_at desc`,
  )

/** Kịch bản đã lưu. */
export type KeptScenario = {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly levers: Levers
  readonly result: Result
  readonly modelDigest: string
  readonly resultDigest: string
  readonly savedAt: Temporal.Instant
  readonly savedBy: string
  readonly approvedAt: Temporal.Instant | null
  readonly approvedBy: string | null
  readonly approvedAct: string | null
}

const COLUMNS = sql.raw(
  `id, title, note, levers, result, model_digest as "modelDigest", result_digest as "resultDigest", saved_at as "savedAt",
   saved_by_name as "savedBy", approved_at as "approvedAt", approved_by_name as "approvedBy", approved_act as "approvedAct"`,
)

/** Scenarios in use: approved ones first, then the newest. */
export const scenariosOf = (tx: Tx): Promise<KeptScenario[]> =>
  rows(
    tx,
    sql`select ${COLUMNS} from forecasting.scenario where province = platform.province() and set_aside_at is null
        order by approved_at desc nulls last, saved_at desc`,
  )

/** One scenario, also one that was set aside; null when there is none. */
export const scenarioOf = (tx: Tx, id: string): Promise<KeptScenario | null> =>
  maybeRow(tx, sql`select ${COLUMNS} from forecasting.scenario where province = platform.province() and id = ${id}`)

/** The whole model of a scenario, for replication. */
export async function modelOf(tx: Tx, id: string): Promise<PlanFile | null> {
  const found = await maybeRow<{ model: PlanFile }>(
    tx,
    sql`select model from forecasting.scenario where province = platform.province() and id = ${id}`,
  )
  return found?.model ?? null
}

/** Forecasts as they were given, oldest first. */
export const issuedForecasts = (tx: Tx): Promise<Issued[]> =>
  shared(tx, ['forecasting'], 'forecasting.issued', () =>
    rows(
      tx,
      sql`select indicator_code as code, given_on::text as "givenOn", method, points, chance, target_year as "targetYear", recorded_by_name as "recordedBy"
          from forecasting.issued where province = platform.province() order by given_on, indicator_code`,
    ),
  )
