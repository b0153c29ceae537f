/** Vòng nhập: files that reach each other through imports that exist at run time (Tarjan's strongly connected sets). */
import type { Source } from './tree.ts'

type Mark = { index: number; low: number; open: boolean }

/** Every set of files that import each other, sorted. */
export function cyclesOf(files: readonly Source[]): string[][] {
  const known = new Set(files.map((f) => f.path))
  const runtime = (f: Source): string[] => [
    ...new Set(f.imports.flatMap((i) => (i.target !== null && !i.typeOnly && known.has(i.target) ? [i.target] : []))),
  ]
  return knotsOf(new Map(files.map((f) => [f.path, runtime(f)])))
}

/** The knots of any graph given as node -> its targets; single nodes are left out unless they point at themselves. */
export function knotsOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const marks = new Map<string, Mark>()
  const stack: string[] = []
  const knots: string[][] = []

  function close(node: string): void {
    const knot = stack.splice(stack.indexOf(node))
    for (const n of knot) marks.set(n, { ...(marks.get(n) as Mark), open: false })
    if (knot.length > 1 || graph.get(node)?.includes(node)) knots.push(knot.sort())
  }

  function enter(node: string): Mark {
    const mark: Mark = { index: marks.size, low: marks.size, open: true }
    marks.set(node, mark)
    stack.push(node)
    for (const next of graph.get(node) ?? []) {
      const seen = marks.get(next)
      if (seen === undefined) mark.low = Math.min(mark.low, enter(next).low)
      else if (seen.open) mark.low = Math.min(mark.low, seen.index)
    }
    if (mark.low === mark.index) close(node)
    return mark
  }

  for (const node of graph.keys()) if (!marks.has(node)) enter(node)
  return knots.sort()
}
