/** Thứ tự các mốc: a later year that asks for less than an earlier one. */
import { type Draft, num, step } from './finding.ts'
import type { CheckInput } from './input.ts'
import { type Goal, sameMetric, valueWords } from './metric.ts'

/** The most a goal asks for (up) or the least it allows (down). */
const reach = (g: Goal): number => (g.direction === 'up' ? (g.valueHigh ?? g.value ?? 0) : (g.value ?? 0))

function backwards(early: Goal, late: Goal): Draft[] {
  const [a, b] = [reach(early), reach(late)]
  const worse = early.direction === 'up' ? b < a : b > a
  if (!worse || early.direction !== late.direction) return []
  const gap = early.direction === 'up' ? step(a, '-', b) : step(b, '-', a)
  const word = early.direction === 'up' ? 'thấp hơn' : 'cao hơn (chỉ tiêu càng thấp càng tốt)'
  return [
    {
      kind: 'horizon-order',
      clause: late.clause,
      spans: [early.span, late.span],
      arithmetic: `Đến năm ${early.by}: ${valueWords(early, num)} (mục ${early.clause}); đến năm ${late.by}: ${valueWords(late, num)} (mục ${late.clause}), ${word} mốc trước ${num(gap.a)} - ${num(gap.b)} = ${num(gap.result)}.`,
      steps: [gap],
    },
  ]
}

/** Later horizons that ask less than earlier ones. */
export const horizonOrder = (input: CheckInput): Draft[] =>
  sameMetric(input.reading.goals.filter((g) => g.measure === 'level' && g.by !== null)).flatMap((list) => {
    const byYear = [...list].sort((a, b) => (a.by ?? 0) - (b.by ?? 0))
    return byYear.slice(1).flatMap((late, i) => {
      const early = byYear[i]
      return early === undefined || early.by === late.by ? [] : backwards(early, late)
    })
  })
