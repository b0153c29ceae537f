/**
 * Nhân tài của đơn vị kết thúc: whoever works there goes on working at the body named, and is followed there: to be reorganised is
 * not to leave (docs/decisions/0020). Those who had left go with them, so that somebody keeps sight of their cohort.
 */
import { accept, type Decision } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import type { HandOver, Held } from '../../platform/module.ts'
import { changedMeanwhile, openEpisode } from './rules/recognising.ts'
import { saveEpisode, takeVersion } from './store.ts'
import { talentsAt } from './views.ts'
import type { Talent } from './words.ts'

const ITEM = 'talent.people:'

/** People with talent at the units: one line each. */
export async function talentsHeld(ctx: Ctx, unitIds: readonly string[]): Promise<Held[]> {
  const counts = Map.groupBy(await talentsAt(ctx.tx, unitIds), (t) => t.unitId)
  return [...counts].map(([unitId, list]) => ({
    item: `${ITEM}${unitId}`,
    kind: 'Nhân tài',
    unitId,
    what: 'Nhân tài đang làm việc hoặc làm việc lần cuối tại đơn vị',
    count: list.length,
    href: null,
    passes: 'named',
  }))
}

/** The stretch at the old body ends on the day and one at the new body begins; one that began no earlier is simply at the new body. */
async function moveWork(ctx: Ctx, t: Talent, to: string, m: HandOver): Promise<void> {
  const open = openEpisode(t)
  if (open === null) return
  const version = open.version + 1
  if (open.from >= m.on) return saveEpisode(ctx, { ...open, unitId: to, document: m.act, version })
  await saveEpisode(ctx, { ...open, leftOn: m.on, exit: 'chuyen-trong-tinh', document: m.act, version })
  const begun = { unitId: to, from: m.on, leftOn: null, exit: null, reason: null, document: m.act }
  await saveEpisode(ctx, { talentId: t.id, key: ctx.newId(), version: 1, ...begun })
}

/** Everybody goes to the body named; where none is named they stay where they were. */
export async function handTalentsOver(ctx: Ctx, moves: readonly HandOver[]): Promise<Decision<number>> {
  let moved = 0
  for (const m of moves) {
    const { to } = m
    if (to === null) continue
    for (const t of await talentsAt(ctx.tx, [m.from])) {
      if (!(await takeVersion(ctx, t.id, t.version, to))) return changedMeanwhile(t)
      await moveWork(ctx, t, to, m)
      moved++
    }
  }
  return accept(moved)
}
