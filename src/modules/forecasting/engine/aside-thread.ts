/** Luồng trả lời: plan files one after another, each answered as `answerScenario` does. */
import { parentPort } from 'node:worker_threads'
import { answerScenario } from './answer.ts'
import type { Asked, Said } from './aside.ts'

parentPort?.on('message', async ({ id, json }: Asked) => {
  const said = await answerScenario(json, { threads: 1, wasm: true }).then(
    (answers): Said => ({ id, answers }),
    (error: unknown): Said => ({ id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
  parentPort?.postMessage(said)
})
