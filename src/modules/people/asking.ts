/** Điều kiện thành câu hỏi: what the views are asked for a list, its codes turned into everything below them. */
import { type Day, dayOf } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { codeBook } from '../code-lists/public.ts'
import { type Unit, unitsOn } from '../organisations/public.ts'
import { canSeeBasic } from './rights.ts'
import type { Conditions } from './rules/conditions.ts'
import { readSought } from './rules/name-query.ts'
import type { Asked } from './views/found.ts'

/** Conditions with their codes turned into units and posts below, for the views. */
export async function askedOf(ctx: Ctx, c: Conditions): Promise<Asked> {
  const day = c.day ?? dayOf(ctx.now)
  const register = await registerOn(ctx, day)
  return {
    day,
    scope: ctx.actor.scope,
    q: soughtBy(ctx, c.q),
    chosen: c.chosen,
    units: c.chosen['don-vi'] === undefined ? null : register.below(c.chosen['don-vi']),
    places: c.chosen['dia-ban'] === undefined ? null : register.below(c.chosen['dia-ban']),
    leaderships: c.chosen['chuc-vu'] === undefined ? null : await leadershipsBelow(ctx, day, c.chosen['chuc-vu']),
  }
}

/** A code that no dossier has. */
const NOBODY = 'TT-0'

/** Who may not read a number finds nobody by it. */
const soughtBy = (ctx: Ctx, typed: string): string =>
  readSought(typed).kind === 'number' && !canSeeBasic.allows(ctx.actor) ? NOBODY : typed

/** Units that hold on the day of the list, by id and by code, and their subtrees. */
type Register = {
  readonly units: readonly Unit[]
  readonly below: (codes: readonly string[]) => string[]
  readonly day: Day
}

async function registerOn(ctx: Ctx, day: Day): Promise<Register> {
  const units = await unitsOn(ctx.tx, day)
  const children = Map.groupBy(units, (u) => u.parentId ?? '')
  const below = (codes: readonly string[]): string[] => {
    const found = new Set<string>()
    const walk = (id: string): void => {
      if (found.has(id)) return
      found.add(id)
      for (const child of children.get(id) ?? []) walk(child.id)
    }
    for (const u of units) if (codes.includes(u.code)) walk(u.id)
    return [...found]
  }
  return { units, below, day }
}

/** Codes of posts with those below them: "Lãnh đạo, quản lý cấp tỉnh" means every post of that level. */
async function leadershipsBelow(ctx: Ctx, day: Day, codes: readonly string[]): Promise<string[]> {
  const { entries } = (await codeBook(ctx.tx, day)).list('chuc-vu')
  const found = new Set(codes)
  for (const e of entries) if (e.parent !== null && found.has(e.parent)) found.add(e.code)
  return [...found]
}
