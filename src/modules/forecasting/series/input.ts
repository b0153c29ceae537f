/** Chuỗi số liệu năm và kết quả dự báo: the shapes that go in and out of the series core. Nothing here reads or waits. */

/** Loại chỉ tiêu: `percent` stays within 0 and 100, `count` and `positive` are never negative, `other` is free. */
export type SeriesKind = 'percent' | 'count' | 'positive' | 'other'

/** Một chuỗi theo năm. `start` is the year of the first value; `null` is a year without a figure. */
export type SeriesInput = {
  readonly kind: SeriesKind
  readonly start: number
  readonly values: readonly (number | null)[]
}

/** Một năm dự báo: step k (1 = the year after the last one listed), its middle, and the intervals of 50, 80 and 95 %. */
export type SeriesPoint = {
  readonly k: number
  readonly year: number
  readonly mean: number
  readonly lo50: number
  readonly hi50: number
  readonly lo80: number
  readonly hi80: number
  readonly lo95: number
  readonly hi95: number
}

/** Mức tin của dự báo: `none` below 5 points or for a refused series, `weak` for 5 to 8 points and for a flat series. */
export type SeriesLabel = 'none' | 'weak' | 'forecast'

/** Kiểm lại trên chính chuỗi này: what the method would have said in the last years that are known. */
export type Backtest = {
  /** Last year that was known at each trial. */
  readonly origins: readonly number[]
  /** Mean absolute error in units of the mean yearly change known at the trial; below 1 at step 1 beats «như năm trước». */
  readonly mase: number
  /** Shares (0..1) of the outcomes inside the intervals. */
  readonly cov80: number
  readonly cov95: number
}

/** Kết quả dự báo một chuỗi. */
export type SeriesForecast = {
  readonly horizon: number
  readonly points: readonly SeriesPoint[]
  readonly label: SeriesLabel
  /** First step that is a scenario rather than a forecast (beyond 10 years); null when the horizon ends before. */
  readonly scenarioFrom: number | null
  /** Whether the last change is out of proportion to all earlier ones. */
  readonly break: boolean
  /** Why the series itself was not forecast; its points are then the last value with the pooled interval. */
  readonly refused: string | null
  /** What a reader must know about an answer that was given (gaps, a flat series, a very long horizon). */
  readonly notes: readonly string[]
  readonly backtest: Backtest | null
  /** What values of this kind can be; null = without bound. */
  readonly range: { readonly low: number | null; readonly high: number | null }
  /** Mean yearly change and its spread, in units of the series. */
  readonly drift: { readonly mean: number; readonly sd: number }
}
