/** Chấm điểm mẫu: the round of last year is under way; a few bodies scored themselves, some of those were appraised. */
import { systemActor } from '../kernel/actor.ts'
import { addDays } from '../kernel/day.ts'
import { appraise, openRound, scoreSelf } from '../modules/appraisal/public.ts'
import type { Unit } from '../modules/organisations/public.ts'
import { sampleName } from './names.ts'
import { OFFICER } from './people.ts'
import { randomFrom } from './random.ts'
import { morningOf, type World } from './world.ts'

/** Days before today on which each step was taken. */
const AGO = { opened: 9, scored: 6, appraised: 3 } as const
/** Of the bodies that have officers: every n-th scored itself, every second of those was appraised. */
const SCORED_EVERY = 4

/** Plays the round of the year before the open one. */
export async function playAppraisal(world: World, bodies: readonly Unit[]): Promise<void> {
  const year = world.year - 1
  const on = (ago: number) => morningOf(addDays(world.today, -ago))
  await world.act(openRound, { year }, { now: on(AGO.opened), as: OFFICER })
  const owed = new Set((await world.obligated(year)).map((u) => u.code))
  const sending = bodies.filter((u, i) => owed.has(u.code) && i % SCORED_EVERY === 1)
  for (const [i, u] of sending.entries()) {
    const at = { year, unitCode: u.code }
    const as = systemActor(sampleName(randomFrom(`head:${u.code}`)).name)
    const self = { ...at, version: 1, ...selfScore(year, i) }
    await world.act(scoreSelf, self, { now: on(AGO.scored), as })
    if (i % 2 === 0)
      await world.act(appraise, { ...at, version: 2, ...judged(i) }, { now: on(AGO.appraised), as: OFFICER })
  }
}

/** What a body claims where people score. */
const selfScore = (year: number, i: number): Record<string, string> => ({
  'diem.3.3': String(12 - (i % 3)),
  'ly-do.3.3': 'Báo cáo nêu kết quả theo từng nhóm nhiệm vụ, tồn tại và nguyên nhân.',
  'diem.4.3': '10',
  'so.4.3': `${21 + i * 3}/KH-UB (mẫu)`,
  'ngay.4.3': `${10 + (i % 15)}/02/${year}`,
})

/** What the appraiser makes of it. */
const judged = (i: number): Record<string, string> => ({
  'diem.3.3': String(9 - (i % 3)),
  'ly-do.3.3': 'Báo cáo chưa nêu rõ nguyên nhân của tồn tại và trách nhiệm khắc phục.',
})
