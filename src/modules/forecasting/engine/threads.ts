/**
 * Chia lần rút cho nhiều luồng: each thread lays the plan out for itself and runs a range of draws; this thread runs the first range
 * meanwhile. Every draw depends on the seed and its number alone, so the parts put together are the same bytes however they were cut.
 */
import { Worker } from 'node:worker_threads'
import { countOf } from '../workforce/draws.ts'
import { emptyOutcome, type Outcome } from '../workforce/simulate.ts'
import { outcomeOf, type Task } from './outcome.ts'

/** What a thread is given. */
export type Errand = { readonly json: unknown; readonly from: number; readonly to: number; readonly wasm: boolean }

/** Cell-years below which starting a thread costs more than it saves. */
const WORTH_A_THREAD = 3e7

/** Outcomes of all draws, on at most `threads` threads. */
export async function outcomeOnThreads(json: unknown, task: Task, threads: number, wasm: boolean): Promise<Outcome> {
  const count = countOf(task.way)
  const work = count * task.plan.cells * Math.max(1, task.plan.years)
  const parts = Math.max(1, Math.min(threads, count, Math.ceil(work / WORTH_A_THREAD)))
  if (parts === 1) return outcomeOf(task, 0, count, wasm)
  // The others begin only after they have started and laid the plan out, so this thread takes half a part more.
  const cut = (i: number) => (i === 0 ? 0 : Math.round((count * (i + 0.5)) / (parts + 0.5)))
  const others = Array.from({ length: parts - 1 }, (_, i) => inThread({ json, from: cut(i + 1), to: cut(i + 2), wasm }))
  const own = outcomeOf(task, 0, cut(1), wasm)
  return joined(task, count, [own, ...(await Promise.all(others))])
}

function inThread(errand: Errand): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: errand, execArgv: [] })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread that runs draws ended without an answer')))
  })
}

function joined(task: Task, count: number, parts: readonly Outcome[]): Outcome {
  const whole = emptyOutcome(task.plan, 0, count)
  for (const part of parts) {
    put(whole.heads, part.heads, part, count)
    if (whole.posts && part.posts) put(whole.posts, part.posts, part, count)
    if (whole.goal && part.goal)
      for (const name of ['have', 'need', 'base', 'slope'] as const) put(whole.goal[name], part.goal[name], part, count)
  }
  return whole
}

function put(into: Float64Array, part: Float64Array, { from, to }: Outcome, count: number): void {
  const n = to - from
  for (let row = 0; row * n < part.length; row++) into.set(part.subarray(row * n, (row + 1) * n), row * count + from)
}
