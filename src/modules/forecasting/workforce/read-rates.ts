/** Đọc các tỷ lệ: leaving, death, early retirement, promotion of degree, transfer between sectors. */
import { certain } from './law.ts'
import { LAW_KEYS, readLaw, SHARE } from './quantity.ts'
import type { Cell } from './reading.ts'
import type { MoveRow, RateRow, Where } from './scenario.ts'

/** Names that say which cells a row speaks of. */
export const WHERE_KEYS = ['sector', 'degree', 'sex', 'age', 'ages', 'fromAge', 'toAge', 'group'] as const
const YEAR_KEYS = ['from', 'to', 'fromYear', 'toYear'] as const

/** Names of the two sexes, as people write them. */
export const MEN = ['nam', 'm', 'male', 'men', 'man'] as const
export const WOMEN = ['nu', 'nữ', 'f', 'female', 'women', 'woman'] as const

/** Giới tính in the spellings people use; null = none of them. */
function sexOf(text: string): 'nam' | 'nu' | null {
  const word = text.trim().toLowerCase()
  if (MEN.some((w) => w === word)) return 'nam'
  return WOMEN.some((w) => w === word) ? 'nu' : null
}

/** Giới tính of a row. */
export function readSex(cell: Cell): 'nam' | 'nu' | null {
  if (!cell.given) return null
  const sex = sexOf(String(cell.value))
  if (sex !== null || ['all', 'both', 'tat-ca'].includes(String(cell.value).trim().toLowerCase())) return sex
  return cell.wrong('Giới tính ghi "nam" hoặc "nu".', null)
}

/** `"45"`, `"20-29"`, `"55+"`. */
function bandOf(text: string): readonly [number, number] | null {
  const [all, low, high] = /^(\d{1,3})(?:\s*[-–]\s*(\d{1,3})|\+)?$/.exec(text) ?? []
  if (all === undefined) return null
  return [Number(low), high === undefined ? (all.endsWith('+') ? 120 : Number(low)) : Number(high)]
}

/** An age or a band: `45`, `"20-29"`, `[20, 29]`, `fromAge`/`toAge`. */
export function readAges(row: Cell): readonly [number, number] | null {
  const cell = row.any('age', 'ages')
  const bounds = { min: 0, max: 120, whole: true }
  if (cell.isList) return [cell.at(0).number(0, bounds), cell.at(1).number(120, bounds)]
  const band = typeof cell.value === 'string' ? bandOf(cell.value) : null
  if (band) return band
  const [low, high] = [cell.any('from', 'min'), cell.any('to', 'max')]
  if (cell.isObject) return [low.number(0, bounds), high.number(120, bounds)]
  if (cell.given) {
    const age = cell.number(0, bounds)
    return [age, age]
  }
  if (!row.at('fromAge').given && !row.at('toAge').given) return null
  return [row.at('fromAge').number(0, bounds), row.at('toAge').number(120, bounds)]
}

const nameOf = (cell: Cell): string | null => {
  const name = cell.text()
  return name === 'all' || name === '*' ? null : name
}

/** Which cells a row speaks of. */
export const readWhere = (row: Cell): Where => ({
  sector: nameOf(row.at('sector')),
  degree: nameOf(row.at('degree')),
  sex: readSex(row.at('sex')),
  age: readAges(row),
  group: nameOf(row.at('group')),
})

const EVERYWHERE: Where = { sector: null, degree: null, sex: null, age: null, group: null }

const yearOf = (cell: Cell): number | null => (cell.given ? cell.number(0, { whole: true }) : null)

function rowOf(cell: Cell, extra: readonly string[]): RateRow {
  const numeric = (key: string) => (typeof cell.at(key).value === 'number' ? yearOf(cell.at(key)) : null)
  return {
    where: readWhere(cell),
    value: readLaw(cell, SHARE, [...WHERE_KEYS, ...YEAR_KEYS, ...LAW_KEYS, ...extra]),
    fromYear: yearOf(cell.at('fromYear')) ?? numeric('from'),
    toYear: yearOf(cell.at('toYear')) ?? numeric('to'),
    path: cell.path,
  }
}

const isRow = (cell: Cell): boolean => [...WHERE_KEYS, ...YEAR_KEYS, 'to'].some((k) => cell.at(k).given)
const isLaw = (cell: Cell): boolean =>
  cell.keys().length === 0 || cell.keys().some((k) => LAW_KEYS.some((known) => known === k))

/** Names of a plan file: what a rate may be told by. */
export type Names = { readonly sectors: readonly (string | null)[]; readonly degrees: readonly (string | null)[] }

/** Rates that lead out: a number, a law, rows, or numbers by name (sector, degree, sex, age, year). */
export function readRates(cell: Cell, names: Names): readonly RateRow[] {
  if (!cell.given) return []
  if (cell.isList) return cell.list().map((row) => (row.isObject ? rowOf(row, []) : row.wrong(ROW, NOBODY(row))))
  if (cell.isObject && isRow(cell)) return [rowOf(cell, [])]
  if (cell.isObject && !isLaw(cell)) return byName(cell, names, EVERYWHERE)
  return [{ ...NOBODY(cell), value: readLaw(cell, SHARE) }]
}

const ROW = 'Mỗi dòng của tỷ lệ là một đối tượng, ví dụ {"degree": "tien-si", "value": 0.02}.'
const NOBODY = ({ path }: Cell): RateRow => ({
  where: EVERYWHERE,
  value: certain(0),
  fromYear: null,
  toYear: null,
  path,
})

