/** Chọn số liệu được dùng giữa những nguồn khác nhau. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, text } from '../../../platform/http/input.ts'
import { canKeepSeries } from '../rights.ts'
import { sameTerritory, sameTime } from '../rules/official-figures.ts'
import { insertChoice } from '../store.ts'
import { recordedFigures } from '../views.ts'

const ChooseInput = z.object({
  figure: id('Chọn một số liệu'),
  reason: text(500, 'Nêu lý do dùng số này mà không dùng số khác'),
})

/**
 * Says which of several official figures about the same time is used, and why; the others stay beside it. Refuses a figure that is
 * not there or was corrected.
 */
export const chooseFigure = action<z.infer<typeof ChooseInput>, { id: string }>({
  name: 'indicators.choose-figure',
  right: canKeepSeries,
  input: ChooseInput as unknown as z.ZodType<z.infer<typeof ChooseInput>>,
  run: async (ctx, input) => {
    const list = await recordedFigures(ctx.tx)
    const figure = list.find((f) => f.kept?.id === input.figure)
    if (figure === undefined)
      return refuse('absent', 'figure.absent', 'Số liệu này không còn, hoặc nguồn đã sửa lại. Tải lại trang để xem.')
    const others = list.filter(
      (f) =>
        f !== figure &&
        f.quantity === figure.quantity &&
        sameTerritory(f.territory, figure.territory) &&
        sameTime(f, figure),
    )
    await insertChoice(
      ctx,
      input.figure,
      input.reason,
      others.flatMap((f) => f.kept?.id ?? []),
    )
    const { quantity, territory, asOf, value, source } = figure
    return done(
      { id: input.figure },
      {
        kind: 'indicator.figure-chosen',
        subject: `official-figure:${input.figure}`,
        reason: input.reason,
        data: { quantity, territory, asOf, value, source },
      },
    )
  },
})
