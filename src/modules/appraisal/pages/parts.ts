/** Phần chung của các trang chấm điểm. */
import { showNumber } from '../../../kernel/number.ts'
import { type Html, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import type { Criterion, Rule } from '../rules/profile.ts'
import {
  APPEAL_STATES,
  type AppealState,
  type Counted,
  ENTRY_STATES,
  type EntryState,
  FACT_NAMES,
  ROUND_STATES,
  type RoundState,
} from '../words.ts'

/** "6,4"; none = a dash. */
export const pointsOf = (points: number | null): string => (points === null ? '–' : showNumber(points, 2))

/** "+2", "-1,5", "0". */
export const signed = (points: number): string => `${points > 0 ? '+' : ''}${showNumber(points, 2)}`

/** State of a round. */
export const roundState = (s: RoundState): Html => state(ROUND_STATES[s].tone, ROUND_STATES[s].label)

/** State of a sheet. */
export const entryState = (s: EntryState): Html => state(ENTRY_STATES[s].tone, ENTRY_STATES[s].label)

/** State of an appeal. */
export const appealState = (s: AppealState): Html => state(APPEAL_STATES[s].tone, APPEAL_STATES[s].label)

/** "4 trong 5 nhóm nhiệm vụ", "2 ngày muộn": what was counted for a criterion. */
export function countedWords(c: Criterion, counted: Counted, applies: boolean): string {
  if (c.scored.by === 'nguoi') return 'Người thẩm định chấm'
  const { noun } = FACT_NAMES[c.scored.fact]
  if (!applies) return `Không áp dụng: không có ${noun} để xét`
  if (counted === null) return 'Chưa gửi báo cáo'
  return counted.of === null
    ? `${showNumber(counted.n)} ${noun}`
    : `${showNumber(counted.n)} trong ${showNumber(counted.of)} ${noun}`
}

/** The rule of a criterion in a sentence, from the same data the computation uses. */
export function ruleWords(c: Criterion): Html {
  if (c.scored.by === 'nguoi')
    return html`Cơ quan tự chấm, Sở Nội vụ thẩm định; không tự chấm và không được thẩm định thì 0 điểm`
  const { noun } = FACT_NAMES[c.scored.fact]
  return html`${RULES[c.scored.rule.kind](c.scored.rule, noun, c.max)}`
}

const RULES: { readonly [K in Rule['kind']]: (rule: Rule, noun: string, max: number) => string } = {
  'ty-le': (_rule, noun, max) =>
    `${showNumber(max, 2)} × phần đạt trong số ${noun}; không có ${noun} nào thì không áp dụng`,
  tru: (rule, noun) =>
    rule.kind === 'tru' ? `trừ ${showNumber(rule.each, 2)} điểm mỗi ${noun}, không xuống dưới 0` : '',
  bac: (rule, noun) =>
    rule.kind === 'bac'
      ? `${rule.steps
          .map((s) => `${s.upTo === 0 ? `0 ${noun}` : `đến ${s.upTo} ${noun}`}: ${showNumber(s.points, 2)} điểm`)
          .join('; ')}; nhiều hơn: 0 điểm`
      : '',
}
