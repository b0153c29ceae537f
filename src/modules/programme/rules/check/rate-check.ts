/** Tỷ lệ trên dân số: what a rate ("19 bác sỹ/10.000 dân") means in heads, and whether a count in the document agrees. */
import { parseNumber } from '../../../../kernel/number.ts'
import { fold } from '../../../../kernel/text.ts'
import type { PlanReading } from '../../../documents/public.ts'
import { type Draft, num, step } from './finding.ts'
import type { CheckInput } from './input.ts'
import { type Known, knownWholes, since, wanted } from './population.ts'

type Goal = PlanReading['goals'][number]

/** "bác sỹ/10.000 dân", "giường bệnh/vạn dân", "thuê bao/100 dân": what is counted, on how many inhabitants. */
const RATE = /^(.*?)\s*(?:\/|trên)\s*(?:(\d[\d.]*)|(một\s+vạn|1\s*vạn|vạn))\s*(?:người\s+)?dân$/iu

/** A count this far from the rate is another number. */
const TOLERANCE = 0.1

type Rate = { readonly counted: string; readonly base: number }

/** The counted thing and the base of a unit; null when it is no rate on inhabitants ("/100 bé gái", "/1.000 trẻ đẻ sống"). */
export function rateOf(unit: string | null): Rate | null {
  const m = RATE.exec(unit ?? '')
  if (!m) return null
  const base = m[3] === undefined ? parseNumber(m[2] ?? '') : 10_000
  return base === null || base < 100 ? null : { counted: (m[1] ?? '').trim() || 'đơn vị', base }
}

/** A goal of the same year that counts the same thing in heads. */
function countedIn(goals: readonly Goal[], rate: Rate, of: Goal): Goal | null {
  const name = fold(rate.counted)
  return (
    goals.find(
      (g) => g !== of && g.value !== null && g.by === of.by && g.measure === 'level' && fold(g.unit ?? '') === name,
    ) ?? null
  )
}

function inHeads(value: number, rate: Rate, k: Known) {
  const groups = step(k.value, '/', rate.base)
  const heads = step(groups.result, '*', value)
  const lead = since(k.territory)
  const words = lead === '' ? k.words : k.words.charAt(0).toLowerCase() + k.words.slice(1)
  return {
    heads: Math.round(heads.result),
    sentence: `${lead}${words}: ${num(k.value)} : ${num(rate.base)} × ${num(value)} = ${num(Math.round(heads.result))} ${rate.counted}`,
    steps: [groups, heads],
    sources: k.sources,
  }
}

function judge(goal: Goal, rate: Rate, input: CheckInput): Draft {
  const value = goal.value ?? 0
  const base = { kind: 'rate-check', clause: goal.clause, spans: [goal.span] } as const
  const known = knownWholes(input, 'population').map((k) => inHeads(value, rate, k))
  const first = known[0]
  if (first === undefined)
    return {
      ...base,
      arithmetic: `Muốn biết số ${rate.counted} cần có phải nhân ${num(value)} với dân số rồi chia ${num(rate.base)}. ${wanted(input, 'population')}.`,
    }
  const counted = countedIn(input.reading.goals, rate, goal)
  const said = counted?.value ?? null
  const wrong = said !== null && Math.abs(said - first.heads) > TOLERANCE * Math.max(said, first.heads)
  const tail =
    counted === null || !wrong
      ? ''
      : ` Mục ${counted.clause} của văn bản ghi ${num(said ?? 0)} ${rate.counted}, không khớp.`
  return {
    ...base,
    ...(wrong ? { severity: 'contradiction' as const } : {}),
    spans: counted !== null && wrong ? [goal.span, counted.span] : [goal.span],
    arithmetic: `${known.map((k) => k.sentence).join('. ')}.${tail}`,
    steps: known.flatMap((k) => k.steps),
    sources: known.flatMap((k) => k.sources),
  }
}

/** Every rate on inhabitants, in heads. */
export const rateCheck = (input: CheckInput): Draft[] =>
  input.reading.goals.flatMap((goal) => {
    const rate = goal.value === null || goal.measure !== 'level' ? null : rateOf(goal.unit)
    return rate === null ? [] : [judge(goal, rate, input)]
  })
