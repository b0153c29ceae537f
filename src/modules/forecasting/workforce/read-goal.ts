/** Đọc mục tiêu và nhu cầu của kịch bản. */
import { certain, type Law } from './law.ts'
import { AMOUNT, LAW_KEYS, readLaw, readYearly, type Yearly } from './quantity.ts'
import type { Cell } from './reading.ts'
import type { Goal, NeedRow } from './scenario.ts'

const GOAL_KEYS = [
  'sector',
  'degree',
  'degrees',
  'measure',
  'value',
  'need',
  'per',
  'population',
  'year',
  'probability',
  'solveFor',
] as const

type Span = { readonly start: number; readonly years: number }

/** The goal of a plan. `common` = the population of the whole plan file, when the goal names none. */
export function readGoal(cell: Cell, common: Cell, span: Span): Goal {
  cell.noneBut(GOAL_KEYS)
  const measure = measureOf(cell.at('measure'))
  const population = cell.at('population').given ? cell.at('population') : common
  if (measure === 'rate' && !population.given)
    cell.at('population').wrong('Mục tiêu theo tỷ lệ trên dân số cần dân số.', null)
  const year = cell.at('year').number(span.start + span.years, { whole: true })
  if (year > span.start + span.years || year < span.start)
    cell.at('year').wrong(`Năm ${year} nằm ngoài ${span.start}–${span.start + span.years} là các năm được tính.`, null)
  const degrees = cell
    .at('degrees')
    .list()
    .map((c) => c.text() ?? '')
  const degree = cell.at('degree').text()
  if (measure === 'share' && degree === null && degrees.length === 0)
    cell.at('degree').wrong('Mục tiêu theo tỷ lệ trình độ cần tên trình độ.', null)
  return {
    sector: nameOf(cell.at('sector')),
    degrees: degrees.length > 0 ? degrees : degree === null || degree === 'all' ? null : [degree],
    measure,
    value: goalValue(cell, measure),
    per: cell.at('per').number(10_000, { min: 1 }),
    population:
      measure === 'rate' && population.given ? readYearly(population, AMOUNT, firstOf(population, span)) : null,
    year,
    probability: cell.at('probability').given ? probabilityOf(cell.at('probability')) : null,
    solveFor: cell.at('solveFor').given ? cell.at('solveFor').word<'inflow'>(['inflow'], 'inflow') : null,
  }
}

const MEASURES: Readonly<Record<string, Goal['measure']>> = {
  heads: 'stock',
  headcount: 'stock',
  count: 'stock',
  people: 'stock',
  ratio: 'rate',
  density: 'rate',
}

const measureOf = (cell: Cell): Goal['measure'] =>
  MEASURES[String(cell.value)] ?? cell.word(['stock', 'rate', 'fte', 'share'], 'stock')

const nameOf = (cell: Cell): string | null => {
  const name = cell.text()
  return name === 'all' ? null : name
}

/** The year of the first value: a list of as many values as years tells the years after the start. */
const firstOf = (cell: Cell, { start, years }: Span): number =>
  cell.isList && cell.list().length === years ? start + 1 : start

/** 0.8, or 80 as people write it. */
function probabilityOf(cell: Cell): number {
  const p = cell.number(null, { min: 0, max: 100 })
  const share = p > 1 ? p / 100 : p
  return share <= 0 || share >= 1 ? cell.wrong('Xác suất phải lớn hơn 0 và nhỏ hơn 1.', 0.5) : share
}

/** `value`, or a need: a base with what is added to it (shares of the base) and multiplied with it. */
function goalValue(cell: Cell, measure: Goal['measure']): Law {
  const need = cell.at('need')
  if (!need.given) {
    if (!cell.at('value').given) return cell.at('value').wrong('Thiếu mức của mục tiêu.', certain(0))
    return readLaw(cell.at('value'), measure === 'share' ? { low: 0, high: 1, law: 'beta' } : AMOUNT)
  }
  need.noneBut(['base', 'add', 'multiply'])
  const added = numbersIn(need.at('add')).reduce((sum, n) => sum + n, 1)
  const times = numbersIn(need.at('multiply')).reduce((product, n) => product * (1 + n), 1)
  return certain(need.at('base').number(null, { min: 0 }) * added * times)
}

function numbersIn(cell: Cell): readonly number[] {
  if (!cell.given) return []
  if (cell.isObject) return cell.keys().map((k) => cell.at(k).number(0, { min: -1, max: 10 }))
  return cell.isList
    ? cell.list().map((c) => c.number(0, { min: -1, max: 10 }))
    : [cell.number(0, { min: -1, max: 10 })]
}

/** Nhu cầu theo ngành: a number, a number by year, or a norm on the population. */
export function readNeed(cell: Cell, population: Cell, start: number): readonly NeedRow[] {
  if (cell.isObject && !cell.any('sector', 'value', 'norm').given)
    return cell.keys().map((sector) => ({ sector, degree: null, value: readYearly(cell.at(sector), AMOUNT, start) }))
  return cell.list().map((row) => {
    row.noneBut(['sector', 'degree', 'norm', 'per', 'population', ...LAW_KEYS])
    return { sector: row.at('sector').text(), degree: row.at('degree').text(), value: needOf(row, population, start) }
  })
}

function needOf(row: Cell, common: Cell, start: number): Yearly {
  if (!row.at('norm').given) return readYearly(row.at('value'), AMOUNT, start)
  const people = readYearly(row.at('population').given ? row.at('population') : common, AMOUNT, start)
  const scale = row.at('norm').number(null, { min: 0 }) / row.at('per').number(10_000, { min: 1 })
  const times = (law: Law): Law => certain(law.mean * scale)
  return {
    ...people,
    base: people.base && times(people.base),
    byYear: people.byYear.map((r) => ({ year: r.year, law: times(r.law) })),
    growth: people.growth && certain(people.growth.mean),
  }
}
