/** Phần chung của địa chỉ cho máy: conditions of lists, days that may be known in part. */
import { z } from 'zod'
import { type PartialDay, precisionOf } from '../../../kernel/partial-day.ts'
import { list, optionalDay, optionalText } from '../../../platform/http/input.ts'
import { MACHINE_FACETS, type MachineFacet } from '../rules/machine-conditions.ts'

/** Ngày xem. */
export const asOf = optionalDay().meta({ description: 'Ngày xem; bỏ trống là hôm nay' })

const facets = Object.fromEntries(
  Object.keys(MACHINE_FACETS).map((name) => [
    name,
    list(optionalText(60)).meta({ description: 'Có thể gửi nhiều lần' }),
  ]),
) as unknown as Record<MachineFacet, z.ZodType<string[]>>

/** Điều kiện lọc, as sent. */
export const conditions = z.object({ asOf, ...facets })

/** Ngày biết đến đâu ghi đến đó. */
export const partialOut = z.object({ value: z.string(), precision: z.enum(['day', 'month', 'year']) }).nullable()

/** A partial day as it leaves. */
export const partial = (p: PartialDay | null) => (p === null ? null : { value: p, precision: precisionOf(p) })
