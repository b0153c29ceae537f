/** Ghi ngày nghỉ: which days of a span an announcement changes, and when it says nothing. Pure. */
import { addDays, type Day, daysBetween } from '../../../kernel/day.ts'
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import type { DayOffKind } from '../words.ts'
import { worksByLaw } from './working-days.ts'

const LONGEST = 15

/** The days that are otherwise than the law alone has them. Refuses a span that ends before it begins, is too long, or changes nothing. */
export function daysMeant(from: Day, to: Day, kind: DayOffKind): Decision<readonly Day[]> {
  const length = daysBetween(from, to) + 1
  if (length < 1) return refuseFields('day-off.span', { den: 'Ngày cuối không được trước ngày đầu' })
  if (length > LONGEST) return refuseFields('day-off.long', { den: `Một đợt nhiều nhất ${LONGEST} ngày` })
  const span = Array.from({ length }, (_, i) => addDays(from, i))
  const changed = span.filter((d) => worksByLaw(d) === (kind === 'nghi'))
  if (changed.length > 0) return accept(changed)
  return refuseFields('day-off.nothing', {
    tu:
      kind === 'nghi'
        ? 'Những ngày này vốn là cuối tuần hoặc ngày lễ theo luật, không cần ghi'
        : 'Ngày làm bù phải là thứ Bảy, Chủ nhật hoặc ngày lễ; ngày này vốn là ngày làm việc',
  })
}
