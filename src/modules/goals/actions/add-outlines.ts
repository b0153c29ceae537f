/** Đưa ranh giới minh họa vào: a map of places for the days it holds. */
import { z } from 'zod'
import { showDay } from '../../../kernel/day.ts'
import { refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { dayField, oneOf, optionalDay, optionalFile, text } from '../../../platform/http/input.ts'
import { unitsOn } from '../../organisations/public.ts'
import { canKeepMaps } from '../rights.ts'
import { readOutlines } from '../rules/outlines.ts'
import { saveOutlines } from '../store.ts'

/** Refuses what cannot be read, places that did not stand on the day, and a second map of the same level and days. */
export const addOutlines = action({
  name: 'goals.add-outlines',
  right: canKeepMaps,
  input: z.object({
    title: text(200, 'Nhập tên bản đồ'),
    credit: text(300, 'Nhập nguồn và điều kiện dùng của bản đồ'),
    kind: oneOf(['district', 'commune'], 'Chọn cấp của các vùng'),
    from: dayField('Nhập ngày bắt đầu có hiệu lực, ví dụ 01/07/2025'),
    to: optionalDay(),
    file: optionalFile(),
  }),
  run: async (ctx, input) => {
    if (input.file === null) return refuseFields('outlines.no-file', { file: 'Chọn tệp GeoJSON.' })
    if (input.to !== null && input.to <= input.from)
      return refuseFields('outlines.no-days', { to: `Ngày hết hiệu lực phải sau ngày ${showDay(input.from)}.` })
    const places = (await unitsOn(ctx.tx, input.from)).filter((u) => u.kind === input.kind)
    const byCode = new Map(
      places.flatMap((u) => [[u.code, u.code] as const, [u.code.split('.').at(-1) ?? u.code, u.code] as const]),
    )
    const read = readOutlines(Buffer.from(input.file.bytes).toString('utf8'), (code) => byCode.get(code) ?? null)
    if (!read.ok) return read
    const id = await saveOutlines(ctx, { ...input, shapes: read.value })
    return done(
      { id, places: read.value.length },
      {
        kind: 'goals.outlines-added',
        subject: `outline:${id}`,
        data: { title: input.title, places: read.value.length, from: input.from },
      },
    )
  },
})
