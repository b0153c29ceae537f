/** Trọng số phân bổ of an event: shares of one source make the whole; unknown stays unknown. */
import { showNumber } from '../../../kernel/number.ts'
import { MEASURES, type Measure } from '../words.ts'
import type { Issue } from './event-check.ts'
import type { EventFact } from './register-facts.ts'

/** Issues of the weights of one event. */
export function weightIssues(e: EventFact): Issue[] {
  const shares = new Map<string, { unit: string; measure: Measure; sum: number; known: boolean }>()
  const open = new Set(e.edges.flatMap((x) => (x.to === null ? [x.from] : [])))
  for (const x of e.edges) {
    if (x.from === null) continue
    for (const w of x.weights) {
      const key = `${x.from} ${w.measure}`
      const s = shares.get(key) ?? { unit: x.from, measure: w.measure, sum: 0, known: true }
      shares.set(key, { ...s, sum: s.sum + (w.weight ?? 0), known: s.known && w.weight !== null && !open.has(x.from) })
    }
  }
  return [...shares.values()].flatMap(({ unit, measure, sum, known }): Issue[] => {
    const label = MEASURES[measure].label
    const whole = Math.round(sum * 1e6) / 1e6
    const base = { event: e.key, unit }
    if (whole > 1)
      return [
        {
          ...base,
          level: 'error',
          code: 'weight.over',
          message: `Trọng số ${label} từ ${unit} cộng thành ${showNumber(whole, 3)}, vượt 1. Sửa cho tổng bằng 1, hoặc để trống phần chưa biết.`,
        },
      ]
    if (known && whole < 1)
      return [
        {
          ...base,
          level: 'error',
          code: 'weight.under',
          message: `Trọng số ${label} từ ${unit} mới cộng được ${showNumber(whole, 3)}. Sửa cho tổng bằng 1, hoặc để trống phần chưa biết.`,
        },
      ]
    return []
  })
}
