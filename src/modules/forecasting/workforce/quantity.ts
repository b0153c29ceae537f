/** Đọc đại lượng: a number, a few values, or a law by its mean and spread; and a quantity that has its own value every year. */
import {
  amongValues,
  betaLaw,
  certain,
  LAWS,
  type Law,
  lognormalByMedian,
  lognormalLaw,
  normalLaw,
  triangularLaw,
  uniformLaw,
} from './law.ts'
import type { Cell } from './reading.ts'

/** What a quantity may be, and the law it follows when only mean and sd are told. */
export type Kind = { readonly low: number; readonly high: number; readonly law: (typeof LAWS)[number] }

/** Tỷ lệ một năm, between 0 and 1. */
export const SHARE: Kind = { low: 0, high: 1, law: 'beta' }
/** Số người, dân số. */
export const AMOUNT: Kind = { low: 0, high: 1e12, law: 'normal' }
/** Hệ số tăng một năm (1 + tốc độ). */
const FACTOR: Kind = { low: 0, high: 100, law: 'normal' }

/** Names of the middle of a quantity. */
const MIDDLE = ['mean', 'value', 'rate', 'share', 'perYear'] as const
const WEIGHTS = ['weights', 'probabilities', 'probs'] as const
const LAW = ['law', 'dist', 'distribution'] as const

/** Names that describe a quantity, wherever it stands. */
export const LAW_KEYS = [
  ...MIDDLE,
  ...WEIGHTS,
  ...LAW,
  'sd',
  'cv',
  'each',
  'median',
  'sigma',
  'mu',
  'min',
  'max',
  'mode',
  'values',
  'over',
] as const

/** A quantity: `0.03`, `{mean, sd, law}`, `{values, weights}`, a list of equally likely values, or `{value: …}`. */
export function readLaw(cell: Cell, kind: Kind, known: readonly string[] = LAW_KEYS): Law {
  if (cell.isList) return readValues(cell, cell, kind, 'run')
  if (!cell.isObject) return certain(bounded(cell, kind))
  cell.noneBut(known)
  const inner = cell.any(...MIDDLE)
  if (inner.isObject || inner.isList) return readLaw(inner, kind)
  const each = cell.at('each').word(['run', 'year'], 'run')
  const law = readSpread(cell, kind, each)
  return cell.at('over').given ? perYear(law, cell.at('over').number(1, { min: 1 })) : law
}

/** A growth: read as a rate, kept as the factor 1 + rate. */
export function readGrowth(cell: Cell): Law {
  if (!cell.isObject) return certain(1 + cell.number(0, { min: -1, max: 10 }))
  cell.noneBut(LAW_KEYS)
  const each = cell.at('each').word(['run', 'year'], 'year')
  const law = readLawName(cell, 'normal')
  if (cell.at('sigma').given && cell.at('mu').given)
    return lognormalByMedian(Math.exp(cell.at('mu').number(0)), cell.at('sigma').number(0, { min: 0 }), each, FACTOR)
  const [mean, sd] = [1 + cell.any(...MIDDLE).number(null, { min: -1, max: 10 }), spreadOf(cell, 1)]
  if (cell.at('values').given) return shifted(readValues(cell, cell.at('values'), { ...FACTOR, low: -1 }, each))
  return law === 'lognormal' ? lognormalLaw(mean, sd, each, FACTOR) : normalLaw(mean, sd, each, FACTOR)
}

const shifted = (law: Law): Law =>
  law.spread?.kind === 'values'
    ? amongValues(
        law.spread.values.map((v) => 1 + v),
        law.spread.weights,
        law.each,
      )
    : certain(1 + law.mean)

const bounded = (cell: Cell, kind: Kind): number => cell.number(null, { min: kind.low, max: kind.high })

const spreadOf = (cell: Cell, mean: number): number =>
  cell.at('cv').given ? cell.at('cv').number(0, { min: 0 }) * mean : cell.at('sd').number(0, { min: 0 })

const LAW_WORDS: Readonly<Record<string, (typeof LAWS)[number]>> = {
  gaussian: 'normal',
  norm: 'normal',
  'log-normal': 'lognormal',
  log_normal: 'lognormal',
}

/** The law a quantity names. */
function readLawName(cell: Cell, fallback: (typeof LAWS)[number]): (typeof LAWS)[number] {
  const named = cell.any(...LAW)
  const word = typeof named.value === 'string' ? named.value.toLowerCase() : ''
  return LAW_WORDS[word] ?? named.word(LAWS, fallback)
}

/** Values with their weights: numbers beside a list of weights, or rows `{value, weight}`. Equal where none are told. */
function readValues(cell: Cell, list: Cell, kind: Kind, each: Law['each']): Law {
  const rows = list.list()
  const values = rows.map((c) => bounded(c.isObject ? c.any(...MIDDLE) : c, kind))
  const told = cell.any(...WEIGHTS)
  const own = (c: Cell) => (c.isObject ? c.any('weight', 'probability', 'prob', 'p') : c.at('weight'))
  const weights = told.given
    ? told.list().map((c) => c.number(null, { min: 0 }))
    : rows.map((c) => (own(c).given ? own(c).number(1, { min: 0 }) : 1))
  if (values.length === 0) return list.wrong('Cần ít nhất một giá trị.', certain(0))
  if (weights.length !== values.length || !weights.some((w) => w > 0))
    return told.wrong('Cần mỗi giá trị một trọng số, ít nhất một trọng số lớn hơn 0.', certain(0))
  return amongValues(values, weights, each)
}

