/** Chỉ tiêu trong một đoạn: one goal for each figure, one for each run of sentences that set a goal without a figure. */
import type { Comparator, PlanGoal } from '../words.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { type Figure, figuresIn } from './figures.ts'
import { baseYearIn, isYearly, withoutPast, yearIn, yearOfFigure } from './goal-years.ts'
import { denominatorOf, isBare, isIndicator, metricOf, stemOf, unitOf } from './metric.ts'
import { cut, type Passage, spanOf } from './passage.ts'
import { partsOf, sentencesOf } from './sentences.ts'

/** A goal without its place in the document. */
export type Draft = Omit<PlanGoal, 'clause' | 'section'>

/** Một chỉ tiêu tìm thấy, and the words around it: needed where no heading announces goals. */
export type Found = {
  readonly goal: Draft
  /** Its sentence up to the figure, after it, and whole. */
  readonly before: string
  readonly after: string
  readonly sentence: string
  /** Whether its clause, or the opening of its sentence, names the year. */
  readonly named: boolean
}

/** What stands above a passage: the year of its headings, what they measure, the year of the title. */
export type Above = { readonly by: number | null; readonly stem: string | null; readonly title: number | null }

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

/** What is better the lower it is, when the figure itself does not say ("tỷ lệ hộ nghèo đạt 2%"). */
const LESS_IS_BETTER =
  /(?:hộ\s+(?:cận\s+)?nghèo|tái\s+nghèo|tử\s+vong|suy\s+dinh\s+dưỡng|thất\s+nghiệp|(?:trễ|quá|chậm)\s+hạn|thất\s+thoát|tổn\s+thất|bỏ\s+(?:học|trị)|thừa\s+cân|thời\s+gian\s+(?:chờ|giải\s+quyết|xử\s+lý|cấp|thông\s+quan)|số\s+vụ|tảo\s+hôn)/iu
const LOWERED = /(?:^|\s)(?:kéo\s+)?giảm(?=\s)[^;.]{0,200}\s(?:xuống|còn)(?=\s|$)/iu

/** Chiều tốt of a figure: less is better for upper bounds, decreases, places in a ranking, and what nobody wants. */
function directionOf(f: Figure, text: string, metric: string | null): 'up' | 'down' {
  if (f.comparator === '<=' || f.measure === 'decrease' || f.measure === 'rank') return 'down'
  if (LOWERED.test(text.slice(0, f.end))) return 'down'
  const named = metric !== null && /^(?:giảm\s+)?(?:tỷ|tỉ|số|thời\s+gian|tổn\s+thất|mức)/iu.test(metric)
  const share = named && LESS_IS_BETTER.test(metric.slice(0, 60)) && !/(?:được|có|tham\s+gia|sử\s+dụng)/iu.test(metric)
  return share && f.comparator !== '>=' ? 'down' : 'up'
}

/** The figure as it stands in the words of its own clause. */
function localFigure({ offset }: Clause, figure: Figure): Figure {
  return {
    ...figure,
    start: Math.max(0, figure.start - offset),
    end: figure.end - offset,
    at: figure.at - offset,
  }
}

/** Where a passage is being read: what the clauses before have said. */
type State = {
  /** The year that opened the sentence or stands above; null when nothing names one. */
  year: number | null
  /** The year that opened the part between semicolons. */
  partYear: number | null
  /** What a head before a colon measures: "Tỷ lệ số hóa hồ sơ: cấp tỉnh 95%; cấp xã 90%". */
  stem: string | null
  yearly: boolean
  subject: string | null
  last: { goal: Draft; figure: Figure; headless: boolean; part: Passage } | null
}

const WITHIN = /^(?:trong\s+đó|trong\s+số\s+đó|riêng|bao\s+gồm)(?=[\s,:])/iu
const HEADLESS =
  /^(?:\s|có|từ|đạt|phấn đấu|tiến tới|trong đó|trên|dưới|khoảng|ít nhất|tối thiểu|tối đa|không|quá|và|là|,)*$/iu

/** The year that opens a text, before its first figure: "Đến năm 2030, …". */
function openingYear(text: string): number | null {
  if (!/\d{4}/u.test(text)) return null
  const first = figuresIn(text)[0]
  return yearIn(/^[^,;]*/u.exec(withoutPast(first ? text.slice(0, first.at) : text))?.[0] ?? '')
}

/** How a clause stands to the one before it. */
type Tie = { readonly headless: boolean; readonly bare: boolean; readonly within: boolean; readonly own: number | null }

/**
 * Whether the bound of the figure before holds for this one too: "tối thiểu 45% A, 35% B"; "dưới 0,3% vào năm 2027 và
 * 0,1% vào năm 2030". Never onto 100%, which is a level of its own.
 */
function boundGoesOn(figure: Figure, tie: Tie, part: Passage, last: State['last']): boolean {
  if (!last || figure.rawComparator !== null || figure.comparator !== '=' || figure.value === 100) return false
  const milestone = tie.bare && tie.own !== null
  const listed = tie.headless && last.headless && last.part === part && last.figure.unit === '%'
  const bounds: readonly (Comparator | null)[] = ['>=', '<=']
  return (milestone || listed) && last.figure.unit === figure.unit && bounds.includes(last.goal.comparator)
}

