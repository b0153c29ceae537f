/**
 * Số người và tỷ lệ: a count and a share of the same people imply a whole; the whole is compared with the official figure,
 * or with the one the document itself gives.
 */
import type { PlanReading } from '../../../documents/public.ts'
import { type Draft, num, percent, type Source, step } from './finding.ts'
import type { CheckInput } from './input.ts'
import { knownWholes, labelOf, since, type Whole, wanted, wholeNamed } from './population.ts'

type Goal = PlanReading['goals'][number]

/** Growth up to the horizon, rounding and "khoảng" explain this much; more is a contradiction. */
const TOLERANCE = 0.15

/** Words between a count and its share: "đạt 85.000 người, chiếm 3% dân số". */
const LINK = /(?:chiếm|bằng|đạt\s+tỷ\s+lệ|tương\s+đương|tương\s+ứng|tỷ\s+lệ)/iu

const isShare = (g: Goal): boolean => g.unit === '%' && g.value !== null && g.measure === 'level'

const isCount = (g: Goal): boolean =>
  g.value !== null &&
  g.value > 0 &&
  g.measure === 'level' &&
  /^(?:người|lao động|hộ|cán bộ|trí thức)/iu.test(g.unit ?? '')

const denominatorOf = (g: Goal): string =>
  g.denominator ?? /%\s*((?:tổng\s+)?(?:dân\s+số|lực\s+lượng\s+lao\s+động)[^,.;]*)/iu.exec(g.text)?.[1] ?? ''

/** The count the share speaks of: the same metric by the reader, or the goal right before it with linking words. */
function countOf(share: Goal, goals: readonly Goal[]): Goal | null {
  const before = goals.slice(0, goals.indexOf(share)).filter((g) => isCount(g) && g.section === share.section)
  const own = before.findLast((g) => g.metric !== null && (share.metric ?? '').startsWith(g.metric))
  if (own) return own
  const near = before.at(-1)
  if (near === undefined || near.by !== share.by) return null
  const adjacent = share.span[0] - near.span[1] < 8 || share.span[0] < near.span[1]
  return adjacent && LINK.test(share.text) ? near : null
}

type Pair = { readonly count: Goal; readonly share: Goal; readonly n: number; readonly p: number }

const head = (x: Pair, implied: { result: number }, whole: Whole): string =>
  `${num(x.n)} : ${percent(x.p)} = ${num(Math.round(implied.result))} người là ${labelOf(whole)} suy ra từ hai con số của văn bản`

const differs = (p: number, actual: number): boolean => Math.abs(actual - p) > TOLERANCE * Math.max(actual, p)

/** One sentence for each territory: what share the count really is, and what count the share would be. */
function against(x: Pair, whole: Whole, input: CheckInput) {
  const known = knownWholes(input, whole).map((k) => {
    const ratio = step(x.n, '/', k.value)
    const actual = step(ratio.result, '*', 100)
    const part = step(x.p, '/', 100)
    const count = step(k.value, '*', part.result)
    const lead = since(k.territory)
    const sentence = `${lead}${lead === '' ? k.words : k.words.charAt(0).toLowerCase() + k.words.slice(1)}: ${num(x.n)} : ${num(k.value)} = ${percent(actual.result)}, không phải ${percent(x.p)}; ${percent(x.p)} là ${num(Math.round(count.result))} người`
    return { k, actual: actual.result, sentence, steps: [ratio, actual, part, count] }
  })
  const own = known.find((k) => k.k.territory.from === null)
  return { known, wrong: own === undefined ? known.some((k) => differs(x.p, k.actual)) : differs(x.p, own.actual) }
}

function judge(x: Pair, input: CheckInput): Draft[] {
  const implied = [step(x.p, '/', 100), step(x.n, '/', x.p / 100)]
  const words = denominatorOf(x.share)
  const whole = wholeNamed(words)
  const base = { kind: 'share-mismatch', clause: x.share.clause, spans: [x.count.span, x.share.span] } as const
  if (whole === null) return []
  const first = head(x, step(x.n, '/', x.p / 100), whole)
  const { known, wrong } = against(x, whole, input)
  if (known.length === 0)
    return [{ ...base, severity: 'note', arithmetic: `${first}. ${wanted(input, whole)}.`, steps: implied }]
  if (!wrong) return []
  const sources: Source[] = known.flatMap((k) => k.k.sources)
  return [
    {
      ...base,
      arithmetic: `${[first, ...known.map((k) => k.sentence)].join('. ')}.`,
      steps: [...implied, ...known.flatMap((k) => k.steps)],
      sources,
    },
  ]
}

/** Pairs of a count and a share that cannot both be right. */
export function shareMismatch(input: CheckInput): Draft[] {
  const { goals } = input.reading
  return goals.flatMap((share) => {
    const count = isShare(share) && denominatorOf(share) !== '' ? countOf(share, goals) : null
    if (count?.value == null || share.value === null || share.value <= 0) return []
    return judge({ count, share, n: count.value, p: share.value }, input)
  })
}
