/** Ghi số liệu chính thức của một chỉ tiêu. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { dayField, oneOf, optionalNumber, optionalText, text } from '../../../platform/http/input.ts'
import { canRecordValue } from '../rights.ts'
import { recordFigure } from '../rules/record.ts'
import { insertValue } from '../store.ts'
import { definitions, recordedValues } from '../views.ts'

const RecordInput = z.object({
  code: text(40, 'Chọn chỉ tiêu'),
  asOf: dayField('Nhập ngày của số liệu, ví dụ 31/12/2025'),
  value: optionalNumber('Số liệu phải là một số, ví dụ 78.412 hoặc 43,1').pipe(
    z.number({ error: 'Nhập số liệu, ví dụ 78.412 hoặc 43,1' }),
  ),
  estimate: z.preprocess((v) => v === true || v === '1' || v === 'on', z.boolean()),
  source: text(500, 'Nhập nguồn: tên văn bản hoặc trang công bố, ngày'),
  status: oneOf(['seen', 'unverified'], 'Chọn nguồn đã kiểm chứng hay chưa'),
  note: optionalText(1000),
})

/**
 * Records an official figure with its source. The same day and source again corrects: the earlier figure stays, superseded.
 * Refuses unknown indicators, days to come, negative figures, shares over 100%, and figures that are there already.
 */
export const recordValue = action<z.infer<typeof RecordInput>, { id: string; code: string }>({
  name: 'indicators.record-value',
  right: canRecordValue,
  // Its page computes figures of the whole territory, also when it is shown again with a refusal.
  elevated: true,
  input: RecordInput as unknown as z.ZodType<z.infer<typeof RecordInput>>,
  run: async (ctx, input) => {
    const definition = (await definitions(ctx.tx)).find((d) => d.code === input.code)
    if (definition === undefined)
      return refuse(
        'absent',
        'indicator.absent',
        `Không có chỉ tiêu mã ${input.code}. Xem danh sách tại trang Chỉ tiêu.`,
      )
    const allowed = demand(canRecordValue, ctx.actor, definition.custodianUnitId ?? '')
    if (!allowed.ok) return allowed
    const known = await recordedValues(ctx.tx, [input.code])
    const decided = recordFigure(definition.unit, known, input, dayOf(ctx.now))
    if (!decided.ok) return decided
    if (decided.value.same)
      return refuse(
        'conflict',
        'indicator.same',
        'Số liệu này đã được ghi với cùng ngày và nguồn. Không có gì thay đổi.',
      )
    const id = await insertValue(ctx, definition.id, input, decided.value.supersedes)
    return done(
      { id, code: input.code },
      {
        kind: 'indicator.value-recorded',
        subject: `indicator:${input.code}`,
        unit: definition.custodianUnitId,
        data: {
          code: input.code,
          asOf: input.asOf,
          value: input.value,
          unit: definition.unit,
          source: input.source,
          corrects: decided.value.supersedes !== null,
        },
      },
    )
  },
})
