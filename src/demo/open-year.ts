/** Năm đang mở: some reports sent, one returned with marked cells, some waiting for the head, some half written, most not begun. */
import { systemActor } from '../kernel/actor.ts'
import { addDays, type Day, day } from '../kernel/day.ts'
import type { Unit } from '../modules/organisations/public.ts'
import { taskGroups } from '../modules/programme/public.ts'
import {
  draftSections,
  type SampleReport as ReportContent,
  sampleReception,
  type SampleGroup as TaskGroup,
} from '../modules/reporting/fixtures.ts'
import {
  acceptReports,
  openPeriod,
  returnReport,
  saveDraftSection,
  submitFile,
  submitToHead,
} from '../modules/reporting/public.ts'
import { transact } from '../platform/database/pool.ts'
import { sampleContent } from './content.ts'
import { sampleName } from './names.ts'
import { OFFICER } from './people.ts'
import { randomFrom } from './random.ts'
import { morningOf, type World } from './world.ts'

const byCode = (bodies: readonly Unit[], tail: string): Unit | undefined =>
  bodies.find((u) => u.code.endsWith(`.${tail}`))

/** The period opens on 1 November, or the day before the load when that day has not come yet. */
function openingDay(world: World): Day {
  const usual = day(`${world.year}-11-01`)
  return usual < world.today ? usual : addDays(world.today, -1)
}

/** Writes the sections of a draft one by one, as an officer would. */
async function draft(
  world: World,
  u: Unit,
  groups: readonly TaskGroup[],
  content: ReportContent,
  now: Temporal.Instant,
): Promise<void> {
  for (const [section, fields] of draftSections(content, groups)) {
    await world.act(
      saveDraftSection,
      { year: world.year, unitCode: u.code, section, version: 0, fields },
      { now, as: systemActor(sampleName(randomFrom(`officer:${u.code}`)).name) },
    )
  }
}

/** Plays the open year up to the present instant. Returns how many bodies owe a report. */
export async function playOpenYear(world: World, bodies: readonly Unit[]): Promise<number> {
  const { year } = world
  const opened = openingDay(world)
  await world.act(openPeriod, { year }, { now: morningOf(opened), as: OFFICER })
  const groups = await transact(world.db, systemActor(), (tx) => taskGroups(tx, world.programmeId))
  const all = await world.obligated(year)
  const at = (n: number) => {
    const on = addDays(opened, n)
    return on < world.today ? morningOf(on) : world.now.subtract({ hours: 1 })
  }
  const send = (u: Unit, n: number) =>
    world.act(
      submitFile,
      { year, unitCode: u.code, content: sampleContent(u, year, groups) },
      { now: at(n), as: systemActor(sampleName(randomFrom(`head:${u.code}`)).name) },
    )

  const quiet = all.filter((u) => !bodies.some((b) => b.id === u.id))
  const early = quiet.filter((u) => u.group === 'don-vi-su-nghiep').slice(0, 6)
  const communes = quiet.filter((u) => u.group === 'cap-xa').slice(0, 9)
  for (const u of [...early, ...communes]) await send(u, 9)
  await world.act(acceptReports, { year, units: early.slice(0, 4).map((u) => u.code) }, { now: at(12), as: OFFICER })
  for (const u of communes.slice(0, 2))
    await world.act(sampleReception, { year, unitCode: u.code }, { now: at(11), as: OFFICER })

  const health = byCode(bodies, 'SYT')
  if (health) {
    await send(health, 10)
    await world.act(
      returnReport,
      {
        year,
        unitCode: health.code,
        reason: 'Ba ô số liệu ở Biểu 2 cần rà soát lại với danh sách của bệnh viện.',
        marks: [
          { cell: 'bieu-2.tien-si', text: 'Chưa khớp danh sách chuyên khoa II.' },
          { cell: 'bieu-2.thac-si', text: 'Thiếu số bác sĩ nội trú.' },
          { cell: 'bieu-2.bac-si', text: 'Tính cả bác sĩ hợp đồng chưa.' },
        ],
      },
      { now: at(14), as: OFFICER },
    )
  }
  for (const tail of ['SGDDT', 'SKHCN']) {
    const u = byCode(bodies, tail)
    if (u === undefined) continue
    await draft(world, u, groups, sampleContent(u, year, groups), at(15))
    await world.act(submitToHead, { year, unitCode: u.code }, { now: at(16) })
  }
  for (const tail of ['STC', 'SXD']) {
    const u = byCode(bodies, tail)
    if (u) await draft(world, u, groups, { ...sampleContent(u, year, groups), groups: {} }, at(17))
  }
  return all.length
}
