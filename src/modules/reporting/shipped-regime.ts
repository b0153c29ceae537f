/** Ghi bản chế độ đi kèm hệ thống: the shipped version becomes a row when a period or a newer version first stands on it. */
import { day } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { saveRegime } from './store.ts'
import type { RegimeVersion } from './views/periods.ts'

/** The id of a version; the shipped one is recorded now if it was not. */
export async function recordedId(ctx: Ctx, version: RegimeVersion): Promise<string> {
  if (version.id !== null) return version.id
  const id = ctx.newId()
  const { regime } = version
  await saveRegime(ctx, id, regime, regime.source, { from: day(regime.effective.from), to: null })
  return id
}
