/** Nhiệm vụ mẫu: the one task with a named lead goes to its heir, with progress and evidence; a few bodies made their own plans. */
import { systemActor } from '../kernel/actor.ts'
import { day } from '../kernel/day.ts'
import type { Unit } from '../modules/organisations/public.ts'
import { assignTasks } from '../modules/programme/public.ts'
import {
  decidePlan,
  editPlan,
  findPlan,
  planItems,
  planTasks,
  reportProgress,
  submitPlan,
} from '../modules/tasks/public.ts'
import { transact } from '../platform/database/pool.ts'
import { sampleName } from './names.ts'
import { randomFrom } from './random.ts'
import { morningOf, type World } from './world.ts'

const PLANNED: readonly { tail: string; codes: readonly string[]; until: 'duyet' | 'trinh' | 'lap' }[] = [
  { tail: 'SYT', codes: ['III.2.2', 'III.2.4', 'III.3.2'], until: 'duyet' },
  { tail: 'SGDDT', codes: ['III.2.1', 'III.2.3'], until: 'trinh' },
  { tail: 'SKHCN', codes: ['III.3.4', 'III.4.1', 'III.4.2'], until: 'lap' },
]

async function planOf(
  world: World,
  unit: Unit,
  codes: readonly string[],
  until: 'duyet' | 'trinh' | 'lap',
): Promise<void> {
  const { year } = world
  const officer = systemActor(sampleName(randomFrom(`officer:${unit.code}`)).name)
  const at = { now: morningOf(day(`${year}-02-10`)), as: officer }
  await world.act(planTasks, { unit: unit.id, year, codes }, at)
  const { plan, items } = await transact(world.db, systemActor(), async (tx) => {
    const found = await findPlan(tx, unit.id, year)
    return { plan: found, items: found ? await planItems(tx, found.id) : [] }
  })
  if (plan === null || until === 'lap') return
  const rows = items.map((i, n) => ({
    id: i.id,
    work: i.work,
    product: n === 0 ? 'Kế hoạch của ngành' : 'Báo cáo kết quả',
    due: day(`${year}-${n === 0 ? '06-30' : '11-30'}`),
    person: sampleName(randomFrom(`${unit.code}:${i.taskCode}`)).name,
  }))
  await world.act(editPlan, { plan: plan.id, version: plan.version, items: rows }, at)
  await world.act(submitPlan, { plan: plan.id }, at)
  if (until === 'duyet')
    await world.act(
      decidePlan,
      { plan: plan.id, verb: 'duyet' },
      { now: morningOf(day(`${year}-02-14`)), as: systemActor(sampleName(randomFrom(`head:${unit.code}`)).name) },
    )
}

/** Plays tasks and plans of the open year. */
export async function playTasks(world: World, bodies: readonly Unit[]): Promise<void> {
  const press = bodies.find((u) => u.code.endsWith('.SVHTTDL'))
  if (press) {
    const due = day(`${world.year}-10-30`)
    await world.act(
      assignTasks,
      {
        codes: ['III.1.2'],
        lead: press.id,
        coordinators: [],
        product: 'Báo cáo kết quả tuyên truyền',
        dueKind: 'day',
        due,
      },
      { now: morningOf(day(`${world.year - 1}-08-05`)) },
    )
    await world.act(
      reportProgress,
      {
        code: 'III.1.2',
        unit: press.id,
        state: 'dang-thuc-hien',
        percent: 60,
        result: 'Đã hướng dẫn các cơ quan báo chí mở chuyên mục về đội ngũ trí thức; còn đợt tuyên truyền quý IV.',
        number: '312/BC-SVHTTDL',
        issuedOn: day(`${world.year}-07-02`),
        title: 'Báo cáo kết quả tuyên truyền 6 tháng đầu năm',
      },
      { now: morningOf(day(`${world.year}-07-03`)), as: systemActor(sampleName(randomFrom('officer:press')).name) },
    )
  }
  for (const p of PLANNED) {
    const unit = bodies.find((u) => u.code.endsWith(`.${p.tail}`))
    if (unit) await planOf(world, unit, p.codes, p.until)
  }
}
