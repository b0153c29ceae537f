/** Đọc một kịch bản: every cell is read and checked before anything is computed; what is wrong is told by its path. */
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import { fold } from '../../../kernel/text.ts'
import { certain } from './law.ts'
import { agesMatter } from './plan.ts'
import { AMOUNT, LAW_KEYS, readLaw, readYearly, SHARE, type Yearly } from './quantity.ts'
import { readGoal, readNeed } from './read-goal.ts'
import { leavingByDiagonal, MEN, readMoves, readRates, readSex, readWhere, WHERE_KEYS, WOMEN } from './read-rates.ts'
import { Cell } from './reading.ts'
import type { RetirementRule } from './retirement.ts'
import { type Goal, type InflowRow, type Scenario, SHOCKS, type Shock, type StockRow } from './scenario.ts'

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
  const goalYear = all.at('goal').at('year').value
  const untilGoal = typeof goalYear === 'number' && Number.isInteger(goalYear) ? goalYear - start : null
  const years = all.at('years').number(untilGoal, { min: 0, max: 200, whole: true })
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
  const rates = all.at('rates')
  if (rates.given) rates.noneBut(['leave', 'death', 'retire', 'promote', 'transfer'])
  const people = [...cells, ...inflow]
  const named = namesOf(
    all.at('degrees'),
    people.map((r) => r.degree),
    rates.at('promote'),
  )
  const degrees = all.at('degrees').given ? named : inOrder(named)
  const sectors = namesOf(
    all.at('sectors'),
    people.map((r) => r.sector),
    rates.at('transfer'),
  )
  const moves = readMoves(rates.at('promote'), 'degree', degrees)
  const names = { sectors, degrees }
  return withBridges({
    seed: all.at('seed').number(1, { whole: true, min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
    draws: all.at('draws').number(1000, { min: 1, max: 1_000_000, whole: true }),
    ...span,
    stockOn,
    timing: all.at('timing').word(['start', 'mid', 'end'], 'end'),
    wholePersons: all.at('wholePersons').flag(false),
    sectors,
    degrees,
    cells,
    leave: leavingByDiagonal(moves, readRates(rates.at('leave'), names)),
    death: readRates(rates.at('death'), names),
    retire: readRates(rates.at('retire'), names),
    promote: moves.filter((m) => m.to === null || m.to !== m.where.degree),
    transfer: readMoves(rates.at('transfer'), 'sector', sectors).filter((m) => m.to !== m.where.sector),
    retirement: readRetirement(all.at('retirement')),
    extensions: [...all.at('extensions').list(), ...all.at('retirement').at('extensions').list()].map(readExtension),
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
  })
}

/** Age of somebody who comes in fresh from school, where a plan file does not tell it. */
const USUAL_ENTRY = 25

const NO_AGE =
  'Có dòng người hiện có không nêu tuổi: những người ấy không nghỉ hưu theo tuổi và không chịu tỷ lệ theo tuổi.'
const NO_ENTRY_AGE = `Có dòng tuyển không nêu tuổi: tính là vào ở tuổi ${USUAL_ENTRY}.`
const NO_ROW =
  'Kịch bản không có dòng tuyển: mức tuyển được hỏi cho một dòng của ngành trong mục tiêu, tuyển đều mỗi năm.'
const NO_INTAKE = 'Có dòng tuyển không nêu số người mỗi năm: tính là 0.'

/** What a plan file leaves out and can be understood only one way is filled in, and said in a note. */
function withBridges(given: Scenario): Scenario {
  const goal = given.goal && plainGoal(given, given.goal)
  const row = given.inflow.length === 0 && goal?.solveFor === 'inflow' ? onlyRow(given, goal) : null
  const s = { ...given, goal, inflow: row === null ? given.inflow : [row] }
  const aged = agesMatter(s) && [...s.cells, ...s.inflow].some((r) => r.age !== null)
  const inflow = s.inflow.map((r) => (aged && r.age === null ? { ...r, age: USUAL_ENTRY } : r))
  const silent = s.goal?.solveFor !== 'inflow' && s.inflow.some((r) => r.perYear === null)
  const notes = [
    ...s.notes,
    ...(aged && s.cells.some((r) => r.age === null) ? [NO_AGE] : []),
    ...(aged && s.inflow.some((r) => r.age === null) ? [NO_ENTRY_AGE] : []),
    ...(row !== null ? [NO_ROW] : []),
    ...(silent ? [NO_INTAKE] : []),
  ]
  return { ...s, inflow, notes }
}

/** Where people are told without sectors (degrees), a goal that names one means all of them. */
const plainGoal = (s: Scenario, goal: Goal): Goal => ({
  ...goal,
  sector: s.sectors.every((n) => n === null) ? null : goal.sector,
  degrees: s.degrees.every((n) => n === null) ? null : goal.degrees,
})

/** The row of intake that a goal asks about when the file has none; null when it could be one of several. */
function onlyRow(s: Scenario, goal: Goal): InflowRow | null {
  const only = (names: readonly (string | null)[]) => (names.length === 1 ? (names[0] ?? null) : undefined)
  const sector = goal.sector ?? only(s.sectors)
  const degree = only(goal.degrees ?? s.degrees)
  if (sector === undefined || degree === undefined) return null
  const from = s.start + (s.stockOn === '31-12' ? 1 : 0)
  const plain = {
    sex: null,
    age: null,
    group: null,
    perYear: null,
    delay: 0,
    yield: certain(1),
    max: null,
    solve: null,
  }
  return { ...plain, sector, degree, from, to: s.start + s.years, path: 'inflow[0]' }
}

const EARLY =
  'Có dòng tuyển ngay trong năm start nên số người hiện có được hiểu là số ngày 01/01 của năm ấy (stockOn: "01-01"); số của năm y là số ngày 01/01/y.'

/** Names in the order given, else in the order they first appear; those that people only move to are names too. */
function namesOf(cell: Cell, met: readonly (string | null)[], moves: Cell): readonly (string | null)[] {
  const named = cell.list().map((c) => (c.isObject ? c.any('code', 'name').text() : c.text()))
  const targets = (moves.isList ? moves.list() : [moves]).flatMap((c) =>
    ['to', 'toDegree', 'toSector'].map((k) => c.at(k).value).filter((v) => typeof v === 'string'),
  )
  const nested = moves.keys().flatMap((from) =>
    moves
      .at(from)
      .keys()
      .filter((k) => !LAW_KEYS.some((l) => l === k)),
  )
  const found = [...new Set([...named, ...met, ...targets, ...nested])]
  return found.length > 1 ? found.filter((n) => n !== null) : found
}

/** Bậc trình độ, the lowest first: codes of people and of the list of degrees. */
const LADDER: Readonly<Record<string, number>> = {
  'so-cap': 1,
  'trung-cap': 2,
  'cao-dang': 3,
  'dai-hoc': 4,
  'thac-si': 5,
  'tien-si': 6,
  'pho-giao-su': 7,
  'giao-su': 8,
}

/** Degrees a plan names without an order: by their level where all are known or numbers, else as they were met. */
function inOrder(names: readonly (string | null)[]): readonly (string | null)[] {
  const level = (name: string | null): number =>
    name === null
      ? Number.NaN
      : /^\d+$/.test(name)
        ? Number(name)
        : (LADDER[fold(name).replace(/[ _]/g, '-')] ?? Number.NaN)
  if (names.some((n) => Number.isNaN(level(n)))) return names
  return [...names].sort((a, b) => level(a) - level(b))
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
  cell.noneBut(['rule', 'kind', 'type', 'age', 'extensions', ...MEN, ...WOMEN])
  const named = cell.any('rule', 'kind', 'type')
  if (named.given && named.value !== 'age') return readRetirement(named)
  const held = cell.at('age').isObject ? cell.at('age') : cell
  const both = cell.at('age').isObject ? null : cell.at('age').given ? cell.at('age').number(60, AGE) : null
  return {
    kind: 'age',
    nam: held.any('nam', ...MEN).number(both, AGE),
    nu: held.any('nu', ...WOMEN).number(both, AGE),
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
