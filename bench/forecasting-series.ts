/**
 * Đo dự báo chuỗi: processor seconds for 1.000 series (points and every interval), beside the least that any method must do in
 * the same run (read the text, repeat the last value). With the folder of development files named, the shipped tables are scored too.
 */
import fs from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readSeries, type SeriesLine } from '../src/modules/forecasting/series/csv.ts'
import { pointsOf } from '../src/modules/forecasting/series/forecast.ts'
import { developmentSeries } from '../src/modules/forecasting/series/learn/development-file.ts'
import { generatedFile } from '../src/modules/forecasting/series/learn/fixtures.ts'
import { DEVELOPMENT_FOLDER } from '../src/modules/forecasting/series/learn.ts'
import { rounded } from './figures.ts'

const SERIES = 3000
const HORIZON = 6
const TIMES = 5
/** Bound of the product: processor seconds for 1.000 series. */
const LIMIT = 0.25

/** What was found. */
export type SeriesFigures = {
  readonly series: number
  readonly cpuPerThousand: number
  readonly naivePerThousand: number
  readonly timesNaive: number
  readonly limit: number
  readonly exceeded: boolean
  /** Over the development files, learnt from by the shipped tables: closer than on series never seen. */
  readonly inSample: readonly { readonly file: string; readonly owa: number; readonly cov95: number }[]
}

const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** The quickest of several runs, in processor seconds for 1.000 series. */
function quickest(count: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < TIMES; i++) {
    const from = cpu()
    work()
    best = Math.min(best, cpu() - from)
  }
  return (best * 1000) / count
}

/** The generated series as the command reads them. */
function generatedText(): string {
  const series = developmentSeries(generatedFile(SERIES, 5).text)
  const rows = series.map((s) => `${s.id},${s.kind},2000,${s.values.slice(0, s.cut).join(';')}`)
  return ['id,kind,start,values', ...rows].join('\n')
}

/** Measures. */
export async function benchForecastingSeries(): Promise<SeriesFigures> {
  const text = generatedText()
  const forecastAll = (lines: readonly SeriesLine[]): void => {
    for (const l of lines) pointsOf(l.input, HORIZON, l.unread)
  }
  const naiveAll = (lines: readonly SeriesLine[]): number =>
    lines.reduce((sum, l) => sum + HORIZON * (l.input.values.at(-1) ?? 0), 0)
  const cpuPerThousand = quickest(SERIES, () => forecastAll(readSeries(text).lines))
  const naivePerThousand = quickest(SERIES, () => {
    naiveAll(readSeries(text).lines)
  })
  return {
    series: SERIES,
    cpuPerThousand: rounded(cpuPerThousand, 4),
    naivePerThousand: rounded(naivePerThousand, 4),
    timesNaive: rounded(cpuPerThousand / naivePerThousand, 0),
    limit: LIMIT,
    exceeded: cpuPerThousand > LIMIT,
    inSample: scored(process.env[DEVELOPMENT_FOLDER]),
  }
}

function scored(folder: string | undefined): SeriesFigures['inSample'] {
  if (folder === undefined) return []
  const files = [
    { file: 'dev-yearly.csv.gz', horizon: 6 },
    { file: 'dev-long.csv.gz', horizon: 15 },
  ]
  return files.map(({ file, horizon }) => ({
    file,
    ...score(gunzipSync(fs.readFileSync(path.join(folder, file))).toString('utf8'), horizon),
  }))
}

function score(text: string, horizon: number): { owa: number; cov95: number } {
  let [smape, smape0, mase, mase0, inside, count] = [0, 0, 0, 0, 0, 0]
  for (const s of developmentSeries(text)) {
    const known = s.values.slice(0, s.cut)
    const last = known.at(-1) ?? 0
    const { points, prepared } = pointsOf({ kind: s.kind, start: 1, values: known }, horizon)
    const after = s.values.slice(s.cut, s.cut + horizon)
    const relative = (y: number, f: number): number => (y === f ? 0 : Math.abs(y - f) / (Math.abs(y) + Math.abs(f)))
    after.forEach((y, i) => {
      const p = points[i]
      const unit = prepared.scale * prepared.unit * after.length
      if (!p || unit === 0) return
      smape += relative(y, p.mean) / after.length
      smape0 += relative(y, last) / after.length
      mase += Math.abs(y - p.mean) / unit
      mase0 += Math.abs(y - last) / unit
      inside += y >= p.lo95 && y <= p.hi95 ? 1 / after.length : 0
      count += 1 / after.length
    })
  }
  return { owa: rounded((smape / smape0 + mase / mase0) / 2, 4), cov95: rounded((100 * inside) / count) }
}

/** For people. */
export const tellForecastingSeries = (f: SeriesFigures): string =>
  [
    `Dự báo chuỗi: ${f.cpuPerThousand} giây bộ xử lý cho 1.000 chuỗi (ngưỡng ${f.limit}); chỉ đọc tệp và giữ số cuối: ${f.naivePerThousand}.`,
    ...f.inSample.map((s) => `  ${s.file}: OWA ${s.owa}, khoảng 95% giữ ${s.cov95}% (trên chính tệp đã học)`),
  ].join('\n')
