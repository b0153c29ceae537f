/** Lệnh `plan check`: a plan against itself, the calendar and the official figures; without a database, against those that come with the product. */
import { dayOf, parseDay } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Command, CommandIo } from '../../platform/command/command.ts'
import { readIfRunning } from '../../platform/running.ts'
import { readPlanFile } from '../documents/public.ts'
import { knownOutside } from './outside.ts'
import { checkPlan } from './rules/check/check-plan.ts'
import { findingsJson, findingsText } from './rules/check/findings-text.ts'
import { checkInput } from './rules/check/input.ts'

const USAGE = 'TỆP [--date NGÀY] [--json]'

async function check(io: CommandIo): Promise<Decision<unknown>> {
  const given = io.flags.date
  const date = typeof given === 'string' ? parseDay(given) : null
  if (given !== undefined && date === null)
    return refuse('invalid', 'day', 'Ngày sau --date phải là ngày có thật, ví dụ 22/04/2024.')
  const reading = await readPlanFile(io.args, `plan check ${USAGE}`)
  if (!reading.ok) return reading
  const today = dayOf(io.now)
  const known = (await readIfRunning((tx) => knownOutside(tx, date, today))) ?? (await knownOutside(null, date, today))
  const input = checkInput(reading.value, known)
  const found = checkPlan(input)
  io.print(findingsText(found, input), findingsJson(found))
  return accept(found.length)
}

/** The verb. */
export const checkCommand: Command = {
  noun: 'plan',
  verb: 'check',
  usage: USAGE,
  help: 'Rà soát một kế hoạch: số liệu, tỷ lệ, mốc, đối tượng, thời hạn, viện dẫn; nêu phép tính và nguồn',
  needs: 'nothing',
  run: check,
}