function readSpread(cell: Cell, kind: Kind, each: Law['each']): Law {
  if (cell.at('values').given) return readValues(cell, cell.at('values'), kind, each)
  const law = readLawName(cell, kind.law)
  if (cell.at('sigma').given) {
    const median = cell.at('mu').given ? Math.exp(cell.at('mu').number(0)) : bounded(cell.any('median', 'mean'), kind)
    return lognormalByMedian(median, cell.at('sigma').number(0, { min: 0 }), each, kind)
  }
  if (cell.at('min').given && cell.at('max').given && !cell.any(...MIDDLE).given) return readRange(cell, kind, each)
  const mean = bounded(cell.any(...MIDDLE), kind)
  const sd = spreadOf(cell, mean)
  if (sd === 0) return certain(mean)
  if (law === 'lognormal')
    return mean > 0
      ? lognormalLaw(mean, sd, each, kind)
      : cell.wrong('Luật lognormal cần số trung bình lớn hơn 0.', certain(0))
  if (law === 'beta') return readBeta(cell, mean, sd, each)
  if (law === 'uniform') return uniformLaw(mean - sd * Math.sqrt(3), mean + sd * Math.sqrt(3), each)
  return normalLaw(mean, sd, each, kind)
}

function readBeta(cell: Cell, mean: number, sd: number, each: Law['each']): Law {
  if (sd * sd < mean * (1 - mean)) return betaLaw(mean, sd, each)
  return cell
    .at('sd')
    .wrong('Độ lệch chuẩn quá lớn đối với một tỷ lệ: bình phương của nó phải nhỏ hơn mean × (1 − mean).', certain(mean))
}

function readRange(cell: Cell, kind: Kind, each: Law['each']): Law {
  const [min, max] = [bounded(cell.at('min'), kind), bounded(cell.at('max'), kind)]
  if (max < min) return cell.at('max').wrong('max phải từ min trở lên.', certain(min))
  if (!cell.at('mode').given) return uniformLaw(min, max, each)
  return triangularLaw(min, cell.at('mode').number(min, { min, max }), max, each)
}

/** A share told for several years at once, as the yearly share that gives the same after as many years. */
function perYear(law: Law, years: number): Law {
  const yearly = (v: number) => 1 - (1 - v) ** (1 / years)
  const { spread } = law
  if (spread === null) return certain(yearly(law.mean))
  if (spread.kind === 'values') return amongValues(spread.values.map(yearly), spread.weights, law.each)
  const [quantile, name] = [(p: number) => yearly(spread.quantile(p)), `${spread.name} over ${years} years`]
  return { ...law, mean: yearly(law.mean), sd: law.sd / years, spread: { kind: 'continuous', name, quantile } }
}

/** A quantity over the years: one law for all, own laws of some years, or a first value that grows. */
export type Yearly = {
  readonly base: Law | null
  readonly byYear: readonly { readonly year: number; readonly law: Law }[]
  readonly growth: Law | null
  /** Year in which `base` holds, where it grows. */
  readonly from: number
}

/** A number, a law, `{start, growth}`, `{"2026": 100, …}` or a list by year. `from` = the year of the first value. */
export function readYearly(cell: Cell, kind: Kind, from: number): Yearly {
  const whole = { base: null, byYear: [], growth: null, from }
  if (cell.isList) {
    const rows = cell
      .list()
      .map((c, i) =>
        c.isObject && c.at('year').given
          ? { year: c.at('year').number(from, { whole: true }), law: readLaw(c, kind, [...LAW_KEYS, 'year']) }
          : { year: from + i, law: readLaw(c, kind) },
      )
    return { ...whole, byYear: rows.sort((a, b) => a.year - b.year) }
  }
  if (cell.any('growth', 'start', 'base').given) return readGrown(cell, kind, from)
  const held = cell.at('byYear').given ? cell.at('byYear') : cell
  const years = held.keys().filter((k) => /^\d{4}$/.test(k))
  if (years.length === 0) return { ...whole, base: readLaw(cell, kind) }
  held.noneBut(years)
  const rows = years.map((y) => ({ year: Number(y), law: readLaw(held.at(y), kind) }))
  return { ...whole, byYear: rows.sort((a, b) => a.year - b.year) }
}

/** A first value that grows: `{start: 2000000, growth: 0.008}`; beside `value` or `base`, `start` is the year of that value. */
function readGrown(cell: Cell, kind: Kind, from: number): Yearly {
  cell.noneBut(['start', 'base', 'value', 'growth', 'year', 'from'])
  const named = cell.any('base', 'value')
  const [first, year] = named.given
    ? [named, cell.any('year', 'from', 'start')]
    : [cell.at('start'), cell.any('year', 'from')]
  return {
    base: readLaw(first, kind),
    byYear: [],
    growth: readGrowth(cell.at('growth')),
    from: year.number(from, { whole: true }),
  }
}
