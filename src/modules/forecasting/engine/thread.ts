/** Một luồng: lays the plan out again and runs its range of draws. */
import { parentPort, workerData } from 'node:worker_threads'
import { taskFrom } from './lay-out.ts'
import { outcomeOf } from './outcome.ts'
import type { Errand } from './threads.ts'

const errand = workerData as Errand
const laid = taskFrom(errand.json)
if (!laid.ok) throw new Error(laid.message)
const out = outcomeOf(laid.value, errand.from, errand.to, errand.wasm)
const tables = [out.heads, out.posts, ...(out.goal ? Object.values(out.goal) : [])].filter((t) => t !== null)
parentPort?.postMessage(
  out,
  tables.map((t) => t.buffer as ArrayBuffer),
)
