/** Đọc: the task groups of the plan in force, for forms that are not of one period. */
import type { Ctx } from '../../../platform/action.ts'
import { currentProgramme, taskGroups } from '../../programme/public.ts'
import type { TaskGroup } from '../words.ts'

/** The groups; none while no plan is issued. */
export async function groupsNow(ctx: Ctx): Promise<readonly TaskGroup[]> {
  const programme = await currentProgramme(ctx.tx)
  return programme ? taskGroups(ctx.tx, programme.id) : []
}
