/** Thiếu gốc: a change without the year it is counted from, a share without its whole, goals without a starting figure. */
import { type Draft, num } from './finding.ts'
import type { CheckInput } from './input.ts'
import { type Goal, valueWords } from './metric.ts'
import { flowOf } from './undefined-flow.ts'

/** The base is said in words the reader gives no year for, or the change is from one year to the next. */
const HAS_BASE =
  /so\s+với|cùng\s+kỳ|(?:hằng|hàng|mỗi|từng|bình\s+quân)\s+năm|\/năm|từ\s+\d[\d.,]*\s*%?[^,.;]{0,40}\s(?:lên|xuống|còn)/iu

function changes(g: Goal): Draft[] {
  const relative = (g.measure === 'increase' || g.measure === 'decrease') && g.value !== null && g.unit === '%'
  if (!relative || g.baseYear !== null || HAS_BASE.test(g.text)) return []
  const word = g.measure === 'increase' ? 'Tăng' : 'Giảm'
  return [
    {
      kind: 'no-base',
      clause: g.clause,
      spans: [g.span],
      arithmetic: `${word} ${valueWords(g, num)} là so với số của một năm gốc; văn bản không nêu năm gốc và số của năm đó, nên chưa tính được mức phải đạt${g.by === null ? '' : ` vào năm ${g.by}`}.`,
      proposal: 'Nêu năm gốc và số liệu của năm gốc.',
    },
  ]
}

/** Defects of the reading that are about bases, in the words of the reader. */
function fromReading(input: CheckInput): Draft[] {
  const { reading } = input
  const spanOf = (clause: string) => reading.goals.find((g) => g.clause === clause)?.span ?? null
  return reading.defects.flatMap((d): Draft[] => {
    if (d.kind !== 'no-baseline' && d.kind !== 'unclear-denominator') return []
    const goal = reading.goals.find((g) => g.clause === d.where)
    // A share of new recruits is told by the check of flows.
    if (goal !== undefined && flowOf(goal.denominator, goal.text) !== null) return []
    const spans =
      d.span === null
        ? d.clauses.flatMap((c) => {
            const s = spanOf(c)
            return s === null ? [] : [s]
          })
        : [d.span]
    return [
      {
        kind: 'no-base',
        clause: d.where,
        spans,
        arithmetic: d.what,
        ...(d.kind === 'no-baseline' ? { severity: 'note' as const } : {}),
      },
    ]
  })
}

/** Goals that cannot be computed or followed for want of a base. */
export const noBase = (input: CheckInput): Draft[] => [...input.reading.goals.flatMap(changes), ...fromReading(input)]
