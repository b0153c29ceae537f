/** Đọc các tỷ lệ: leaving, death, early retirement, promotion of degree, transfer between sectors. */
import { certain, type Law } from './law.ts'
import { LAW_KEYS, readLaw, SHARE } from './quantity.ts'
import type { Cell } from './reading.ts'
import type { MoveRow, RateRow, Where } from './scenario.ts'

/** Names that say which cells a row speaks of. */
export const WHERE_KEYS = ['sector', 'degree', 'sex', 'age', 'ages', 'fromAge', 'toAge', 'group'] as const
const YEAR_KEYS = ['from', 'to', 'fromYear', 'toYear'] as const

/** Giới tính in the spellings people use. */
export function readSex(cell: Cell): 'nam' | 'nu' | null {
  if (!cell.given) return null
  const word = String(cell.value).trim().toLowerCase()
  if (['nam', 'm', 'male', 'men', 'man'].includes(word)) return 'nam'
  if (['nu', 'nữ', 'f', 'female', 'women', 'woman'].includes(word)) return 'nu'
  return ['all', 'both', 'tat-ca'].includes(word) ? null : cell.wrong('Giới tính ghi "nam" hoặc "nu".', null)
}

/** An age or a band: `45`, `"20-29"`, `[20, 29]`, `fromAge`/`toAge`. */
export function readAges(row: Cell): readonly [number, number] | null {
  const cell = row.any('age', 'ages')
  const bounds = { min: 0, max: 120, whole: true }
  if (cell.isList) return [cell.at(0).number(0, bounds), cell.at(1).number(120, bounds)]
  const band = typeof cell.value === 'string' ? /^(\d+)\s*[-–]\s*(\d+)$/.exec(cell.value) : null
  if (band) return [Number(band[1]), Number(band[2])]
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
  cell.noneBut([...WHERE_KEYS, ...YEAR_KEYS, ...LAW_KEYS, 'rate', 'share', 'perYear', ...extra])
  const numeric = (key: string) => (typeof cell.at(key).value === 'number' ? yearOf(cell.at(key)) : null)
  return {
    where: readWhere(cell),
    value: amountOf(cell, extra),
    fromYear: yearOf(cell.at('fromYear')) ?? numeric('from'),
    toYear: yearOf(cell.at('toYear')) ?? numeric('to'),
    path: cell.path,
  }
}

function amountOf(cell: Cell, extra: readonly string[]): Law {
  const named = cell.any('rate', 'share', 'perYear')
  if (named.given) return readLaw(named, SHARE)
  return readLaw(cell, SHARE, [...WHERE_KEYS, ...YEAR_KEYS, ...LAW_KEYS, ...extra])
}

const isRow = (cell: Cell): boolean => [...WHERE_KEYS, 'rate', 'to', 'from'].some((k) => cell.at(k).given)

/** Rates that lead out: a number, a law, or rows. */
export function readRates(cell: Cell): readonly RateRow[] {
  if (!cell.given) return []
  if (cell.isList) return cell.list().map((row) => rowOf(row, []))
  if (cell.isObject && isRow(cell)) return [rowOf(cell, [])]
  return [{ where: EVERYWHERE, value: readLaw(cell, SHARE), fromYear: null, toYear: null, path: cell.path }]
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
  const nested = cell.isObject && cell.keys().some((k) => cell.at(k).isObject || order.includes(k))
  if (nested) return cell.keys().flatMap((from) => fromOne(cell.at(from), kind, from))
  const value = readLaw(cell, SHARE)
  return [{ where: EVERYWHERE, value, fromYear: null, toYear: null, path: cell.path, to: null }]
}

function moveOf(cell: Cell, kind: 'degree' | 'sector'): MoveRow {
  const row = rowOf(cell, ['toDegree', 'toSector', 'fromDegree', 'fromSector'])
  const worded = (key: string) => (typeof cell.at(key).value === 'string' ? cell.at(key).text() : null)
  const from = worded('from') ?? worded(kind === 'degree' ? 'fromDegree' : 'fromSector')
  const to = worded('to') ?? worded(kind === 'degree' ? 'toDegree' : 'toSector')
  if (kind === 'sector' && to === null) cell.at('to').wrong('Chuyển ngành cần tên ngành đến.', null)
  return { ...row, where: from === null ? row.where : { ...row.where, [kind]: from }, to }
}

const fromOne = (cell: Cell, kind: 'degree' | 'sector', from: string): readonly MoveRow[] =>
  cell.isObject ? cell.keys().map((to) => plainMove(cell.at(to), kind, from, to)) : [plainMove(cell, kind, from, null)]

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
