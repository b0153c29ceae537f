/** Đo công văn đôn đốc: a year nobody reported in: one letter to a thousand late bodies, and a letter to each of them. */
import { systemActor } from '../src/kernel/actor.ts'
import { draftUrgingLetter } from '../src/modules/notices/actions/draft-urging-letter.ts'
import { obligationsOf, openPeriod } from '../src/modules/reporting/public.ts'
import { type Action, perform } from '../src/platform/action.ts'
import { type Database, transact } from '../src/platform/database/pool.ts'
import { rounded } from './figures.ts'

const YEAR = 2027
const LATE = Temporal.Instant.from(`${YEAR}-12-12T08:00:00+07:00`)

/** What was found. */
export type LettersFound = {
  readonly one: { readonly bodies: number; readonly seconds: number; readonly cpuSeconds: number }
  readonly thousand: { readonly letters: number; readonly seconds: number; readonly cpuSeconds: number }
}

async function timed<T>(work: () => Promise<T>) {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  const value = await work()
  const spent = process.cpuUsage(cpu)
  return {
    value,
    seconds: rounded((performance.now() - began) / 1000, 2),
    cpuSeconds: rounded((spent.user + spent.system) / 1e6, 2),
  }
}

/** Drafts them as the department's press does. */
export async function measureLetters(db: Database): Promise<LettersFound> {
  const actor = systemActor('Người đo')
  const act = async <I, O>(what: Action<I, O>, input: unknown, now: Temporal.Instant): Promise<O> => {
    const d = await perform(db, { actor, now }, what, input)
    if (!d.ok) throw new Error(`${what.name}: ${d.message}`)
    return d.value
  }
  await act(openPeriod, { year: YEAR }, Temporal.Instant.from(`${YEAR}-11-02T08:00:00+07:00`))
  const late = await transact(db, actor, (tx) => obligationsOf(tx, { year: YEAR }, LATE))
  const one = await timed(() => act(draftUrgingLetter, { year: YEAR, units: [] }, LATE))
  const thousand = await timed(async () => {
    for (const o of late) await act(draftUrgingLetter, { year: YEAR, units: [o.unitId] }, LATE)
  })
  return {
    one: { bodies: one.value.bodies, seconds: one.seconds, cpuSeconds: one.cpuSeconds },
    thousand: { letters: late.length, seconds: thousand.seconds, cpuSeconds: thousand.cpuSeconds },
  }
}
