/**
 * Đối chiếu dự báo với thực tế: forecasts as they were given, held against the figures of the years they spoke of. Honest intervals
 * hold 80 and 95 of a hundred; where they hold fewer the forecast promised too much. Pure.
 */
import type { FanPoint, Issued } from '../words.ts'

/** Một năm đã có thực tế. */
export type Scored = {
  readonly code: string
  readonly givenOn: string
  /** Years ahead of the forecast. */
  readonly ahead: number
  readonly year: number
  readonly point: FanPoint
  readonly actual: number
  readonly in80: boolean
  readonly in95: boolean
  /** Where the actual figure lies between the bounds: 0 at the lower end of 95 %, 1 at the upper, outside beyond. */
  readonly place: number
}

/** Actual figures by goal and year. */
export type Actuals = ReadonlyMap<string, ReadonlyMap<number, number>>

const within = (v: number, low: number, high: number): boolean => v >= low && v <= high

/** Every year a forecast spoke of that has a figure since, newest first. */
export function scored(issued: readonly Issued[], actuals: Actuals): Scored[] {
  return issued
    .flatMap((f) =>
      f.points.flatMap((point): Scored[] => {
        const actual = actuals.get(f.code)?.get(point.year)
        const ahead = point.year - Number(f.givenOn.slice(0, 4))
        if (actual === undefined || `${point.year}-12-31` <= f.givenOn) return []
        const width = point.hi95 - point.lo95
        return [
          {
            code: f.code,
            givenOn: f.givenOn,
            ahead: Math.max(ahead, 0),
            year: point.year,
            point,
            actual,
            in80: within(actual, point.lo80, point.hi80),
            in95: within(actual, point.lo95, point.hi95),
            place:
              width > 0 ? (actual - point.lo95) / width : actual === point.mean ? 0.5 : actual < point.mean ? -1 : 2,
          },
        ]
      }),
    )
    .sort((a, b) => b.year - a.year || a.code.localeCompare(b.code) || a.givenOn.localeCompare(b.givenOn))
}

/** Bao nhiêu lần thực tế nằm trong khoảng đã nói. */
export type Calibration = { readonly count: number; readonly in80: number; readonly in95: number }

/** Sums. */
export const calibration = (list: readonly Scored[]): Calibration => ({
  count: list.length,
  in80: list.filter((s) => s.in80).length,
  in95: list.filter((s) => s.in95).length,
})

/** Fewer than these say nothing of whether the intervals are honest. */
export const ENOUGH = 20

/** In words: whether the intervals kept what they promised. Tolerance: two standard errors of a share of so many. */
export function calibrationWords(c: Calibration): string {
  if (c.count === 0) return 'Chưa có dự báo nào đến năm có số liệu để đối chiếu.'
  const share = (n: number): string => `${Math.round((n / c.count) * 100)}%`
  const told = `${c.count} lần đối chiếu: ${share(c.in80)} nằm trong khoảng 80%, ${share(c.in95)} nằm trong khoảng 95%.`
  if (c.count < ENOUGH) return `${told} Chưa đủ ${ENOUGH} lần để kết luận.`
  const off = (n: number, promised: number): number =>
    (n / c.count - promised) / Math.sqrt((promised * (1 - promised)) / c.count)
  const worst = Math.min(off(c.in80, 0.8), off(c.in95, 0.95))
  if (worst < -2) return `${told} Các khoảng đã nói hẹp hơn thực tế.`
  if (off(c.in80, 0.8) > 2) return `${told} Các khoảng đã nói rộng hơn cần thiết.`
  return `${told} Các khoảng đã nói phù hợp với thực tế.`
}
