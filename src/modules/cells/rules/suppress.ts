/**
 * Giấu ô nhỏ: a table of counts as others than Sở Nội vụ see it. Counts from 1 to 4 are hidden, and with them as many other
 * figures as are needed so that no sum of what is shown tells them.
 *
 * Rows, columns and their totals are the arcs of a flow: what runs into a row is its total and runs out through its cells. A
 * hidden figure cannot be told when the hidden arcs hold a round trip along which counts can be moved without changing anything
 * that is shown; the cheapest such trip is looked for, and its arcs are hidden too.
 */
import { SMALL } from '../words.ts'

/** Bảng đếm: rows by columns. */
export type Counts = readonly (readonly number[])[]

/** Con số được xem; null = hidden. */
export type Shown = number | null

/** Bảng đã giấu. */
export type ShownTable = {
  readonly cells: readonly (readonly Shown[])[]
  readonly rowTotals: readonly Shown[]
  readonly columnTotals: readonly Shown[]
  readonly total: Shown
  /** How many figures are hidden, totals included. */
  readonly hidden: number
}

type Arc = { readonly from: number; readonly to: number; readonly count: number; readonly price: number }

/** The table with every figure, for Sở Nội vụ. */
export function openTable(counts: Counts): ShownTable {
  const { rowTotals, columnTotals, total } = totalsOf(counts)
  return { cells: counts, rowTotals, columnTotals, total, hidden: 0 }
}

/** The table with small counts hidden so that they cannot be told by at least `SMALL` people. */
export function suppress(counts: Counts): ShownTable {
  const totals = totalsOf(counts)
  const arcs = arcsOf(counts, totals)
  const hidden = new Set<number>()
  arcs.forEach((a, i) => {
    if (a.count > 0 && a.count < SMALL) hidden.add(i)
  })
  for (const small of [...hidden].sort((a, b) => a - b)) for (const i of roundTrip(arcs, hidden, small)) hidden.add(i)
  const width = totals.columnTotals.length
  const height = counts.length
  const show = (i: number): Shown => (hidden.has(i) ? null : (arcs[i]?.count ?? 0))
  const afterCells = height * width
  return {
    cells: counts.map((row, r) => row.map((_, c) => show(r * width + c))),
    rowTotals: counts.map((_, r) => show(afterCells + r)),
    columnTotals: totals.columnTotals.map((_, c) => show(afterCells + height + c)),
    total: show(afterCells + height + width),
    hidden: hidden.size,
  }
}

function totalsOf(counts: Counts) {
  const width = Math.max(0, ...counts.map((row) => row.length))
  const rowTotals = counts.map((row) => row.reduce((sum, n) => sum + n, 0))
  const columnTotals = Array.from({ length: width }, (_, c) => counts.reduce((sum, row) => sum + (row[c] ?? 0), 0))
  return { rowTotals, columnTotals, total: rowTotals.reduce((sum, n) => sum + n, 0) }
}

/** A total says more than a cell, the whole more than a total; a large cell more than a small one; an empty cell little. */
const price = (count: number, kind: 'cell' | 'total' | 'whole'): number =>
  ({ cell: 4, total: 60, whole: 5000 })[kind] + Math.log2(2 + count)

/** Cells row after row, then the totals of the rows, of the columns, and the whole. Nodes: rows, columns, start, end. */
function arcsOf(counts: Counts, t: ReturnType<typeof totalsOf>): Arc[] {
  const height = counts.length
  const width = t.columnTotals.length
  const start = height + width
  const end = start + 1
  const cells = counts.flatMap((row, r) =>
    t.columnTotals.map((_, c) => ({ from: r, to: height + c, count: row[c] ?? 0, price: price(row[c] ?? 0, 'cell') })),
  )
  const rows = t.rowTotals.map((count, r) => ({ from: start, to: r, count, price: price(count, 'total') }))
  const columns = t.columnTotals.map((count, c) => ({ from: height + c, to: end, count, price: price(count, 'total') }))
  return [...cells, ...rows, ...columns, { from: end, to: start, count: t.total, price: price(t.total, 'whole') }]
}

type Step = { readonly arc: number; readonly before: Step | null }

/**
 * The cheapest way to raise `small` by `SMALL` and leave every sum right: from its end back to its start, forwards along any arc,
 * backwards along arcs that can give as many. Arcs hidden already cost nothing. One always exists: through the totals.
 */
function roundTrip(arcs: readonly Arc[], hidden: ReadonlySet<number>, small: number): number[] {
  const goal = arcs[small]
  if (goal === undefined) return []
  const known = new Map<number, { cost: number; step: Step | null }>([[goal.to, { cost: 0, step: null }]])
  const open = new Set([goal.to])
  while (open.size > 0) {
    const node = [...open].reduce((a, b) => ((known.get(b)?.cost ?? 0) < (known.get(a)?.cost ?? 0) ? b : a))
    open.delete(node)
    const here = known.get(node)
    if (here === undefined || node === goal.from) break
    arcs.forEach((a, i) => {
      if (i === small) return
      const next = a.from === node ? a.to : a.to === node && a.count >= SMALL ? a.from : null
      if (next === null) return
      const cost = here.cost + (hidden.has(i) ? 0 : a.price)
      if (cost >= (known.get(next)?.cost ?? Number.POSITIVE_INFINITY)) return
      known.set(next, { cost, step: { arc: i, before: here.step } })
      open.add(next)
    })
  }
  const trip: number[] = []
  for (let step = known.get(goal.from)?.step ?? null; step !== null; step = step.before) trip.push(step.arc)
  return trip
}
