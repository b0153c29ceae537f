/** Đọc một kịch bản: every cell is read and checked before anything is computed; what is wrong is told by its path. */
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import { certain } from './law.ts'
import { AMOUNT, readLaw, readYearly, SHARE, type Yearly } from './quantity.ts'
import { readGoal, readNeed } from './read-goal.ts'
import { leavingByDiagonal, readMoves, readRates, readSex, readWhere, WHERE_KEYS } from './read-rates.ts'
import { Cell } from './reading.ts'
import type { RetirementRule } from './retirement.ts'
import { type InflowRow, type Scenario, SHOCKS, type Shock, type StockRow } from './scenario.ts'

const KEYS = [
  'seed',
  'draws',
  'start',
  'years',
  'wholePersons',
  'stockOn',
  'timing',
  'sectors',
  'degrees',
  'cells',
  'rates',
  'retirement',
  'extensions',
  'inflow',
  'fte',
  'goal',
  'population',
  'need',
  'quota',
  'balance',
  'shocks',
  'title',
  'note',
  'assumptions',
] as const

const CELL_KEYS = ['sector', 'degree', 'sex', 'age', 'birthYear', 'birthMonth', 'group', 'stock', 'fte'] as const
const INFLOW_KEYS = [
  'sector',
  'degree',
  'sex',
  'age',
  'group',
  'perYear',
  'from',
  'to',
  'delay',
  'yield',
  'max',
  'solve',
  'fte',
  'name',
] as const

/** Reads a plan file. Refused with one sentence for each wrong cell (`fields`: path -> reason). */
export function readScenario(json: unknown): Decision<Scenario> {
  const faults = new Map<string, string>()
  const scenario = read(new Cell('', json, faults))
  if (faults.size === 0) return accept(scenario)
  const [path = '', reason = ''] = faults.entries().next().value ?? []
  const more = faults.size > 1 ? ` Còn ${faults.size - 1} ô khác.` : ''
  return refuseFields(
    'scenario.cells',
    Object.fromEntries(faults),
    `Kịch bản sai ở ô ${path || 'đầu tệp'}: ${reason}${more}`,
  )
}

function read(all: Cell): Scenario {
  if (!all.isObject) all.wrong('Kịch bản là một đối tượng JSON có start, years, cells.', null)
  else all.noneBut(KEYS)
  const start = all.at('start').number(null, { min: 1900, max: 2200, whole: true })
  const years = all.at('years').number(null, { min: 0, max: 200, whole: true })
  const span = { start, years }
  const inflow = all
    .at('inflow')
    .list()
    .map((c) => inflowRow(c, span))
  const early = inflow.some((r) => r.delay === 0 && r.from === start && r.perYear !== null)
  const stockOn = all.at('stockOn').word(['31-12', '01-01'], early ? '01-01' : '31-12')
  const cells = all
    .at('cells')
    .list()
    .map((c) => stockRow(c, start, stockOn === '31-12' ? start : start - 1))
  if (cells.length === 0 && all.isObject)
    all.at('cells').wrong('Cần ít nhất một dòng người hiện có (stock có thể bằng 0).', null)
  const degrees = namesOf(
    all.at('degrees'),
    [...cells, ...inflow].map((r) => r.degree),
    all,
  )
  const sectors = namesOf(
    all.at('sectors'),
    [...cells, ...inflow].map((r) => r.sector),
    null,
  )
  const rates = all.at('rates')
  if (rates.given) rates.noneBut(['leave', 'death', 'retire', 'promote', 'transfer'])
  const moves = readMoves(rates.at('promote'), 'degree', degrees)
  return {
    seed: all.at('seed').number(1, { whole: true, min: -(2 ** 31), max: 2 ** 32 - 1 }),
    draws: all.at('draws').number(1000, { min: 1, max: 1_000_000, whole: true }),
    ...span,
    stockOn,
    timing: all.at('timing').word(['start', 'mid', 'end'], 'end'),
    wholePersons: all.at('wholePersons').flag(false),
    sectors,
    degrees,
    cells,
    leave: leavingByDiagonal(moves, readRates(rates.at('leave'))),
    death: readRates(rates.at('death')),
    retire: readRates(rates.at('retire')),
    promote: moves.filter((m) => m.to === null || m.to !== m.where.degree),
    transfer: readMoves(rates.at('transfer'), 'sector', sectors).filter((m) => m.to !== m.where.sector),
    retirement: readRetirement(all.at('retirement')),
    extensions: all.at('extensions').list().map(readExtension),
    inflow,
    fte: readFte(all),
    goal: all.at('goal').given ? readGoal(all.at('goal'), all.at('population'), span) : null,
    need: readNeed(all.at('need').given ? all.at('need') : all.at('balance').at('need'), all.at('population'), start),
    quota: readQuota(all),
    balanceYear: all.at('balance').at('year').given
      ? all.at('balance').at('year').number(start, { whole: true })
      : null,
    shocks: readShocks(all.at('shocks')),
    notes: all.at('stockOn').given || !early ? [] : [EARLY],
  }
}

