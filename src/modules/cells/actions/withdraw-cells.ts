/** Rút số liệu: the counts of a day no longer count; they stay readable in the history. */
import { z } from 'zod'
import { showDay } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { dayField, text, whole } from '../../../platform/http/input.ts'
import { canEnterCells } from '../rights.ts'
import { changedMeanwhile, following, toldTotal } from '../rules/release.ts'
import { insertRelease, supersedeRelease } from '../store.ts'
import { findSource, releasesOf } from '../views.ts'

/** Withdraws. Answers the code of the source and its day. */
export const withdrawCells = action({
  name: 'cells.withdraw-cells',
  right: canEnterCells,
  input: z.object({
    source: text(20, 'Thiếu mã nguồn số liệu'),
    asOf: dayField('Thiếu ngày của số liệu'),
    version: whole('Thiếu số của bản đang xem'),
    reason: text(1000, 'Nêu lý do rút số liệu'),
  }),
  run: async (ctx, given) => {
    const source = await findSource(ctx.tx, given.source)
    if (source === null) return refuse('absent', 'cells.no-source', `Không có nguồn số liệu ${given.source}.`)
    const allowed = demand(canEnterCells, ctx.actor, source.unitId)
    if (!allowed.ok) return allowed
    const current = (await releasesOf(ctx.tx, source.id)).find((r) => r.asOf === given.asOf && r.supersededAt === null)
    if (current === undefined || current.state === 'rut')
      return refuse('absent', 'cells.no-release', `Nguồn ${source.code} không có số liệu ngày ${showDay(given.asOf)}.`)
    const next = following(current, given.version)
    if (!next.ok) return next
    if (!(await supersedeRelease(ctx, current.id))) return changedMeanwhile(current)
    const { document } = current
    const { asOf, reason } = given
    await insertRelease(ctx, { sourceId: source.id, asOf, version: next.value, state: 'rut', document, reason }, [])
    return done(
      { code: source.code, asOf },
      {
        kind: 'cells.withdrawn',
        subject: `cells:${source.id}`,
        unit: source.unitId,
        reason,
        data: { code: source.code, asOf: showDay(asOf), before: toldTotal(current.total) },
      },
    )
  },
})
