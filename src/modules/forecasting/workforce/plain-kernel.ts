/**
 * Nhân tính toán không cần WebAssembly: the years of one block for one draw after another, in the order of operations of the
 * WebAssembly kernel, so that both give the same bits.
 */
import { type Blocks, LANES } from './blocks.ts'

/** Runs a block for all lanes. `out` = (year × degrees + degree) × lanes. */
export type Kernel = (block: number, factors: Float64Array, out: Float64Array) => void

/** The kernel of some blocks. */
export function plainKernel(all: Blocks): Kernel {
  const { degrees: D, ages: A, years: T } = all
  const people = new Float64Array((D + 1) * A)
  const most = Math.max(...all.blocks.map((b) => b.kinds.length / 4))
  const year: Year = { stay: new Float64Array(most), rise: new Float64Array(most) }
  const factor = new Float64Array(5)
  const ways = new Map<Int32Array, Int32Array>()
  for (const { kindOf } of all.blocks) if (!ways.has(kindOf)) ways.set(kindOf, withRowBelow(kindOf, A))
  return (index, factors, out) => {
    const block = all.blocks[index]
    const way = block && ways.get(block.kindOf)
    if (block === undefined || way === undefined) return
    for (let lane = 0; lane < LANES; lane++) {
      people.fill(0, 0, A)
      people.set(block.stock, A)
      for (let k = 0; k < T; k++) {
        for (let kind = 0; kind < 5; kind++) factor[kind] = factors[(k * 5 + kind) * LANES + lane] ?? 1
        const inflow = factor[4] ?? 1
        for (const e of block.before[k] ?? []) people[A + e.cell] = (people[A + e.cell] ?? 0) + e.heads * inflow
        const keep = block.keeps[k] ?? people
        sharesOfKinds(block.kinds, factor, year)
        for (let d = D - 1; d >= 0; d--)
          out[(k * D + d) * LANES + lane] = oneDegree(people, way, year, keep, d * A, A, block.older)
        for (const e of block.after[k] ?? []) {
          const at = (k * D + e.degree) * LANES + lane
          people[A + e.cell] = (people[A + e.cell] ?? 0) + e.heads * inflow
          out[at] = (out[at] ?? 0) + e.heads * inflow
        }
      }
    }
  }
}

/** What each kind comes to in a year of a draw: the share that stays as it is, the share that rises a degree. */
type Year = { readonly stay: Float64Array; readonly rise: Float64Array }

/** Kinds with an empty row below degree 0, as people have. */
function withRowBelow(kindOf: Int32Array, ages: number): Int32Array {
  const way = new Int32Array(kindOf.length + ages)
  way.set(kindOf, ages)
  return way
}

// Here and below indices are within the tables by construction: a test for it would cost a tenth of the run.
function sharesOfKinds(kinds: Float64Array, factor: Float64Array, { stay, rise }: Year): void {
  const L = factor[0] as number
  const M = factor[1] as number
  const Q = factor[2] as number
  const P = factor[3] as number
  for (let u = 0, at = 0; at < kinds.length; u++, at += 4) {
    const exits = (kinds[at] as number) * L + (kinds[at + 1] as number) * M + (kinds[at + 2] as number) * Q
    const up = (kinds[at + 3] as number) * P
    stay[u] = 1 - exits - up
    rise[u] = up
  }
}

/** The innermost loop of the whole. */
function oneDegree(
  people: Float64Array,
  way: Int32Array,
  { stay, rise }: Year,
  keep: Float64Array,
  first: number,
  ages: number,
  older: number,
): number {
  let sum = 0
  for (let c = first + ages - 1 - older; c >= first; c--) {
    const staying = (people[ages + c] as number) * (stay[way[ages + c] as number] as number)
    const below = (people[c] as number) * (rise[way[c] as number] as number)
    const next = (staying + below) * (keep[c] as number)
    people[ages + c + older] = next
    sum += next
  }
  if (older === 1) people[ages + first] = 0
  return sum
}
