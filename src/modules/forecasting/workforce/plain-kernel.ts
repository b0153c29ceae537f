/**
 * Nhân tính toán không cần WebAssembly: the years of one block for one draw after another, in the order of operations of the
 * WebAssembly kernel, so that both give the same bits.
 */
import { type Block, type Blocks, LANES } from './blocks.ts'

/** Runs a block for all lanes. `out` = (year × degrees + degree) × lanes. */
export type Kernel = (block: number, factors: Float64Array, out: Float64Array) => void

/** The kernel of some blocks. */
export function plainKernel(all: Blocks): Kernel {
  const { degrees: D, ages: A, years: T, older } = all
  const people = new Float64Array((D + 1) * A)
  const factor = new Float64Array(5)
  return (index, factors, out) => {
    const block = all.blocks[index]
    if (block === undefined) return
    for (let lane = 0; lane < LANES; lane++) {
      people.fill(0, 0, A)
      people.set(block.stock, A)
      for (let k = 0; k < T; k++) {
        for (let kind = 0; kind < 5; kind++) factor[kind] = factors[(k * 5 + kind) * LANES + lane] ?? 1
        for (const e of block.before[k] ?? [])
          people[A + e.cell] = (people[A + e.cell] ?? 0) + e.heads * (factor[4] ?? 1)
        oneYear(people, block.rates, block.keeps[k] ?? people, factor, out, k * D, lane, D, A, older)
        letIn(block, k, people, out, factor[4] ?? 1, lane, D, A)
      }
    }
  }
}

function letIn(
  b: Block,
  k: number,
  people: Float64Array,
  out: Float64Array,
  R: number,
  lane: number,
  D: number,
  A: number,
): void {
  for (const e of b.after[k] ?? []) {
    const heads = e.heads * R
    people[A + e.cell] = (people[A + e.cell] ?? 0) + heads
    const at = (k * D + e.degree) * LANES + lane
    out[at] = (out[at] ?? 0) + heads
  }
}

// The innermost loop of the whole: indices are within the tables by construction, and `|| 0` would change no value, only cost time.
function oneYear(
  people: Float64Array,
  rates: Float64Array,
  keep: Float64Array,
  factor: Float64Array,
  out: Float64Array,
  row: number,
  lane: number,
  D: number,
  A: number,
  older: number,
): void {
  const [L, M, Q, P] = [factor[0] as number, factor[1] as number, factor[2] as number, factor[3] as number]
  for (let d = D - 1; d >= 0; d--) {
    let sum = 0
    const first = d * A
    for (let c = first + A - 1 - older; c >= first; c--) {
      const r = c * 4
      let x = (rates[r] as number) * L
      x = x + (rates[r + 1] as number) * M
      x = x + (rates[r + 2] as number) * Q
      x = 1 - x - (rates[r + 3] as number) * P
      x = (people[A + c] as number) * x
      if (d > 0) x = x + (people[c] as number) * ((rates[r + 3 - 4 * A] as number) * P)
      x = x * (keep[c] as number)
      people[A + c + older] = x
      sum = sum + x
    }
    if (older === 1) people[A + first] = 0
    out[(row + d) * LANES + lane] = sum
  }
}
