/** Từ tệp kịch bản đến bảng tính: reads a plan file and decides how it is answered, alike in every thread. */
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import { type Way, wayOf } from '../workforce/draws.ts'
import { layOut } from '../workforce/plan.ts'
import { readScenario } from '../workforce/read-scenario.ts'
import { canBeExact } from '../workforce/whole.ts'
import type { Task } from './outcome.ts'

/** A plan file ready to run. `exact` = whole people are counted without draws. */
export type Laid = Task & { readonly exact: boolean }

/** Reads and lays out a plan file. Refused with the cells that are wrong. */
export function taskFrom(json: unknown): Decision<Laid> {
  const scenario = readScenario(json)
  if (!scenario.ok) return scenario
  const faults: Record<string, string> = {}
  const { plan, goal } = layOut(scenario.value, (path, reason) => {
    faults[path] ??= reason
  })
  const [first] = Object.entries(faults)
  if (first !== undefined) return refuseFields('scenario.cells', faults, `Kịch bản sai ở ô ${first[0]}: ${first[1]}`)
  const found = wayOf(plan)
  const exact = canBeExact(plan, found)
  const drawn: Way = { kind: 'draws', count: plan.scenario.draws }
  return accept({ plan, goal, exact, way: plan.scenario.wholePersons && !exact ? drawn : found })
}
