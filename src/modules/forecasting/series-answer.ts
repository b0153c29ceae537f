/** Câu trả lời cho một tệp chuỗi: every id gets all its rows, in the forms the command prints. */

import type { SeriesLine } from './series/csv.ts'
import { FORECAST_YEARS, forecastSeries, pointsOf } from './series/forecast.ts'
import type { SeriesPoint } from './series/input.ts'
import { BREAK, SCENARIO } from './series/words.ts'
import { FORECAST_LABELS } from './words.ts'

/** Tên phương pháp trong mọi dòng. */
export const METHOD = 'nguyen-khi'
/** Longest horizon answered; rows beyond 21 years say that nothing was measured there. */
export const MAX_HORIZON = 60

/** One row as the scorer reads it. */
export type ForecastRow = {
  readonly id: string
  readonly method: string
  readonly k: number
  readonly mean: number
  readonly lo80: number
  readonly hi80: number
  readonly lo95: number
  readonly hi95: number
}

const horizonOf = (line: SeriesLine, horizon: number): number => Math.min(MAX_HORIZON, line.horizon ?? horizon)

const rowsOf = (id: string, points: readonly SeriesPoint[]): ForecastRow[] =>
  points.map(({ k, mean, lo80, hi80, lo95, hi95 }) => ({ id, method: METHOD, k, mean, lo80, hi80, lo95, hi95 }))

/** The whole answer for `--json`. */
export function answerFor(lines: readonly SeriesLine[], horizon: number) {
  const series = lines.map((line) => {
    const own = horizonOf(line, horizon)
    const f = forecastSeries(line.input, own, line.unread)
    const notes = [...f.notes, ...(f.break ? [BREAK] : []), ...(own > FORECAST_YEARS ? [SCENARIO] : [])]
    return {
      id: line.id,
      label: FORECAST_LABELS[f.label].label,
      reason: f.refused,
      notes,
      break: f.break,
      scenarioFrom: f.scenarioFrom,
      drift: f.drift,
      backtest: f.backtest,
      rows: rowsOf(line.id, f.points).map((row, i) => ({
        ...row,
        year: f.points[i]?.year,
        lo50: f.points[i]?.lo50,
        hi50: f.points[i]?.hi50,
      })),
    }
  })
  const rows = series.flatMap((s) => s.rows.map(({ year: _year, lo50: _lo, hi50: _hi, ...row }) => row))
  return { method: METHOD, horizon, series, rows }
}

/** The scorer's form for `--csv`. */
export function csvFor(lines: readonly SeriesLine[], horizon: number): string {
  const out = ['id,method,k,mean,lo80,hi80,lo95,hi95']
  for (const line of lines) {
    const id = /[",\n\r]/.test(line.id) ? `"${line.id.replaceAll('"', '""')}"` : line.id
    for (const p of pointsOf(line.input, horizonOf(line, horizon), line.unread).points)
      out.push(`${id},${METHOD},${p.k},${p.mean},${p.lo80},${p.hi80},${p.lo95},${p.hi95}`)
  }
  return out.join('\n')
}

const LISTED = 20

/** A few lines for people: the first and last year of each series. */
export function textFor(lines: readonly SeriesLine[], horizon: number, show: (v: number) => string): string {
  const told = lines.slice(0, LISTED).flatMap((line) => {
    const f = pointsOf(line.input, horizonOf(line, horizon), line.unread)
    const last = f.points.at(-1)
    if (!last) return []
    const range = `${show(last.mean)} (95%: ${show(last.lo95)} đến ${show(last.hi95)}; 80%: ${show(last.lo80)} đến ${show(last.hi80)})`
    return [
      `${line.id}: ${FORECAST_LABELS[f.label].label}, năm ${last.year}: ${range}${f.refused ? ` ${f.refused}` : ''}`,
    ]
  })
  const more =
    lines.length > LISTED ? [`… và ${lines.length - LISTED} chuỗi nữa (dùng --json hoặc --csv để lấy đủ).`] : []
  return [`${lines.length} chuỗi.`, ...told, ...more].join('\n')
}
