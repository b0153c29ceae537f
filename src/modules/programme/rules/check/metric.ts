/** Cùng một chỉ tiêu: when two goals measure the same thing. */
import { fold } from '../../../../kernel/text.ts'
import type { PlanReading } from '../../../documents/public.ts'

/** Mục tiêu của bản đọc. */
export type Goal = PlanReading['goals'][number]

/** Words that do not change what is measured. */
const EMPTY = new Set(
  'ty le so tong dat phan dau nang len tang giam tren dia ban toan tinh thanh pho cua duoc co den cuoi nam het khoang tu tro dam bao va cac nhung la duy tri chi tieu ve moi it nhat toi thieu'.split(
    ' ',
  ),
)

/** What a goal measures as a set of words, with its unit; "" when that cannot be told apart (fewer than two words). */
export function metricKey(g: Goal): string {
  if (g.metric === null) return ''
  const words = fold(g.metric)
    .replace(/[^a-z0-9 ]+/g, ' ')
    .split(' ')
    .filter((w) => w !== '' && !EMPTY.has(w))
  const kept = [...new Set(words)].sort()
  return kept.length < 2 ? '' : `${fold(g.unit ?? '')}|${g.measure}|${kept.join(' ')}`
}

/** Goals with a figure, in groups that measure the same thing. */
export function sameMetric(goals: readonly Goal[]): Goal[][] {
  const counted = goals.filter((g) => g.value !== null && metricKey(g) !== '')
  return [...Map.groupBy(counted, metricKey).values()].filter((list) => list.length > 1)
}

/** "từ 20% trở lên", "15 - 20%": the figure of a goal as evidence words. */
export const valueWords = (g: Goal, show: (n: number) => string): string => {
  const high = g.valueHigh === null ? '' : ` - ${show(g.valueHigh)}`
  return `${show(g.value ?? 0)}${high}${g.unit === '%' ? '%' : ` ${g.unit ?? ''}`}`.trim()
}
