/**
 * Mục tiêu, chỉ tiêu: the goals of a document, one for each figure, and one for each run of sentences that set a goal
 * without a figure. A figure is never made up: "cơ bản", "toàn bộ" stay without one.
 */
import type { PlanGoal } from '../words.ts'
import { type Clause, clausesOf } from './clauses.ts'
import type { Figure } from './figures.ts'
import type { Block } from './lines.ts'
import { denominatorOf, metricOf, unitOf } from './metric.ts'
import { cut, type Passage, spanOf } from './passage.ts'
import { phrase, type Shape } from './phrase.ts'
import { headingOf, isHeading, isNumbered, type Node, type Tree, topicAt, walk } from './sections.ts'
import { partsOf, sentencesOf } from './sentences.ts'

/** Năm phải đạt: how a clause or a heading says by when. Group 1 is the year. */
export const YEAR_FORMS: readonly Shape[] = [
  {
    id: 'T14',
    pattern: phrase('(?:đến|tới|trước)(?: hết| cuối)? năm (\\d{4})'),
    example: 'Đến hết năm 2030, có ít nhất 5 đề tài',
  },
  { id: 'T15', pattern: phrase('(?:vào|trong) năm (\\d{4})'), example: 'đạt 60% vào năm 2030' },
  { id: 'D6', pattern: phrase('giai đoạn \\d{4}\\s*[-–—]\\s*(\\d{4})'), example: 'Mục tiêu giai đoạn 2021 - 2025' },
  { id: 'T14b', pattern: phrase('^năm (\\d{4})'), example: 'Năm 2025, đạt 40%' },
]

