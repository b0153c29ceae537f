/**
 * Bảng có kẻ trên trang PDF: ruled lines give the grid, the grid gives the cells, also those merged over rows or columns.
 */
import type { Conversion } from '../../kernel/mend-encoding.ts'
import type { Cell, Row } from '../word/read-table.ts'
import { lineText } from './line-text.ts'
import { type Bit, type Line, linesOf, type Rule } from './page.ts'

/** Bảng trên trang: where it stands, where its columns begin and end, and its rows as a Word table has them. */
export type RuledTable = {
  readonly top: number
  readonly bottom: number
  readonly columns: readonly number[]
  readonly rows: readonly Row[]
}

/** Lines nearer than this are one line, points. */
const NEAR = 3
const SHORTEST = 6
/** More rules than this are a drawing. */
const MOST_RULES = 8000
const MOST_CELLS = 20_000

const isLevel = (r: Rule): boolean => r.y2 - r.y1 < r.x2 - r.x1

/** Joins pieces of a line: borders are drawn cell by cell. */
function joined(rules: readonly Rule[]): Rule[] {
  const out: Rule[] = []
  const level = rules.filter(isLevel).toSorted((a, b) => a.y1 - b.y1 || a.x1 - b.x1)
  const upright = rules.filter((r) => !isLevel(r)).toSorted((a, b) => a.x1 - b.x1 || a.y1 - b.y1)
  const add = (r: Rule, apart: (a: Rule, b: Rule) => number, gap: (a: Rule, b: Rule) => number): void => {
    for (let i = out.length - 1; i >= 0; i--) {
      const o = out[i]
      if (!o || isLevel(o) !== isLevel(r) || apart(r, o) > NEAR) break
      if (gap(r, o) > NEAR) continue
      out[i] = isLevel(o)
        ? { ...o, x1: Math.min(o.x1, r.x1), x2: Math.max(o.x2, r.x2) }
        : { ...o, y1: Math.min(o.y1, r.y1), y2: Math.max(o.y2, r.y2) }
      return
    }
    out.push(r)
  }
  for (const r of level)
    add(
      r,
      (a, b) => a.y1 - b.y1,
      (a, b) => Math.max(a.x1 - b.x2, b.x1 - a.x2),
    )
  for (const r of upright)
    add(
      r,
      (a, b) => a.x1 - b.x1,
      (a, b) => Math.max(a.y1 - b.y2, b.y1 - a.y2),
    )
  return out.filter((r) => Math.max(r.x2 - r.x1, r.y2 - r.y1) >= SHORTEST)
}

const touch = (a: Rule, b: Rule): boolean =>
  a.x1 <= b.x2 + NEAR && b.x1 <= a.x2 + NEAR && a.y1 <= b.y2 + NEAR && b.y1 <= a.y2 + NEAR

/** Rules that touch each other, directly or through others. */
function groupsOf(rules: readonly Rule[]): Rule[][] {
  const left = new Set(rules)
  const groups: Rule[][] = []
  for (const seed of rules) {
    if (!left.delete(seed)) continue
    const group = [seed]
    for (let i = 0; i < group.length; i++) {
      const at = group[i]
      for (const other of left) {
        if (at && isLevel(at) !== isLevel(other) && touch(at, other)) {
          group.push(other)
          left.delete(other)
        }
      }
    }
    groups.push(group)
  }
  return groups
}

/** Distinct places, sorted; near ones count once. */
function places(values: readonly number[]): number[] {
  const out: number[] = []
  for (const v of values.toSorted((a, b) => a - b)) if (v - (out.at(-1) ?? -1e9) > NEAR) out.push(v)
  return out
}

type Grid = { readonly xs: readonly number[]; readonly ys: readonly number[]; readonly rules: readonly Rule[] }

/** The grid of a group, or null when it frames fewer than two columns or has no row. */
function gridOf(rules: readonly Rule[]): Grid | null {
  const level = rules.filter(isLevel)
  const upright = rules.filter((r) => !isLevel(r))
  if (level.length < 2 || upright.length === 0) return null
  // Tables may be open at the sides or at the ends: the lines across them reach as far as they do.
  const xs = places([
    ...upright.map((r) => r.x1),
    Math.min(...level.map((r) => r.x1)),
    Math.max(...level.map((r) => r.x2)),
  ])
  const ys = places([
    ...level.map((r) => r.y1),
    Math.min(...upright.map((r) => r.y1)),
    Math.max(...upright.map((r) => r.y2)),
  ])
  const cells = (xs.length - 1) * (ys.length - 1)
  return xs.length < 3 || ys.length < 2 || cells > MOST_CELLS ? null : { xs, ys, rules }
}

/** Whether a line parts two neighbours: upright at `x` through height `at`, or level at `y` through width `at`. */
const parted = (grid: Grid, way: 'upright' | 'level', place: number, at: number): boolean =>
  grid.rules.some((r) =>
    way === 'upright'
      ? !isLevel(r) && Math.abs(r.x1 - place) <= NEAR && r.y1 - NEAR <= at && at <= r.y2 + NEAR
      : isLevel(r) && Math.abs(r.y1 - place) <= NEAR && r.x1 - NEAR <= at && at <= r.x2 + NEAR,
  )

