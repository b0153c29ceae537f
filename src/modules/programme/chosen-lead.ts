/** Cơ quan được chọn: ids or codes from a form or the command line become bodies that exist today. */
import { type Day, dayOf } from '../../kernel/day.ts'
import { isId } from '../../kernel/ids.ts'
import { accept, type Decision, refuseFields } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { findUnit, findUnitByCode, type Unit } from '../organisations/public.ts'
import { type Body, type ChosenLead, chooseLead } from './rules/lead.ts'
import { heirsOf } from './views.ts'

async function bodyOf(ctx: Ctx, key: string): Promise<Body | undefined> {
  const unit: Unit | null = isId(key) ? await findUnit(ctx.tx, key) : await findUnitByCode(ctx.tx, key)
  if (unit === null) return undefined
  const { to } = unit.valid
  return { id: unit.id, name: unit.officeName, ended: to !== null && to <= dayOf(ctx.now) ? to : null }
}

/** The lead; a body that ended gives way to its only successor. Refusals as `chooseLead`. */
export async function chosenLead(ctx: Ctx, key: string, planDate: Day): Promise<Decision<ChosenLead>> {
  const body = await bodyOf(ctx, key)
  const heirs = body?.ended ? await heirsOf(ctx.tx, [body.id], planDate, dayOf(ctx.now)) : new Map()
  return chooseLead(body, (id) => heirs.get(id) ?? [])
}

/** The partners. Refuses a key that names no body, or one that has ended. */
export async function chosenPartners(ctx: Ctx, keys: readonly string[]): Promise<Decision<string[]>> {
  const found: string[] = []
  for (const key of keys) {
    const body = await bodyOf(ctx, key)
    if (body === undefined)
      return refuseFields('task.partner', { coordinators: `Không có cơ quan mã "${key}" trong danh mục tổ chức` })
    if (body.ended !== null)
      return refuseFields('task.partner', { coordinators: `${body.name} đã kết thúc hoạt động. Chọn cơ quan kế thừa` })
    found.push(body.id)
  }
  return accept([...new Set(found)])
}
