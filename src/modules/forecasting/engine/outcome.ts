/** Chọn cách chạy một đoạn lần rút: the fast kernel where the plan fits, else the general model. The choice never depends on the machine. */
import type { Way } from '../workforce/draws.ts'
import { plainKernel } from '../workforce/plain-kernel.ts'
import type { GoalQuantities, Plan } from '../workforce/plan.ts'
import { type Outcome, simulate } from '../workforce/simulate.ts'
import { fitsBlocks, simulateBlocks } from '../workforce/simulate-blocks.ts'
import { canRunWasm, wasmKernel } from './wasm-kernel.ts'

/** What is run: a laid-out plan, its goal, the way of its draws. */
export type Task = { readonly plan: Plan; readonly goal: GoalQuantities | null; readonly way: Way }

/** Outcomes of draws `from`..`to`−1. */
export function outcomeOf({ plan, goal, way }: Task, from: number, to: number, wasm: boolean): Outcome {
  if (way.kind === 'deterministic' || !fitsBlocks(plan)) return simulate(plan, goal, way, from, to)
  return simulateBlocks(plan, goal, way, from, to, wasm && canRunWasm() ? wasmKernel : plainKernel)
}