/** The year beside a figure: "95% năm 2026", "60% (2027)", "92% vào năm 2028". */
const YEAR_BESIDE =
  /^[^,;.\d]{0,40}?\(?(?:(?:vào|trong|đến|tới)\s+)?(?:(?:hết|cuối)\s+)?(?:năm\s+)?(20\d\d)(?!\s*[-–]\s*\d)/u

/** Words that mark a goal where no heading announces goals. */
export const GOAL_MARKERS: readonly Shape[] = [
  { id: 'T13', pattern: phrase('phấn đấu'), example: 'phấn đấu đến năm 2025 đạt 40%' },
  {
    id: 'T14m',
    pattern: phrase('(?:đến|tới)(?: hết| cuối)? năm \\d{4}'),
    example: 'Đến năm 2030, duy trì tỷ lệ không dưới 20%',
  },
  { id: 'T15m', pattern: phrase('vào năm \\d{4}'), example: '60% vào năm 2030' },
]

/** The year a text names as its limit, or null. */
export function yearIn(text: string): number | null {
  for (const form of YEAR_FORMS) {
    const year = Number(form.pattern.exec(text)?.[1])
    if (year) return year
  }
  return null
}

type Draft = Omit<PlanGoal, 'clause' | 'section'>

const WITHOUT_FIGURE = {
  metric: null,
  comparator: null,
  rawComparator: null,
  strict: false,
  value: null,
  valueHigh: null,
  unit: null,
  denominator: null,
  measure: 'level',
  direction: 'up',
  baseYear: null,
  qualitative: true,
} as const

function qualitative(p: Passage, by: number | null): Draft {
  return { ...WITHOUT_FIGURE, text: p.text, by: yearIn(p.text) ?? by, span: spanOf(p), confidence: 0.7 }
}

/** Chiều tốt of a figure: less is better for upper bounds, decreases and places in a ranking. */
const directionOf = (f: Figure): 'up' | 'down' =>
  f.comparator === '<=' || f.measure === 'decrease' || f.measure === 'rank' ? 'down' : 'up'

/** Năm gốc: "so với năm 2020". */
const baseYearIn = (text: string): number | null =>
  Number(/so\s+với\s+(?:cuối\s+)?năm\s+(\d{4})/iu.exec(text)?.[1] ?? 0) || null

function yearBeside(text: string, f: Figure): number | null {
  const near = YEAR_BESIDE.exec(text.slice(f.end))
  if (!near || /so\s+với|cùng\s+kỳ|kể\s+từ/iu.test(near[0])) return null
  return Number(near[1])
}

function quantified(clause: Clause, figure: Figure, by: number | null, subject: string | null): Draft {
  const { passage: p, offset } = clause
  const local: Figure = {
    ...figure,
    start: Math.max(0, figure.start - offset),
    end: figure.end - offset,
    at: figure.at - offset,
  }
  const denominator = denominatorOf(p.text, local)
  const own = metricOf(p.text, local)
  const carried = subject !== null && (own === null || (denominator !== null && own.endsWith(denominator)))
  const metric = !carried ? own : denominator ? `${subject} / ${denominator}` : subject
  return {
    text: p.text,
    metric,
    comparator: figure.comparator,
    rawComparator: figure.rawComparator,
    strict: figure.strict,
    value: figure.value,
    valueHigh: figure.valueHigh,
    unit: unitOf(p.text, local),
    denominator,
    by: yearBeside(p.text, local) ?? yearIn(p.text) ?? by,
    measure: figure.measure,
    direction: directionOf(figure),
    baseYear: baseYearIn(p.text),
    qualitative: false,
    span: spanOf(p),
    confidence: metric === null ? 0.6 : carried ? 0.75 : 0.95,
  }
}

/** The goals of one bullet: one for each figure, one for each run of sentences without a figure between two of them. */
function goalsOfItem(item: Passage, by: number | null): Draft[] {
  const goals: Draft[] = []
  let pending: { from: number; to: number } | null = null
  let subject: string | null = null
  let year = by
  const flush = () => {
    if (pending) goals.push(qualitative(cut(item, pending.from, pending.to), year))
    pending = null
  }
  for (const sentence of sentencesOf(item)) {
    year = yearIn(/^[^,;]*/u.exec(sentence.text)?.[0] ?? '') ?? year
    for (const part of partsOf(sentence)) {
      for (const clause of clausesOf(part)) {
        const from = item.at.indexOf(clause.passage.at[0] ?? -1)
        if (!clause.figure) {
          if (!/\p{L}{2}/u.test(clause.passage.text)) continue
          pending = { from: (pending as { from: number } | null)?.from ?? from, to: from + clause.passage.text.length }
          continue
        }
        flush()
        const goal = quantified(clause, clause.figure, year, subject)
        subject = goal.metric ?? subject
        goals.push(goal)
      }
    }
  }
  flush()
  return goals
}

const letter = (i: number): string => 'abcdefghijklmnopqrstuvwxyz'[i] ?? `z${i}`

/**
 * Clause numbers within one bullet: one figure keeps the bare number; several take a, b, …; goals without a figure
 * take the letters after them.
 */
function numbered(drafts: readonly Draft[], path: string, section: string | null): PlanGoal[] {
  const count = drafts.filter((d) => !d.qualitative).length
  let q = 0
  let rest = Math.max(1, count)
  return drafts.map((d) => {
    if (!d.qualitative) return { ...d, section, clause: count === 1 ? path : `${path}${letter(q++)}` }
    return { ...d, section, clause: drafts.length === 1 ? path : `${path}${letter(rest++)}` }
  })
}

const headingYear = (n: Node | null): number | null => {
  for (let at = n; at; at = at.parent) {
    const year = yearIn(at.block.body.text)
    if (year !== null) return year
  }
  return null
}

/** The figure may stand in the marked text of an item that has children: its own sentence is read, wordless goals are not. */
function goalsOfNode(n: Node): PlanGoal[] {
  const section = isNumbered(n) && n.children.length === 0 ? n.path : (headingOf(n)?.path ?? n.path)
  const drafts = goalsOfItem(n.block.body, headingYear(n.parent))
  const parentOnly = n.children.length > 0
  return numbered(parentOnly ? drafts.filter((d) => !d.qualitative) : drafts, n.path, section)
}

const marked = (text: string): boolean => GOAL_MARKERS.some((m) => m.pattern.test(text))

/** Goals outside a goals heading: only those with a figure and a goal's own words. */
function strayGoals(block: Block, path: string, section: string | null, by: number | null): PlanGoal[] {
  if (!marked(block.body.text)) return []
  const kept = goalsOfItem(block.body, by).filter((d) => !d.qualitative && d.by !== null)
  return numbered(kept, path, section)
}

const unique = (goals: readonly PlanGoal[]): PlanGoal[] => {
  const seen = new Map<string, number>()
  return goals.map((g) => {
    const n = (seen.get(g.clause) ?? 0) + 1
    seen.set(g.clause, n)
    return n === 1 ? g : { ...g, clause: `${g.clause}~${n}` }
  })
}

/** The goals of a document, in its order. */
export function goalsOf(tree: Tree, body: readonly Block[]): PlanGoal[] {
  const goals: PlanGoal[] = []
  for (const n of walk(tree.roots)) {
    const topic = topicAt(n)
    if (topic === 'goals' && !isHeading(n)) goals.push(...goalsOfNode(n))
    else if ((topic === 'tasks' || topic === null) && !isHeading(n)) {
      goals.push(...strayGoals(n.block, n.path, headingOf(n)?.path ?? null, null))
    }
  }
  if (tree.roots.length === 0) goals.push(...body.flatMap((b, i) => strayGoals(b, String(i + 1), null, null)))
  return unique(goals)
}
