/** Thử phép kiểm tra: every check of a regime runs its own cases, so that whoever reads the rule sees what it does. Pure. */
import { day } from '../../../kernel/day.ts'
import type { Cells, ReportContent } from '../words.ts'
import { answersOf } from './answers.ts'
import type { CheckCase } from './check-kinds.ts'
import { findings } from './checks.ts'
import { type Beside, crossFindings } from './cross-checks.ts'
import type { Counted, Counting } from './prefill.ts'
import { cellsOf } from './prefill.ts'
import type { Regime, RegimeCheck } from './regime.ts'

/** Kết quả một trường hợp: whether the check spoke, and whether it should. */
export type CaseOutcome = {
  readonly name: string
  readonly expected: boolean
  readonly spoke: boolean
  readonly said: string
}

/** Outcomes of the cases of one check. */
export function caseOutcomes(regime: Regime, check: RegimeCheck): readonly CaseOutcome[] {
  return (check.cases ?? []).map((c) => {
    const [found] = spokenIn(regime, check, c)
    return { name: c.name, expected: c.speaks, spoke: found !== undefined, said: found ?? '' }
  })
}

const YEAR = 2026

function spokenIn(whole: Regime, check: RegimeCheck, c: CheckCase): string[] {
  const content = contentOf(c.cells, c.texts?.[0] ?? '')
  const regime = { ...whole, checks: [check] }
  if (check.kind === 'part-of' || check.kind === 'change') {
    const lastYear = Object.fromEntries(Object.entries(c.past).map(([key, list]) => [key, list.at(-1) ?? null]))
    return findings(regime, [], answersOf(content), lastYear, YEAR)
      .filter((f) => f.id.startsWith('part-of:') || f.severity !== 'block')
      .map((f) => f.message)
  }
  const beside: Beside = {
    lastYear: {},
    past: c.past,
    counting: Object.keys(c.counted).length === 0 ? null : countingOf(regime, c),
    below: { bodies: Object.keys(c.below).length, sums: c.below },
    before: c.texts === undefined ? null : contentOf({}, c.texts[1]),
  }
  return crossFindings(regime, content, answersOf(content), beside, YEAR).map((f) => f.message)
}

function contentOf(figures: CheckCase['cells'], text: string): ReportContent {
  const cells = Object.fromEntries(
    Object.entries(figures).map(([key, n]): [string, Cells] => [key, { toDate: n, wholeYear: n, note: '' }]),
  )
  return { nothing: null, paragraphs: text === '' ? {} : { doan: text }, cells, groups: {}, explanations: {} }
}

/** The count of a case; the row of the total says how many people the register holds. */
function countingOf(regime: Regime, c: CheckCase): Counting {
  const of = ([low, high]: readonly [number, number]): Counted => ({
    origin: 'dem',
    low,
    high,
    asOf: day(`${YEAR}-11-15`),
    source: '',
    notes: [],
    href: null,
    why: '',
  })
  const total = regime.register?.total
  const figures = cellsOf(regime).flatMap(({ key, field }): [string, Counted][] => {
    const given = c.counted[key]
    return given === undefined || key === total ? [] : [[field, of(given)]]
  })
  const held = total === undefined ? undefined : c.counted[total]
  const register = held === undefined ? null : of(held)
  return {
    at: Temporal.Instant.from(`${YEAR}-11-16T00:00:00Z`),
    by: '',
    figures: Object.fromEntries(figures),
    register: { toDate: register, wholeYear: register },
  }
}
