/** Chạy mô hình: the plan file through the engine; what a screen needs of its answers, with the digests that let it be made again. */
import { createHash } from 'node:crypto'
import { accept, type Decision } from '../../kernel/result.ts'
import { answerAside } from './engine/aside.ts'
import type { PlanFile, Uncertain } from './rules/plan-file.ts'
import type { Result } from './rules/result.ts'
import { resultOf } from './rules/result-of.ts'

/** Một lần chạy. */
export type Run = { readonly result: Result; readonly modelDigest: string; readonly resultDigest: string }

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

const meanOf = (u: Uncertain): number => (typeof u === 'number' ? u : u.mean)

/** Recruits a year as the plan file has them, in the first year. */
const plannedIn = (m: PlanFile): number =>
  m.inflow.reduce((n, f) => (f.from <= m.start + 1 ? n + meanOf(f.perYear) : n), 0)

const RATES: Readonly<Record<string, string>> = {
  leave: 'Tỷ lệ thôi việc',
  death: 'Tỷ lệ qua đời',
  promote: 'Nâng trình độ',
  transfer: 'Chuyển lĩnh vực',
}

/** A number of the plan file in words; null = it is a count of the register, which nobody sets. */
function wordsOf(m: PlanFile, sectorLabel: (code: string) => string): (path: string) => string | null {
  return (path) => {
    const [, kind, at] = /^rates\.(\w+)\[(\d+)\]/.exec(path) ?? []
    if (kind !== undefined) {
      const row = m.rates[kind as keyof PlanFile['rates']]?.[Number(at)]
      const name = RATES[kind]
      return name === undefined ? null : row?.sector === undefined ? name : `${name}: ${sectorLabel(row.sector)}`
    }
    const [, row] = /^inflow\[(\d+)\]\.perYear/.exec(path) ?? []
    const inflow = row === undefined ? undefined : m.inflow[Number(row)]
    return inflow === undefined ? null : `Tuyển mới: ${sectorLabel(inflow.sector)}`
  }
}

/**
 * Runs the plan file. Refused when it is impossible, with the cell; a goal that no intake reaches is answered without the intake and
 * with the reason.
 */
export async function runModel(model: PlanFile, sectorLabel: (code: string) => string): Promise<Decision<Run>> {
  const words = wordsOf(model, sectorLabel)
  const answers = await answerAside(model)
  if (answers.ok) return accept(kept(model, resultOf(answers.value, plannedIn(model), '', words)))
  if (answers.code !== 'scenario.out-of-reach' || model.goal === undefined) return answers
  const { solveFor: _, ...goal } = model.goal
  const without = await answerAside({ ...model, goal })
  if (!without.ok) return without
  const why = Object.values(answers.fields ?? {})[0] ?? answers.message
  return accept(kept(model, resultOf(without.value, plannedIn(model), why, words)))
}

const kept = (model: PlanFile, result: Result): Run => ({
  result,
  modelDigest: digest(model),
  resultDigest: digest(result),
})
