/**
 * Trả lời ở luồng riêng: a run of thousands of draws takes seconds, in which the thread that answers pages would answer nobody. One
 * thread takes the plan files one after another; it ends by itself when nobody has asked for a while.
 */
import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { Decision } from '../../../kernel/result.ts'
import type { SignedAnswers } from './answer.ts'

/** What the thread is asked, and what it says. */
export type Asked = { readonly id: number; readonly json: unknown }
export type Said =
  | { readonly id: number; readonly answers: Decision<SignedAnswers> }
  | { readonly id: number; readonly fault: string }

type Waiting = { readonly resolve: (answers: Decision<SignedAnswers>) => void; readonly reject: (error: Error) => void }
type Helper = { readonly worker: Worker; readonly waiting: Map<number, Waiting> }

/** The thread is kept so long after its last answer, ms: starting one costs more than a small run. */
const IDLE = 60_000

/** The thread at work, and how many plan files it was given so far. */
const held: { helper: Helper | null; asked: number } = { helper: null, asked: 0 }

/** Answers of plan files asked for lately, by their hash; oldest use first. */
const known = new Map<string, Promise<Decision<SignedAnswers>>>()
const MOST_KNOWN = 24

/** Answers a plan file without keeping this thread; the same bytes as `answerScenario` gives. One plan file is answered once. */
export function answerAside(json: unknown): Promise<Decision<SignedAnswers>> {
  const key = createHash('sha256').update(JSON.stringify(json)).digest('base64')
  const answers = known.get(key) ?? askThread(json)
  known.delete(key)
  known.set(key, answers)
  answers.catch(() => known.delete(key))
  for (const oldest of known.keys()) if (known.size > MOST_KNOWN) known.delete(oldest)
  return answers
}

function askThread(json: unknown): Promise<Decision<SignedAnswers>> {
  held.helper ??= start()
  const { worker, waiting } = held.helper
  const id = held.asked++
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    worker.ref()
    worker.postMessage({ id, json } satisfies Asked)
  })
}

function start(): Helper {
  const worker = new Worker(new URL('./aside-thread.ts', import.meta.url), { execArgv: [] })
  const own: Helper = { worker, waiting: new Map() }
  let rest: NodeJS.Timeout | undefined
  const end = (error: Error): void => {
    clearTimeout(rest)
    if (held.helper === own) held.helper = null
    for (const w of own.waiting.values()) w.reject(error)
    own.waiting.clear()
  }
  worker.on('message', (said: Said) => {
    const w = own.waiting.get(said.id)
    own.waiting.delete(said.id)
    if ('fault' in said) w?.reject(new Error(said.fault))
    else w?.resolve(said.answers)
    if (own.waiting.size > 0) return
    // Nobody waits: the thread must not keep the process alive.
    worker.unref()
    clearTimeout(rest)
    rest = setTimeout(() => {
      if (own.waiting.size > 0) return
      if (held.helper === own) held.helper = null
      void worker.terminate()
    }, IDLE).unref()
  })
  worker.once('error', end)
  worker.once('exit', () => end(new Error('the thread that answers plan files ended')))
  return own
}
