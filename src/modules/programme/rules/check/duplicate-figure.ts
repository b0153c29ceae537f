/** Một nội dung, hai con số: the same thing for the same year with another value, in the text, a table or an annex. */
import { type Draft, num } from './finding.ts'
import type { CheckInput } from './input.ts'
import { type Goal, sameMetric, valueWords } from './metric.ts'

const sameFigure = (a: Goal, b: Goal): boolean =>
  a.value === b.value && (a.valueHigh === b.valueHigh || a.valueHigh === null || b.valueHigh === null)

function pair(a: Goal, b: Goal): Draft[] {
  if (a.by !== b.by || (sameFigure(a, b) && a.strict === b.strict)) return []
  const strictOnly = sameFigure(a, b)
  const year = a.by === null ? '' : ` (đến năm ${a.by})`
  const difference = strictOnly
    ? `một nơi lấy cả mức ${valueWords(a, num)}, một nơi phải vượt mức đó`
    : `hai con số khác nhau`
  return [
    {
      kind: 'duplicate-figure',
      clause: b.clause,
      ...(strictOnly ? { severity: 'note' as const } : {}),
      spans: [a.span, b.span],
      arithmetic: `Cùng một chỉ tiêu${year}: mục ${a.clause} ghi ${valueWords(a, num)}, mục ${b.clause} ghi ${valueWords(b, num)}; ${difference}.`,
    },
  ]
}

/** Goals repeated with another value. */
export const duplicateFigure = (input: CheckInput): Draft[] =>
  sameMetric(input.reading.goals).flatMap((list) =>
    list.flatMap((a, i) => list.slice(i + 1).flatMap((b) => (a.clause === b.clause ? [] : pair(a, b)))),
  )
