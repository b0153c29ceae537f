/** Đọc cho trang Tên cơ quan cần đối chiếu: the queue, and what one name may be decided to be. */
import type { Day } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { UNIT_GROUPS, unitsOn } from '../organisations/public.ts'
import { queuedNames } from './named-bodies.ts'
import type { UnitChoice } from './pages/decide-name.ts'
import { findName, type NamesView } from './pages/names.ts'
import { canAdopt } from './rights.ts'

/** Bodies of a day to choose from; one of a name that several bear is told with the place above it. */
async function bodiesOn(ctx: Ctx, day: Day): Promise<UnitChoice[]> {
  const units = await unitsOn(ctx.tx, day)
  const names = new Map(units.map((u) => [u.id, u.name]))
  const times = Map.groupBy(units, (u) => u.officeName)
  return units.map((u) => ({
    id: u.id,
    name:
      (times.get(u.officeName)?.length ?? 0) > 1
        ? `${u.officeName}, ${names.get(u.parentId ?? '') ?? u.code}`
        : u.officeName,
    group: UNIT_GROUPS[u.group].label,
  }))
}

/** The names of readings that somebody must tell, and the one that is being decided. */
export async function readNames(ctx: Ctx, q: { vb: string; ten: string }): Promise<NamesView> {
  const documents = await queuedNames(ctx)
  const found = findName(documents, q.vb, q.ten)
  return {
    documents,
    deciding: found === null ? null : { ...found, choices: await bodiesOn(ctx, found.document.day) },
    mayDecide: canAdopt.allows(ctx.actor),
  }
}
