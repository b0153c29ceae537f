/** Năm trước: a complete year: every body sent, some late, some returned and sent again, a few still owing, the provincial report built. */
import { systemActor } from '../kernel/actor.ts'
import { addDays, type Day, day } from '../kernel/day.ts'
import type { Unit } from '../modules/organisations/public.ts'
import { taskGroups } from '../modules/programme/public.ts'
import {
  acceptReports,
  exemptBody,
  obligationsOf,
  openPeriod,
  reportPackets,
  returnReport,
  submitFile,
} from '../modules/reporting/public.ts'
import { measuresOf } from '../modules.ts'
import { transact } from '../platform/database/pool.ts'
import { sampleContent } from './content.ts'
import { sampleName } from './names.ts'
import { OFFICER } from './people.ts'
import { randomFrom } from './random.ts'
import { morningOf, type World } from './world.ts'

/** Of every hundred bodies: how many send late, are returned once, stay returned, never send. */
const LATE_EVERY = 12
const RETURNED_EVERY = 17
const STILL_OWING = 3
/** Bodies that send at the same time: while the database works for one, the paper of another is written. */
const AT_ONCE = 4

const REASONS = [
  'Số thạc sĩ ở Biểu 2 chưa khớp với danh sách kèm theo, đề nghị rà soát.',
  'Kết quả nhóm nhiệm vụ 2 chưa nêu văn bản chứng minh, đề nghị bổ sung số, ngày văn bản.',
  'Báo cáo chưa nêu kết quả thu hút trong năm, đề nghị bổ sung.',
]

const headOf = (u: Unit) => systemActor(`${sampleName(randomFrom(`head:${u.code}`)).name}`)

/** Plays the year before the open one. Returns how many bodies owed a report. */
export async function playPreviousYear(world: World): Promise<number> {
  const year = world.year - 1
  await world.act(openPeriod, { year }, { now: morningOf(day(`${year}-11-03`)), as: OFFICER })
  const groups = await transact(world.db, systemActor(), (tx) => taskGroups(tx, world.programmeId))
  const owed = await transact(world.db, systemActor(), (tx) => obligationsOf(tx, { year }, world.now))
  const units = new Map((await world.obligated(year)).map((u) => [u.id, u]))
  const list = owed.flatMap((o) => units.get(o.unitId) ?? [])
  const owing = list.filter((u) => u.group === 'cap-xa').slice(-STILL_OWING)
  const exempt = list.filter((u) => u.group === 'don-vi-su-nghiep').at(-1)
  if (exempt) {
    await world.act(
      exemptBody,
      {
        year,
        unitCode: exempt.code,
        act: `Công văn số 88/SNV-CCVC ngày 10/11/${year} (mẫu)`,
        reason: 'Đơn vị đang thực hiện sắp xếp tổ chức, số liệu do cơ quan quản lý trực tiếp báo cáo.',
      },
      { now: morningOf(day(`${year}-11-10`)), as: OFFICER },
    )
  }
  const sending = list.filter((u) => !owing.includes(u) && u !== exempt)
  for (let i = 0; i < sending.length; i += AT_ONCE)
    await Promise.all(sending.slice(i, i + AT_ONCE).map((u, n) => sendOne(world, u, year, i + n, groups)))
  for (const u of owing.slice(1)) await sendAndReturn(world, u, year, groups, day(`${year}-12-02`))
  const codes = sending.map((u) => u.code)
  await world.act(acceptReports, { year, units: codes }, { now: morningOf(day(`${year}-12-16`)), as: OFFICER })
  return owed.length
}

/** The day on which the i-th body sends: the last two weeks, a twelfth of them after the day. */
function sendingDay(year: number, i: number): Day {
  return i % LATE_EVERY === LATE_EVERY - 1
    ? addDays(day(`${year}-12-05`), i % 5)
    : addDays(day(`${year}-11-17`), i % 18)
}

async function sendOne(
  world: World,
  u: Unit,
  year: number,
  i: number,
  groups: readonly { no: string }[],
): Promise<void> {
  const on = sendingDay(year, i)
  const content = sampleContent(u, year, groups)
  await world.act(submitFile, { year, unitCode: u.code, content }, { now: morningOf(on), as: headOf(u) })
  if (i % RETURNED_EVERY !== 5) return
  await world.act(
    returnReport,
    { year, unitCode: u.code, reason: REASONS[i % REASONS.length], marks: [] },
    { now: morningOf(addDays(on, 1)), as: OFFICER },
  )
  const mended = {
    ...content,
    paragraphs: { ...content.paragraphs, 'dac-diem': 'Đã rà soát, bổ sung theo ý kiến thẩm định.' },
  }
  await world.act(
    submitFile,
    { year, unitCode: u.code, content: mended },
    { now: morningOf(addDays(on, 3)), as: headOf(u) },
  )
}

async function sendAndReturn(
  world: World,
  u: Unit,
  year: number,
  groups: readonly { no: string }[],
  on: Day,
): Promise<void> {
  await world.act(
    submitFile,
    { year, unitCode: u.code, content: sampleContent(u, year, groups) },
    { now: morningOf(on), as: headOf(u) },
  )
  await world.act(
    returnReport,
    { year, unitCode: u.code, reason: REASONS[1], marks: [] },
    { now: morningOf(addDays(on, 2)), as: OFFICER },
  )
}

/** The report of the province, when the people are there: its goals are counted from them. */
export async function buildPreviousReport(world: World): Promise<void> {
  const year = world.year - 1
  await world.act(reportPackets.build(measuresOf), { year }, { now: morningOf(day(`${year}-12-18`)), as: OFFICER })
}
