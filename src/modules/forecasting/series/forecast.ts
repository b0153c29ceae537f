/** Dự báo một chuỗi: the whole answer for a series, whatever its state. */
import { backtestOf } from './backtest.ts'
import { fewPoints, placeholder, pooledReach } from './few-points.ts'
import type { SeriesForecast, SeriesInput, SeriesLabel, SeriesPoint } from './input.ts'
import { boundedAt, type Place } from './levels.ts'
import { bounds, middles } from './model.ts'
import { MIN_POINTS, type Prepared, prepare } from './prepare.ts'
import { INTERVAL, POINT } from './tables.ts'
import { medianOf, traitsOf } from './traits.ts'
import { FLAT, gapsIn, impossibleIn, NO_VALUES, TOO_FAR, tooFew } from './words.ts'

/** Beyond this many years ahead the answer is a scenario. */
export const FORECAST_YEARS = 10
/** Steps that were learnt from outcomes. */
export const LEARNT_YEARS = 21
/** Points from which a forecast is no longer called weak. */
const FIRM_POINTS = 9

/** Points alone, without the back-test: what large files need. `unread` are reasons of the reader to refuse. */
export function pointsOf(input: SeriesInput, horizon: number, unread: readonly string[] = []) {
  const prepared = prepare(input)
  const { refused, label, notes } = stateOf(prepared, horizon, unread)
  const steps = Array.from({ length: horizon }, (_, k) => k + 1 + prepared.lag)
  const year = (k: number): number => prepared.lastYear + k
  const values =
    prepared.known === 0
      ? placeholder(prepared.kind, steps)
      : refused !== null || prepared.scale === 0
        ? fewPoints(prepared, steps)
        : learnt(prepared, steps)
  const points: SeriesPoint[] = values.map((v, i) => ({ k: i + 1, year: year(i + 1), ...v }))
  return { prepared, points, refused, label, notes }
}

/** The forecast of a series over `horizon` years (1 or more). Never throws on data; always `horizon` points. */
export function forecastSeries(input: SeriesInput, horizon: number, unread: readonly string[] = []): SeriesForecast {
  const { prepared, points, refused, label, notes } = pointsOf(input, horizon, unread)
  return {
    horizon,
    points,
    label,
    scenarioFrom: horizon > FORECAST_YEARS ? FORECAST_YEARS + 1 : null,
    break: hasBreak(prepared),
    refused,
    notes,
    backtest: label === 'none' ? null : backtestOf(input, horizon),
    range: { low: input.kind === 'other' ? null : 0, high: input.kind === 'percent' ? 100 : null },
    drift: driftOf(prepared),
  }
}

function stateOf(p: Prepared, horizon: number, unread: readonly string[]) {
  const reasons = [...unread, ...impossibleIn(p.kind, p.impossible)]
  if (p.known === 0) reasons.push(NO_VALUES)
  else if (p.known < MIN_POINTS) reasons.push(tooFew(p.known))
  const refused = reasons.length > 0 ? reasons.join(' ') : null
  const flat = p.scale === 0 && refused === null
  const label: SeriesLabel = refused !== null ? 'none' : flat || p.known < FIRM_POINTS ? 'weak' : 'forecast'
  const notes = [
    ...(flat ? [FLAT] : []),
    ...(p.gaps.length + p.lag > 0 && p.known > 0 ? [gapsIn(p.gaps, p.lag)] : []),
    ...(horizon > LEARNT_YEARS ? [TOO_FAR] : []),
  ]
  return { refused, label, notes }
}

/** The place a forecast starts from, in true values. */
export function placeOf(p: Prepared): Place {
  const last = (p.values[p.values.length - 1] ?? 0) * p.unit
  return { last, scale: p.scale * p.unit, kind: p.kind, nonNegative: p.kind !== 'other' }
}

function learnt(p: Prepared, steps: readonly number[]) {
  const traits = traitsOf(p.values, p.scale, p.kind)
  const { x, at } = middles(POINT, traits, steps)
  const reach = bounds(INTERVAL, x, traits.points, steps)
  const place = placeOf(p)
  return steps.map((_, i) => boundedAt(place, at[i] ?? 0, reach[i] ?? pooledReach(5, steps[i] ?? 1)))
}

/** A last change more than four median deviations away from the earlier ones. */
function hasBreak(p: Prepared): boolean {
  if (p.known < MIN_POINTS || p.scale === 0) return false
  const changes = p.values.slice(1).map((v, i) => v - (p.values[i] ?? 0))
  const earlier = changes.slice(0, -1)
  const middle = medianOf(earlier)
  const usual = medianOf(earlier.map((c) => Math.abs(c - middle)))
  return Math.abs((changes.at(-1) ?? 0) - middle) > 4 * Math.max(usual, p.scale * 0.05)
}

function driftOf(p: Prepared): { mean: number; sd: number } {
  const m = p.values.length - 1
  if (m < 1) return { mean: 0, sd: 0 }
  const mean = ((p.values[m] ?? 0) - (p.values[0] ?? 0)) / m
  let squares = 0
  for (let i = 1; i <= m; i++) squares += ((p.values[i] ?? 0) - (p.values[i - 1] ?? 0) - mean) ** 2
  return { mean: mean * p.unit, sd: Math.sqrt(squares / Math.max(1, m - 1)) * p.unit }
}
