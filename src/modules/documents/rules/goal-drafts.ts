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
  /** The year named in its own clause. */
  readonly own: number | null
  /** Whether its clause begins with the figure. */
  readonly headless: boolean
  /** How many words of its clause stand after the figure. */
  readonly tail: number
}

/** What stands above a passage: the year of its headings, what they measure, the year of the title. */
export type Above = { readonly by: number | null; readonly stem: string | null; readonly title: number | null }

/** Mục tiêu không nêu số: every field of the figure blank. */
export const WITHOUT_FIGURE = {
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
export const LESS_IS_BETTER =
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
  /** Whether the sentence opened with a year. */
  opened: boolean
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
  /^(?:\s|có|từ|đạt|cắt|kéo|giảm|tăng|thêm|duy trì|bảo đảm|đảm bảo|phấn đấu|tiến tới|trong đó|trên|dưới|khoảng|ít nhất|tối thiểu|tối đa|không|quá|và|là|,)*$/iu

/** A stretch between commas that says by when: "Theo kế hoạch, năm 2026 kim ngạch đạt …". */
const SAYS_WHEN =
  /^\s*(?:ph[ấầâa]n\s+đ[ấầâa]u\s+)?(?:(?:đến|tới|vào|trong|trước)\s+)?(?:(?:hết|cuối)\s+)?(?:năm|giai\s+đoạn|nhiệm\s+kỳ)\s+20\d\d/iu

/** The year that opens a text, before its first figure: "Đến năm 2030, …". */
function openingYear(text: string): number | null {
  if (!/\d{4}/u.test(text)) return null
  const first = figuresIn(text)[0]
  const head = withoutPast(first ? text.slice(0, first.at) : text)
  const stretches = (/^[^;]*/u.exec(head)?.[0] ?? '').split(/[,:]/u)
  // The day or year of a duty without a figure is not that of the goal after the semicolon.
  const duty = first !== undefined && head.includes(';')
  const opens = duty ? null : yearIn(/^[^,;]*/u.exec(head)?.[0] ?? '')
  return opens ?? stretches.flatMap((s) => (SAYS_WHEN.test(s) ? [yearIn(s.trim())] : [])).at(-1) ?? null
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
  const listed = !tie.within && listedAfter(tie, part, last) && last.figure.unit === '%'
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

/** What a clause measures: its own words, else those of the clause it goes on with. */
function measured(clause: Passage, figure: Figure, tie: Tie, state: State) {
  const denominator = denominatorOf(clause.text, figure)
  const own = metricOf(clause.text, figure, state.stem)
  const { subject } = state
  // "02 liên hiệp hợp tác xã, 40 tổ hợp tác": another thing counted, not another milestone.
  const other = !/^[%‰]|^$/u.test(figure.unit) && state.last?.figure.unit !== figure.unit
  if (
    subject !== null &&
    (own === null || (tie.bare && !other) || (denominator !== null && own.endsWith(denominator)))
  ) {
    return { metric: denominator ? `${subject} / ${denominator}` : subject, denominator, carried: true }
  }
  const part = tie.within && subject !== null && own !== null && !isIndicator(own)
  return { metric: part ? `${subject}, trong đó ${own}` : own, denominator, carried: false }
}

/** Whether a figure is the next of a list that opened with a figure: "giảm 15% đầu mối, 10% biên chế". */
const listedAfter = (tie: Tie, part: Passage, last: State['last']): boolean =>
  tie.headless && last?.headless === true && last.part === part

/** How the figure changes: a further milestone or item of a list changes as the one before it. */
function measureFor(figure: Figure, tie: Tie, part: Passage, last: State['last']): Draft['measure'] {
  const goesOn = last !== null && (tie.bare || (listedAfter(tie, part, last) && last.figure.unit === figure.unit))
  return figure.measure === 'level' && goesOn ? last.figure.measure : figure.measure
}

function tieOf(text: string, figure: Figure): Tie {
  return {
    headless: HEADLESS.test(text.slice(0, figure.start)),
    bare: isBare(text, figure),
    within: WITHIN.test(text),
    own: yearOfFigure(text, figure.start, figure.end),
  }
}

function quantified(p: Passage, figure: Figure, tie: Tie, part: Passage, state: State, above: Above): Draft {
  const yearly = isYearly(p.text, figure.start, figure.end)
  state.yearly = yearly === 'opens' || (state.yearly && tie.within)
  const { metric, denominator, carried } = measured(p, figure, tie, state)
  const goesOn = boundGoesOn(figure, tie, part, state.last)
  const measure = measureFor(figure, tie, part, state.last)
  const bound = goesOn && state.last ? state.last.goal : figure
  const unit = unitOf(p.text, figure)
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
    direction: directionOf({ ...figure, comparator: bound.comparator ?? '=', measure }, p.text, metric),
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

/** How many words an item of a list may have after its figure when the predicate comes with the last: "50% số xã, …". */
const SHORT_ITEM = 4

/** A year at the end of a list holds for its items that only name whom: "50% số xã, 30% số phường … đến năm 2028". */
function shareYear(list: readonly Found[]): Found[] {
  const last = list.at(-1)
  if (!last?.headless || last.own === null) return [...list]
  return list.map((f) => {
    const short = f.headless && f.own === null && !f.goal.qualitative && f.tail <= SHORT_ITEM && f.goal.by !== null
    return short ? { ...f, named: true, goal: { ...f.goal, by: last.own } } : f
  })
}

const words = (text: string): number => text.split(/\s+/u).filter((w) => /\p{L}/u.test(w)).length

/** How far around a figure its sentence is looked at: no sentence of an office is longer, a list without stops may be. */
const REACH = 800

/** The goal of one clause with a figure. */
function foundIn(clause: Clause, figure: Figure, part: Passage, sentence: Passage, state: State, above: Above): Found {
  const p = clause.passage
  const local = localFigure(clause, figure)
  const tie = tieOf(p.text, local)
  const opened = state.partYear !== null || state.opened
  const at = sentence.at.indexOf(p.at[0] ?? -1)
  return {
    goal: quantified(p, local, tie, part, state, above),
    before: sentence.text.slice(Math.max(0, at + local.start - REACH), at + local.start),
    after: sentence.text.slice(at + local.end, at + local.end + REACH),
    sentence: sentence.text.slice(Math.max(0, at + local.start - REACH), at + local.end + REACH),
    named: tie.own !== null || opened,
    own: tie.own,
    headless: tie.headless,
    tail: words(p.text.slice(local.end)),
  }
}

const wordless = (p: Passage, by: number | null): Found => ({
  goal: qualitative(p, by),
  before: '',
  after: '',
  sentence: p.text,
  named: false,
  own: null,
  headless: false,
  tail: 0,
})

/** The goals of one passage, in order. */
export function goalsIn(item: Passage, above: Above): Found[] {
  const found: Found[] = []
  const state: State = {
    year: above.by,
    opened: false,
    partYear: null,
    stem: null,
    yearly: false,
    subject: null,
    last: null,
  }
  let pending: { from: number; to: number } | null = null
  const flush = () => {
    if (pending) found.push(wordless(cut(item, pending.from, pending.to), state.year ?? above.title))
    pending = null
  }
  for (const sentence of sentencesOf(item)) {
    const opened = openingYear(sentence.text)
    Object.assign(state, { year: opened ?? state.year, opened: opened !== null, yearly: false })
    state.stem = stemOf(sentence.text) ?? above.stem
    for (const [i, part] of partsOf(sentence).entries()) {
      // "Đến năm 2030 A đạt 85%; B đạt 6%": the year of one part holds until another is named.
      state.partYear = i === 0 ? null : (openingYear(part.text) ?? state.partYear)
      const first = found.length
      for (const clause of clausesOf(part)) {
        const from = item.at.indexOf(clause.passage.at[0] ?? -1)
        if (clause.figure) {
          flush()
          found.push(foundIn(clause, clause.figure, part, sentence, state, above))
        } else if (/\p{L}{2}/u.test(clause.passage.text)) {
          pending = { from: (pending as { from: number } | null)?.from ?? from, to: from + clause.passage.text.length }
        }
      }
      found.push(...shareYear(found.splice(first)))
    }
  }
  flush()
  return found
}
