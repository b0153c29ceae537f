/** Giá trị kể lại: one line for people, one record for programs. */
import { showDay } from '../../../kernel/day.ts'
import { showRange } from '../../../kernel/number.ts'
import { FORMULA_SOURCES, type FormulaVersion } from '../words.ts'
import { formulaWords } from './formula-words.ts'
import type { Part, Reading, ReadingRow } from './reading.ts'
import { READING_STATES } from './reading.ts'
import { targetWords } from './target-words.ts'

/** "4,31%", "từ 5.400 đến 6.000 người"; empty without a value. */
export const valueWords = ({ low, high }: Pick<Reading, 'low' | 'high'>, unit: string): string =>
  low === null || high === null ? '' : showRange(low, high, unit)

/** The value with the day of its data, or why there is none. */
export function readingLine(
  r: Pick<Reading, 'state' | 'low' | 'high' | 'why' | 'unit' | 'dataOf' | 'sources'>,
): string {
  const value = valueWords(r, r.unit)
  if (value === '') return r.why === '' ? READING_STATES[r.state] : r.why.replace(/\.$/, '')
  const source = r.sources.length === 0 ? '' : `, ${r.sources.join('; ')}`
  return r.dataOf === null ? value : `${value} (số liệu ngày ${showDay(r.dataOf)}${source})`
}

const NO_NAMES = { measures: [], labelOf: (_: string, code: string) => code, nameOf: (code: string) => code }

/** The formula in words, from the words kept with the version. */
export const formulaText = (f: FormulaVersion | null): string =>
  f === null ? 'Số do cơ quan phải cung cấp báo cáo, kèm nguồn' : formulaWords(f, NO_NAMES)

/** "Cách tính: số bác sĩ chia dân số, nhân 10.000." */
export const formulaLine = (r: Reading): string => `Cách tính: ${formulaText(r.formula).replace(/\.$/, '')}.`

/** Who must give the figures. */
export const custodianOf = (r: Reading): string | null => r.formula?.custodian ?? r.definition.custodianName

const exactOf = (r: Pick<Reading, 'low' | 'high' | 'state'>): number | null => (r.state === 'value' ? r.low : null)

/** A line of `indicator list --json`. */
export const listOut = (r: Reading) => ({
  code: r.definition.code,
  name: r.definition.name,
  unit: r.unit,
  target: r.definition.target,
  targetHigh: r.definition.targetHigh,
  comparator: r.definition.comparator,
  targetWords: targetWords(r.definition),
  byYear: r.definition.byYear,
  direction: r.definition.direction,
  formula: formulaText(r.formula),
  meaning: r.formula?.meaning ?? '',
  source: r.formula?.source ?? 'reported',
  sourceWords: FORMULA_SOURCES[r.formula?.source ?? 'reported'],
  time: r.formula?.time ?? 'stock',
  splits: r.formula?.splits ?? [],
  custodian: custodianOf(r),
  state: r.state,
  value: exactOf(r),
  low: r.low,
  high: r.high,
  asOf: r.asOf,
  dataOf: r.dataOf,
  why: r.why,
})

const partOut = (p: Part | undefined) =>
  p === undefined
    ? null
    : { label: p.label, low: p.low, high: p.high, unit: p.unit, source: p.source, dataOf: p.dataOf }

const rowOut = (r: ReadingRow) => ({
  key: r.code,
  label: r.label,
  state: r.state,
  value: exactOf(r),
  low: r.low,
  high: r.high,
  basis: r.basis,
  hidden: r.hidden ?? false,
})

/** What `indicator value --json` prints. */
export const valueOut = (r: Reading) => ({
  code: r.definition.code,
  name: r.definition.name,
  unit: r.unit,
  state: r.state,
  value: exactOf(r),
  low: r.low,
  high: r.high,
  asOf: r.asOf,
  dataOf: r.dataOf,
  hierarchy: r.hierarchy,
  known: r.known,
  numerator: partOut(r.parts[0]),
  denominator: partOut(r.parts[1]),
  sources: r.sources,
  notes: r.notes,
  why: r.why,
  formula: formulaText(r.formula),
  source: r.formula?.source ?? 'reported',
  custodian: custodianOf(r),
  rivals: r.rivals,
  rows: r.rows.map(rowOut),
})
