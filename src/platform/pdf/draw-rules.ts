/** Nét kẻ của trang PDF: the drawing commands of a page, down to level and upright lines. */
import type { Rule } from './page.ts'

/** Phép biến đổi: the six numbers of a PDF matrix. */
export type Matrix = readonly [number, number, number, number, number, number]

/** Mã lệnh of the reader that are needed here. */
export type Codes = {
  readonly save: number
  readonly restore: number
  readonly transform: number
  readonly constructPath: number
  readonly paintFormXObjectBegin: number
  readonly paintFormXObjectEnd: number
  /** Painting: with the outline, with the inside. */
  readonly strokes: ReadonlySet<number>
  readonly fills: ReadonlySet<number>
}

/** A filled box thinner than this is a line, points. */
const THIN = 2.6
const STRAIGHT = 0.8

/** First `b`, then `a`. */
export const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
]

type Point = readonly [number, number]
const placed = (m: Matrix, x: number, y: number): Point => [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]

/** How many numbers follow each command of a path: move, line, curve, curve, close. */
const LENGTHS = [2, 2, 6, 4, 0]

/** The straight runs of points of a path; a curve breaks a run. */
function runsOf(path: ArrayLike<number>, m: Matrix): Point[][] {
  const runs: Point[][] = []
  let run: Point[] = []
  for (let i = 0; i < path.length; ) {
    const command = path[i] ?? -1
    const length = LENGTHS[command]
    if (length === undefined) break
    const point = placed(m, path[i + 1] ?? 0, path[i + 2] ?? 0)
    if (command === 1) run.push(point)
    else if (command === 4) {
      const first = run[0]
      if (first) run.push(first)
    } else {
      if (run.length > 1) runs.push(run)
      run = command === 0 ? [point] : []
    }
    i += 1 + length
  }
  if (run.length > 1) runs.push(run)
  return runs
}

const ruleOf = (a: Point, b: Point): Rule => ({
  x1: Math.min(a[0], b[0]),
  y1: Math.min(a[1], b[1]),
  x2: Math.max(a[0], b[0]),
  y2: Math.max(a[1], b[1]),
})

/** The lines a run of points draws. */
function rulesOf(run: readonly Point[], stroked: boolean): Rule[] {
  const xs = run.map((p) => p[0])
  const ys = run.map((p) => p[1])
  const box = ruleOf([Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)])
  const [width, height] = [box.x2 - box.x1, box.y2 - box.y1]
  if (Math.min(width, height) <= THIN) {
    const [x, y] = [(box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2]
    return [width > height ? { ...box, y1: y, y2: y } : { ...box, x1: x, x2: x }]
  }
  if (!stroked) return []
  const sides = run.slice(1).map((p, i) => ruleOf(run[i] ?? p, p))
  return sides.filter((s) => Math.min(s.x2 - s.x1, s.y2 - s.y1) <= STRAIGHT)
}

const isMatrix = (value: unknown): value is Matrix =>
  (Array.isArray(value) || ArrayBuffer.isView(value)) && (value as unknown as ArrayLike<unknown>).length === 6

/** Whether the commands put anything on the page: a picture is placed by a transform, all else is painted. */
export const paintsAnything = (
  list: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  codes: Codes,
): boolean =>
  list.fnArray.some((command, i) => {
    const args = list.argsArray[i]
    const paint: unknown = command === codes.constructPath && Array.isArray(args) ? args[0] : command
    const painted = typeof paint === 'number' && (codes.strokes.has(paint) || codes.fills.has(paint))
    return painted || command === codes.transform || command === codes.paintFormXObjectBegin
  })

/** The lines drawn by the commands of a page, in the space of `view`. */
export function rulesDrawn(
  list: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  codes: Codes,
  view: Matrix,
): Rule[] {
  const rules: Rule[] = []
  const stack: Matrix[] = []
  let m = view
  for (const [i, command] of list.fnArray.entries()) {
    const args = list.argsArray[i]
    const given: readonly unknown[] = Array.isArray(args) ? args : []
    if (command === codes.save) stack.push(m)
    else if (command === codes.restore || command === codes.paintFormXObjectEnd) m = stack.pop() ?? view
    else if (command === codes.transform && isMatrix(args)) m = times(m, args)
    else if (command === codes.paintFormXObjectBegin) {
      stack.push(m)
      if (isMatrix(given[0])) m = times(m, given[0])
    } else if (command === codes.constructPath) {
      const paint = typeof given[0] === 'number' ? given[0] : -1
      const stroked = codes.strokes.has(paint)
      const path: unknown = Array.isArray(given[1]) ? given[1][0] : null
      if ((!stroked && !codes.fills.has(paint)) || !ArrayBuffer.isView(path)) continue
      for (const run of runsOf(path as unknown as ArrayLike<number>, m)) rules.push(...rulesOf(run, stroked))
    }
  }
  return rules
}