const EARLY =
  'Có dòng tuyển ngay trong năm start nên số người hiện có được hiểu là số ngày 01/01 của năm ấy (stockOn: "01-01"); số của năm y là số ngày 01/01/y.'

/** Names in the order given, else in the order they first appear. */
function namesOf(cell: Cell, met: readonly (string | null)[], all: Cell | null): readonly (string | null)[] {
  const named = cell.list().map((c) => (c.isObject ? c.any('code', 'name').text() : c.text()))
  const promote = all?.at('rates').at('promote')
  const moves = promote?.isList ? promote.list() : []
  const targets = moves
    .map((c) => (typeof c.at('to').value === 'string' ? c.at('to').text() : null))
    .filter((t) => t !== null)
  const found = [...new Set([...named, ...met, ...targets])]
  return found.length > 1 ? found.filter((n) => n !== null) : found
}

/** A birth year is the age at the moment of the stock: 31/12 of the year, or 01/01 and so the end of the year before. */
function stockRow(cell: Cell, start: number, yearEnd: number): StockRow {
  cell.noneBut(CELL_KEYS)
  const birth = cell.at('birthYear')
  const own = cell.at('fte').given ? `fte ${cell.at('fte').number(1, { min: 0 })}` : null
  const age = cell.at('age').given ? cell.at('age').number(0, { min: 0, max: 120, whole: true }) : null
  return {
    sector: cell.at('sector').text(),
    degree: cell.at('degree').text(),
    sex: readSex(cell.at('sex')),
    age: birth.given ? yearEnd - birth.number(yearEnd, { whole: true, min: start - 120, max: yearEnd }) : age,
    birthMonth: cell.at('birthMonth').given ? cell.at('birthMonth').number(1, { min: 1, max: 12, whole: true }) : null,
    group: cell.at('group').text() ?? own,
    stock: cell.at('stock').given
      ? readLaw(cell.at('stock'), AMOUNT)
      : cell.at('stock').wrong('Thiếu số người.', certain(0)),
    path: cell.path,
  }
}

function inflowRow(cell: Cell, { start, years }: { start: number; years: number }): InflowRow {
  cell.noneBut(INFLOW_KEYS)
  const from = cell.at('from').number(start + 1, { whole: true, min: 1900, max: 2400 })
  const to = cell.at('to').number(Math.max(from, start + years), { whole: true, min: 1900, max: 2400 })
  if (to < from) cell.at('to').wrong(`Năm cuối ${to} trước năm đầu ${from}.`, null)
  const perYear = cell.at('perYear')
  if (typeof perYear.value === 'number' && perYear.value < 0)
    perYear.wrong(`Số tuyển mỗi năm không thể âm (${perYear.value}).`, null)
  return {
    sector: cell.at('sector').text(),
    degree: cell.at('degree').text(),
    sex: readSex(cell.at('sex')),
    age: cell.at('age').given ? cell.at('age').number(0, { min: 0, max: 120, whole: true }) : null,
    group: cell.at('group').text() ?? (cell.at('fte').given ? cell.path : null),
    perYear: perYear.given ? readYearly(perYear, AMOUNT, from) : null,
    from,
    to,
    delay: cell.at('delay').number(0, { min: 0, max: 30, whole: true }),
    yield: cell.at('yield').given ? readLaw(cell.at('yield'), SHARE) : certain(1),
    max: cell.at('max').given ? cell.at('max').number(0, { min: 0 }) : null,
    solve: cell.at('solve').given ? cell.at('solve').flag(true) : null,
    path: cell.path,
  }
}

