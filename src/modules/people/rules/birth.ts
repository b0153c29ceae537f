/** Ngày sinh: what no day of birth can be. Pure. */
import type { Day } from '../../../kernel/day.ts'
import { firstDayOf, type PartialDay } from '../../../kernel/partial-day.ts'

/** Why `birth` cannot be one as of `today`, in a sentence beside the field; null = it can. */
export const wrongBirth = (birth: PartialDay, today: Day): string | null =>
  firstDayOf(birth) > today ? 'Ngày sinh là ngày chưa tới. Kiểm tra lại năm sinh' : null
