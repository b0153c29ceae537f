/** Bỏ giả định đã ghi: what the register says, or what the product starts from, is used again. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { oneOf, optionalText } from '../../../platform/http/input.ts'
import { labelOf } from '../../code-lists/public.ts'
import { canPlan } from '../rights.ts'
import { endAssumption } from '../store.ts'
import { ASSUMPTIONS, type AssumptionKind } from '../words.ts'

/** Takes an assumption out of use; refused when none of the kind is recorded for the sector. */
export const dropAssumption = action({
  name: 'forecasting.drop-assumption',
  right: canPlan,
  input: z.object({
    kind: oneOf(Object.keys(ASSUMPTIONS) as AssumptionKind[], 'Chọn loại giả định'),
    sector: optionalText(60),
  }),
  run: async (ctx, input) => {
    const sector = input.sector === '' ? null : input.sector
    const value = await endAssumption(ctx, input.kind, sector)
    if (value === null)
      return refuse('absent', 'forecasting.no-assumption', 'Giả định này chưa ghi hoặc đã bỏ. Tải lại trang để xem.')
    return done(
      { kind: input.kind, label: ASSUMPTIONS[input.kind].label },
      {
        kind: 'forecasting.assumption-dropped',
        subject: `assumption:${input.kind}`,
        data: {
          kind: input.kind,
          sector: sector === null ? '' : ((await labelOf(ctx.tx, 'linh-vuc', sector, dayOf(ctx.now))) ?? sector),
          value,
        },
      },
    )
  },
})
