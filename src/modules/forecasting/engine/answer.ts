/** Trả lời một kịch bản: reads it, lays it out, runs it, and signs plan file and answers with their hashes. */
import { createHash } from 'node:crypto'
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import { type Answers, answersFrom, exactAnswers } from '../workforce/answers.ts'
import { countOf, wayOf } from '../workforce/draws.ts'
import { type GoalQuantities, layOut, type Plan } from '../workforce/plan.ts'
import { readScenario } from '../workforce/read-scenario.ts'
import { simulate } from '../workforce/simulate.ts'
import { canBeExact } from '../workforce/whole.ts'

/** Answers with what is needed to find them again: hashes (SHA-256) of the plan file and of the answers. */
export type SignedAnswers = Answers & { readonly digest: { readonly scenario: string; readonly answers: string } }

/** How the work is done; the answers are the same bytes whatever is chosen. */
export type Means = { readonly threads: number; readonly wasm: boolean }

/** Reads and lays out a plan file. Refused with the cells that are wrong. */
export function planFrom(json: unknown): Decision<{ readonly plan: Plan; readonly goal: GoalQuantities | null }> {
  const scenario = readScenario(json)
  if (!scenario.ok) return scenario
  const faults: Record<string, string> = {}
  const laid = layOut(scenario.value, (path, reason) => {
    faults[path] ??= reason
  })
  const [first] = Object.entries(faults)
  if (first === undefined) return accept(laid)
  return refuseFields('scenario.cells', faults, `Kịch bản sai ở ô ${first[0]}: ${first[1]}`)
}

/** Answers a plan file. */
export async function answerScenario(json: unknown, _means: Means): Promise<Decision<SignedAnswers>> {
  const laid = planFrom(json)
  if (!laid.ok) return laid
  const { plan, goal } = laid.value
  const way = wayOf(plan)
  const exact = canBeExact(plan, way)
  const drawn = plan.scenario.wholePersons && !exact ? ({ kind: 'draws', count: plan.scenario.draws } as const) : way
  const answers = exact
    ? exactAnswers(plan, goal, way)
    : answersFrom(plan, goal, drawn, simulate(plan, goal, drawn, 0, countOf(drawn)))
  if (!answers.ok) return answers
  const digest = { scenario: sha256(JSON.stringify(json)), answers: sha256(JSON.stringify(answers.value)) }
  return accept({ ...answers.value, digest })
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