/** The year of a clause that names none: that of the whole it is a part of, of its sentence, of the title; none for a yearly quota. */
function yearFor(tie: Tie, state: State, above: Above): number | null {
  if (tie.own !== null) return tie.own
  if (state.yearly) return null
  return (tie.within ? state.last?.goal.by : null) ?? state.partYear ?? state.year ?? above.title
}

/** How sure a goal is: lower where its measure or bound was taken from the clause before, its unit or its year guessed. */
function confidenceOf(goal: Draft, said: { carried: boolean; goesOn: boolean; guessed: boolean; titled: boolean }) {
  if (goal.metric === null) return 0.6
  if (said.carried || said.goesOn) return 0.75
  if (said.guessed) return 0.78
  return said.titled ? 0.85 : 0.95
}

function quantified(clause: Clause, figure: Figure, part: Passage, state: State, above: Above): Draft {
  const p = clause.passage
  const local = localFigure(clause, figure)
  const before = p.text.slice(0, local.start)
  const tie: Tie = {
    headless: HEADLESS.test(before),
    bare: isBare(p.text, local),
    within: WITHIN.test(p.text),
    own: yearOfFigure(p.text, local.start, local.end),
  }
  const yearly = isYearly(p.text, local.start, local.end)
  state.yearly = yearly === 'opens' || (state.yearly && tie.within)
  const denominator = denominatorOf(p.text, local)
  const named = metricOf(p.text, local, state.stem)
  const carried =
    state.subject !== null && (named === null || tie.bare || (denominator !== null && named.endsWith(denominator)))
  const whole = tie.within && !carried && named !== null && !isIndicator(named) ? state.subject : null
  const metric =
    whole !== null
      ? `${whole}, trong đó ${named}`
      : !carried
        ? named
        : denominator
          ? `${state.subject} / ${denominator}`
          : state.subject
  const goesOn = boundGoesOn(figure, tie, part, state.last)
  const measure = tie.bare && figure.measure === 'level' && state.last ? state.last.figure.measure : figure.measure
  const bound = goesOn && state.last ? state.last.goal : figure
  const unit = unitOf(p.text, local)
  const eachYear = (state.yearly || yearly === 'closes') && !unit.includes('/') && measure !== 'rank'
  const by = yearFor(tie, state, above)
  const goal: Draft = {
    text: p.text,
    metric,
    comparator: bound.comparator,
    rawComparator: figure.rawComparator,
    strict: bound.strict,
    value: figure.value,
    valueHigh: figure.valueHigh,
    unit: eachYear ? `${unit}/năm` : unit || null,
    denominator,
    by,
    measure,
    direction: directionOf({ ...local, comparator: bound.comparator ?? '=', measure }, p.text, metric),
    baseYear: baseYearIn(p.text),
    qualitative: false,
    span: spanOf(p),
    confidence: 0.95,
  }
  const titled = by !== null && tie.own === null && (state.partYear ?? state.year) === null
  state.last = { goal, figure: { ...figure, measure }, headless: tie.headless, part }
  state.subject = metric ?? state.subject
  return { ...goal, confidence: confidenceOf(goal, { carried, goesOn, guessed: figure.unitGuessed, titled }) }
}

/** The goals of one passage, in order. */
export function goalsIn(item: Passage, above: Above): Found[] {
  const found: Found[] = []
  const state: State = { year: above.by, partYear: null, stem: null, yearly: false, subject: null, last: null }
  let pending: { from: number; to: number } | null = null
  const flush = (sentence: string) => {
    if (!pending) return
    const goal = qualitative(cut(item, pending.from, pending.to), state.year ?? above.title)
    found.push({ goal, before: '', after: '', sentence, named: false })
    pending = null
  }
  for (const sentence of sentencesOf(item)) {
    const opened = openingYear(sentence.text)
    state.year = opened ?? state.year
    state.stem = stemOf(sentence.text) ?? above.stem
    state.yearly = false
    for (const [i, part] of partsOf(sentence).entries()) {
      state.partYear = i === 0 ? null : openingYear(part.text)
      for (const clause of clausesOf(part)) {
        const from = item.at.indexOf(clause.passage.at[0] ?? -1)
        if (!clause.figure) {
          if (!/\p{L}{2}/u.test(clause.passage.text)) continue
          pending = { from: (pending as { from: number } | null)?.from ?? from, to: from + clause.passage.text.length }
          continue
        }
        flush(sentence.text)
        const goal = quantified(clause, clause.figure, part, state, above)
        const at = sentence.at.indexOf(clause.passage.at[0] ?? -1)
        const figure = localFigure(clause, clause.figure)
        const before = sentence.text.slice(0, at + figure.start)
        const own = yearOfFigure(clause.passage.text, figure.start, figure.end)
        found.push({
          goal,
          before,
          after: sentence.text.slice(at + figure.end),
          sentence: sentence.text,
          named: own !== null || state.partYear !== null || opened !== null,
        })
      }
    }
  }
  flush('')
  return found
}
