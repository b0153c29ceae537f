/** Hồ sơ của đơn vị kết thúc: how many dossiers it keeps, and their way to the body named. */
import { accept, type Decision } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import type { HandOver, Held } from '../../platform/module.ts'
import { saveChanges } from './editing.ts'
import { settled } from './rules/settled.ts'
import { dossiersOf } from './views/dossiers.ts'
import { keptBy, peopleKeptBy } from './views/kept-by.ts'

const ITEM = 'people.dossiers:'
const BATCH = 500

/** Dossiers kept by the units: one line each. */
export async function dossiersHeld(ctx: Ctx, unitIds: readonly string[]): Promise<Held[]> {
  return (await keptBy(ctx.tx, unitIds)).map(({ unitId, count }) => ({
    item: `${ITEM}${unitId}`,
    kind: 'Hồ sơ trí thức',
    unitId,
    what: 'Hồ sơ do đơn vị quản lý',
    count,
    href: null,
    passes: 'named',
  }))
}

/** The body named keeps the dossiers from now on; where none is named they stay where they were. */
export async function handDossiersOver(ctx: Ctx, moves: readonly HandOver[]): Promise<Decision<number>> {
  let moved = 0
  for (const m of moves) {
    const { to } = m
    if (to === null) continue
    const all = await peopleKeptBy(ctx.tx, m.from)
    for (let at = 0; at < all.length; at += BATCH) {
      const dossiers = [...(await dossiersOf(ctx.tx, all.slice(at, at + BATCH))).values()]
      const changes = dossiers.map((d) => {
        const change = settled(d)
        return { ...change, person: { ...change.person, unitId: to } }
      })
      const saved = await saveChanges(ctx, changes)
      if (!saved.ok) return saved
    }
    moved += all.length
  }
  return accept(moved)
}
