/** Ghi giả định: a rate, norm or cost with its evidence. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { oneOf, optionalNumber, optionalText, text } from '../../../platform/http/input.ts'
import { labelOf } from '../../code-lists/public.ts'
import { canPlan } from '../rights.ts'
import { wrongAssumption } from '../rules/assumed.ts'
import { saveAssumption } from '../store.ts'
import { ASSUMPTIONS, type AssumptionKind } from '../words.ts'

const KINDS = Object.keys(ASSUMPTIONS) as AssumptionKind[]

async function sectorLabel(ctx: Ctx, code: string): Promise<Decision<string>> {
  if (code === '') return accept('')
  const label = await labelOf(ctx.tx, 'linh-vuc', code, dayOf(ctx.now))
  return label === null
    ? refuseFields('forecasting.no-sector', { sector: 'Lĩnh vực này không có trong danh mục.' })
    : accept(label)
}

/** Records an assumption; the one before stays to be read. Refuses values out of bounds and sectors where the kind has none. */
export const setAssumption = action({
  name: 'forecasting.set-assumption',
  right: canPlan,
  input: z.object({
    kind: oneOf(KINDS, 'Chọn loại giả định'),
    sector: optionalText(60),
    value: optionalNumber().pipe(z.number({ error: 'Nhập giá trị, ví dụ 2 hoặc 1,5' })),
    sd: optionalNumber(),
    evidence: text(1000, 'Nhập căn cứ: văn bản, nguồn số liệu hoặc người ước lượng và cách ước'),
  }),
  run: async (ctx, input) => {
    const sector = input.sector === '' ? null : input.sector
    const label = await sectorLabel(ctx, input.sector)
    if (!label.ok) return label
    const wrong = wrongAssumption(input.kind, sector, input.value, input.sd ?? 0)
    if (wrong !== null) return refuseFields('forecasting.wrong-assumption', { value: wrong })
    await saveAssumption(ctx, {
      kind: input.kind,
      sector,
      value: input.value,
      sd: input.sd ?? 0,
      evidence: input.evidence,
    })
    return done(
      { kind: input.kind, label: ASSUMPTIONS[input.kind].label },
      {
        kind: 'forecasting.assumption-set',
        subject: `assumption:${input.kind}`,
        data: {
          kind: input.kind,
          sector: label.value,
          value: input.value,
          sd: input.sd ?? 0,
          evidence: input.evidence,
        },
      },
    )
  },
})