const AGE = { min: 1, max: 120, whole: true }

function readRetirement(cell: Cell): RetirementRule {
  if (!cell.given || cell.value === 'none') return { kind: 'none' }
  if (cell.value === 'vn-month-schedule') return { kind: 'schedule' }
  if (typeof cell.value === 'number') return { kind: 'age', nam: cell.number(60, AGE), nu: cell.number(60, AGE) }
  if (!cell.isObject) return cell.wrong('Cần "none", "vn-month-schedule" hoặc {"age": 60}.', { kind: 'none' })
  cell.noneBut(['age', 'nam', 'nu', 'men', 'women', 'male', 'female'])
  const held = cell.at('age').isObject ? cell.at('age') : cell
  const both = cell.at('age').isObject ? null : cell.at('age').given ? cell.at('age').number(60, AGE) : null
  return {
    kind: 'age',
    nam: held.any('nam', 'men', 'male').number(both, AGE),
    nu: held.any('nu', 'women', 'female').number(both, AGE),
  }
}

function readExtension(cell: Cell) {
  cell.noneBut([...WHERE_KEYS, 'share', 'years'])
  return {
    where: readWhere(cell),
    share: cell.at('share').number(null, { min: 0, max: 1 }),
    years: cell.at('years').number(5, { min: 0, max: 5, whole: true }),
  }
}

/** Công việc quy đổi: full-time posts of one person, by rows; `fte` of a stock or intake row is the same for its own group. */
function readFte(all: Cell): Scenario['fte'] {
  const cell = all.at('fte')
  const rows = cell.isList
    ? cell.list().map((c) => {
        c.noneBut([...WHERE_KEYS, 'value'])
        return { where: readWhere(c), value: c.at('value').number(null, { min: 0 }) }
      })
    : cell.given
      ? [{ where: readWhere(new Cell('', {}, all.faults)), value: cell.number(1, { min: 0 }) }]
      : []
  const own = (list: readonly Cell[], group: (c: Cell) => string) =>
    list
      .filter((c) => c.at('fte').given)
      .map((c) => ({
        where: { ...readWhere(new Cell('', {}, all.faults)), group: c.at('group').text() ?? group(c) },
        value: c.at('fte').number(1, { min: 0 }),
      }))
  return [
    ...rows,
    ...own(all.at('cells').list(), (c) => `fte ${c.at('fte').number(1)}`),
    ...own(all.at('inflow').list(), (c) => c.path),
  ]
}

function readQuota(all: Cell): number | null {
  const balance = all.at('balance')
  if (balance.isObject) balance.noneBut(['quota', 'year', 'need'])
  const cell = all.at('quota').given ? all.at('quota') : balance.at('quota')
  return cell.given ? cell.number(0, { min: 0 }) : null
}

function readShocks(cell: Cell): Scenario['shocks'] {
  if (!cell.given) return {}
  cell.noneBut(SHOCKS)
  const found: Partial<Record<(typeof SHOCKS)[number], Shock>> = {}
  for (const kind of SHOCKS) {
    const held = cell.at(kind)
    if (!held.given) continue
    if (held.isObject) held.noneBut(['sd', 'persistence', 'common'])
    const sd = held.isObject ? held.at('sd') : held
    found[kind] = {
      sd: sd.number(0, { min: 0, max: 3 }),
      persistence: held.at('persistence').number(0, { min: -1, max: 1 }),
      common: held.at('common').number(0, { min: 0, max: 1 }),
    }
  }
  return found
}

/** The quantity of a year without its uncertainty: own value, between two known years, or grown from the first. */
export function yearlyMean(yearly: Yearly, year: number): number {
  if (yearly.growth !== null) return (yearly.base?.mean ?? 0) * yearly.growth.mean ** (year - yearly.from)
  if (yearly.base !== null) return yearly.base.mean
  const after = yearly.byYear.findIndex((r) => r.year >= year)
  const [right, left] = [yearly.byYear[after], yearly.byYear[after - 1]]
  if (after === -1) return yearly.byYear.at(-1)?.law.mean ?? 0
  if (right === undefined || right.year === year || left === undefined) return right?.law.mean ?? 0
  return left.law.mean + ((right.law.mean - left.law.mean) * (year - left.year)) / (right.year - left.year)
}
