/** Đính chính số liệu: a new version of the counts of a day; the one before it stays readable. */
import { z } from 'zod'
import { showDay } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { dayField, optionalFile, optionalText, text, whole } from '../../../platform/http/input.ts'
import { readContent } from '../content.ts'
import { canEnterCells } from '../rights.ts'
import { changedMeanwhile, following, toldTotal, totalsOf } from '../rules/release.ts'
import { insertRelease, supersedeRelease } from '../store.ts'
import { findSource, releasesOf } from '../views.ts'

const input = z.object({
  source: text(20, 'Thiếu mã nguồn số liệu'),
  asOf: dayField('Thiếu ngày của số liệu'),
  /** The version the reader saw. */
  version: whole('Thiếu số của bản đang xem'),
  document: text(300, 'Nêu số, ngày văn bản hoặc tên báo cáo chứa số liệu'),
  reason: text(1000, 'Nêu lý do đính chính'),
  area: optionalText(40),
  file: optionalFile().default(null),
  /** Boxes of the grid: name -> what was typed. */
  boxes: z.record(z.string(), z.string()).default({}),
})

/** Corrects. Answers the code of the source and its day. */
export const correctCells = action({
  name: 'cells.correct-cells',
  right: canEnterCells,
  input,
  run: async (ctx, given) => {
    const source = await findSource(ctx.tx, given.source)
    if (source === null) return refuse('absent', 'cells.no-source', `Không có nguồn số liệu ${given.source}.`)
    const allowed = demand(canEnterCells, ctx.actor, source.unitId)
    if (!allowed.ok) return allowed
    const current = (await releasesOf(ctx.tx, source.id)).find((r) => r.asOf === given.asOf && r.supersededAt === null)
    if (current === undefined)
      return refuse('absent', 'cells.no-release', `Nguồn ${source.code} chưa có số liệu ngày ${showDay(given.asOf)}.`)
    const next = following(current, given.version)
    if (!next.ok) return next
    const cells = await readContent(ctx, given, { population: source.population, asOf: given.asOf })
    if (!cells.ok) return cells
    if (!(await supersedeRelease(ctx, current.id))) return changedMeanwhile(current)
    const { asOf, document, reason } = given
    await insertRelease(
      ctx,
      { sourceId: source.id, asOf, version: next.value, state: 'dinh-chinh', document, reason },
      cells.value,
    )
    const totals = totalsOf(cells.value)
    return done(
      { code: source.code, asOf, ...totals },
      {
        kind: 'cells.corrected',
        subject: `cells:${source.id}`,
        unit: source.unitId,
        reason,
        data: {
          code: source.code,
          asOf: showDay(asOf),
          version: next.value,
          before: toldTotal(current.total),
          total: toldTotal(totals.total),
          graduates: toldTotal(totals.graduates),
        },
      },
    )
  },
})
