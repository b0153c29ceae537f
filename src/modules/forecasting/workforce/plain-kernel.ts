/**
 * Nhân tính toán không cần WebAssembly: the years of one block for one draw after another, in the order of operations of the
 * WebAssembly kernel, so that both give the same bits.
 */
import { type Blocks, LANES } from './blocks.ts'

/** Runs a block for all lanes. `out` = (year × degrees + degree) × lanes. */
export type Kernel = (block: number, factors: Float64Array, out: Float64Array) => void

/** The rates of a block, one table for each kind. Those who rise have an empty row below degree 0, as people have. */
type Tables = {
  readonly leave: Float64Array
  readonly death: Float64Array
  readonly retire: Float64Array
  readonly rise: Float64Array
}

/** The kernel of some blocks. */
export function plainKernel(all: Blocks): Kernel {
  const { degrees: D, ages: A, years: T } = all
  const people = new Float64Array((D + 1) * A)
  const tables = all.blocks.map((b) => tablesOf(b.rates, A))
  const factor = new Float64Array(5)
  return (index, factors, out) => {
    const [block, table] = [all.blocks[index], tables[index]]
    if (block === undefined || table === undefined) return
    for (let lane = 0; lane < LANES; lane++) {
      people.fill(0, 0, A)
      people.set(block.stock, A)
      for (let k = 0; k < T; k++) {
        for (let kind = 0; kind < 5; kind++) factor[kind] = factors[(k * 5 + kind) * LANES + lane] ?? 1
        const inflow = factor[4] ?? 1
        for (const e of block.before[k] ?? []) people[A + e.cell] = (people[A + e.cell] ?? 0) + e.heads * inflow
        const keep = block.keeps[k] ?? people
        for (let d = D - 1; d >= 0; d--)
          out[(k * D + d) * LANES + lane] = oneDegree(people, table, keep, factor, d * A, A, block.older)
        for (const e of block.after[k] ?? []) {
          const at = (k * D + e.degree) * LANES + lane
          people[A + e.cell] = (people[A + e.cell] ?? 0) + e.heads * inflow
          out[at] = (out[at] ?? 0) + e.heads * inflow
        }
      }
    }
  }
}

function tablesOf(rates: Float64Array, ages: number): Tables {
  const size = rates.length / 4
  const plane = (kind: number) => Float64Array.from({ length: size }, (_, c) => rates[c * 4 + kind] ?? 0)
  const rise = new Float64Array(size + ages)
  rise.set(plane(3), ages)
  return { leave: plane(0), death: plane(1), retire: plane(2), rise }
}

// The innermost loop of the whole. Indices are within the tables by construction: a test for it would cost a tenth of the run.
function oneDegree(
  people: Float64Array,
  { leave, death, retire, rise }: Tables,
  keep: Float64Array,
  factor: Float64Array,
  first: number,
  ages: number,
  older: number,
): number {
  const L = factor[0] as number
  const M = factor[1] as number
  const Q = factor[2] as number
  const P = factor[3] as number
  let sum = 0
  for (let c = first + ages - 1 - older; c >= first; c--) {
    const exits = (leave[c] as number) * L + (death[c] as number) * M + (retire[c] as number) * Q
    const stay = 1 - exits - (rise[ages + c] as number) * P
    const below = (people[c] as number) * ((rise[c] as number) * P)
    const next = ((people[ages + c] as number) * stay + below) * (keep[c] as number)
    people[ages + c + older] = next
    sum += next
  }
  if (older === 1) people[ages + first] = 0
  return sum
}
