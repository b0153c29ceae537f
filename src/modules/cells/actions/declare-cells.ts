/** Khai số liệu: the counts of a source as of a day, of a source there is or a new one. */
import { z } from 'zod'
import { dayOf, showDay } from '../../../kernel/day.ts'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { dayField, id, oneOf, optionalFile, optionalText, text } from '../../../platform/http/input.ts'
import { findUnit } from '../../organisations/public.ts'
import { readContent } from '../content.ts'
import { canEnterCells } from '../rights.ts'
import { declaring, toldTotal, totalsOf } from '../rules/release.ts'
import { insertRelease, insertSource } from '../store.ts'
import { findSource, releasesOf } from '../views.ts'

const POPULATION_CODES = ['doanh-nghiep', 'llvt'] as const

const input = z.object({
  /** Code of a source there is; empty for a new one. */
  source: optionalText(20),
  unitId: z.union([id(), z.literal('')]).default(''),
  population: oneOf(POPULATION_CODES, 'Chọn nhóm được đếm').catch('doanh-nghiep'),
  title: optionalText(200),
  asOf: dayField('Nhập ngày của số liệu, ví dụ 31/12/2025'),
  document: text(300, 'Nêu số, ngày văn bản hoặc tên báo cáo chứa số liệu'),
  area: optionalText(40),
  file: optionalFile().default(null),
  /** Boxes of the grid: name -> what was typed. */
  boxes: z.record(z.string(), z.string()).default({}),
})

/** Declares. Answers the code of the source and its day. */
export const declareCells = action({
  name: 'cells.declare-cells',
  right: canEnterCells,
  input,
  run: async (ctx, given) => {
    const known = given.source === '' ? null : await findSource(ctx.tx, given.source)
    if (given.source !== '' && known === null)
      return refuse('absent', 'cells.no-source', `Không có nguồn số liệu ${given.source}.`)
    const wrong: Record<string, string> = {}
    if (known === null && given.unitId === '') wrong.unitId = 'Chọn đơn vị cung cấp số liệu'
    if (known === null && given.title === '') wrong.title = 'Đặt tên nguồn, ví dụ «Lao động trong khu công nghiệp»'
    if (Object.keys(wrong).length > 0) return refuseFields('cells.source', wrong)
    const unitId = known?.unitId ?? given.unitId
    const unit = await findUnit(ctx.tx, unitId)
    if (unit === null) return refuseFields('cells.unit', { unitId: 'Đơn vị này không có trong sổ bộ tổ chức' })
    const allowed = demand(canEnterCells, ctx.actor, unitId)
    if (!allowed.ok) return allowed
    const before = known === null ? [] : await releasesOf(ctx.tx, known.id)
    const decided = declaring(given.asOf, dayOf(ctx.now), before, known?.code ?? '')
    if (!decided.ok) return decided
    const population = known?.population ?? given.population
    const cells = await readContent(ctx, given, { population, asOf: given.asOf })
    if (!cells.ok) return cells
    const source = known ?? (await insertSource(ctx, { unitId, population, title: given.title }))
    const { asOf, document } = given
    await insertRelease(
      ctx,
      { sourceId: source.id, asOf, version: 1, state: 'khai', document, reason: '' },
      cells.value,
    )
    const totals = totalsOf(cells.value)
    return done(
      { code: source.code, asOf, ...totals },
      {
        kind: 'cells.declared',
        subject: `cells:${source.id}`,
        unit: unitId,
        data: {
          code: source.code,
          title: source.title,
          asOf: showDay(asOf),
          document,
          total: toldTotal(totals.total),
          graduates: toldTotal(totals.graduates),
        },
      },
    )
  },
})