/** `{"y-te": 0.03, "giao-duc": {"20-29": 0.05}}`, and by years: a value holds until the next year that is told. */
function byName(cell: Cell, names: Names, where: Where): readonly RateRow[] {
  const years = cell
    .keys()
    .filter((k) => /^\d{4}$/.test(k))
    .map(Number)
    .sort((a, b) => a - b)
  return cell.keys().flatMap((key): readonly RateRow[] => {
    const held = cell.at(key)
    const at = years.indexOf(Number(key))
    const narrow = at >= 0 ? where : narrowed(held, key, names, where)
    if (held.isObject && !isLaw(held)) return byName(held, names, narrow)
    return [
      {
        where: narrow,
        value: readLaw(held, SHARE),
        fromYear: at > 0 ? (years[at] ?? null) : null,
        toYear: at >= 0 && at < years.length - 1 ? (years[at + 1] ?? 0) - 1 : null,
        path: held.path,
      },
    ]
  })
}

function narrowed(cell: Cell, key: string, { sectors, degrees }: Names, where: Where): Where {
  if (degrees.includes(key)) return { ...where, degree: key }
  if (sectors.includes(key)) return { ...where, sector: key }
  const age = bandOf(key)
  if (age !== null) return { ...where, age }
  const sex = sexOf(key)
  if (sex !== null) return { ...where, sex }
  return cell.wrong(`Không có ngành, trình độ, giới, tuổi hay năm nào tên "${key}".`, where)
}

/** Moves between degrees or sectors: a number (to the next degree), rows with `to`, or a matrix by names or positions. */
export function readMoves(
  cell: Cell,
  kind: 'degree' | 'sector',
  order: readonly (string | null)[],
): readonly MoveRow[] {
  if (!cell.given) return []
  if (cell.isList && cell.at(0).isList) return matrixOf(cell, kind, order)
  if (cell.at('matrix').given) return readMoves(cell.at('matrix'), kind, order)
  if (cell.isList || (cell.isObject && isRow(cell))) return cell.list().map((row) => moveOf(row, kind))
  if (cell.isObject && !isLaw(cell)) return cell.keys().flatMap((from) => fromOne(cell.at(from), kind, from))
  const value = readLaw(cell, SHARE)
  if (kind === 'sector') return value.mean === 0 ? [] : cell.wrong(FROM_TO, [])
  return [{ where: EVERYWHERE, value, fromYear: null, toYear: null, path: cell.path, to: null }]
}

const FROM_TO =
  'Chuyển ngành cần nêu ngành đi và ngành đến, ví dụ [{"sector": "y-te", "to": "giao-duc", "value": 0.01}].'

function moveOf(cell: Cell, kind: 'degree' | 'sector'): MoveRow {
  const row = rowOf(cell, ['toDegree', 'toSector', 'fromDegree', 'fromSector'])
  const worded = (key: string) => (typeof cell.at(key).value === 'string' ? cell.at(key).text() : null)
  const from = worded('from') ?? worded(kind === 'degree' ? 'fromDegree' : 'fromSector')
  const to = worded('to') ?? worded(kind === 'degree' ? 'toDegree' : 'toSector')
  if (kind === 'sector' && to === null) cell.at('to').wrong('Chuyển ngành cần tên ngành đến.', null)
  return { ...row, where: from === null ? row.where : { ...row.where, [kind]: from }, to }
}

const fromOne = (cell: Cell, kind: 'degree' | 'sector', from: string): readonly MoveRow[] =>
  cell.isObject && !isLaw(cell)
    ? cell.keys().map((to) => plainMove(cell.at(to), kind, from, to))
    : [plainMove(cell, kind, from, null)]

const plainMove = (cell: Cell, kind: 'degree' | 'sector', from: string, to: string | null): MoveRow => ({
  where: { ...EVERYWHERE, [kind]: from },
  value: readLaw(cell, SHARE),
  fromYear: null,
  toYear: null,
  path: cell.path,
  to,
})

function matrixOf(cell: Cell, kind: 'degree' | 'sector', order: readonly (string | null)[]): readonly MoveRow[] {
  return cell.list().flatMap((line, i) => {
    const from = order[i]
    if (from === undefined || from === null) return line.wrong('Ma trận có nhiều dòng hơn số tên trong kịch bản.', [])
    const sum = line.list().reduce((total, entry) => total + (typeof entry.value === 'number' ? entry.value : 0), 0)
    if (sum > 1 + 1e-9) return line.wrong(`Tổng một dòng của ma trận là ${Number(sum.toFixed(4))}, lớn hơn 1.`, [])
    return line.list().flatMap((_, j) => {
      const [to, entry] = [order[j], line.at(j)]
      if (to === undefined || to === null) return entry.wrong('Ma trận có nhiều cột hơn số tên trong kịch bản.', [])
      return entry.value === 0 ? [] : [plainMove(entry, kind, from, to)]
    })
  })
}

/** What a diagonal of a matrix leaves over is leaving: rows that stay with themselves become the rest of their line. */
export function leavingByDiagonal(moves: readonly MoveRow[], leave: readonly RateRow[]): readonly RateRow[] {
  if (leave.length > 0) return leave
  const stays = moves.filter((m) => m.to !== null && m.to === m.where.degree)
  return stays.map((stay) => {
    const line = moves.filter((m) => m.where.degree === stay.where.degree)
    const rest = 1 - line.reduce((sum, m) => sum + m.value.mean, 0)
    return { ...stay, value: certain(Math.abs(rest) < 1e-12 ? 0 : rest) }
  })
}