const middle = (places: readonly number[], i: number): number => ((places[i] ?? 0) + (places[i + 1] ?? 0)) / 2

/** For each field of the grid, row by row, the field its cell begins with. */
function cellsOf(grid: Grid): number[][] {
  const width = grid.xs.length - 1
  const roots: number[][] = []
  for (let r = 0; r < grid.ys.length - 1; r++) {
    const row: number[] = []
    for (let c = 0; c < width; c++) {
      const left = row[c - 1]
      const above = roots[r - 1]?.[c]
      const open = (left ?? -1) >= 0 && c > 0 && !parted(grid, 'upright', grid.xs[c] ?? 0, middle(grid.ys, r))
      const hangs = above !== undefined && !parted(grid, 'level', grid.ys[r] ?? 0, middle(grid.xs, c))
      row.push(hangs ? above : open && left !== undefined ? left : r * width + c)
    }
    roots.push(row)
  }
  return roots
}

/** Whether the first word of the line after `line` would still have fitted on it. */
function endsShort(line: Line, next: Line, room: number): boolean {
  const text = next.bits.map((b) => b.text).join('')
  const first = /^\S+/u.exec(text)?.[0].length ?? 0
  const word = ((next.right - next.x) * first) / Math.max(1, text.length)
  return line.right - line.x + word + line.size * 0.3 < room - 2
}

/**
 * Paragraphs of a cell: one ends where the next word would still have fitted on its last line. Where one entry of a list ended
 * so and every line begins with a capital, each line is an entry.
 */
function paragraphsOf(lines: readonly Line[], room: number, tell: (c: Conversion) => void): string[] {
  const texts = lines.map((line) => lineText(line, 'spaces', tell))
  const ends = lines.map((line, i) => {
    const next = lines[i + 1]
    return next !== undefined && endsShort(line, next, room)
  })
  const listed = ends.includes(true) && texts.every((t) => /^\p{Lu}/u.test(t))
  const out: string[] = []
  for (const [i, text] of texts.entries()) {
    const before = texts[i - 1] ?? ''
    const starts = i === 0 || ends[i - 1] === true || (listed && !/(?:,|\svà)$/u.test(before))
    if (starts) out.push(text)
    else out.push(`${out.pop()} ${text}`)
  }
  return out
}

function tableOf(grid: Grid, bits: readonly Bit[], tell: (c: Conversion) => void): RuledTable {
  const { xs, ys } = grid
  const width = xs.length - 1
  const roots = cellsOf(grid)
  const held = new Map<number, Bit[]>()
  for (const bit of bits) {
    const c = xs.findLastIndex((x) => x <= bit.x + Math.min(bit.width, bit.size) / 2)
    const r = ys.findLastIndex((y) => y <= bit.y - bit.size * 0.3)
    const root = roots[Math.min(r, ys.length - 2)]?.[Math.min(c, width - 1)]
    if (root !== undefined) held.set(root, [...(held.get(root) ?? []), bit])
  }
  const rows = roots.map((row, r): Row => {
    const cells: Cell[] = []
    for (let c = 0; c < width; ) {
      const root = row[c] ?? 0
      let end = c + 1
      while (end < width && row[end] === root) end++
      const below = Math.floor(root / width) < r
      const room = (xs[end] ?? 0) - (xs[c] ?? 0) - 11
      const lines = below ? [] : paragraphsOf(linesOf(held.get(root) ?? []), room, tell)
      cells.push({ lines, span: end - c, below })
      c = end
    }
    return { cells, before: 0, after: 0, removed: false }
  })
  return { top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0, columns: xs, rows }
}

/** The ruled tables of a page, and the bits that stand in none. */
export function tablesOn(
  bits: readonly Bit[],
  rules: readonly Rule[],
  tell: (c: Conversion) => void,
): { tables: RuledTable[]; rest: Bit[] } {
  if (rules.length > MOST_RULES) return { tables: [], rest: [...bits] }
  const grids = groupsOf(joined(rules)).flatMap((g) => gridOf(g) ?? [])
  let rest = [...bits]
  const tables: RuledTable[] = []
  for (const grid of grids) {
    const inside = (b: Bit): boolean => {
      const x = b.x + Math.min(b.width, b.size) / 2
      const y = b.y - b.size * 0.3
      const [left = 0, top = 0] = [grid.xs[0], grid.ys[0]]
      return x > left && x < (grid.xs.at(-1) ?? 0) && y > top && y < (grid.ys.at(-1) ?? 0)
    }
    const own = rest.filter(inside)
    if (own.length === 0) continue
    rest = rest.filter((b) => !inside(b))
    tables.push(tableOf(grid, own, tell))
  }
  return { tables, rest }
}
