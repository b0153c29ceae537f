/** Trả lời một kịch bản: reads it, runs it, and signs plan file and answers with their hashes. */
import { createHash } from 'node:crypto'
import { accept, type Decision } from '../../../kernel/result.ts'
import { type Answers, answersFrom, exactAnswers } from '../workforce/answers.ts'
import { taskFrom } from './lay-out.ts'
import { outcomeOnThreads } from './threads.ts'

/** Answers with what is needed to find them again: hashes (SHA-256) of the plan file and of the answers. */
export type SignedAnswers = Answers & { readonly digest: { readonly scenario: string; readonly answers: string } }

/** How the work is done; the answers are the same bytes whatever is chosen. */
export type Means = { readonly threads: number; readonly wasm: boolean }

/** Answers a plan file. Refused with the cells that are wrong, or when no intake reaches the goal. */
export async function answerScenario(json: unknown, means: Means): Promise<Decision<SignedAnswers>> {
  const laid = taskFrom(json)
  if (!laid.ok) return laid
  const { plan, goal, way, exact } = laid.value
  const answers = exact
    ? exactAnswers(plan, goal, way)
    : answersFrom(plan, goal, way, await outcomeOnThreads(json, laid.value, means.threads, means.wasm))
  if (!answers.ok) return answers
  const digest = { scenario: sha256(JSON.stringify(json)), answers: sha256(JSON.stringify(answers.value)) }
  return accept({ ...answers.value, digest })
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
