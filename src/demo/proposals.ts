/** Kiến nghị mẫu: those of the previous year are gathered; one demand of many bodies was answered, one is overdue, the rest wait. */
import { systemActor } from '../kernel/actor.ts'
import { day } from '../kernel/day.ts'
import type { Unit } from '../modules/organisations/public.ts'
import {
  answerProposal,
  assignProposal,
  gatherProposals,
  mergeProposals,
  proposalsOf,
} from '../modules/proposals/public.ts'
import { transact } from '../platform/database/pool.ts'
import { OFFICER } from './people.ts'
import { morningOf, type World } from './world.ts'

const withEnd = (bodies: readonly Unit[], end: string): Unit | undefined =>
  bodies.find((u) => u.code.endsWith(`.${end}`))

/** Gathers the year before the open one and lets two bodies be asked. Returns how many proposals there are. */
export async function playProposals(world: World, bodies: readonly Unit[]): Promise<number> {
  const year = world.year - 1
  const at = (d: number) => ({ now: morningOf(day(`${year}-12-${d}`)), as: OFFICER })
  await world.act(gatherProposals, { year }, at(20))
  const list = await transact(world.db, systemActor(), (tx) => proposalsOf(tx, year))
  const [money, experts] = ['kinh phí', 'chuyên gia'].map((words) => list.filter((p) => p.text.includes(words)))
  const finance = withEnd(bodies, 'STC')
  const farming = withEnd(bodies, 'SNNMT')
  const [kept, ...same] = money ?? []
  if (kept && finance) {
    if (same.length > 0) await world.act(mergeProposals, { code: kept.code, others: same.map((p) => p.code) }, at(21))
    const version = same.length > 0 ? kept.version + 1 : kept.version
    const due = day(`${year}-12-31`)
    await world.act(assignProposal, { code: kept.code, version, owner: finance.id, due, reason: '' }, at(21))
    await world.act(
      answerProposal,
      {
        code: kept.code,
        version: version + 1,
        answer: 'Đã tổng hợp vào dự toán chi sự nghiệp đào tạo của năm sau; các cơ quan gửi nhu cầu trước ngày 31/3.',
        document: '1208/STC-NS',
        on: day(`${year}-12-29`),
        reason: '',
      },
      at(29),
    )
  }
  const [first] = experts ?? []
  if (first && farming)
    await world.act(
      assignProposal,
      { code: first.code, version: first.version, owner: farming.id, due: day(`${year + 1}-01-31`), reason: '' },
      at(22),
    )
  return list.length
}
