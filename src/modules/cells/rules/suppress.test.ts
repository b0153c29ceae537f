import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SMALL } from '../words.ts'
import { type Counts, openTable, type ShownTable, suppress } from './suppress.ts'

/** Every way to fill a 2 × 2 or 2 × 3 table up to `most` a cell that agrees with what is shown; the values a cell takes in them. */
function possible(t: ShownTable, most: number): Set<number>[][] {
  const height = t.cells.length
  const width = t.columnTotals.length
  const values = t.cells.map((row) => row.map(() => new Set<number>()))
  const filled: number[] = []
  const agrees = (shown: number | null | undefined, n: number) => shown === null || shown === undefined || shown === n
  const at = (r: number, c: number) => filled[r * width + c] ?? 0
  const row = (r: number) => Array.from({ length: width }, (_, c) => at(r, c)).reduce((a, b) => a + b, 0)
  const column = (c: number) => Array.from({ length: height }, (_, r) => at(r, c)).reduce((a, b) => a + b, 0)
  const fits = () =>
    t.rowTotals.every((n, r) => agrees(n, row(r))) &&
    t.columnTotals.every((n, c) => agrees(n, column(c))) &&
    agrees(
      t.total,
      filled.reduce((a, b) => a + b, 0),
    )
  const fill = (i: number): void => {
    if (i === height * width) {
      if (fits()) for (const [r, line] of values.entries()) for (const [c, set] of line.entries()) set.add(at(r, c))
      return
    }
    const shown = t.cells[Math.floor(i / width)]?.[i % width]
    const tries = shown === null || shown === undefined ? Array.from({ length: most + 1 }, (_, n) => n) : [shown]
    for (const n of tries) {
      filled[i] = n
      // A full row that disagrees with its shown total cannot be mended by the cells after it.
      if (i % width === width - 1 && !agrees(t.rowTotals[Math.floor(i / width)], row(Math.floor(i / width)))) continue
      fill(i + 1)
    }
  }
  fill(0)
  return values
}

const table = (height: number, width: number, most: number) =>
  fc.array(fc.array(fc.integer({ min: 0, max: most }), { minLength: width, maxLength: width }), {
    minLength: height,
    maxLength: height,
  })

describe('giấu ô nhỏ', () => {
  test('không có ô nhỏ thì không giấu gì', () => {
    const counts = [
      [12, 0],
      [40, 7],
    ]
    expect(suppress(counts)).toEqual(openTable(counts))
  })

  test('một ô nhỏ trong bảng lớn: giấu thêm ít nhất để tổng không để lộ, tổng vẫn xem được', () => {
    const found = suppress([
      [900, 120, 3],
      [800, 60, 12],
      [400, 90, 20],
    ])
    expect(found.cells[0]?.[2]).toBeNull()
    expect(found.hidden).toBe(4)
    expect(found.total).toBe(2405)
    expect(found.rowTotals).toEqual([1023, 872, 510])
    expect(found.columnTotals).toEqual([2100, 270, 35])
  })

  test('tổng nhỏ cũng bị giấu', () => {
    const found = suppress([[1, 2]])
    expect(found).toMatchObject({ cells: [[null, null]], rowTotals: [null], total: null })
  })

  test('bảng rỗng', () => {
    expect(suppress([])).toMatchObject({ cells: [], total: 0, hidden: 0 })
  })

  test('không con số nhỏ nào được in ra, ở ô, dòng, cột hay tổng', () => {
    fc.assert(
      fc.property(table(4, 3, 30), (counts) => {
        const t = suppress(counts)
        for (const n of [...t.cells.flat(), ...t.rowTotals, ...t.columnTotals, t.total])
          expect(n === null || n === 0 || n >= SMALL).toBe(true)
      }),
    )
  })

  test('con số nào được in ra cũng đúng', () => {
    fc.assert(
      fc.property(table(3, 4, 40), (counts) => {
        const t = suppress(counts)
        const all = openTable(counts)
        const pairs = (a: ShownTable) => [...a.cells.flat(), ...a.rowTotals, ...a.columnTotals, a.total]
        pairs(t).forEach((n, i) => {
          if (n !== null) expect(n).toBe(pairs(all)[i])
        })
      }),
    )
  })

  test('bảng 2 × 2: thử mọi cách điền, ô nhỏ nào cũng còn nhiều giá trị có thể', () => {
    fc.assert(
      fc.property(table(2, 2, 9), (counts) => {
        const values = possible(suppress(counts), 9 + SMALL)
        for (const [r, c] of smallCells(counts)) expect(values[r]?.[c]?.size ?? 0).toBeGreaterThan(SMALL)
      }),
      { numRuns: 30 },
    )
  })

  test('bảng lớn: mỗi ô nhỏ nâng lên được 5 người mà mọi con số đã in vẫn đúng', () => {
    fc.assert(
      fc.property(table(6, 4, 60), (counts) => {
        const t = suppress(counts)
        for (const [r, c] of smallCells(counts)) expect(raised(counts, t, r, c)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

const smallCells = (counts: Counts): [number, number][] =>
  counts.flatMap((row, r) => row.flatMap((n, c): [number, number][] => (n > 0 && n < SMALL ? [[r, c]] : [])))

/** Whether a hidden cell can be 5 higher, moving one person at a time between hidden figures only. */
function raised(counts: Counts, t: ShownTable, row: number, column: number): boolean {
  const height = counts.length
  const width = t.columnTotals.length
  const [start, end] = [height + width, height + width + 1]
  const arcs = [
    ...counts.flatMap((line, r) =>
      line.map((n, c) => ({
        from: r,
        to: height + c,
        n,
        free: t.cells[r]?.[c] === null,
        own: r === row && c === column,
      })),
    ),
    ...t.rowTotals.map((shown, r) => ({
      from: start,
      to: r,
      n: counts[r]?.reduce((a, b) => a + b, 0) ?? 0,
      free: shown === null,
      own: false,
    })),
    ...t.columnTotals.map((shown, c) => ({
      from: height + c,
      to: end,
      n: counts.reduce((sum, line) => sum + (line[c] ?? 0), 0),
      free: shown === null,
      own: false,
    })),
    { from: end, to: start, n: counts.flat().reduce((a, b) => a + b, 0), free: t.total === null, own: false },
  ]
  for (let person = 0; person < SMALL; person++) {
    const seen = new Map<number, { arc: (typeof arcs)[number]; back: boolean; node: number } | null>([
      [height + column, null],
    ])
    const open = [height + column]
    for (const node of open)
      for (const arc of arcs.filter((a) => a.free && !a.own)) {
        const next = arc.from === node ? arc.to : arc.to === node && arc.n > 0 ? arc.from : null
        if (next === null || seen.has(next)) continue
        seen.set(next, { arc, back: arc.from !== node, node })
        open.push(next)
      }
    let step = seen.get(row)
    if (step === undefined) return false
    while (step) {
      step.arc.n += step.back ? -1 : 1
      step = seen.get(step.node)
    }
  }
  return true
}
