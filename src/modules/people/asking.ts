/** Điều kiện thành câu hỏi: what the views are asked for a list, its codes turned into everything below them. */
import { type Day, dayOf } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { codeBook } from '../code-lists/public.ts'
import { findUnitByCode, type Unit, unitsOn, unitsOutside } from '../organisations/public.ts'
import { canSeeBasic } from './rights.ts'
import type { Conditions } from './rules/conditions.ts'
import { readSought } from './rules/name-query.ts'
import { bodiesOf, unitsBelow } from './rules/units-below.ts'
import type { Asked } from './views/asked-for.ts'

/** Conditions with their codes turned into units and posts, for the views. */
export async function askedOf(ctx: Ctx, c: Conditions): Promise<Asked> {
  const day = c.day ?? dayOf(ctx.now)
  const units = await unitsOn(ctx.tx, day)
  const { chosen } = c
  const below = (named: readonly string[] | undefined) => (named === undefined ? null : unitsBelow(units, named))
  const codes = async (list: string, named: readonly string[] | undefined) =>
    named === undefined ? null : codesBelow(ctx, day, list, named)
  return {
    day,
    scope: ctx.actor.scope,
    q: soughtBy(ctx, c.q),
    chosen,
    units: below(chosen['don-vi']),
    places: below(chosen['dia-ban']),
    leaderships: await codes('chuc-vu', chosen['chuc-vu']),
    professions: await codes('nghe', chosen.nghe),
    bodies: bodiesOf(units, chosen['cap-co-quan'], chosen['co-quan']),
    outside: await outsideOf(ctx, chosen.thuoc?.[0], day),
  }
}

/** Units outside of the territory of a code, which may have ended by the day; none where no such territory is named. */
export async function outsideOf(ctx: Ctx, code: string | undefined, day: Day): Promise<readonly string[]> {
  const territory = code === undefined ? null : await findUnitByCode(ctx.tx, code)
  return territory === null ? [] : unitsOutside(ctx.tx, territory.id, day)
}

/** Units that conditions name: those of the day, and a territory that ended before it. */
export async function unitsNamed(ctx: Ctx, c: Conditions, day: Day): Promise<readonly Unit[]> {
  const units = await unitsOn(ctx.tx, day)
  const [code] = c.chosen.thuoc ?? []
  if (code === undefined || units.some((u) => u.code === code)) return units
  const ended = await findUnitByCode(ctx.tx, code)
  return ended === null ? units : [...units, ended]
}

/** A code that no dossier has. */
const NOBODY = 'TT-0'

/** Who may not read a number finds nobody by it. */
const soughtBy = (ctx: Ctx, typed: string): string =>
  readSought(typed).kind === 'number' && !canSeeBasic.allows(ctx.actor) ? NOBODY : typed

/** Codes of a list with those below them: "Lãnh đạo, quản lý cấp tỉnh" means every post of that level. */
export async function codesBelow(ctx: Ctx, day: Day, list: string, codes: readonly string[]): Promise<string[]> {
  const found = new Set(codes)
  for (const e of (await codeBook(ctx.tx, day)).list(list).entries)
    if (e.parent !== null && found.has(e.parent)) found.add(e.code)
  return [...found]
}
